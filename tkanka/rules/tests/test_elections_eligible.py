"""Who prepares, stands, nominates and votes in elections, and when."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from tkanka.rules import elections
from tkanka.rules.bodies import Basis, BodyKind, Candidate, Period, Room, Taken, types_of
from tkanka.rules.elections import Counting, Days, ElectionState

from .cast import COORDINATOR, HOST, MOST, RAZEM, SECRETARIAT, SIEC, SOMEBODY, TRATWA, codes, ground, of

TODAY = date(2026, 11, 20)
DAYS = Days(TODAY, TODAY + timedelta(2), TODAY + timedelta(9), TODAY + timedelta(20), date(2027, 12, 31))
TERM = Period(DAYS.term_from, DAYS.term_until)
ADVISORY = types_of(RAZEM)[BodyKind.ADVISORY]
ROOM = Room(ADVISORY)
PLAN = {"room": ROOM, "seats": 8, "days": DAYS, "hidden": False, "running": False}
PERSON = UUID(int=50)
STANDS = Candidate(PERSON, TERM, Basis.ELECTED, organisation=MOST, is_member=True, belongs=True, has_mandate=True)


def taken(count, organisation=None, until=None):
    return tuple(Taken(Period(date(2026, 1, 1), until), UUID(int=100 + n), organisation) for n in range(count))


@pytest.mark.norm("R-06-44", "R-06-39")
@pytest.mark.parametrize(
    ("by", "more", "missing"),
    [
        (SECRETARIAT, {}, set()),
        (COORDINATOR, {}, set()),
        (of(MOST), {}, {"office_runs_elections"}),
        (SECRETARIAT, {"seats": 9}, {"seats_are_open"}),
        (SECRETARIAT, {"seats": 0}, {"seats_are_open"}),
        (SECRETARIAT, {"hidden": True}, {"body_is_known"}),
        (SECRETARIAT, {"running": True}, {"one_election_a_body"}),
        (SECRETARIAT, {"room": Room(types_of(RAZEM)[BodyKind.WORKING])}, {"body_is_elected", "seats_are_open"}),
        (SECRETARIAT, {"days": replace(DAYS, voting_from=TODAY)}, {"election_days_follow"}),
        (SECRETARIAT, {"days": replace(DAYS, term_from=DAYS.voting_until)}, {"election_days_follow"}),
        (SECRETARIAT, {"days": replace(DAYS, term_until=DAYS.term_from)}, {"election_days_follow"}),
    ],
)
def test_an_election_is_prepared_by_the_secretariat_for_seats_that_will_be_free(by, more, missing):
    ruling = elections.may_plan(RAZEM, by, **PLAN | more)
    assert codes(ruling) == missing
    assert ground(ruling, "office_runs_elections").cite == "§6"


@pytest.mark.norm("R-04-08", "R-06-39")
@pytest.mark.parametrize(
    ("room", "free"),
    [
        (ROOM, 8),
        (Room(ADVISORY, host=HOST), 7),
        (Room(ADVISORY, host=HOST, taken=taken(1, HOST)), 7),
        (Room(ADVISORY, host=HOST, taken=(*taken(1, HOST), *taken(7, MOST)[1:])), 1),
        (Room(ADVISORY, taken=taken(7)), 1),
        (Room(ADVISORY, taken=taken(8)), 0),
        (Room(ADVISORY, taken=taken(8, until=TERM.since)), 8),
    ],
)
def test_the_host_has_its_own_seat_of_the_eight_and_the_others_are_elected(room, free):
    assert elections.seats_open(room, TERM) == free


@pytest.mark.norm("R-06-44")
def test_without_published_rules_no_nominations_open():
    ruling = elections.may_call(RAZEM, SECRETARIAT, published=False, days=DAYS, today=TODAY)
    assert codes(ruling) == {"process_published"} and ground(ruling, "process_published").cite == "§6"
    assert elections.may_call(RAZEM, SECRETARIAT, published=True, days=DAYS, today=TODAY)
    late = elections.may_call(RAZEM, SECRETARIAT, published=True, days=DAYS, today=TODAY + timedelta(1))
    assert codes(late) == {"nominations_have_time"}
    assert codes(elections.may_publish_process(RAZEM, SECRETARIAT, told=True, advised=False)) == {
        "process_with_advisory_group"
    }
    assert elections.may_publish_process(SIEC, SECRETARIAT, told=True, advised=False)


@pytest.mark.norm("R-06-05", "R-06-40")
@pytest.mark.parametrize(
    ("room", "more", "missing"),
    [
        (ROOM, {}, set()),
        (ROOM, {"is_member": False}, {"seat_of_a_member"}),
        (ROOM, {"organisation": None}, {"seat_of_a_member"}),
        (ROOM, {"has_mandate": False}, {"holder_has_mandate"}),
        (ROOM, {"is_coordinator": True}, {"coordinator_without_seat"}),
        (Room(ADVISORY, taken=taken(1, MOST)), {}, {"seats_of_one_organisation"}),
        (Room(ADVISORY, taken=taken(1, MOST, TERM.since)), {}, set()),
        (Room(ADVISORY, taken=taken(1, TRATWA)), {"person": UUID(int=100)}, {"one_seat_a_person"}),
        (Room(ADVISORY, host=MOST), {}, {"host_designates_its_seat"}),
    ],
)
def test_who_stands_acts_for_a_member_and_may_sit_there(room, more, missing):
    assert codes(elections.may_stand(RAZEM, room=room, candidate=replace(STANDS, **more))) == missing


@pytest.mark.norm("R-04-12")
def test_staff_of_the_secretariat_never_stand_for_the_host():
    candidate = replace(STANDS, organisation=HOST, for_host=True, is_secretariat=True)
    ruling = elections.may_stand(RAZEM, room=Room(ADVISORY, host=HOST), candidate=candidate)
    assert "not_secretariat_for_host" in codes(ruling)


@pytest.mark.norm("R-06-46")
@pytest.mark.parametrize(
    ("by", "more", "missing"),
    [
        (of(MOST), {}, set()),
        (SOMEBODY, {}, {"members_nominate"}),
        (of(MOST, member=False), {}, {"members_nominate"}),
        (of(MOST), {"state": ElectionState.LISTED}, {"nominations_open"}),
        (of(MOST), {"today": TODAY + timedelta(1)}, {"nominations_open"}),
        (of(MOST), {"again": True}, {"nominated_once"}),
    ],
)
def test_anybody_who_speaks_for_a_member_nominates_while_there_is_time(by, more, missing):
    told = {"state": ElectionState.NOMINATIONS, "until": TODAY, "today": TODAY, "again": False}
    assert codes(elections.may_nominate(RAZEM, by, **told | more)) == missing


@pytest.mark.parametrize(
    ("more", "missing"),
    [
        ({}, set()),
        ({"statement": "x" * elections.STATEMENT_LENGTH}, set()),
        ({"statement": "x" * (elections.STATEMENT_LENGTH + 1)}, {"statement_of_equal_length"}),
        ({"statement": "  "}, {"statement_of_equal_length"}),
        ({"statement": "", "accepts": False, "consents": False}, set()),
        ({"consents": False}, {"consents_to_publish"}),
        ({"person": UUID(int=1)}, {"answers_own_nomination"}),
        ({"person": None}, {"answers_own_nomination"}),
        ({"open_now": False}, {"nominations_open"}),
    ],
)
def test_a_person_answers_for_themselves_with_a_statement_as_long_as_anybodys(more, missing):
    told = {"person": SOMEBODY.person, "open_now": True, "statement": "Program", "accepts": True, "consents": True}
    assert codes(elections.may_answer_nomination(SOMEBODY, **told | more)) == missing


@pytest.mark.norm("R-06-45")
def test_a_field_that_cannot_fill_the_seats_extends_nominations_and_is_never_closed():
    short = elections.field_ready(accepted=1, seats=2, contradiction=[])
    unbalanced = elections.field_ready(accepted=3, seats=2, contradiction=["kind:network"])
    ready = elections.field_ready(accepted=3, seats=2, contradiction=[])
    assert codes(short) == {"as_many_candidates_as_seats"} and codes(unbalanced) == {"bounds_can_be_kept"} and ready
    told = {"until": TODAY, "today": TODAY + timedelta(1)}
    for field in (short, unbalanced):
        assert codes(elections.may_close_nominations(RAZEM, SECRETARIAT, ready=field, **told)) == codes(field)
        assert elections.may_extend(RAZEM, SECRETARIAT, ready=bool(field), times=0, **told)
    assert elections.may_close_nominations(RAZEM, SECRETARIAT, ready=ready, **told)
    assert codes(elections.may_extend(RAZEM, SECRETARIAT, ready=True, times=0, **told)) == {"field_falls_short"}
    early = elections.may_close_nominations(RAZEM, SECRETARIAT, ready=ready, until=TODAY, today=TODAY)
    assert codes(early) == {"nominations_over"}


@pytest.mark.norm("R-06-48", "R-08-10")
@pytest.mark.parametrize(
    ("by", "more", "missing"),
    [
        (of(MOST), {}, set()),
        (of(TRATWA), {}, {"speaks_for_the_voter"}),
        (of(MOST, member=False), {}, {"speaks_for_the_voter"}),
        (of(MOST), {"listed": False}, {"on_the_roll"}),
        (of(MOST), {"excluded": True}, {"on_the_roll"}),
        (of(MOST), {"voted": True}, {"one_ballot_an_organisation"}),
        (of(MOST), {"open_now": False}, {"election_vote_open"}),
    ],
)
def test_active_members_vote_with_one_final_ballot_and_observers_have_none(by, more, missing):
    told = {"organisation": MOST, "listed": True, "excluded": False, "voted": False, "open_now": True}
    assert codes(elections.may_cast(RAZEM, by, **told | more)) == missing
    assert elections.has_no_ballot(observer=True) and not elections.has_no_ballot(observer=False)


def test_few_ballots_are_counted_by_the_most_votes():
    assert [elections.method_for(RAZEM, n) for n in (11, 12)] == [Counting.MOST_VOTES, Counting.STV]


def test_nobody_looks_into_the_urn_before_the_vote_is_over():
    told = {"until": TODAY, "ballots": 5}
    assert codes(elections.may_count(RAZEM, SECRETARIAT, today=TODAY, **told)) == {"vote_is_over"}
    assert elections.may_count(RAZEM, SECRETARIAT, today=TODAY + timedelta(1), **told)
    nobody = elections.may_count(RAZEM, SECRETARIAT, today=TODAY + timedelta(1), until=TODAY, ballots=0)
    assert codes(nobody) == {"somebody_voted"}


@pytest.mark.norm("R-06-47")
def test_answers_on_ones_person_are_voluntary_given_once_and_by_oneself():
    told = {"person": SOMEBODY.person, "answered": False, "open_now": True}
    assert elections.may_tell_of_oneself(SOMEBODY, **told)
    for more, code in (({"answered": True}, "told_once"), ({"open_now": False}, "asked_until_vote_ends"),
                       ({"person": MOST}, "answers_own_nomination")):  # fmt: skip
        assert codes(elections.may_tell_of_oneself(SOMEBODY, **told | more)) == {code}


@pytest.mark.norm("R-06-45")
def test_bounds_are_about_kinds_of_organisations():
    assert elections.bound_attributes(RAZEM) == ("kind",)


@pytest.mark.norm("R-06-38")
def test_a_vacancy_asks_for_an_election_within_thirty_days():
    assert elections.owes_by_election(RAZEM, given_up=True) and elections.owes_by_election(RAZEM, given_up=False)
    assert not elections.owes_by_election(SIEC, given_up=True)
    assert elections.by_election_due(RAZEM, TODAY) == TODAY + timedelta(30)


def test_a_vacancy_is_filled_from_the_same_ballots_only_where_that_was_said_before():
    assert elections.may_count_back(RAZEM, SECRETARIAT, agreed=True, vacant=1)
    assert codes(elections.may_count_back(RAZEM, SECRETARIAT, agreed=False, vacant=0)) == {
        "count_back_was_agreed", "seat_is_vacant",
    }  # fmt: skip
