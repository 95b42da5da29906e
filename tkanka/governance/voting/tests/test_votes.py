"""From a draft to the verdict, with who may do what on the way."""

from datetime import timedelta

import pytest

from tests.cast import DAY, NOW, SYSTEM, belongs, keeps, organisation, person
from tkanka.governance.voting import actions, jobs
from tkanka.governance.voting.models import Ballot, Poll, Voter
from tkanka.governance.voting.personal import export_of
from tkanka.ground.ledger.models import Record
from tkanka.ground.notices.models import Message
from tkanka.network.networks.actions import end_membership, give_mandate
from tkanka.network.networks.models import Hosting, Status
from tkanka.rules.membership import MembershipState
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Capacity, Office
from tkanka.rules.voting import Base, Method, PollKind, Secrecy, Tie, recount, threshold

from .makers import ABSTAIN, AGAINST, FOR, LATER, advisory, again, by, drafted, line_of, opened, says

pytestmark = pytest.mark.django_db
OVER = LATER + timedelta(minutes=1)


def codes(refused):
    return {ground.code for ground in refused.value.ruling.failed}


def told(letter):
    return set(Message.objects.filter(cause__startswith=f"poll.{letter}").values_list("email", flat=True))


@pytest.mark.norm("R-08-10", "A-40-01")
def test_every_member_has_one_vote_and_an_observer_none(cast):
    poll = opened(cast)
    assert set(Voter.objects.values_list("organisation__name", "entitled")) == {
        (cast.dach.name, True), (cast.mosty.name, True),
    }  # fmt: skip
    assert told("opened") == {"ada@example.org", "bea@example.org"}
    says(cast, poll, cast.ada, FOR, cast.dach)
    with pytest.raises(Voter.DoesNotExist):
        says(cast, poll, cast.olga, FOR, cast.observer)
    closed = actions.close_poll(by=jobs.SYSTEM, at=OVER, poll=poll)
    assert (closed.state, closed.published["verdict"]["in_favour"], closed.closed_at) == ("passed", 1, LATER)
    assert told("ended") >= {"ada@example.org", "bea@example.org", "igor@example.org"}
    assert recount(closed.published)[2]


def test_somebody_who_came_later_is_not_on_the_roll(cast):
    poll = opened(cast)
    late = belongs(organisation("Późna"), cast.razem, main=cast.stranger, since=DAY)
    assert not Voter.objects.filter(organisation=late).exists()
    actions.close_poll(by=jobs.SYSTEM, at=OVER, poll=poll)
    assert again(poll).state == "failed"


def test_any_mandated_person_casts_and_replaces_the_vote_of_the_organisation(cast):
    poll = opened(cast)
    give_mandate(
        by=SYSTEM, at=NOW, person=cast.stranger, organisation=cast.dach, capacity=Capacity.ALTERNATE, since=DAY
    )
    says(cast, poll, cast.ada, FOR, cast.dach)
    says(cast, poll, cast.stranger, AGAINST, cast.dach)
    ballot = Ballot.objects.get()
    assert (ballot.choice, ballot.cast_by) == ("against", cast.stranger)
    with pytest.raises(Refused) as refused:
        says(cast, poll, cast.bea, FOR, cast.dach)
    assert codes(refused) == {"speaks_for_the_organisation"}
    assert export_of(cast.stranger.pk)["votes"][0]["choice"] == "against"


def test_an_organisation_that_left_votes_no_more_and_its_vote_stands(cast):
    poll = opened(cast)
    says(cast, poll, cast.ada, FOR, cast.dach)
    for party in (cast.dach, cast.mosty):
        membership = party.memberships.get(network=cast.razem)
        end_membership(by=SYSTEM, at=NOW, membership=membership, state=MembershipState.RESIGNED, on=DAY)
    for somebody, party in ((cast.ada, cast.dach), (cast.bea, cast.mosty)):
        with pytest.raises(Refused):
            says(cast, poll, somebody, AGAINST, party)
    closed = actions.close_poll(by=jobs.SYSTEM, at=OVER, poll=poll)
    assert closed.published["verdict"]["in_favour"] == 1


@pytest.mark.parametrize("at", [LATER, OVER])
def test_after_the_hour_nobody_votes(cast, at):
    poll = opened(cast)
    with pytest.raises(Refused) as refused:
        says(cast, poll, cast.ada, FOR, cast.dach, at=at)
    assert codes(refused) == {"vote_is_open"}


def test_nobody_entitled_nobody_asked(cast):
    for party in (cast.dach, cast.mosty):
        membership = party.memberships.get(network=cast.razem)
        end_membership(by=SYSTEM, at=NOW, membership=membership, state=MembershipState.RESIGNED, on=DAY)
    with pytest.raises(Refused) as refused:
        opened(cast)
    assert codes(refused) == {"somebody_is_entitled"}
    assert Poll.objects.get().state == "draft" and not Message.objects.filter(cause__startswith="poll.").exists()


def test_a_vote_closes_by_itself_at_its_hour_and_before_it_only_when_all_have_voted(cast):
    poll = opened(cast)
    says(cast, poll, cast.ada, FOR, cast.dach)
    with pytest.raises(Refused) as refused:
        actions.close_poll(by=cast.by(cast.igor), at=NOW, poll=poll)
    assert codes(refused) == {"vote_over"}
    jobs.close_due(NOW)
    assert again(poll).state == "open"
    jobs.close_due(OVER)
    jobs.close_due(OVER)
    assert again(poll).state == "passed"
    assert Record.objects.filter(verb="vote.closed").count() == 1


def test_the_silent_are_reminded_once(cast):
    poll = opened(cast)
    says(cast, poll, cast.ada, FOR, cast.dach)
    jobs.remind_silent(NOW + timedelta(days=1))
    assert not told("reminder")
    for days in (4, 5):
        jobs.remind_silent(NOW + timedelta(days=days))
    assert told("reminder") == {"bea@example.org"}
    assert Message.objects.filter(cause__startswith="poll.reminder").count() == 1


@pytest.mark.norm("R-06-27")
def test_the_seat_of_the_host_stands_on_the_roll_without_a_vote(cast):
    group = advisory(cast.razem)
    host = group.seats.first().organisation
    Hosting.objects.create(network=cast.razem, organisation=host, since=DAY)
    poll = drafted(cast, kind=PollKind.SEPARATION, body=group)
    met = {"interest_of_a_side_stated", "successor_named", "successor_accepted", "successor_is_not_host"}
    poll = actions.open_poll(by=cast.by(cast.igor), at=NOW, poll=poll, met=met)
    left = Voter.objects.get(entitled=False)
    assert (left.organisation, left.kind, left.who, left.cite) == (host, "no_vote", "seat_of_host", "§6")
    assert (Voter.objects.filter(entitled=True).count(), poll.vacant) == (6, 1)
    for line in Voter.objects.filter(entitled=True).select_related("person"):
        says(cast, poll, line.person, FOR)
    with pytest.raises(Refused):
        says(cast, poll, left.person, FOR)
    closed = actions.close_poll(by=cast.by(cast.igor), at=NOW, poll=poll)
    assert (closed.state, closed.published["verdict"]["needed"]) == ("passed", 6)
    assert "§6" in Record.objects.get(verb="vote.closed").cites


def test_two_people_of_one_organisation_sit_as_persons_and_a_seat_votes_itself_alone(cast):
    group = advisory(cast.razem, 3)
    poll = opened(cast, kind=PollKind.ORDINARY, body=group)
    first, second, _third = (seat.person for seat in group.seats.order_by("person__name"))
    with pytest.raises(Refused) as refused:
        actions.cast(by=by(second, cast.razem), at=NOW, voter=line_of(poll, somebody=first), choice=FOR)
    assert codes(refused) == {"own_vote"}
    says(cast, poll, first, FOR)
    says(cast, poll, second, ABSTAIN)
    assert actions.close_poll(by=jobs.SYSTEM, at=OVER, poll=poll).state == "passed"


@pytest.mark.norm("R-06-07")
def test_stepping_back_leaves_the_entitled_and_says_why(cast):
    poll = opened(cast)
    line = line_of(poll, cast.dach)
    actions.recuse(by=cast.by(cast.ada), at=NOW, voter=line, reason="To nasz projekt")
    says(cast, poll, cast.bea, FOR, cast.mosty)
    with pytest.raises(Refused):
        says(cast, poll, cast.ada, FOR, cast.dach)
    with pytest.raises(Refused):
        actions.recuse(by=cast.by(cast.bea), at=NOW, voter=line_of(poll, cast.mosty), reason="Za późno")
    closed = actions.close_poll(by=jobs.SYSTEM, at=OVER, poll=poll)
    said = next(one for one in closed.published["voters"] if not one["entitled"])
    assert (said["who"], said["reason"]) == ("stepped_back", "To nasz projekt")


def test_an_objection_says_why_and_comes_back_answered(cast):
    poll = opened(cast, choices={"method": Method.CONSENSUS})
    with pytest.raises(Refused) as refused:
        says(cast, poll, cast.ada, AGAINST, cast.dach)
    assert codes(refused) == {"vote_objection_says_why"}
    says(cast, poll, cast.ada, AGAINST, cast.dach, reason="Za drogo")
    says(cast, poll, cast.bea, FOR, cast.mosty)
    assert actions.close_poll(by=jobs.SYSTEM, at=OVER, poll=poll).state == "failed"
    with pytest.raises(Refused):
        actions.go_round_again(by=cast.by(cast.igor), at=OVER, poll=poll, response=" ", text="", closes_at=None)
    later = OVER + timedelta(days=7)
    second = actions.go_round_again(
        by=cast.by(cast.igor), at=OVER, poll=poll, response="Taniej o połowę", text="Nowy kosztorys", closes_at=later
    )
    actions.open_poll(by=cast.by(cast.igor), at=OVER, poll=second)
    says(cast, second, cast.ada, FOR, cast.dach, at=OVER)
    assert actions.close_poll(by=jobs.SYSTEM, at=later, poll=second).state == "passed"
    with pytest.raises(Refused):
        actions.go_round_again(by=cast.by(cast.igor), at=OVER, poll=poll, response="Znów", text="", closes_at=later)


@pytest.mark.parametrize(
    ("tie", "states"), [(Tie.FAILS, {"failed"}), (Tie.REPEAT, {"repeated"}), (Tie.LOT, {"passed", "failed"})]
)
def test_a_tie_ends_as_it_was_agreed_before(cast, tie, states):
    poll = opened(cast, choices={"tie": tie})
    assert bool(poll.lot) is (tie is Tie.LOT)
    says(cast, poll, cast.ada, FOR, cast.dach)
    says(cast, poll, cast.bea, AGAINST, cast.mosty)
    closed = actions.close_poll(by=jobs.SYSTEM, at=OVER, poll=poll)
    assert closed.state in states and recount(closed.published)[2]


def test_an_open_vote_is_changed_by_nobody(cast):
    poll = opened(cast)
    with pytest.raises(Refused) as refused:
        actions.change_draft(
            by=cast.by(cast.igor), at=NOW, poll=poll, title="Inne", text="", closes_at=LATER, choices={}
        )
    assert codes(refused) == {"vote_not_open_yet"}
    with pytest.raises(Refused):
        actions.open_poll(by=cast.by(cast.igor), at=NOW, poll=poll)


def test_a_draft_is_changed_and_called_off_without_a_letter(cast):
    poll = drafted(cast)
    changed = actions.change_draft(
        by=cast.by(cast.igor), at=NOW, poll=poll, title="Czy drukujemy?", text="", closes_at=LATER,
        choices={"passes": threshold(">= 2/3")},
    )  # fmt: skip
    assert str(again(changed).decision.passes.value) == ">= 2/3"
    actions.call_off(by=cast.by(cast.igor), at=NOW, poll=poll, reason="Nie ma o czym")
    assert not told("ended")


def test_an_open_vote_is_called_off_with_a_reason_for_everybody(cast):
    poll = opened(cast)
    with pytest.raises(Refused):
        actions.call_off(by=cast.by(cast.ada), at=NOW, poll=poll, reason="Nie chcę")
    actions.call_off(by=cast.by(cast.igor), at=NOW, poll=poll, reason="Pytanie było źle zadane")
    assert "ada@example.org" in told("ended")
    assert "Pytanie było źle zadane" in Message.objects.filter(cause__startswith="poll.ended").first().text


def test_what_became_of_a_decision(cast):
    poll = opened(cast)
    with pytest.raises(Refused):
        actions.follow_up(by=cast.by(cast.igor), at=NOW, poll=poll, text="", review_on=None, done=False)
    says(cast, poll, cast.ada, FOR, cast.dach)
    actions.close_poll(by=jobs.SYSTEM, at=OVER, poll=poll)
    noted = actions.follow_up(
        by=cast.by(cast.igor),
        at=OVER,
        poll=poll,
        text="Drukarnia wybrana",
        review_on=DAY + timedelta(days=90),
        done=False,
    )
    assert (noted.follow_up, noted.done_on) == ("Drukarnia wybrana", None)


def test_where_the_charter_knows_no_votes_members_vote_by_a_rule_the_network_added(cast, warmia):
    office = by(keeps(person("sekretarz"), warmia, Office.SECRETARIAT), warmia)
    belongs(organisation("Nad Łyną"), warmia, main=cast.stranger)
    asked = {"network": warmia, "kind": PollKind.MEMBERS, "title": "Czy jedziemy?", "closes_at": LATER}
    with pytest.raises(Refused) as refused:
        actions.draft_poll(by=office, at=NOW, **asked)
    assert codes(refused) == {"network_added_a_rule"}
    own = actions.add_rule(by=office, at=NOW, network=warmia, name="Zwykła", choices={"passes": threshold(">= 2/3")})
    with pytest.raises(Refused) as refused:
        actions.add_rule(by=office, at=NOW, network=warmia, name="Zwykła ", choices={})
    assert codes(refused) == {"rule_name_free"}
    poll = actions.draft_poll(by=office, at=NOW, own=own, **asked)
    assert str(poll.decision.passes.value) == ">= 2/3"
    actions.end_rule(by=office, at=NOW, own=own)
    with pytest.raises(Refused):
        actions.draft_poll(by=office, at=NOW, **asked)
    assert cast.observer.memberships.get().status == Status.OBSERVER


def test_secret_and_unanimous_is_refused(cast):
    with pytest.raises(Refused) as refused:
        drafted(cast, choices={"secrecy": Secrecy.SECRET, "passes": threshold(">= 1/1"), "base": Base.ENTITLED})
    assert codes(refused) == {"not_secret_and_unanimous"}
