"""An open group: its terms of reference, support, results, technical groups, its end."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import DAY, LONG_AGO, NOW
from tkanka.governance.bodies.models import Body, Seat
from tkanka.governance.groups import actions, jobs, queries
from tkanka.governance.groups.models import Pot, Result, SupportRequest, Terms
from tkanka.governance.meetings.models import Meeting
from tkanka.ground.notices.models import Message
from tkanka.rules.bodies import Basis, BodyKind, Role
from tkanka.rules.groups import Reply, SupportKind, SupportState
from tkanka.rules.ruling import Refused

from .made import FULL, advisory, group

pytestmark = pytest.mark.django_db
CHARGE = {name: value for name, value in FULL.items() if name != "name"}


def codes(refused):
    return {ground.code for ground in refused.value.ruling.failed}


def told(cause):
    return set(Message.objects.filter(cause__startswith=cause).values_list("email", flat=True))


def led(cast, name="Grupa", kind=BodyKind.WORKING, **more):
    body = group(cast.razem, name, kind, **more)
    Seat.objects.create(
        body=body, person=cast.ada, organisation=cast.dach, role=Role.LEAD, basis=Basis.JOINED, since=LONG_AGO
    )
    return body


def met(body, day):
    at = NOW.replace(year=day.year, month=day.month, day=day.day)
    return Meeting.objects.create(
        network=body.network, body=body, title="Pierwsze", state="called", starts_at=at,
        ends_at=at + timedelta(hours=1), created_at=NOW, called_at=NOW,
    )  # fmt: skip


@pytest.mark.norm("R-09-21")
def test_leads_are_reminded_after_14_25_and_30_days_and_no_more_once_terms_are_there(cast):
    body = led(cast)
    first = DAY
    met(body, first)
    sent = []
    for days in range(40):
        jobs.remind_leads(NOW + timedelta(days=days))
        if Message.objects.filter(cause__startswith="group.terms:").count() > len(sent):
            sent.append(days)
    assert sent == [14, 25, 30]
    assert told("group.terms:") == {"ada@example.org"}


@pytest.mark.norm("R-09-21", "R-09-23")
def test_incomplete_terms_are_accepted_and_end_the_reminders(cast):
    body = led(cast)
    met(body, DAY)
    terms = actions.hand_in_terms(by=cast.by(cast.ada), at=NOW, body=body, aims="Grafik")
    assert terms.number == 1
    jobs.remind_leads(NOW + timedelta(days=20))
    assert not Message.objects.filter(cause=f"group.terms:{body.pk}:{DAY + timedelta(days=14)}").exists()
    again = actions.hand_in_terms(by=cast.by(cast.ada), at=NOW, body=body, **CHARGE)
    assert again.number == 2 and queries.terms_of(body).aims == CHARGE["aims"]
    assert Terms.objects.count() == 2


def test_only_leads_and_offices_write_for_a_group(cast):
    body = led(cast)
    with pytest.raises(Refused) as refused:
        actions.post_update(by=cast.by(cast.bea), at=NOW, body=body, done="Nic")
    assert codes(refused) == {"leads_write"}
    assert actions.post_update(by=cast.by(cast.igor), at=NOW, body=body, done="Spotkanie")


@pytest.mark.norm("R-09-08")
def test_a_short_update_is_asked_for_every_three_months_once_a_period(cast):
    led(cast, opened_on=DAY)
    for days in (80, 93, 94, 95):
        jobs.remind_leads(NOW + timedelta(days=days))
    assert Message.objects.filter(cause__startswith="group.update:").count() == 1


@pytest.mark.norm("R-09-24")
def test_the_end_of_the_time_frame_asks_and_closes_nothing(cast):
    body = led(cast, opened_on=DAY)
    actions.hand_in_terms(by=cast.by(cast.ada), at=NOW, body=body, **CHARGE | {"ends_on": DAY + timedelta(days=10)})
    for days in (9, 10, 11):
        jobs.remind_leads(NOW + timedelta(days=days))
    assert Message.objects.filter(cause__startswith="group.end:").count() == 1
    assert Body.objects.get(pk=body.pk).state == "open"


@pytest.mark.norm("R-05-09", "R-05-10", "R-09-11", "R-09-12", "R-08-07")
def test_strategic_groups_stand_first_and_the_pot_is_never_overdrawn(cast):
    plain, strategic = led(cast, "Zwykła"), led(cast, "Strategiczna", strategic=True)
    by = cast.by(cast.ada)
    first = actions.ask_support(by=by, at=NOW, body=plain, kind=SupportKind.TRANSLATION, text="Ukraiński")
    second = actions.ask_support(
        by=by, at=NOW + timedelta(hours=1), body=strategic, kind=SupportKind.TRANSLATION, text="Angielski"
    )
    assert list(queries.support_queue(cast.razem)) == [second, first]
    office = cast.by(cast.igor)
    pot = actions.state_capacity(
        by=office, at=NOW, network=cast.razem, name="Tłumaczenia", unit="hours", amount=Decimal(10), since=LONG_AGO,
        until=date(2026, 12, 31),
    )  # fmt: skip
    said = {"by": office, "at": NOW, "pot": pot}
    actions.answer_support(request=second, outcome=SupportState.GRANTED, granted=Decimal(8), **said)
    with pytest.raises(Refused) as refused:
        actions.answer_support(request=first, outcome=SupportState.GRANTED, granted=Decimal(3), **said)
    assert codes(refused) == {"within_the_pot"}
    with pytest.raises(Refused) as refused:
        actions.answer_support(request=first, outcome=SupportState.PARTLY, granted=Decimal(2), **said)
    assert codes(refused) == {"support_reason"}
    actions.answer_support(
        request=first, outcome=SupportState.PARTLY, granted=Decimal(2), reason="Tyle zostało", **said
    )
    assert queries.used_of(Pot.objects.get()) == 10 and told("support.answered") == {"ada@example.org"}
    with pytest.raises(Refused):
        actions.answer_support(request=SupportRequest.objects.get(pk=first.pk), outcome=SupportState.REFUSED, **said)


@pytest.mark.norm("R-09-22")
def test_leads_ask_for_help_with_the_terms(cast):
    body = led(cast)
    asked = actions.ask_support(by=cast.by(cast.ada), at=NOW, body=body, kind=SupportKind.TERMS, text="Pomóżcie")
    assert asked.state == "asked" and told("support.asked") == {"halina@example.org", "igor@example.org"}


@pytest.mark.norm("R-05-11", "R-05-21")
def test_a_result_is_told_to_the_members_and_found_by_them_only(cast):
    body = led(cast)
    file = SimpleUploadedFile("wzory.pdf", b"%PDF-1.4 x")
    result = actions.file_result(
        by=cast.by(cast.ada), at=NOW, body=body, title="Wzory pism", text="Dwanaście wzorów", file=file
    )
    assert not result.to_advisory and result.name == "wzory.pdf"
    assert told("group.result:") == {"ada@example.org", "bea@example.org"}


@pytest.mark.norm("R-05-27", "R-06-14", "R-06-15", "R-07-12")
def test_results_of_technical_and_strategic_groups_wait_for_the_advisory_group(cast):
    advisory(cast)
    for name, kind, more in (("T", BodyKind.TECHNICAL, {}), ("S", BodyKind.WORKING, {"strategic": True})):
        body = led(cast, name, kind, **more)
        actions.file_result(by=cast.by(cast.ada), at=NOW, body=body, title=name, text="Wynik")
    assert {r.title for r in queries.results_to_review(cast.razem)} == {"T", "S"}
    assert told("group.to_review") == {"bea@example.org"}
    result = Result.objects.get(title="T")
    with pytest.raises(Refused) as refused:
        actions.note_review(by=cast.by(cast.ada), at=NOW, result=result, review="Dobrze")
    assert codes(refused) == {"advisory_reviews"}
    actions.note_review(by=cast.by(cast.bea), at=NOW, result=result, review="Dobrze")
    assert [r.title for r in queries.results_to_review(cast.razem)] == ["S"]


def intended(cast, name="Dane", at=NOW):
    return actions.put_intention(
        by=cast.by(cast.halina), at=at, network=cast.razem, name=name, purposes=["technical_reflection"], need="Liczby"
    )


@pytest.mark.norm("R-07-13")
def test_the_sixth_technical_group_is_refused_with_the_names_of_the_five(cast):
    advisory(cast)
    for name in "ABCD":
        group(cast.razem, name, BodyKind.TECHNICAL)
    intent = intended(cast, "E")
    with pytest.raises(Refused) as refused:
        intended(cast, "F")
    (ground,) = refused.value.ruling.failed
    assert ground.code == "technical_groups_at_most" and ground.cite == "§7"
    assert ground.facts["running"] == "A, B, C, D, E"
    actions.drop_intention(by=cast.by(cast.halina), at=NOW, intent=intent)
    assert intended(cast, "F").state == "asked"


@pytest.mark.norm("R-07-11", "R-07-01", "R-05-26", "R-07-06", "R-07-09")
@pytest.mark.parametrize(("answered", "days", "may"), [(False, 7, False), (False, 8, True), (True, 0, True)])
def test_a_technical_group_opens_after_an_answer_or_five_working_days_of_silence(cast, answered, days, may):
    advisory(cast)
    intent = intended(cast)
    if answered:
        asked = intent.consultations.get()
        actions.give_opinion(by=cast.by(cast.bea), at=NOW, consultation=asked, reply=Reply.ADVICE, text="Ostrożnie")
    at = NOW + timedelta(days=days)
    if may:
        body = actions.convene_technical(by=cast.by(cast.halina), at=at, intent=intent)
        assert body.kind == BodyKind.TECHNICAL and told("group.announced") == {"ada@example.org", "bea@example.org"}
    else:
        with pytest.raises(Refused) as refused:
            actions.convene_technical(by=cast.by(cast.halina), at=at, intent=intent)
        assert codes(refused) == {"advisory_group_consulted"}


def test_closing_leaves_a_summary_and_nothing_changes_any_more(cast):
    body = led(cast)
    with pytest.raises(Refused) as refused:
        actions.close_group(by=cast.by(cast.ada), at=NOW, body=body, summary=" ")
    assert codes(refused) == {"summary_given"}
    body = actions.close_group(by=cast.by(cast.ada), at=NOW, body=body, summary="Dwanaście wzorów pism.")
    assert body.state == "closed"
    with pytest.raises(Refused) as refused:
        actions.post_update(by=cast.by(cast.igor), at=NOW, body=body, done="Jeszcze coś")
    assert codes(refused) == {"group_not_closed"}


@pytest.mark.norm("R-09-16")
def test_a_list_of_outside_groups_is_taken_in_wholly_or_not_at_all(cast, client, today):
    client.force_login(cast.igor)
    page = "/n/razem/groups/outside/import/"
    good = b"name;lead;sector\nSektor ochrony;UNHCR;ochrona\nSektor zdrowia;WHO;zdrowie\n"
    bad = "name,link\nDobra,\nZła,nie-adres\n".encode()
    answer = client.post(page, {"file": SimpleUploadedFile("x.csv", bad)})
    assert answer.status_code == 422 and "3" in answer.content.decode()
    assert not queries.outside_groups(cast.razem, DAY).exists()
    for _ in range(2):
        assert client.post(page, {"file": SimpleUploadedFile("x.csv", good)}).status_code == 302
    assert [g.name for g in queries.outside_groups(cast.razem, DAY)] == ["Sektor ochrony", "Sektor zdrowia"]
    client.logout()
    assert "Sektor zdrowia" in client.get("/n/razem/groups/outside/").content.decode()


@pytest.mark.norm("R-01-02", "R-02-08")
def test_every_member_reaches_the_groups_and_the_way_to_propose_one(cast, client, today):
    page = client.get("/n/razem/groups/").content.decode()
    assert "/n/razem/groups/propose/" not in page
    for member in (cast.ada, cast.bea):
        client.force_login(member)
        assert "/n/razem/groups/propose/" in client.get("/n/razem/groups/").content.decode()
        assert client.get("/n/razem/groups/propose/").status_code == 200


@pytest.mark.norm("R-07-13")
def test_the_page_for_a_sixth_shows_the_five_and_takes_nothing(cast, client, today):
    for name in ("Dane", "Badania", "Standardy", "Rzecznictwo", "Komunikacja"):
        group(cast.razem, name, BodyKind.TECHNICAL)
    client.force_login(cast.halina)
    page = client.get("/n/razem/groups/technical/new/")
    assert page.status_code == 200
    words = page.content.decode().replace("\xa0", " ")
    assert "Badania, Dane, Komunikacja, Rzecznictwo, Standardy" in words and "§ 7" in words
    sent = {"name": "Szósta", "purposes": ["technical_reflection"], "need": "Rada"}
    assert client.post("/n/razem/groups/technical/new/", sent).status_code == 403
    assert not queries.intents_in(cast.razem).exists()
