"""From the rules to the seats, by actions."""

from datetime import date, timedelta

import pytest

from tests.cast import DAY, LONG_AGO, NOW
from tkanka.governance.bodies import actions as bodies
from tkanka.governance.bodies.models import Seat
from tkanka.governance.bodies.queries import seats_of
from tkanka.governance.elections import actions, jobs
from tkanka.governance.elections.actions import Plan
from tkanka.governance.elections.models import Candidacy, Diversity, Election, Urn, Voter
from tkanka.governance.elections.queries import readiness, turnout_of
from tkanka.ground.ledger.models import Record
from tkanka.ground.notices.models import Message
from tkanka.network.networks.actions import end_membership, take_hosting
from tkanka.network.networks.queries import active_membership
from tkanka.rules.bodies import Basis, EndCause
from tkanka.rules.elections import Bound, Days, ElectionKind, ElectionState
from tkanka.rules.membership import MembershipState
from tkanka.rules.ruling import Refused

from .made import COUNTED, DAYS, LISTED, VOTING, Hustings, voted

pytestmark = pytest.mark.django_db


def codes(refused):
    return {ground.code for ground in refused.value.ruling.failed}


def told(cause):
    return set(Message.objects.filter(cause__startswith=cause).values_list("email", flat=True))


@pytest.mark.norm("R-06-44")
def test_without_published_rules_no_election_is_called(cast):
    e = Hustings(cast)
    with pytest.raises(Refused) as refused:
        actions.call_election(by=e.office, at=NOW, election=e.election)
    assert codes(refused) == {"process_published"}
    with pytest.raises(Refused) as refused:
        actions.publish_process(by=e.office, at=NOW, network=e.network, text="Zasady", advised=" ")
    assert codes(refused) == {"process_with_advisory_group"}
    e.call()
    assert e.election.process.number == 1
    assert {"osoba0@example.org", "ada@example.org", "igor@example.org"} <= told("election.called")
    assert "olga@example.org" not in told("election.called")


@pytest.mark.norm("R-06-39")
def test_more_seats_than_are_free_are_not_elected(cast):
    with pytest.raises(Refused) as refused:
        Hustings(cast, seats=9)
    assert codes(refused) == {"seats_are_open"}


def test_a_body_has_one_election_at_a_time(cast):
    e = Hustings(cast)
    plan = Plan(kind=ElectionKind.TERM, seats=1, days=DAYS)
    with pytest.raises(Refused) as refused:
        actions.plan_election(by=e.office, at=NOW, body=e.body, plan=plan)
    assert codes(refused) == {"one_election_a_body"}
    actions.change_election(by=e.office, at=NOW, election=e.election, plan=plan)
    assert Election.objects.get().seats == 1
    e.call()
    with pytest.raises(Refused):
        actions.change_election(by=e.office, at=NOW, election=e.election, plan=plan)


@pytest.mark.norm("R-06-05", "R-06-46")
def test_somebody_named_by_another_is_asked_and_seen_by_nobody_before_they_agree(cast):
    e = Hustings(cast).call()
    candidacy = e.nominate(1, by=0)
    assert told("election.nominated") == {"osoba1@example.org"}
    with pytest.raises(Refused) as refused:
        actions.answer_nomination(by=e.by(0), at=NOW, candidacy=candidacy, accepts=True, statement="x", consents=True)
    assert codes(refused) == {"answers_own_nomination"}
    actions.answer_nomination(by=e.by(1), at=NOW, candidacy=candidacy, accepts=False)
    assert Candidacy.objects.get().state == "declined"
    with pytest.raises(Refused) as refused:
        e.nominate(1, by=2)
    assert codes(refused) == {"nominated_once"}


@pytest.mark.norm("R-06-40")
def test_nobody_stands_for_an_organisation_they_do_not_act_for(cast):
    e = Hustings(cast).call()
    with pytest.raises(Refused) as refused:
        actions.nominate(by=e.by(0), at=NOW, election=e.election, person=e.people[1], organisation=e.parties[2])
    assert codes(refused) == {"holder_has_mandate"}


@pytest.mark.norm("R-06-45")
def test_an_infeasible_field_extends_nominations_and_says_why(cast):
    e = Hustings(cast, bounds=[Bound("kind", "foundation", 2)]).call().stand(0, 2, 3)
    ready, bounds = readiness(e.election, list(e.election.candidacies.filter(state="accepted")))
    assert not ready and bounds == (Bound("kind", "foundation", 2),)
    with pytest.raises(Refused) as refused:
        e.close()
    assert codes(refused) == {"bounds_can_be_kept"}
    jobs.end_nominations(LISTED)
    later = Election.objects.get()
    assert (later.state, later.extended) == ("nominations", 1)
    assert later.nominations_until == DAYS.nominations_until + timedelta(days=7)
    assert later.voting_until == DAYS.voting_until + timedelta(days=7) < later.term_from
    assert "osoba0@example.org" in told("election.extended")
    for _ in range(5):
        jobs.end_nominations(LISTED + timedelta(days=60))
    stuck = Election.objects.get()
    assert (stuck.state, stuck.extended) == ("nominations", 2)


def test_the_lot_orders_candidates_and_leaves_out_who_may_not_stand_any_more(cast):
    e = Hustings(cast).call().stand(0, 1, 2)
    membership = active_membership(e.network, e.parties[2], DAY)
    end_membership(by=e.office, at=NOW, membership=membership, state=MembershipState.RESIGNED, on=DAY)
    e.close()
    assert sorted(c.place for c in Candidacy.objects.filter(state="accepted")) == [0, 1]
    assert Candidacy.objects.get(person=e.people[2]).state == "lapsed"
    assert Record.objects.get(verb="election.listed").facts["seed"] == e.election.seed
    with pytest.raises(Refused):
        actions.withdraw_candidacy(by=e.by(0), at=LISTED, candidacy=Candidacy.objects.get(person=e.people[0]))


@pytest.mark.norm("R-08-10", "R-06-48")
def test_the_roll_is_frozen_with_the_reason_of_each_exclusion(cast):
    e = Hustings(cast).call().stand(0, 1).close().open()
    assert turnout_of(e.election).entitled == len(e.parties) + 2
    assert Voter.objects.get(organisation=cast.observer).excluded == "observer"
    assert "olga@example.org" not in told("election.opened") and "osoba0@example.org" in told("election.opened")
    with pytest.raises(Refused) as refused:
        actions.cast_ballot(
            by=cast.by(cast.olga), at=VOTING, election=e.election, organisation=cast.observer, ranking=[0]
        )
    assert "on_the_roll" in codes(refused)


@pytest.mark.norm("R-06-48")
def test_one_final_ballot_an_organisation(cast):
    e = Hustings(cast).call().stand(0, 1).close().open().vote(3, 0)
    with pytest.raises(Refused) as refused:
        e.vote(3, 1)
    assert codes(refused) == {"one_ballot_an_organisation"}
    for ranking in ([], [0, 0], [7], [-1]):
        with pytest.raises(Refused) as refused:
            actions.cast_ballot(by=e.by(4), at=VOTING, election=e.election, organisation=e.parties[4], ranking=ranking)
        assert codes(refused) == {"ballot_is_a_ranking"}
    with pytest.raises(Refused) as refused:
        e.vote(4, 0, at=COUNTED)
    assert codes(refused) == {"election_vote_open"}
    assert sum(Urn.objects.get().counted.values()) == 1


def test_who_has_not_voted_is_reminded_once(cast):
    Hustings(cast).call().stand(0, 1).close().open().vote(0, 1)
    for _ in range(2):
        jobs.recall_votes(NOW + timedelta(days=28))
    assert "osoba0@example.org" not in told("election.recalled") and "osoba1@example.org" in told("election.recalled")
    assert Message.objects.filter(cause__startswith="election.recalled", email="osoba1@example.org").count() == 1


@pytest.mark.norm("R-06-40", "R-06-45")
def test_jobs_lead_an_election_to_its_result(cast):
    e = Hustings(cast, parties=14, bounds=[Bound("kind", "foundation", 1)]).call().stand(0, 2, 4, 5)
    jobs.end_nominations(LISTED)
    jobs.open_votes(VOTING)
    e.election = Election.objects.get()
    for n in range(13):
        e.vote(n, *[(0, 2), (2, 0), (0, 2), (4, 2)][n % 4])
    jobs.count_votes(VOTING)
    assert Election.objects.get().state == ElectionState.VOTING
    jobs.count_votes(COUNTED)
    e.election = Election.objects.get()
    assert (e.election.method, e.elected()) == ("stv", [0, 5])
    lost = {e.people.index(Candidacy.objects.get(place=place).person) for place, _ in e.election.result["displaced"]}
    assert lost == {2}
    assert "osoba0@example.org" in told("election.counted")


def test_a_vote_nobody_took_part_in_is_called_off(cast):
    e = Hustings(cast).call().stand(0, 1).close().open()
    jobs.count_votes(COUNTED)
    with pytest.raises(Refused) as refused:
        e.count()
    assert codes(refused) == {"somebody_voted"}
    actions.call_off_election(by=e.office, at=COUNTED, election=e.election, reason="Nikt nie zagłosował.")
    assert not Urn.objects.exists() and "osoba0@example.org" in told("election.called_off")


def certified(cast, **more):
    e = voted(cast, **more).count()
    assert actions.certify_election(by=e.office, at=COUNTED, election=e.election) == []
    e.election.refresh_from_db()
    return e


@pytest.mark.norm("R-06-05", "R-06-48")
def test_the_elected_sit_for_the_term_as_persons_of_an_organisation(cast):
    e = certified(cast)
    seats = list(seats_of(e.body, DAYS.term_from))
    assert {(s.person, s.organisation) for s in seats} == {(e.people[n], e.parties[n]) for n in e.elected()}
    assert {(s.basis, s.since, s.until) for s in seats} == {("elected", DAYS.term_from, DAYS.term_until)}
    assert Record.objects.get(verb="election.certified").cites == ["§6"]


@pytest.mark.norm("R-06-41", "R-06-43", "R-06-48")
def test_the_first_are_appointed_for_nine_months_and_after_an_election_nobody_is(cast):
    e = Hustings(cast)
    appointed = {"by": e.office, "at": NOW, "body": e.body, "basis": Basis.APPOINTED, "reason": "Zaangażowanie"}
    first = bodies.fill_seat(person=e.people[0], organisation=e.parties[0], since=DAY, **appointed)
    assert first.until == date(2027, 8, 20)
    bodies.end_seat(by=e.office, at=NOW, seat=first, cause=EndCause.MISTAKE, reason="Test")
    e.call().stand(0, 1, 2).close().open().vote(3, 0, 1).count()
    actions.certify_election(by=e.office, at=COUNTED, election=e.election)
    with pytest.raises(Refused) as refused:
        bodies.fill_seat(person=e.people[5], organisation=e.parties[5], since=DAYS.term_from, **appointed)
    assert "only_first_appointed" in codes(refused)


def test_who_may_not_sit_any_more_leaves_the_seat_vacant(cast):
    e = voted(cast).count()
    gone = e.elected()[0]
    membership = active_membership(e.network, e.parties[gone], DAY)
    end_membership(by=e.office, at=COUNTED, membership=membership, state=MembershipState.RESIGNED, on=COUNTED.date())
    missing = actions.certify_election(by=e.office, at=COUNTED, election=e.election)
    assert [one.person for one in missing] == [e.people[gone]]
    assert Seat.objects.count() == 1


@pytest.mark.norm("R-06-47")
def test_answers_on_age_and_origin_are_counted_without_a_name_and_deleted(cast):
    e = Hustings(cast).call().stand(0, 1)
    for n in (0, 1):
        candidacy = Candidacy.objects.get(person=e.people[n])
        actions.tell_of_oneself(
            by=e.by(n), at=NOW, candidacy=candidacy, answers={"age": "30_44", "gender": "x", "other": "y"}
        )
    assert Diversity.objects.get().counts == {"age": {"30_44": 2}}
    with pytest.raises(Refused) as refused:
        actions.tell_of_oneself(by=e.by(0), at=NOW, candidacy=Candidacy.objects.get(person=e.people[0]), answers={})
    assert codes(refused) == {"told_once"}
    assert all("30_44" not in str(record.facts) for record in Record.objects.all())
    e.close().open().vote(3, 0).count()
    actions.certify_election(by=e.office, at=COUNTED, election=e.election)
    assert not Diversity.objects.exists()


AFTER = COUNTED + timedelta(days=60)


def stepped_down(e, n):
    seat = Seat.objects.get(body=e.body, person=e.people[n])
    return bodies.give_up_seat(by=e.by(n), at=AFTER, seat=seat)


@pytest.mark.norm("R-06-38")
def test_after_somebody_stepped_down_a_by_election_fills_the_rest_of_the_term(cast):
    e = certified(cast, seats=2)
    left = e.elected()[0]
    stepped_down(e, left)
    day = AFTER.date()
    days = Days(day + timedelta(7), day + timedelta(9), day + timedelta(20), day + timedelta(25), DAYS.term_until)
    plan = Plan(kind=ElectionKind.BY_ELECTION, seats=1, days=days)
    e.election = actions.plan_election(by=e.office, at=AFTER, body=e.body, plan=plan)
    e.election = actions.call_election(by=e.office, at=AFTER, election=e.election)
    sitting = Seat.objects.get(body=e.body, until=DAYS.term_until, ended_because="").person
    with pytest.raises(Refused) as refused:
        actions.nominate(by=e.by(5), at=AFTER, election=e.election, person=sitting,
                         organisation=e.parties[e.people.index(sitting)])  # fmt: skip
    assert {"one_seat_a_person", "seats_of_one_organisation"} <= codes(refused)


@pytest.mark.norm("R-06-38")
def test_a_count_back_fills_the_vacancy_where_it_was_agreed(cast):
    e = certified(cast, count_back=True)
    left, stays = e.elected()
    seat = stepped_down(e, left)
    new = actions.count_back(by=e.office, at=AFTER, election=e.election, left=seat)
    assert (new.predecessor, new.until) == (seat, DAYS.term_until)
    assert new.person not in (e.people[left], e.people[stays])
    assert {s.person for s in seats_of(e.body, AFTER.date())} == {e.people[stays], new.person}


def test_no_count_back_where_it_was_not_agreed(cast):
    e = certified(cast)
    seat = stepped_down(e, e.elected()[0])
    with pytest.raises(Refused) as refused:
        actions.count_back(by=e.office, at=AFTER, election=e.election, left=seat)
    assert codes(refused) == {"count_back_was_agreed"}


@pytest.mark.norm("R-04-08")
def test_the_host_keeps_its_own_seat_of_the_eight(cast):
    take_hosting(by=cast.by(cast.halina), at=NOW, network=cast.razem, organisation=cast.dach, since=LONG_AGO)
    with pytest.raises(Refused) as refused:
        Hustings(cast, seats=8)
    assert codes(refused) == {"seats_are_open"}
