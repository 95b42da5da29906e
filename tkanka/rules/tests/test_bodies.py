"""Types of bodies, and who sits in them."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from tkanka.rules.bodies import (
    Basis,
    BodyKind,
    BodyRight,
    BodyState,
    Candidate,
    Composition,
    EndCause,
    Maker,
    OpenTo,
    Period,
    Role,
    Room,
    Taken,
    TypeChange,
    causes_to_end,
    may_end_seat,
    may_fill_seat,
    may_give_up_seat,
    may_hold_seat,
    may_open_body,
    may_set_types,
    most_at_once,
    term_end,
    types_of,
    vacant,
)
from tkanka.rules.standing import Office

from .cast import COORDINATOR, FORUM, HOST, MOST, RAZEM, SECRETARIAT, SIEC, TRATWA, WARMIA, codes, ground, of, silent

DAY = date(2026, 11, 20)
TYPES = types_of(RAZEM)
ADVISORY, TECHNICAL, WORKING, CLOSED = (
    TYPES[kind] for kind in (BodyKind.ADVISORY, BodyKind.TECHNICAL, BodyKind.WORKING, BodyKind.CLOSED)
)


def taken(number, since=date(2026, 1, 1), until=None, organisation=None):
    return Taken(Period(since, until), UUID(int=100 + number), organisation or UUID(int=500 + number))


def somebody(**more):
    facts = {
        "person": UUID(int=900),
        "period": Period(DAY),
        "basis": Basis.ELECTED,
        "organisation": MOST,
        "is_member": True,
        "belongs": True,
        "has_mandate": True,
    }
    return Candidate(**facts | more)


def room(kind=ADVISORY, number=0, **more):
    return Room(kind, taken=tuple(taken(n) for n in range(number)), **more)


class TestTypes:
    @pytest.mark.parametrize(
        ("book", "kinds"),
        [
            (
                RAZEM,
                [
                    "secretariat", "coordinator", "advisory_group", "directors_meeting", "technical_group",
                    "working_group", "closed_group",
                ],
            ),
            (WARMIA, ["secretariat", "plenary", "subregional_group", "regional_council", "closed_group"]),
            (SIEC, ["secretariat", "closed_group"]),
            (FORUM, ["secretariat", "closed_group"]),
        ],
    )  # fmt: skip
    def test_each_charter_has_its_own(self, book, kinds):
        assert list(types_of(book)) == kinds

    @pytest.mark.norm("R-05-01", "R-05-23")
    def test_the_secretariat_is_made_of_those_in_office(self):
        secretariat = TYPES[BodyKind.SECRETARIAT]
        assert secretariat.composition.value == Composition.OFFICES
        assert TYPES[BodyKind.COORDINATOR].made_by.cite == "§5"

    @pytest.mark.norm("W-KO-01", "W-KO-04")
    def test_warmia_has_a_secretariat_and_a_council_that_watches(self):
        types = types_of(WARMIA)
        assert types[BodyKind.SECRETARIAT].made_by.cite == "Koordynacja"
        assert BodyRight.OVERSEE in types[BodyKind.COUNCIL].rights.value

    @pytest.mark.norm("W-RR-01")
    def test_the_council_starts_the_work(self):
        rights = types_of(WARMIA)[BodyKind.COUNCIL].rights
        assert {BodyRight.CALL_MEETINGS, BodyRight.OPEN_MOTIONS} <= set(rights.value)
        assert rights.cite == "Rola Rady"

    def test_terms_cite_their_paragraph_or_are_defaults(self):
        assert (ADVISORY.seats.value, ADVISORY.seats.cite) == (8, "§6")
        assert (ADVISORY.per_organisation.value, ADVISORY.per_organisation.is_default) == (1, True)
        assert (TECHNICAL.cap.value, TECHNICAL.cap.cite) == (5, "§7")

    def test_a_network_adds_a_type_without_code(self):
        change = TypeChange("choir", date(2026, 6, 1), {"seats": 3, "open_to": OpenTo.ON_REQUEST}, {"pl": "Chór"})
        assert "choir" not in types_of(RAZEM, [change], date(2026, 5, 31))
        choir = types_of(RAZEM, [change], DAY)["choir"]
        assert (choir.seats.value, choir.open_to.value, choir.own) == (3, OpenTo.ON_REQUEST, True)
        again = TypeChange("choir", date(2026, 7, 1), {"seats": 5})
        assert types_of(RAZEM, [again, change], DAY)["choir"].seats.value == 5
        assert types_of(RAZEM, [again, change], DAY)["choir"].labels == {"pl": "Chór"}
        gone = TypeChange("choir", date(2026, 8, 1), {}, retired=True)
        assert "choir" not in types_of(RAZEM, [change, gone], DAY)

    def test_what_the_charter_fixes_is_not_overridden(self):
        change = TypeChange("advisory_group", date(2026, 6, 1), {"seats": 9, "per_organisation": 2})
        found = types_of(RAZEM, [change], DAY)["advisory_group"]
        assert (found.seats.value, found.per_organisation.value) == (8, 2)
        assert not may_set_types(RAZEM, SECRETARIAT, kind=ADVISORY, names=["per_organisation", "seats"])
        refused = may_set_types(RAZEM, SECRETARIAT, kind=ADVISORY, names=["seats"])
        assert ground(refused, "charter_leaves_it_open").cite == "§6"
        assert may_set_types(RAZEM, SECRETARIAT, kind=ADVISORY, names=["per_organisation"])
        assert codes(may_set_types(RAZEM, of(MOST), kind=None, names=[])) == {"office_sets_types"}


class TestNumbers:
    @pytest.mark.norm("R-06-39")
    @pytest.mark.parametrize(("number", "allowed"), [(0, True), (7, True), (8, False)])
    def test_the_ninth_seat_is_refused(self, number, allowed):
        ruling = may_hold_seat(RAZEM, room(number=number), somebody())
        assert bool(ruling) is allowed
        if not allowed:
            assert codes(ruling) == {"seat_is_free"}
            assert ground(ruling, "seat_is_free").cite == "§6"

    @pytest.mark.parametrize(
        ("since", "until", "allowed"),
        [
            (date(2026, 11, 20), None, False),
            (date(2026, 12, 1), None, True),
            (date(2026, 11, 30), None, False),
            (date(2026, 11, 20), date(2026, 11, 25), False),
            (date(2027, 5, 1), date(2027, 6, 1), False),
            (date(2026, 12, 1), date(2027, 5, 1), True),
        ],
    )
    def test_seats_that_end_and_begin_later_count_on_their_days(self, since, until, allowed):
        """Seven go on; the eighth ends on the first of December; another begins in May."""
        seats = (
            *(taken(n) for n in range(7)),
            taken(7, until=date(2026, 12, 1)),
            taken(8, since=date(2027, 5, 1), until=date(2027, 8, 1)),
        )
        full = Room(ADVISORY, taken=seats)
        until = until or (date(2027, 5, 1) if allowed else None)
        assert bool(may_hold_seat(RAZEM, full, somebody(period=Period(since, until)))) is allowed

    def test_the_fullest_day_counts(self):
        seats = [taken(1, DAY, date(2026, 11, 22)), taken(2, date(2026, 11, 22)), taken(3, date(2026, 11, 23))]
        assert most_at_once(seats, Period(DAY)) == 2
        assert most_at_once(seats, Period(DAY, date(2026, 11, 22))) == 1
        assert most_at_once([], Period(DAY)) == 0

    def test_vacancies_are_counted_on_a_day(self):
        some = Room(ADVISORY, taken=(taken(1), taken(2, until=DAY), taken(3, since=date(2027, 1, 1))))
        assert vacant(some, DAY) == 7
        assert vacant(Room(WORKING), DAY) == 0

    @pytest.mark.norm("R-04-08")
    def test_the_host_has_one_seat_and_not_more(self):
        with_host = room(number=3, host=HOST)
        assert may_hold_seat(RAZEM, with_host, somebody(organisation=HOST, for_host=True))
        sitting = replace(with_host, taken=(*with_host.taken, taken(9, organisation=HOST)))
        second = may_hold_seat(RAZEM, sitting, somebody(organisation=HOST, for_host=True))
        assert ground(second, "one_seat_of_the_host").cite == "§4"
        assert not second

    @pytest.mark.norm("R-04-08")
    def test_its_seat_is_kept_for_it(self):
        seven = room(number=7, host=HOST)
        refused = may_hold_seat(RAZEM, seven, somebody())
        assert codes(refused) == {"seat_kept_for_host"}
        assert may_hold_seat(RAZEM, seven, somebody(organisation=HOST, for_host=True))
        assert may_hold_seat(RAZEM, room(number=7), somebody())

    def test_one_organisation_has_one_seat(self):
        own = Room(ADVISORY, taken=(taken(1, organisation=MOST),))
        assert codes(may_hold_seat(RAZEM, own, somebody())) == {"seats_of_one_organisation"}
        assert may_hold_seat(RAZEM, own, somebody(organisation=TRATWA))
        assert may_hold_seat(RAZEM, Room(WORKING, taken=own.taken), somebody(basis=Basis.JOINED))

    def test_one_person_has_one_seat(self):
        own = Room(WORKING, taken=(Taken(Period(DAY), UUID(int=900), TRATWA),))
        assert "one_seat_a_person" in codes(may_hold_seat(RAZEM, own, somebody(basis=Basis.JOINED)))


class TestWhose:
    @pytest.mark.norm("R-06-40", "R-06-05")
    @pytest.mark.parametrize(
        ("facts", "code"),
        [
            ({"organisation": None}, "seat_of_a_member"),
            ({"is_member": False}, "seat_of_a_member"),
            ({"has_mandate": False}, "holder_has_mandate"),
            ({"organisation": None, "outside": "Uczelnia"}, "outsiders_may_come"),
        ],
    )
    def test_no_seat_without_a_member_organisation(self, facts, code):
        refused = may_hold_seat(RAZEM, room(), somebody(**facts))
        assert code in codes(refused)
        if code != "outsiders_may_come":
            assert ground(refused, code).cite == "§6"

    @pytest.mark.norm("R-04-12")
    @pytest.mark.parametrize("kind", [ADVISORY, TECHNICAL, WORKING, CLOSED])
    def test_staff_of_the_secretariat_never_sit_for_the_host(self, kind):
        staff = somebody(organisation=HOST, for_host=True, is_secretariat=True, basis=Basis.JOINED)
        refused = may_hold_seat(RAZEM, room(kind, host=HOST), staff)
        assert ground(refused, "not_secretariat_for_host").cite == "§4"
        assert not refused
        assert may_hold_seat(RAZEM, room(kind, host=HOST), replace(staff, is_secretariat=False))

    @pytest.mark.norm("R-05-23")
    def test_the_coordinator_attends_without_a_seat(self):
        refused = may_hold_seat(RAZEM, room(), somebody(is_coordinator=True, is_secretariat=True))
        assert ground(refused, "coordinator_without_seat").cite == "§5"

    @pytest.mark.norm("R-07-07")
    def test_outsiders_come_into_technical_groups_by_accepting_the_values(self):
        outsider = somebody(organisation=None, outside="Uczelnia", basis=Basis.INVITED, is_member=False)
        refused = may_hold_seat(RAZEM, room(TECHNICAL), outsider)
        assert ground(refused, "outsider_accepts_values").cite == "§7"
        accepted = replace(outsider, values_accepted=True)
        assert codes(may_hold_seat(RAZEM, room(TECHNICAL), accepted)) == {"outsider_kind_or_reason"}
        assert may_hold_seat(RAZEM, room(TECHNICAL), replace(accepted, outside_kind="think_tank"))
        assert may_hold_seat(RAZEM, room(TECHNICAL), replace(accepted, outside_kind="other", reason="Zna temat"))

    def test_observers_watch(self):
        watching = somebody(is_member=False, role=Role.OBSERVER, basis=Basis.INVITED)
        assert may_hold_seat(RAZEM, room(WORKING), watching)
        assert not may_hold_seat(RAZEM, room(WORKING), replace(watching, role=Role.MEMBER))

    def test_nobody_sits_where_there_are_no_seats(self):
        refused = may_hold_seat(RAZEM, room(TYPES[BodyKind.DIRECTORS]), somebody())
        assert ground(refused, "body_has_seats").cite == "§6"
        closed = may_hold_seat(RAZEM, room(WORKING, state=BodyState.CLOSED), somebody(basis=Basis.JOINED))
        assert "body_not_closed" in codes(closed)


class TestFirstGroup:
    @pytest.mark.norm("R-06-41", "R-06-42")
    def test_only_the_first_are_appointed_and_each_for_a_reason(self):
        appointed = somebody(basis=Basis.APPOINTED, reason="Od początku prowadzi spotkania.")
        assert may_fill_seat(RAZEM, SECRETARIAT, room=room(), role=None, candidate=appointed)
        bare = may_hold_seat(RAZEM, room(), replace(appointed, reason=" "))
        assert ground(bare, "appointed_for_a_reason").cite == "§6"
        later = may_hold_seat(RAZEM, room(ever_elected=True), appointed)
        assert ground(later, "only_first_appointed").cite == "§6"

    @pytest.mark.norm("R-06-36", "R-06-43")
    @pytest.mark.parametrize(
        ("basis", "since", "until"),
        [
            (Basis.ELECTED, date(2026, 11, 20), date(2027, 11, 20)),
            (Basis.ELECTED, date(2024, 2, 29), date(2025, 2, 28)),
            (Basis.APPOINTED, date(2023, 1, 1), date(2023, 10, 1)),
        ],
    )
    def test_a_seat_lasts_twelve_months_and_the_first_nine(self, basis, since, until):
        assert term_end(ADVISORY, since, basis=basis) == until

    def test_where_there_is_no_term_a_seat_has_no_end(self):
        assert term_end(WORKING, DAY, basis=Basis.JOINED) is None

    @pytest.mark.norm("R-04-08")
    def test_the_host_names_its_own(self):
        own = of(HOST)
        host_seat = somebody(organisation=HOST, for_host=True)
        assert may_fill_seat(RAZEM, own, room=room(host=HOST), role=None, candidate=host_seat)
        assert not may_fill_seat(RAZEM, own, room=room(host=HOST), role=None, candidate=somebody())
        assert codes(may_fill_seat(RAZEM, of(MOST), room=room(), role=None, candidate=somebody())) == {
            "office_or_leads_fill"
        }


class TestEnding:
    @pytest.mark.norm("R-06-37")
    def test_a_seat_is_given_up_any_time(self):
        ruling = may_give_up_seat(RAZEM, of(MOST), person=of(MOST).person)
        assert ruling and ruling.cites == ("§6",)
        assert codes(may_give_up_seat(RAZEM, COORDINATOR, person=of(MOST).person)) == {"own_seat"}

    @pytest.mark.norm("R-06-16")
    @pytest.mark.parametrize("cause", ["absence", EndCause.LEADS, EndCause.TERM])
    def test_absence_never_counts_against_a_seat(self, cause):
        refused = may_end_seat(
            RAZEM, COORDINATOR, kind=ADVISORY, role=None, cause=cause, reason="Nie było jej na spotkaniach grup."
        )
        assert ground(refused, "seat_ends_for_a_cause").cite == "§6"
        assert not refused

    @pytest.mark.norm("R-06-16")
    def test_no_cause_speaks_of_absence(self):
        assert {str(c) for kind in TYPES.values() for c in causes_to_end(kind)} == {"leads", "mistake"}

    def test_leads_end_seats_in_their_group_with_a_reason(self):
        def ended(**more):
            asked = {"kind": WORKING, "role": Role.LEAD, "cause": EndCause.LEADS, "reason": "Łamanie zasad."}
            return may_end_seat(RAZEM, of(MOST), **asked | more)

        assert ended()
        assert codes(ended(reason="")) == {"reason_given"}
        assert codes(ended(role=Role.MEMBER)) == {"office_or_leads_end"}
        assert may_end_seat(RAZEM, COORDINATOR, kind=WORKING, role=None, cause="leads", reason="x")
        assert not may_end_seat(RAZEM, COORDINATOR, kind=CLOSED, role=None, cause="leads", reason="x")


class TestOpening:
    @pytest.mark.parametrize(
        ("kind", "by", "heard", "open_now", "failed"),
        [
            (TECHNICAL, COORDINATOR, True, 4, set()),
            (TECHNICAL, COORDINATOR, True, 5, {"fewer_than_cap"}),
            (TECHNICAL, COORDINATOR, False, 0, {"heard_before_opening"}),
            (TECHNICAL, SECRETARIAT, True, 0, {"maker_opens"}),
            (WORKING, SECRETARIAT, False, 0, {"maker_opens", "heard_before_opening"}),
            (WORKING, SECRETARIAT, True, 0, set()),
            (ADVISORY, SECRETARIAT, False, 0, set()),
            (ADVISORY, SECRETARIAT, False, 1, {"fewer_than_cap"}),
            (CLOSED, of(MOST), False, 9, set()),
            (CLOSED, SECRETARIAT, False, 0, {"maker_opens"}),
            (CLOSED, of(MOST, member=False), False, 0, {"maker_opens"}),
        ],
    )
    def test_who_opens_what(self, kind, by, heard, open_now, failed):
        assert codes(may_open_body(RAZEM, by, kind=kind, open_now=open_now, heard=heard)) == failed

    def test_the_sixth_technical_group_is_refused_with_the_paragraph(self):
        refused = may_open_body(RAZEM, COORDINATOR, kind=TECHNICAL, open_now=5, heard=True)
        found = ground(refused, "fewer_than_cap")
        assert (found.cite, found.facts) == ("§7", {"open": 5, "most": 5})

    @pytest.mark.norm("K-07-02")
    def test_only_closed_groups_may_be_hidden(self):
        assert may_open_body(RAZEM, of(MOST), kind=CLOSED, open_now=0, hidden=True)
        assert codes(may_open_body(RAZEM, SECRETARIAT, kind=ADVISORY, open_now=0, hidden=True)) == {"may_be_hidden"}

    def test_a_network_of_few_words_still_has_a_secretariat_and_closed_groups(self):
        types = types_of(silent())
        assert list(types) == ["secretariat", "closed_group"]
        assert types["closed_group"].made_by.value == (Maker.MEMBER,)
        assert may_open_body(silent(), of(MOST, office=Office.COORDINATOR), kind=types["secretariat"], open_now=0)
