"""A message to an organisation reaches its people, and shows no address to the one who writes."""

from datetime import timedelta

import pytest

from tests.cast import NOW, SYSTEM, person
from tkanka.ground.ledger.models import Record
from tkanka.ground.notices.models import Message
from tkanka.network.directory.limits import Limit
from tkanka.network.networks.actions import end_mandates, give_mandate

pytestmark = pytest.mark.django_db
TYPED = {
    "name": "Jan Gość",
    "email": "jan@gosc.example",
    "subject": "Pytanie",
    "message": "Czy pomożecie?",
    "agree": "on",
}


def page(cast):
    return f"/n/razem/organisations/{cast.dach.pk}/write/"


def letters():
    return Message.objects.filter(cause__startswith="organisation.written_to")


def test_it_goes_to_those_who_answer_with_the_senders_address(cast, client):
    assert client.post(page(cast), TYPED).status_code == 302
    letter = letters().get()
    assert letter.person == cast.ada.pk
    assert "jan@gosc.example" in letter.text
    assert "Czy pomożecie?" in letter.text
    assert cast.ada.email not in client.get(page(cast)).content.decode()


def test_whoever_keeps_communication_gets_it_first(cast, client):
    celina = person("celina")
    give_mandate(by=SYSTEM, at=NOW, person=celina, organisation=cast.dach, capacity="communication")
    client.post(page(cast), TYPED)
    assert letters().get().person == celina.pk


def test_somebody_signed_in_writes_under_their_own_address(cast, sign_in):
    sign_in(cast.bea).post(page(cast), TYPED | {"email": "ktos@inny.example"})
    assert cast.bea.email in letters().get().text
    assert "ktos@inny" not in letters().get().text


def test_where_nobody_answers_one_is_told_so(cast, client):
    end_mandates(by=SYSTEM, at=NOW, organisation=cast.dach)
    answer = client.post(page(cast), TYPED)
    assert "nikogo, kto" in answer.content.decode()
    assert not letters().exists()


def test_the_ledger_knows_that_somebody_wrote_and_not_what(cast, client):
    client.post(page(cast), TYPED)
    told = str(Record.objects.filter(verb="organisation.written_to").values().get())
    assert not [text for text in TYPED.values() if text in told and text != "on"]


def test_too_many_messages_from_one_place_are_stopped_and_kept_on_the_page(cast, client):
    for _ in range(5):
        assert client.post(page(cast), TYPED).status_code == 302
    answer = client.post(page(cast), TYPED)
    assert answer.status_code == 200
    assert answer.context["form"]["message"].value() == "Czy pomożecie?"
    assert letters().count() == 5
    assert client.post(page(cast), TYPED, REMOTE_ADDR="10.1.2.3").status_code == 302


def test_machines_fill_in_what_people_do_not_see(cast, client):
    assert client.post(page(cast), TYPED | {"website": "http://spam.example"}).status_code == 302
    assert not letters().exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [("email", "jan@"), ("name", ""), ("message", " "), ("subject", "x" * 121), ("agree", ""), ("message", "a\0b")],
)
def test_what_is_missing_or_wrong_is_sent_back(cast, client, field, value):
    answer = client.post(page(cast), TYPED | {field: value})
    assert list(answer.context["form"].errors) == [field]
    assert not letters().exists()


def test_a_line_end_in_the_subject_makes_no_header(cast, client):
    client.post(page(cast), TYPED | {"subject": "Cześć\r\nBcc: all@example.org"})
    assert "\n" not in letters().get().subject


def test_the_hour_of_a_limit_runs_from_the_first_time_on(db, time_machine):
    limit = Limit("tried", 3, 3600)
    time_machine.move_to(NOW, tick=False)
    assert [limit.take("a") for _ in range(4)] == [True, True, True, False]
    assert limit.take("b")
    time_machine.move_to(NOW + timedelta(minutes=59), tick=False)
    assert not limit.take("a")
    time_machine.move_to(NOW + timedelta(minutes=61), tick=False)
    assert limit.take("a")
