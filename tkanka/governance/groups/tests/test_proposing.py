"""From a draft to an open group, or to a reasoned no."""

from datetime import timedelta

import pytest

from tests.cast import DAY, LONG_AGO, NOW, belongs, organisation, person
from tkanka.governance.bodies.models import Seat
from tkanka.governance.groups import actions, jobs, queries
from tkanka.governance.groups.models import OutsideGroup, Proposal
from tkanka.ground.ledger.queries import records_of
from tkanka.ground.notices.models import Message
from tkanka.network.networks.queries import rulebook_of
from tkanka.network.vocabulary.queries import choices, vocabulary
from tkanka.rules.groups import Reply, Route
from tkanka.rules.ruling import Refused

from .made import THREE_DAYS, advisory, both_agreed, checked, draft, opened, submitted

pytestmark = pytest.mark.django_db
MONDAY = NOW + timedelta(days=3)
LATER = NOW + THREE_DAYS


def codes(refused):
    return {ground.code for ground in refused.value.ruling.failed}


def told(cause):
    return set(Message.objects.filter(cause__startswith=cause).values_list("email", flat=True))


@pytest.mark.norm("R-09-01")
def test_one_member_is_not_enough_and_a_second_person_of_it_is_not_a_second_member(cast):
    proposal = draft(cast)
    with pytest.raises(Refused) as refused:
        actions.submit_proposal(by=cast.by(cast.ada), at=NOW, proposal=proposal)
    assert codes(refused) == {"enough_initiators"}
    invited = actions.invite_initiator(by=cast.by(cast.ada), at=NOW, proposal=proposal, organisation=cast.dach)
    assert invited.agreed_at and proposal.initiators.count() == 1


@pytest.mark.norm("R-09-01")
def test_a_co_initiator_is_invited_by_letter_and_says_yes_itself(cast):
    proposal = draft(cast)
    actions.invite_initiator(by=cast.by(cast.ada), at=NOW, proposal=proposal, organisation=cast.mosty)
    assert told("group_proposal.invited") == {"bea@example.org"}
    with pytest.raises(Refused):
        actions.agree_to_initiate(by=cast.by(cast.ada), at=NOW, proposal=proposal, organisation=cast.mosty)
    actions.agree_to_initiate(by=cast.by(cast.bea), at=NOW, proposal=proposal, organisation=cast.mosty)
    assert queries.initiators_agreed(proposal, DAY) == {cast.dach.pk, cast.mosty.pk}
    with pytest.raises(Refused):
        actions.agree_to_initiate(by=cast.by(cast.bea), at=NOW, proposal=proposal, organisation=cast.mosty)


@pytest.mark.norm("R-09-02", "R-09-23", "R-09-24", "R-09-25", "R-09-26")
@pytest.mark.parametrize(
    "empty", [{"aims": ""}, {"time_frame": "", "ends_on": None}, {"meetings": ""}, {"languages": []}]
)
def test_an_incomplete_proposal_is_kept_but_not_received(cast, empty):
    proposal = both_agreed(cast, **empty)
    with pytest.raises(Refused) as refused:
        actions.submit_proposal(by=cast.by(cast.ada), at=NOW, proposal=proposal)
    assert codes(refused) == {"proposal_complete"}
    assert Proposal.objects.get().submitted_at is None


@pytest.mark.norm("R-09-02")
def test_the_day_of_receipt_starts_the_clock(cast):
    proposal = submitted(cast)
    clock = queries.clock_of(_book(cast), proposal)
    assert (clock.start, clock.opens, clock.due) == (DAY, DAY + timedelta(days=4), DAY + timedelta(days=7))
    assert told("group_proposal.submitted") == {"halina@example.org", "igor@example.org"}
    assert told("group_proposal.confirmed") == {"ada@example.org", "bea@example.org"}


def _book(cast):
    return rulebook_of(cast.razem, DAY)


@pytest.mark.norm("R-09-18")
def test_no_outcome_before_the_second_working_day(cast):
    proposal = checked(cast)
    for at in (NOW, MONDAY):
        with pytest.raises(Refused) as refused:
            actions.open_group(by=cast.by(cast.igor), at=at, proposal=proposal)
        assert codes(refused) == {"verification_not_too_early"}
    assert actions.open_group(by=cast.by(cast.igor), at=LATER, proposal=proposal).pk


@pytest.mark.norm("R-09-13", "R-09-14", "R-09-15", "R-09-16")
def test_no_outcome_before_every_check_is_answered(cast):
    proposal = submitted(cast)
    with pytest.raises(Refused) as refused:
        actions.open_group(by=cast.by(cast.igor), at=LATER, proposal=proposal)
    assert "every_check_answered" in codes(refused)
    with pytest.raises(Refused) as refused:
        actions.check_item(by=cast.by(cast.igor), at=NOW, proposal=proposal, item="values", fine=True, note=" ")
    assert codes(refused) == {"check_noted"}


@pytest.mark.norm("R-09-19", "R-09-20", "A-D3-01")
def test_opening_makes_the_body_with_its_leads_and_writes_to_every_member_at_once(cast):
    other = belongs(organisation("Fundacja Daleka"), cast.razem, main=person("dora"))
    body = opened(cast)
    seats = {seat.organisation: seat.role for seat in Seat.objects.filter(body=body)}
    assert seats == {cast.dach: "lead", cast.mosty: "co_lead"}
    assert body.announced_at == LATER and body.proposal.state == "opened"
    assert told("group.announced") == {"ada@example.org", "bea@example.org", "dora@example.org"}
    assert other.pk and [r.verb for r in records_of(body, 5)].count("group.opened") == 1


@pytest.mark.norm("R-09-19")
def test_when_opening_fails_nobody_is_told(cast, monkeypatch):
    proposal = checked(cast)
    monkeypatch.setattr("tkanka.governance.groups.actions.opening.tell_proposers", lambda *a, **k: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        actions.open_group(by=cast.by(cast.igor), at=LATER, proposal=proposal)
    assert not told("group.announced") and not Seat.objects.exists()
    assert Proposal.objects.get().state == "submitted"


@pytest.mark.norm("R-09-13")
def test_declining_says_on_which_check_and_why_and_they_may_come_back(cast):
    proposal = checked(cast, but="no_duplicate_outside")
    with pytest.raises(Refused) as refused:
        actions.open_group(by=cast.by(cast.igor), at=LATER, proposal=proposal)
    assert codes(refused) == {"checks_passed"}
    actions.decline_proposal(
        by=cast.by(cast.igor), at=LATER, proposal=proposal, item="no_duplicate_outside", explanation="Działa taka w ONZ"
    )
    letter = Message.objects.get(cause__startswith="group_proposal.declined", email="ada@example.org")
    assert "Działa taka w ONZ" in letter.text
    again = draft(cast, earlier=Proposal.objects.get())
    assert again.earlier == proposal and again.state == "draft"


@pytest.mark.norm("R-09-18")
def test_a_question_holds_the_clock_and_the_overdue_goes_to_the_coordinator_once(cast):
    proposal = submitted(cast)
    actions.ask_proposers(by=cast.by(cast.igor), at=MONDAY, proposal=proposal, text="Czym się różnicie?")
    jobs.tell_of_overdue(NOW + timedelta(days=20))
    assert not told("group_proposal.overdue")
    actions.answer_question(by=cast.by(cast.bea), at=NOW + timedelta(days=20), proposal=proposal, text="Zasięgiem.")
    jobs.tell_of_overdue(NOW + timedelta(days=21))
    assert not told("group_proposal.overdue")
    for _ in range(2):
        jobs.tell_of_overdue(NOW + timedelta(days=40))
    assert told("group_proposal.overdue") == {"halina@example.org"}
    assert Message.objects.filter(cause__startswith="group_proposal.overdue").count() == 1
    assert Proposal.objects.get().state == "submitted"


@pytest.mark.norm("R-09-17", "R-06-01")
def test_in_a_hard_case_the_coordinator_asks_the_advisory_group_and_the_clock_goes_on(cast):
    advisory(cast)
    proposal = submitted(cast)
    with pytest.raises(Refused) as refused:
        actions.ask_advisory_group(by=cast.by(cast.igor), at=NOW, proposal=proposal, text="Co sądzicie?")
    assert codes(refused) == {"coordinator_asks_advice"}
    asked = actions.ask_advisory_group(by=cast.by(cast.halina), at=NOW, proposal=proposal, text="Co sądzicie?")
    assert told("advisory_group.asked") == {"bea@example.org"}
    with pytest.raises(Refused):
        actions.give_opinion(by=cast.by(cast.ada), at=NOW, consultation=asked, reply=Reply.NO)
    actions.give_opinion(by=cast.by(cast.bea), at=NOW, consultation=asked, reply=Reply.NO, text="Odradzam")
    assert queries.clock_of(_book(cast), proposal).due == DAY + timedelta(days=7)
    for item in ("values", "scope", "no_duplicate_inside", "no_duplicate_outside"):
        actions.check_item(by=cast.by(cast.igor), at=NOW, proposal=proposal, item=item, fine=True, note="W porządku")
    assert actions.open_group(by=cast.by(cast.igor), at=LATER, proposal=proposal)


@pytest.mark.norm("R-09-03", "R-06-13")
def test_a_strategic_group_waits_for_both_keys(cast):
    advisory(cast, (cast.bea, cast.mosty), (cast.ada, cast.dach))
    proposal = draft(cast, by=cast.by(cast.bea), route=Route.JOINT)
    by = cast.by(cast.bea)
    with pytest.raises(Refused) as refused:
        actions.submit_proposal(by=by, at=NOW, proposal=proposal)
    assert codes(refused) == {"strategic_reason_given", "coordinator_agreed", "advisory_group_agreed"}
    actions.flag_strategic(by=by, at=NOW, proposal=proposal, reason="Dotyczy całej sieci")
    asked = actions.ask_advisory_group(by=by, at=NOW, proposal=proposal, text="Czy otwieramy?")
    actions.give_opinion(by=by, at=NOW, consultation=asked, reply=Reply.YES)
    actions.give_coordinators_key(by=cast.by(cast.halina), at=NOW, proposal=proposal)
    with pytest.raises(Refused) as refused:
        actions.submit_proposal(by=by, at=NOW, proposal=proposal)
    assert codes(refused) == {"advisory_group_agreed"}
    actions.give_opinion(by=cast.by(cast.ada), at=NOW, consultation=asked, reply=Reply.YES)
    assert actions.submit_proposal(by=by, at=NOW, proposal=proposal).state == "submitted"


@pytest.mark.norm("R-09-04")
def test_a_match_is_the_secretariats_and_needs_two_members_who_agreed(cast):
    by = cast.by(cast.igor)
    proposal = draft(cast, by=by, route=Route.MATCH)
    for party, who in ((cast.dach, cast.ada), (cast.mosty, cast.bea)):
        with pytest.raises(Refused):
            actions.submit_proposal(by=by, at=NOW, proposal=proposal)
        actions.invite_initiator(by=by, at=NOW, proposal=proposal, organisation=party)
        actions.agree_to_initiate(by=cast.by(who), at=NOW, proposal=proposal, organisation=party)
    assert actions.submit_proposal(by=by, at=NOW, proposal=proposal).state == "submitted"


def test_a_draft_is_nobody_elses(cast):
    proposal = draft(cast)
    assert queries.concerns(proposal, cast.by(cast.ada), DAY)
    for somebody in (cast.igor, cast.halina, cast.bea, cast.stranger):
        assert not queries.concerns(proposal, cast.by(somebody), DAY)


def found(query, proposal, *by):
    return query(proposal, *by, DAY, vocabulary())


@pytest.mark.norm("R-09-15", "R-09-16", "A-D3-02", "A-44-01")
def test_similar_groups_inside_and_outside_are_found_in_any_inflection(cast):
    opened(cast)
    by = cast.by(cast.igor)
    said = {"name": "Sektor ochrony: pomoc prawna", "lead": "UNHCR", "co_lead": "Fundacja Polska", "sector": "ochrona"}
    actions.list_outside(by=by, at=NOW, network=cast.razem, **said)
    actions.list_outside(by=by, at=NOW, network=cast.razem, name="Gotowanie zupy")
    other = draft(cast, name="Prawna pomoc dla pogranicza", aims="Dyżury prawne")
    assert [one.thing.name for one in found(queries.alike_inside, other, by)] == ["Pomoc prawna na pograniczu"]
    assert [one.thing.name for one in found(queries.alike_outside, other)] == ["Sektor ochrony: pomoc prawna"]
    assert not found(queries.alike_inside, draft(cast, name="Chór seniorów", aims="Wspólny śpiew"), by)


@pytest.mark.norm("R-09-15", "R-09-16")
def test_what_was_chosen_from_the_lists_makes_groups_alike_without_a_word_in_common(cast, client, today):
    sectors = [str(key) for key, _ in choices("sectors")[:2]]
    label = next(word for key, word in choices("sectors"))
    opened(cast, name="Dyżury na granicy", aims="Grafik prawników", concepts=sectors)
    OutsideGroup.objects.create(network=cast.razem, name="Zespół", sector=label, since=LONG_AGO)
    by, other = cast.by(cast.igor), {"name": "Spotkania przy herbacie", "aims": "Wspólne rozmowy"}
    assert not found(queries.alike_inside, draft(cast, **other), by)
    [alike] = found(queries.alike_inside, draft(cast, **other, concepts=sectors), by)
    assert alike.thing.name == "Dyżury na granicy" and label in alike.words
    assert [one.thing.name for one in found(queries.alike_outside, draft(cast, **other, concepts=sectors))] == [
        "Zespół"
    ]
    proposal = draft(cast, **other)
    client.force_login(cast.ada)
    page = f"/n/razem/groups/proposals/{proposal.pk}/"
    assert client.post(page, {"name": "Spotkania", "concepts": sectors}).status_code == 302
    assert Proposal.objects.get(pk=proposal.pk).concepts == sectors
    assert client.post(page, {"name": "Spotkania", "concepts": [str(proposal.pk)]}).status_code == 422
