"""The pages of an election, from the draft to the files."""

import json
import re
from datetime import timedelta

import pytest
from django.core.management import call_command

from tests.cast import DAY, NOW
from tkanka.governance.bodies import actions as bodies
from tkanka.governance.bodies.models import Seat
from tkanka.governance.elections import actions
from tkanka.governance.elections.diversity import shown
from tkanka.governance.elections.models import Candidacy, Diversity, Election, Urn
from tkanka.governance.elections.personal import export_of
from tkanka.rules.bodies import Basis
from tkanka.rules.elections import Bound

from .made import COUNTED, VOTING, Hustings, advisory, voted

pytestmark = pytest.mark.django_db
LIST = "/n/razem/elections/"


def text(client, page):
    return client.get(page).content.decode().replace("\xa0", " ")


@pytest.mark.norm("R-06-44", "R-06-45")
def test_the_office_goes_from_the_rules_to_the_call(cast, client, clock):
    body = advisory(cast.razem)
    client.force_login(cast.igor)
    assert "Nie było jeszcze żadnych wyborów" in text(client, LIST) and "Grupa Doradcza" in text(client, LIST)
    plan = f"{LIST}new/{body.pk}/"
    day = DAY + timedelta(days=1)
    sent = {
        "kind": "term", "seats": "8", "nominations_until": f"{day}", "voting_from": f"{day}",
        "voting_until": f"{day + timedelta(9)}", "term_from": f"{day + timedelta(20)}", "about": "Ważne",
        "about_0": "kind:foundation", "least_0": "2", "most_0": "",
    }  # fmt: skip
    wrong = client.post(plan, sent | {"most_0": "1", "about_1": "kind:network", "least_2": "1"})
    page = wrong.content.decode()
    assert wrong.status_code == 422 and "nie może być mniejsze" in page and "Wskaż, czego dotyczy" in page
    assert "Ważne" in page and "Podaj, ile co najmniej albo najwyżej" in page
    refused = client.post(plan, sent)
    assert refused.status_code == 422 and "Dni mają następować po sobie" in refused.content.decode()
    made = client.post(plan, sent | {"voting_from": f"{day + timedelta(1)}"})
    page = made.headers["Location"]
    election = Election.objects.get()
    assert election.bounds[1] == {"attribute": "kind", "value": "foundation", "least": 2, "most": None}
    edit = client.get(f"{page}edit/").content.decode()
    assert 'value="2"' in edit and "Ważne" in edit
    assert client.post(f"{page}step/call/").status_code == 403
    assert client.post(f"{LIST}rules/", {"text": "Prosto.", "advised": ""}).status_code == 422
    assert client.post(f"{LIST}rules/", {"text": "Prosto.", "advised": "Dwa spotkania."}).status_code == 302
    assert client.post(f"{page}step/call/").status_code == 302
    shown_page = text(client, page)
    assert "fundacja: co najmniej 2" in shown_page and "jedna organizacja: najwyżej 1" in shown_page
    assert "Kandydatur jest 0, a miejsc do obsadzenia 8" in shown_page
    assert client.post(f"{page}step/call-off/", {"reason": ""}).status_code == 422
    client.force_login(cast.ada)
    assert client.get(f"{page}edit/").status_code == 403


@pytest.mark.norm("R-06-05", "R-06-46")
def test_nominating_oneself_and_others_on_the_pages(cast, client, clock):
    e = Hustings(cast).call()
    client.force_login(e.people[0])
    nominate = f"{e.page}nominate/"
    for typed, said in (("nikt@example.org", "Nikt nie ma tu konta"), ("stranger@example.org", "żadnej organizacji")):
        answer = client.post(nominate, {"email": typed})
        assert answer.status_code == 422 and said in answer.content.decode() and typed in answer.content.decode()
    own = client.post(nominate, {"email": ""}).headers["Location"]
    assert client.post(nominate, {"email": ""}).status_code == 422
    client.force_login(e.people[1])
    assert client.get(own).status_code == 404 and "Osoba0" not in text(client, e.page)
    client.force_login(e.people[0])
    answer = client.post(own, {"accepts": "yes", "statement": "", "consents": ""})
    assert answer.status_code == 422 and "Napisz oświadczenie" in answer.content.decode()
    kept = client.post(own, {"accepts": "yes", "statement": "Zrobię wiele"})
    assert kept.status_code == 422 and "Zrobię wiele" in kept.content.decode()
    done = client.post(own, {"accepts": "yes", "statement": "Zrobię wiele", "consents": "on"})
    about = done.headers["Location"]
    assert client.post(about, {"age": "30_44", "gender": ""}).status_code == 302
    assert client.post(about, {"age": "30_44"}).status_code == 403
    assert Diversity.objects.get().counts == {"age": {"30_44": 1}}
    client.force_login(e.people[1])
    page = text(client, e.page)
    assert "Osoba0" in page and "Zrobię wiele" in text(client, own) and "&lt;5" in page
    assert client.get(about).status_code == 404
    client.post(nominate, {"email": "osoba2@example.org"})
    client.force_login(e.people[2])
    assert "Czy kandydujesz: Grupa Doradcza?" in text(client, "/n/razem/desk/")
    no = f"{e.page}candidates/{Candidacy.objects.get(person=e.people[2]).pk}/"
    assert client.post(no, {"accepts": "no"}).status_code == 302
    assert export_of(e.people[0].pk)["candidacies"][0]["statement"] == "Zrobię wiele"


def test_small_figures_are_hidden_and_are_not_worked_out_from_the_rest():
    assert shown({"gender": {"woman": 3}}) == {"gender": {"woman": None, "man": 0, "other": 0}}
    assert shown({"gender": {"woman": 9, "man": 2}})["gender"] == {"woman": None, "man": None, "other": 0}
    assert shown({"gender": {"woman": 9, "man": 6}})["gender"] == {"woman": 9, "man": 6, "other": 0}
    assert shown({}) == {}


@pytest.mark.norm("R-06-48")
def test_a_ballot_is_looked_at_before_it_is_cast_for_good(cast, client, clock):
    e = Hustings(cast).call().stand(0, 1, 2).close().open()
    clock.move_to(VOTING)
    client.force_login(e.people[3])
    assert "Zagłosuj: Grupa Doradcza" in text(client, "/n/razem/desk/")
    page = f"{e.page}ballot/"
    assert "tajny i ostateczny" in text(client, page)
    party = {"organisation": str(e.parties[3].pk)}
    for sent, said in (
        ({}, "Wpisz 1 przy osobie"),
        ({"rank_0": "1", "rank_1": "1"}, "Numer 1 stoi już przy"),
        ({"rank_0": "1", "rank_1": "3"}, "brakuje numeru 2"),
        ({"rank_0": "9"}, "mniejsza lub równa"),
    ):
        answer = client.post(page, party | sent)
        assert answer.status_code == 422 and said in answer.content.decode().replace("\xa0", " ")
    ranked = party | {"rank_0": "2", "rank_2": "1"}
    look = client.post(page, ranked).content.decode()
    assert "Czy tak oddać głos?" in look and Urn.objects.get().ballots == []
    assert 'value="2"' in client.post(page, ranked | {"back": "1"}).content.decode()
    assert client.post(page, ranked | {"confirmed": "1"}).status_code == 302
    assert Urn.objects.get().ballots == [[1, [2, 0]]]
    assert client.post(page, ranked | {"confirmed": "1"}).status_code == 403
    assert "już oddała głos" in text(client, page) and "Zagłosuj: Grupa" not in text(client, "/n/razem/desk/")
    assert "głos oddany" in text(client, f"{e.page}roll/")
    client.force_login(cast.olga)
    assert client.get(page).status_code == 200 and client.post(page, ranked).status_code == 403


def test_the_result_is_read_and_counted_again_from_its_files(cast, client, clock, tmp_path, capsys):
    e = voted(cast, parties=14, bounds=[Bound("kind", "foundation", 1)])
    for n in range(6, 14):
        e.vote(n, 0, 2)
    e.count()
    clock.move_to(COUNTED)
    client.force_login(e.people[5])
    page = text(client, f"{e.page}result/")
    assert "ma dość głosów na miejsce, ale nie pozwala na to próg: fundacja: co najmniej 1" in page
    for kind, name in (("ballots", "a.blt"), ("bounds", "a.toml"), ("result", "a.json")):
        (tmp_path / name).write_bytes(client.get(f"{e.page}files/{kind}/").content)
    call_command("count_election", str(tmp_path / "a.blt"), "--bounds", str(tmp_path / "a.toml"), "--json")
    again, published = json.loads(capsys.readouterr().out), json.loads((tmp_path / "a.json").read_text())
    assert again["elected"] == published["elected"] and len(again["rounds"]) == len(published["rounds"])
    assert [one["name"] for one in again["displaced"]] == [one["name"] for one in published["displaced"]]
    assert [r["votes"] for r in again["rounds"]] == [r["votes"] for r in published["rounds"]]
    client.force_login(cast.igor)
    assert "Zatwierdź wynik wyborów: Grupa Doradcza" in text(client, "/n/razem/desk/")
    assert client.post(f"{e.page}step/certify/").status_code == 302
    assert Seat.objects.filter(body=e.body).count() == 2
    assert "Wybory" in text(client, f"/n/razem/bodies/{e.body.pk}/")


def test_the_lot_can_be_worked_out_again_from_its_page(cast, client, clock):
    from hashlib import sha256

    e = Hustings(cast).call().stand(0, 1, 2, 3).close()
    client.force_login(cast.ada)
    page = text(client, f"{e.page}lot/")
    keys = re.findall(r"<code>([0-9a-f-]{36})</code>", page)
    seed = re.search(r"<code>([0-9a-f]{32})</code>", page)[1]
    assert len(keys) == 4 and keys == sorted(keys, key=lambda key: sha256((seed + key).encode()).hexdigest())


@pytest.mark.norm("R-06-38", "R-06-43")
def test_the_desk_of_the_office_asks_for_the_elections_that_are_due(cast, client, clock):
    e = Hustings(cast)
    actions.call_off_election(by=e.office, at=NOW, election=e.election, reason="Próba")
    appointed = {"by": e.office, "at": NOW, "body": e.body, "basis": Basis.APPOINTED, "reason": "Zaangażowanie"}
    seats = [
        bodies.fill_seat(person=p, organisation=o, since=DAY, until=DAY + timedelta(40), **appointed)
        for p, o in zip(e.people[:2], e.parties[:2], strict=True)
    ]
    bodies.give_up_seat(by=e.by(0), at=NOW, seat=seats[0])
    client.force_login(cast.igor)
    assert "Ogłoś wybory uzupełniające: Grupa Doradcza" in text(client, "/n/razem/desk/")


@pytest.mark.norm("R-06-38")
def test_a_vacancy_is_filled_from_the_same_ballots_on_the_page(cast, client, clock):
    e = voted(cast, count_back=True).count()
    actions.certify_election(by=e.office, at=COUNTED, election=e.election)
    after = COUNTED + timedelta(days=60)
    clock.move_to(after)
    client.force_login(cast.igor)
    assert "z tych samych głosów</button>" not in text(client, e.page)
    assert client.post(f"{e.page}step/count-back/").status_code == 404
    left = e.elected()[0]
    bodies.give_up_seat(by=e.by(left), at=after, seat=Seat.objects.get(body=e.body, person=e.people[left]))
    assert "Obsadź wolne miejsce" in text(client, e.page)
    assert client.post(f"{e.page}step/count-back/").status_code == 302
    assert Seat.objects.filter(body=e.body, predecessor__person=e.people[left]).count() == 1
