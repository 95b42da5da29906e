import json
from datetime import timedelta

import pytest

from tests.cast import NOW, belongs, organisation
from tests.queries import DESK, assert_page_queries
from tkanka.ground.ledger.models import Record
from tkanka.network.networks import actions

pytestmark = pytest.mark.django_db
PAGE = "/n/razem/secretariat/ledger/"


def read(client, **question):
    answer = client.get(PAGE, question)
    assert answer.status_code == 200
    return answer.content.decode().replace("\u00a0", " ")


def described(cast, at=NOW):
    return actions.redescribe_network(by=cast.by(cast.halina), at=at, network=cast.razem, phone="22 000 00 00")


def test_only_those_in_office_read_the_whole_ledger(cast, sign_in):
    for person in (cast.ada, cast.olga, cast.stranger):
        page = sign_in(person).get(PAGE)
        assert page.status_code == 403
        said = page.content.decode().replace("\u00a0", " ")
        assert "Cały rejestr widzą tylko koordynacja i sekretariat sieci." in said
        assert sign_in(person).get("/n/razem/secretariat/ledger.csv").status_code == 403
        assert sign_in(person).get("/n/razem/secretariat/ledger.json").status_code == 403


def test_a_record_says_what_was_done_by_whom(cast, sign_in):
    described(cast)
    page = read(sign_in(cast.igor))
    assert "zmieniono opis sieci" in page
    assert ">Halina</a>" in page
    assert "platforma<small" in page


def test_records_are_sought_by_verb_person_thing_and_day(cast, sign_in):
    described(cast, NOW - timedelta(days=40))
    client = sign_in(cast.igor)
    assert read(client, verb="network.redescribed").count("<tr") == 2
    assert read(client, person=str(cast.halina.pk)).count("<tr") == 2
    assert "tylko: Halina" in read(client, person=str(cast.halina.pk))
    thing = f"networks.network:{cast.razem.pk}"
    assert read(client, thing=thing).count("<tr") - 1 == Record.objects.filter(touches__thing=thing).count()
    assert read(client, until="2026-10-31").count("<tr") == 2
    assert read(client, since="2026-10-11", until="2026-10-11").count("<tr") == 2
    assert "Żaden wpis nie pasuje" in read(client, since="2030-01-01")


@pytest.mark.parametrize(
    "question",
    [
        {"verb": "nothing.done"},
        {"since": "31.02.2026"},
        {"since": "2026-02-02", "until": "2026-02-01"},
        {"person": "²"},
        {"thing": "x' or 1=1"},
        {"thing": "\x00"},
        {"page": "99999999999999"},
        {"until": "9999-12-31"},
    ],
)
def test_a_strange_question_breaks_nothing(cast, sign_in, question):
    read(sign_in(cast.igor), **question)


def test_the_ledger_of_another_network_is_not_shown(cast, sign_in, warmia):
    mosty = belongs(organisation("Daleka"), warmia)
    assert str(mosty.pk) not in read(sign_in(cast.igor))
    assert sign_in(cast.igor).get("/n/warmia/secretariat/ledger/").status_code == 403


def test_files_hold_what_is_sought_and_no_formula(cast, sign_in):
    cast.halina.name = "=cmd()"
    cast.halina.save()
    described(cast)
    client = sign_in(cast.igor)
    lines = b"".join(client.get(f"{PAGE[:-1]}.csv?verb=network.redescribed").streaming_content).decode().splitlines()
    assert len(lines) == 2
    assert "'=cmd()" in lines[1]
    told = json.loads(b"".join(client.get(f"{PAGE[:-1]}.json?verb=network.redescribed").streaming_content))
    assert [line["verb"] for line in told] == ["network.redescribed"]
    assert json.loads(b"".join(client.get(f"{PAGE[:-1]}.json?since=2030-01-01").streaming_content)) == []


def test_files_are_whole_however_long(cast, sign_in, monkeypatch):
    monkeypatch.setattr("tkanka.house.front.views.ledger.CHUNK", 2)
    client = sign_in(cast.igor)
    told = json.loads(b"".join(client.get(f"{PAGE[:-1]}.json").streaming_content))
    assert [line["number"] for line in told] == list(
        Record.objects.filter(network=cast.razem.pk).order_by("-number").values_list("number", flat=True)
    )


def test_thirty_records_ask_no_more_than_one(cast, sign_in):
    described(cast)

    def grow():
        for _ in range(30):
            described(cast)

    assert_page_queries(sign_in(cast.igor), PAGE, grow=grow, limit=DESK)
