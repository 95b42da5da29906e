from datetime import date, timedelta

import pytest

from tests.cast import DAY, NOW, SYSTEM, belongs, keeps, organisation, person
from tkanka.network.networks import actions, queries
from tkanka.network.networks.models import Status
from tkanka.rules.membership import MembershipState
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Capacity, Office, Standing

pytestmark = pytest.mark.django_db


def test_a_stranger_has_only_a_name(cast):
    assert cast.by(cast.stranger) == Standing(person=cast.stranger.pk)


def test_a_main_representative_speaks_for_the_member(cast):
    standing = cast.by(cast.ada)
    assert standing.speaks_for == {cast.dach.pk}
    assert standing.acting_for == cast.dach.pk
    assert not standing.keeps_the_network


def test_an_observers_representative_is_no_member(cast):
    standing = cast.by(cast.olga)
    assert (standing.is_member, standing.observers) == (False, {cast.observer.pk})


def test_who_speaks_for_two_acts_for_none_until_they_choose(cast):
    belongs(organisation("Kolektyw Barwinok", "informal_group"), cast.razem, main=cast.ada)
    assert cast.by(cast.ada).acting_for is None
    assert cast.by(cast.ada, acting_for=cast.dach).acting_for == cast.dach.pk


def test_one_cannot_act_for_an_organisation_without_a_mandate(cast):
    assert cast.by(cast.ada, acting_for=cast.mosty).acting_for is None


def test_rights_end_in_the_moment_the_membership_ends(cast):
    membership = queries.active_membership(cast.razem, cast.dach, DAY)
    actions.end_membership(by=SYSTEM, at=NOW, membership=membership, state=MembershipState.RESIGNED)
    assert cast.by(cast.ada).speaks_for == frozenset()


def test_a_membership_that_ends_later_holds_until_that_day(cast):
    membership = queries.active_membership(cast.razem, cast.dach, DAY)
    later = DAY + timedelta(days=10)
    actions.end_membership(by=SYSTEM, at=NOW, membership=membership, state=MembershipState.RESIGNED, on=later)
    assert queries.standing_of(cast.ada, cast.razem, later - timedelta(days=1)).is_member
    assert not queries.standing_of(cast.ada, cast.razem, later).is_member


def test_a_mandate_from_another_day_does_not_count_yet(cast):
    actions.give_mandate(
        by=SYSTEM, at=NOW, person=cast.stranger, organisation=cast.dach, capacity=Capacity.MAIN, since=date(2027, 1, 1)
    )
    assert not cast.by(cast.stranger).mandates
    assert queries.standing_of(cast.stranger, cast.razem, date(2027, 1, 1)).mandates


@pytest.mark.norm("R-04-12")
def test_staff_of_the_secretariat_never_act_for_the_host_nor_the_other_way_round(cast):
    actions.take_hosting(by=SYSTEM, at=NOW, network=cast.razem, organisation=cast.dach)
    with pytest.raises(Refused, match="§4"):
        actions.give_mandate(by=SYSTEM, at=NOW, person=cast.igor, organisation=cast.dach, capacity=Capacity.DIRECTOR)
    with pytest.raises(Refused, match="§4"):
        keeps(cast.ada, cast.razem, Office.SECRETARIAT)
    keeps(cast.bea, cast.razem, Office.SECRETARIAT)


def test_letters_rest_on_mandates_that_hold(cast):
    [(to, basis)] = queries.recipients_of([cast.dach.pk], DAY)
    assert to.email == "ada@example.org"
    owed = (cast.razem.pk, basis)
    assert queries.entitled({owed, (None, "office:00000000-0000-0000-0000-000000000000")}, DAY) == {owed}
    actions.end_mandates(by=SYSTEM, at=NOW, organisation=cast.dach)
    assert queries.entitled({owed}, DAY) == set()
    assert queries.recipients_of([cast.dach.pk], DAY) == []


def test_letters_of_a_network_that_was_left_are_void_those_of_another_are_not(cast, warmia):
    belongs(cast.dach, warmia)
    [(_, basis)] = queries.recipients_of([cast.dach.pk], DAY)
    here, there, of_none = (cast.razem.pk, basis), (warmia.pk, basis), (None, basis)
    membership = queries.active_membership(cast.razem, cast.dach, DAY)
    actions.end_membership(by=SYSTEM, at=NOW, membership=membership, state=MembershipState.RESIGNED)
    assert queries.entitled({here, there, of_none}, DAY) == {there, of_none}


def test_nobody_acts_for_an_organisation_in_a_network_it_has_left(cast, warmia):
    belongs(cast.dach, warmia)
    membership = queries.active_membership(cast.razem, cast.dach, DAY)
    actions.end_membership(by=SYSTEM, at=NOW, membership=membership, state=MembershipState.RESIGNED)
    left, stays = cast.by(cast.ada, acting_for=cast.dach), cast.by(cast.ada, warmia)
    assert (left.acting_for, left.left, queries.belonging.represented_by(left)) == (None, {cast.dach.pk}, [])
    assert (stays.acting_for, stays.left) == (cast.dach.pk, frozenset())


def test_the_same_person_is_a_member_here_and_an_observer_there(cast, warmia):
    actions.start_membership(by=SYSTEM, at=NOW, network=warmia, organisation=cast.dach, status=Status.OBSERVER)
    assert cast.by(cast.ada, warmia).observers == {cast.dach.pk}
    assert cast.by(cast.ada).members == {cast.dach.pk}


def test_somebody_switched_off_has_no_standing(cast):
    gone = person("gone")
    belongs(organisation("Fundacja Cisza"), cast.razem, main=gone)
    gone.is_active = False
    gone.save()
    assert cast.by(gone) == Standing()
