"""Filling seats, giving them up, and what becomes of them when what they rest on is gone."""

from datetime import date, timedelta

import pytest

from tests.cast import DAY, LONG_AGO, NOW, SYSTEM, belongs, network, organisation, person
from tkanka.governance.bodies import actions, jobs, queries
from tkanka.governance.bodies.models import Seat
from tkanka.ground.ledger.models import Record
from tkanka.ground.notices.models import Message
from tkanka.network.networks import actions as networks
from tkanka.network.networks.queries import active_membership, recipients_of
from tkanka.network.tenure.actions import resign
from tkanka.rules.bodies import Basis, BodyKind, EndCause, Role
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Capacity

from . import made

pytestmark = pytest.mark.django_db


def codes(refused):
    return {ground.code for ground in refused.value.ruling.failed}


def letters(name):
    return set(Message.objects.filter(cause__startswith=name).values_list("email", flat=True))


@pytest.fixture
def advisory(cast):
    return made.advisory(cast.razem)


@pytest.fixture
def group(cast):
    found = made.body(cast.razem)
    made.seat(found, cast.ada, cast.dach, role=Role.LEAD)
    return found


class TestFilling:
    @pytest.mark.norm("R-06-05", "R-06-36")
    def test_a_seat_holds_person_and_organisation_and_lasts_a_year(self, cast, advisory):
        found = actions.fill_seat(
            by=cast.by(cast.halina), at=NOW, body=advisory, person=cast.ada, organisation=cast.dach,
            basis=Basis.ELECTED,
        )  # fmt: skip
        assert (found.person, found.organisation, found.since) == (cast.ada, cast.dach, DAY)
        assert found.until == date(2027, 11, 20)
        assert letters("seat.filled") == {"ada@example.org"}
        record = Record.objects.get(verb="seat.filled")
        assert "§6" in record.cites
        assert record.network == cast.razem.pk

    @pytest.mark.norm("R-06-39")
    def test_the_ninth_is_refused_and_nothing_is_written(self, cast, advisory):
        for n in range(8):
            party, somebody = made.member(cast.razem, f"osoba{n}")
            made.seat(advisory, somebody, party, basis=Basis.ELECTED, since=DAY)
        with pytest.raises(Refused) as refused:
            made.seat(advisory, cast.ada, cast.dach, basis=Basis.ELECTED, since=DAY)
        assert codes(refused) == {"seat_is_free"}
        assert Seat.objects.filter(body=advisory).count() == 8
        assert not Record.objects.filter(verb="seat.filled", facts__person=str(cast.ada.pk)).exists()

    @pytest.mark.norm("R-06-39")
    def test_a_successor_takes_over_on_a_later_day(self, cast, advisory):
        seats = []
        for n in range(8):
            party, somebody = made.member(cast.razem, f"osoba{n}")
            seats.append(made.seat(advisory, somebody, party, basis=Basis.ELECTED, since=DAY))
        later = DAY + timedelta(days=30)
        with pytest.raises(Refused):
            made.seat(advisory, cast.ada, cast.dach, basis=Basis.ELECTED, since=later)
        new = made.seat(advisory, cast.ada, cast.dach, basis=Basis.ELECTED, since=later, predecessor=seats[3])
        old = Seat.objects.get(pk=seats[3].pk)
        assert (old.until, old.ended_because, new.predecessor) == (later, EndCause.SUCCEEDED, old)
        assert queries.seats_of(advisory, DAY).count() == 8
        assert new not in queries.seats_of(advisory, DAY)
        assert new in queries.seats_of(advisory, later)
        assert old not in queries.seats_of(advisory, later)
        assert queries.seats_to_come(advisory, DAY) == [new]

    @pytest.mark.norm("R-06-41", "R-06-42", "R-06-43")
    def test_the_first_are_appointed_for_nine_months_with_a_reason(self, cast, advisory):
        started = date(2026, 11, 1)

        def appoint(reason):
            return actions.fill_seat(
                by=cast.by(cast.igor), at=NOW, body=advisory, person=cast.ada, organisation=cast.dach,
                basis=Basis.APPOINTED, since=started, reason=reason,
            )  # fmt: skip

        with pytest.raises(Refused) as refused:
            appoint("")
        assert codes(refused) == {"appointed_for_a_reason"}
        found = appoint("Od początku prowadzi spotkania.")
        assert (found.until, found.reason) == (date(2027, 8, 1), "Od początku prowadzi spotkania.")
        assert Record.objects.get(verb="seat.filled").person == cast.igor.pk

    @pytest.mark.norm("R-06-40")
    def test_no_seat_without_a_member_organisation(self, cast, advisory):
        for somebody, party in [(cast.olga, cast.observer), (cast.stranger, None), (cast.bea, cast.dach)]:
            with pytest.raises(Refused):
                made.seat(advisory, somebody, party, basis=Basis.ELECTED)

    @pytest.mark.norm("R-04-12", "R-04-08")
    def test_staff_never_sit_for_the_host_and_the_host_sits_once(self, cast, advisory):
        networks.take_hosting(by=SYSTEM, at=NOW, network=cast.razem, organisation=cast.dach, since=LONG_AGO)
        made.seat(advisory, cast.ada, cast.dach, basis=Basis.ELECTED)
        second = made.works_for(cast.dach, "celina")
        with pytest.raises(Refused) as refused:
            made.seat(advisory, second, cast.dach, basis=Basis.ELECTED)
        assert codes(refused) == {"one_seat_of_the_host"}

    @pytest.mark.norm("R-04-12")
    def test_staff_of_the_secretariat_sit_nowhere_for_the_host(self, cast, group):
        networks.give_mandate(
            by=SYSTEM, at=NOW, person=cast.igor, organisation=cast.mosty, capacity=Capacity.ALTERNATE, since=LONG_AGO
        )
        networks.take_hosting(by=SYSTEM, at=NOW, network=cast.razem, organisation=cast.mosty, since=LONG_AGO)
        with pytest.raises(Refused) as refused:
            actions.join_body(by=cast.by(cast.igor), at=NOW, body=group, person=cast.igor, organisation=cast.mosty)
        assert codes(refused) == {"not_secretariat_for_host"}
        assert refused.value.ruling.cites == ("§4",)

    @pytest.mark.norm("R-05-23")
    def test_the_coordinator_has_no_seat(self, cast, advisory):
        networks.give_mandate(
            by=SYSTEM, at=NOW, person=cast.halina, organisation=cast.mosty, capacity=Capacity.ALTERNATE, since=LONG_AGO
        )
        with pytest.raises(Refused) as refused:
            made.seat(advisory, cast.halina, cast.mosty, basis=Basis.ELECTED)
        assert codes(refused) == {"coordinator_without_seat"}


class TestEnding:
    @pytest.mark.norm("R-06-37")
    def test_giving_up_ends_the_seat_and_tells_those_who_fill_it(self, cast, advisory):
        held = made.seat(advisory, cast.ada, cast.dach, basis=Basis.ELECTED, since=DAY)
        with pytest.raises(Refused):
            actions.give_up_seat(by=cast.by(cast.bea), at=NOW, seat=held)
        ended = actions.give_up_seat(by=cast.by(cast.ada), at=NOW, seat=held, reason="Wyjazd")
        assert (ended.until, ended.ended_because) == (DAY, EndCause.GIVEN_UP)
        assert not queries.seats_of(advisory, DAY)
        assert letters("seat.vacant") == {"halina@example.org", "igor@example.org"}
        with pytest.raises(Refused):
            actions.give_up_seat(by=cast.by(cast.ada), at=NOW, seat=ended)

    def test_a_later_last_day_keeps_the_seat_until_then(self, cast, advisory):
        held = made.seat(advisory, cast.ada, cast.dach, basis=Basis.ELECTED, since=DAY)
        actions.give_up_seat(by=cast.by(cast.ada), at=NOW, seat=held, on=DAY + timedelta(days=5))
        assert queries.seats_of(advisory, DAY + timedelta(days=4)).count() == 1
        assert queries.seats_of(advisory, DAY + timedelta(days=5)).count() == 0

    @pytest.mark.norm("R-06-16")
    def test_nobody_loses_a_seat_for_absence(self, cast, advisory):
        """A seat of the advisory group without a part in any other group, for a year: nothing ends it."""
        held = made.seat(advisory, cast.ada, cast.dach, basis=Basis.ELECTED, since=DAY - timedelta(days=300))
        jobs.end_dead_seats(NOW)
        assert queries.seats_of(advisory, DAY).get() == held
        with pytest.raises(Refused) as refused:
            actions.end_seat(by=cast.by(cast.halina), at=NOW, seat=held, cause="absence", reason="Nie przychodzi.")
        assert codes(refused) == {"seat_ends_for_a_cause"}

    def test_leads_end_a_seat_and_say_why(self, cast, group):
        held = made.seat(group, cast.bea, cast.mosty)
        with pytest.raises(Refused):
            actions.end_seat(by=cast.by(cast.bea), at=NOW, seat=held, cause=EndCause.LEADS, reason="x")
        actions.end_seat(by=cast.by(cast.ada), at=NOW, seat=held, cause=EndCause.LEADS, reason="Taka umowa.")
        assert "Taka umowa." in Message.objects.get(cause__startswith="seat.ended").text

    def test_a_new_role_is_a_new_seat(self, cast, group):
        held = made.seat(group, cast.bea, cast.mosty)
        new = actions.change_role(by=cast.by(cast.ada), at=NOW, seat=held, role=Role.CO_LEAD)
        assert (new.role, new.predecessor, new.since) == (Role.CO_LEAD, held, DAY)
        assert queries.seats_of(group, DAY).filter(person=cast.bea).get() == new
        assert queries.history_of_seats(group).filter(person=cast.bea).count() == 2

    def test_commitments_are_accepted_by_the_holder(self, cast, advisory):
        held = made.seat(advisory, cast.ada, cast.dach, basis=Basis.ELECTED)
        with pytest.raises(Refused):
            actions.accept_commitments(by=cast.by(cast.halina), at=NOW, seat=held)
        assert actions.accept_commitments(by=cast.by(cast.ada), at=NOW, seat=held).commitments_accepted_at == NOW


class TestWhatASeatRestsOn:
    def leave(self, cast):
        resign(by=cast.by(cast.ada, acting_for=cast.dach), at=NOW, membership=cast_membership(cast), on=DAY)

    def test_leaving_voids_every_seat_in_the_same_moment(self, cast, advisory, group):
        made.seat(advisory, cast.ada, cast.dach, basis=Basis.ELECTED)
        before = cast.by(cast.ada)
        assert queries.bodies_of_person(cast.razem, before, DAY) == {advisory.pk, group.pk}
        self.leave(cast)
        assert queries.bodies_of_person(cast.razem, before, DAY) == frozenset()
        assert not queries.seats_of(advisory, DAY)
        assert queries.recipients_of_body(group, DAY) == []
        assert not queries.has_lead(group, DAY)

    def test_the_end_of_a_mandate_voids_the_seats_of_that_person_only(self, cast, group):
        other = made.works_for(cast.dach, "celina")
        made.seat(group, other, cast.dach)
        networks.end_mandates(by=SYSTEM, at=NOW, organisation=cast.dach, person=other)
        assert [seat.person for seat in queries.seats_of(group, DAY)] == [cast.ada]

    def test_the_job_writes_down_the_cause_and_tells_of_the_vacancy(self, cast, advisory, group):
        held = made.seat(advisory, cast.ada, cast.dach, basis=Basis.ELECTED)
        self.leave(cast)
        jobs.end_dead_seats(NOW)
        held.refresh_from_db()
        assert (held.until, held.ended_because) == (DAY, EndCause.MEMBERSHIP)
        assert letters("seat.vacant") == {"halina@example.org", "igor@example.org"}
        assert letters("body.without_lead") == {"halina@example.org", "igor@example.org"}
        assert Record.objects.filter(verb="seat.lapsed", system="bodies").count() == 2
        jobs.end_dead_seats(NOW)
        assert Record.objects.filter(verb="seat.lapsed").count() == 2

    def test_a_mandate_that_ended_is_another_cause(self, cast, group):
        networks.end_mandates(by=SYSTEM, at=NOW, organisation=cast.dach, person=cast.ada)
        jobs.end_dead_seats(NOW)
        assert Seat.objects.get(body=group).ended_because == EndCause.MANDATE

    def test_letters_to_a_seat_are_void_with_it(self, cast, group):
        [(to, basis)] = queries.recipients_of_body(group, DAY)
        assert to.person == cast.ada.pk
        owed = {(cast.razem.pk, basis)}
        assert queries.entitled(owed, DAY) == owed
        self.leave(cast)
        assert queries.entitled(owed, DAY) == set()

    def test_other_bases_hold_as_ever(self, cast):
        [(_, basis)] = recipients_of([cast.dach.pk], DAY)
        assert queries.entitled({(cast.razem.pk, basis)}, DAY) == {(cast.razem.pk, basis)}

    def test_a_dead_seat_frees_its_place_before_the_job_comes(self, cast, advisory):
        for n in range(7):
            party, somebody = made.member(cast.razem, f"osoba{n}")
            made.seat(advisory, somebody, party, basis=Basis.ELECTED, since=DAY)
        made.seat(advisory, cast.ada, cast.dach, basis=Basis.ELECTED, since=DAY)
        self.leave(cast)
        assert made.seat(advisory, cast.bea, cast.mosty, basis=Basis.ELECTED, since=DAY)


class TestReminding:
    @pytest.mark.norm("R-06-43")
    def test_an_end_is_told_of_two_months_ahead_and_once(self, cast, advisory):
        soon = made.seat(advisory, cast.ada, cast.dach, basis=Basis.ELECTED, since=DAY, until=DAY + timedelta(days=59))
        party, somebody = made.member(cast.razem, "daleko")
        made.seat(advisory, somebody, party, basis=Basis.ELECTED, since=DAY, until=DAY + timedelta(days=80))
        jobs.remind_of_ends(NOW)
        jobs.remind_of_ends(NOW + timedelta(hours=6))
        assert letters(f"seat.ends:{soon.pk}") == {"ada@example.org", "halina@example.org", "igor@example.org"}
        assert Message.objects.filter(cause__startswith="seat.ends").count() == 3


class TestOffices:
    @pytest.mark.norm("W-KO-01")
    def test_the_secretariat_is_an_organisations_office_with_its_people(self, cast):
        found = made.body(cast.razem, BodyKind.SECRETARIAT, "Sekretariat", held_by=cast.mosty)
        assert found.held_by == cast.mosty
        assert {to.person for to, _ in queries.recipients_of_body(found, DAY)} == {cast.halina.pk, cast.igor.pk}
        with pytest.raises(Refused) as refused:
            made.seat(found, cast.ada, cast.dach)
        assert "body_has_seats" in codes(refused)

    def test_the_decision_makers_and_where_there_is_none_who_speaks(self, cast):
        found = made.body(cast.razem, BodyKind.DIRECTORS, "Spotkanie Dyrektorów_ek")
        boss = made.works_for(cast.dach, "dorota", Capacity.DIRECTOR)
        assert {to.person for to, _ in queries.recipients_of_body(found, DAY)} == {boss.pk, cast.bea.pk}

    @pytest.mark.norm("A-07-02")
    def test_a_team_that_was_before_is_history(self, cast):
        """Five seats of one organisation each, ended before the group of eight: rows with dates, nobody sits there."""
        networks_day = date(2022, 9, 1)
        team = made.advisory(cast.razem, opened_on=networks_day)
        for n in range(5):
            party, somebody = made.member(cast.razem, f"dawna{n}")
            made.seat(team, somebody, party, basis=Basis.APPOINTED, reason="Założycielka", since=LONG_AGO,
                      until=date(2023, 10, 1))  # fmt: skip
        assert queries.seats_of(team, DAY).count() == 0
        assert queries.history_of_seats(team).count() == 5


def cast_membership(cast):
    return active_membership(cast.razem, cast.dach, DAY)


def test_an_organisation_of_another_network_has_no_seat_here(cast):
    abroad = network("warmia")
    zofia = person("zofia")
    party = belongs(organisation("Nad Łyną", "association"), abroad, main=zofia)
    with pytest.raises(Refused):
        made.seat(made.body(cast.razem), zofia, party)
