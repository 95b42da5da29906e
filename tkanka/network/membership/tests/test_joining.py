"""Coming in at once, standing beside, asking for access, becoming a registered organisation."""

import pytest

from tests import cast as made_by
from tkanka.ground.notices.models import Message
from tkanka.network.membership import actions
from tkanka.network.membership.models import AccessRequest, Application, Declaration
from tkanka.network.membership.queries import notes_of, similar_parties
from tkanka.network.networks.models import Membership
from tkanka.network.networks.queries import charter_on, history_of
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Capacity

from . import made
from .made import NOW, by

FIT = ("supports_other_ngos",)
BOTH = ("created_by_people_with_migration_experience_to_poland", "active_in_poland_for_them")


def codes(refused):
    return {g.code for g in refused.value.ruling.failed}


def letters(cause):
    return sorted(Message.objects.filter(cause__startswith=cause).values_list("email", flat=True))


def take_part(network, person, made_codes=("karta_zasad",), does=actions.take_part, organisation=None, **about):
    return does(
        by=by(person, network), at=NOW, network=network, person=person, profile=made.profile(**about),
        made=made_codes, charter=charter_on(network, made.DAY), organisation=organisation,
    )  # fmt: skip


@pytest.mark.norm("W-CR-01", "W-ZA-06", "W-ZA-07")
def test_in_an_open_network_a_statement_takes_effect_at_once(warmia):
    wanda = made_by.person("wanda")
    membership = take_part(warmia, wanda, stated=FIT, kind="association")
    assert by(wanda, warmia).speaks_for == {membership.organisation_id}
    declared = Declaration.objects.get()
    assert (declared.code, declared.person, declared.organisation) == ("karta_zasad", wanda, membership.organisation)
    assert not Application.objects.exists()


@pytest.mark.norm("W-ZA-07")
def test_nobody_takes_part_without_accepting_the_charter_of_principles(warmia):
    with pytest.raises(Refused) as refused:
        take_part(warmia, made_by.person("wanda"), made_codes=(), stated=FIT)
    assert codes(refused) == {"every_declaration_made"}


@pytest.mark.norm("W-CR-01")
def test_taking_part_needs_a_statement_of_fit(warmia):
    with pytest.raises(Refused) as refused:
        take_part(warmia, made_by.person("wanda"), stated=())
    assert codes(refused) == {"one_limb_met"}


def test_a_network_that_verifies_lets_nobody_in_at_once(razem, cast):
    with pytest.raises(Refused) as refused:
        take_part(razem, cast.stranger)
    assert "network_is_open" in codes(refused)


@pytest.mark.norm("B-01-04")
@pytest.mark.parametrize("kind", ["foundation", "association", "informal_group"])
def test_organisations_and_groups_join_the_declared_network_by_their_own_word(siec, kind):
    wanda = made_by.person("wanda")
    membership = take_part(siec, wanda, (), actions.join_by_declaration, stated=BOTH, kind=kind)
    assert membership.state == "active"
    assert set(Declaration.objects.values_list("code", flat=True)) == set(BOTH)


@pytest.mark.norm("B-01-06", "B-01-07")
@pytest.mark.parametrize("pursuit", ["planning_own_activity", "suspended_own_activity"])
def test_a_single_person_comes_in_as_their_own_party(siec, pursuit):
    wanda = made_by.person("wanda")
    membership = take_part(
        siec, wanda, (), actions.join_by_declaration, stated=(pursuit,), kind="individual", name="Wanda"
    )
    party = membership.organisation
    assert party.suspended_activity is (pursuit == "suspended_own_activity")
    assert [(m.person, m.capacity) for m in party.mandates.all()] == [(wanda, Capacity.MAIN)]


def test_a_known_party_comes_in_by_those_who_speak_for_it_and_only_once(warmia, cast):
    membership = take_part(warmia, cast.ada, organisation=cast.dach, stated=FIT, name=cast.dach.name)
    assert membership.organisation == cast.dach
    for person, code in ((cast.bea, "represents_organisation"), (cast.ada, "not_a_member")):
        with pytest.raises(Refused) as refused:
            take_part(warmia, person, organisation=cast.dach, stated=FIT, name=cast.dach.name)
        assert code in codes(refused)


@pytest.mark.norm("B-01-07")
def test_a_group_that_registers_keeps_its_history(siec):
    wanda = made_by.person("wanda")
    party = take_part(
        siec, wanda, (), actions.join_by_declaration, stated=BOTH, kind="informal_group", name="Grupa Brzoza"
    ).organisation
    changed = actions.convert_party(
        by=by(wanda, siec), at=NOW, network=siec, organisation=party, kind="foundation", name="Fundacja Brzoza",
        numbers={"krs": "0000999001"},
    )  # fmt: skip
    assert (changed.pk, changed.kind, changed.name) == (party.pk, "foundation", "Fundacja Brzoza")
    assert changed.identifiers.get().number == "0000999001"
    assert Membership.objects.get(organisation=party).state == "active"
    assert len(history_of(changed, 50)) > 3
    with pytest.raises(Refused) as refused:
        actions.convert_party(
            by=by(wanda, siec), at=NOW, network=siec, organisation=changed, kind="association", name="X", numbers={}
        )
    assert "was_unregistered" in codes(refused)


@pytest.mark.norm("R-08-08", "A-44-03", "W-08-01", "R-06-03")
def test_an_observer_or_partner_is_kept_with_a_contact_and_notes(razem, cast):
    beside = actions.grant_partner(
        by=by(cast.halina, razem), at=NOW, network=razem, name="Struktury UNHCR", kind="un_agency",
        works_with="advisory_group", receives_offers=True, contact_name="Jan Kontakt",
        contact_email="jan@example.org",
    )  # fmt: skip
    actions.note_contact(by=by(cast.igor, razem), at=NOW, membership=beside.membership, text="Rozmowa o planach.")
    assert (beside.contact_name, beside.works_with, beside.receives_offers) == ("Jan Kontakt", "advisory_group", True)
    assert [n.text for n in notes_of(beside)] == ["Rozmowa o planach."]
    with pytest.raises(Refused):
        actions.note_contact(by=by(cast.ada, razem), at=NOW, membership=beside.membership, text="?")


def test_only_the_coordinator_grants_and_observers_have_no_vote(razem, cast):
    lena = made_by.person("lena")
    party = made_by.organisation("Uczelnia", "academia")
    made_by.actions.give_mandate(by=made_by.SYSTEM, at=NOW, person=lena, organisation=party, capacity=Capacity.MAIN)
    with pytest.raises(Refused) as refused:
        actions.grant_observer(by=by(cast.igor, razem), at=NOW, network=razem, organisation=party)
    assert codes(refused) == {"coordinator_grants"}
    actions.grant_observer(by=by(cast.halina, razem), at=NOW, network=razem, organisation=party)
    standing = by(lena, razem)
    assert standing.observers == {party.pk}
    assert not standing.is_member and not standing.speaks_for


def test_a_business_is_an_offering_partner_and_may_leave_at_any_time(razem, cast):
    party = made_by.organisation("Drukarnia", "business")
    lena = made_by.person("lena")
    made_by.actions.give_mandate(by=made_by.SYSTEM, at=NOW, person=lena, organisation=party, capacity=Capacity.MAIN)
    with pytest.raises(Refused) as refused:
        actions.grant_observer(by=by(cast.halina, razem), at=NOW, network=razem, organisation=party)
    assert codes(refused) == {"observer_kind_or_reason"}
    tie = actions.grant_partner(by=by(cast.halina, razem), at=NOW, network=razem, organisation=party).membership
    with pytest.raises(Refused):
        actions.end_beside(by=by(cast.ada, razem), at=NOW, membership=tie)
    ended = actions.end_beside(by=by(lena, razem), at=NOW, membership=tie)
    assert ended.state == "ended"
    assert by(lena, razem).observers == frozenset()


def test_asking_for_access_reaches_those_who_speak_for_the_party(razem, cast):
    for _ in range(2):
        request = actions.ask_access(
            by=by(cast.stranger, razem), at=NOW, network=razem, organisation=cast.dach, person=cast.stranger
        )
    assert AccessRequest.objects.count() == 1
    assert letters("access.asked") == ["ada@example.org", "halina@example.org", "igor@example.org"]
    for person in (cast.stranger, cast.bea):
        with pytest.raises(Refused):
            actions.grant_access(by=by(person, razem), at=NOW, request=request)
    actions.grant_access(by=by(cast.ada, razem), at=NOW, request=request)
    assert cast.dach.pk in by(cast.stranger, razem).speaks_for
    with pytest.raises(Refused) as refused:
        actions.decline_access(by=by(cast.ada, razem), at=NOW, request=request)
    assert "step_not_open" in codes(refused)


@pytest.mark.parametrize(
    ("name", "number", "found"),
    [
        ("„JEDEN DACH” Fundacja", "", True),
        ("Stowarzyszenie Pod Jednym Dachem", "", True),
        ("FJD", "", False),
        ("Coś zupełnie innego", "0000123456", True),
        ("Jeden  dach fundacja w Polsce", "", True),
        ("Trzy Kotły", "", False),
        ("!!!", "", False),
    ],
)
def test_the_same_party_is_found_under_another_spelling(razem, cast, name, number, found):
    cast.dach.identifiers.create(scheme="krs", number="0000123456")
    alike = similar_parties(razem, made.DAY, name, {"krs": number})
    assert (cast.dach in [one.organisation for one in alike]) is found
    if found:
        assert next(one for one in alike if one.organisation == cast.dach).since == made_by.LONG_AGO
