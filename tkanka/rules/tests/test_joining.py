"""Coming in: kinds, conditions, declarations, and the three ways."""

import inspect

import pytest

from tkanka.rules import membership, parties
from tkanka.rules.membership import ApplicationState
from tkanka.rules.parties import Kind
from tkanka.rules.rulebook.belonging import Membership
from tkanka.rules.terms import Term

from .cast import BOOKS, FORUM, RAZEM, SECRETARIAT, SIEC, SOMEBODY, STRANGER, WARMIA, codes, ground, silent

ACTIVE, SUPPORTS = "active_in_migration_and_integration_in_poland", "supports_organisations_active_there"
FOUR = {"intent_and_aims", "humanitarian_standards", "active_information_sharing", "nonprofit_and_protective_use"}
CREATED, FOR_THEM = "created_by_people_with_migration_experience_to_poland", "active_in_poland_for_them"
NGOS, RESIDENTS = "supports_other_ngos", "supports_social_activity_of_residents"


def submit(book=RAZEM, by=SOMEBODY, **facts):
    whole = {"own": True, "kind": Kind.FOUNDATION, "stated": {ACTIVE}, "made": FOUR, "version_in_force": True}
    return membership.may_submit(book, by, **(whole | facts))


@pytest.mark.norm("R-01-04", "R-03-01", "A-09-02")
@pytest.mark.parametrize(
    ("kind", "belongs"),
    [
        (Kind.FOUNDATION, True),
        (Kind.ASSOCIATION, True),
        (Kind.INTERNATIONAL_NGO, True),
        (Kind.NONPROFIT_COMPANY, True),
        (Kind.CHURCH_ORGANISATION, True),
        (Kind.INFORMAL_GROUP, True),
        (Kind.GRASSROOTS_INITIATIVE, True),
        (Kind.FEDERATION, True),
        (Kind.UNION_OF_ASSOCIATIONS, True),
        (Kind.NETWORK, True),
        (Kind.CONSORTIUM, True),
        (Kind.BUSINESS, False),
        (Kind.INDIVIDUAL, False),
        (Kind.PUBLIC_BODY, False),
        (Kind.UN_AGENCY, False),
        (Kind.ACADEMIA, False),
    ],
)
def test_forum_razem_admits_civil_society_of_every_kind(kind, belongs):
    ruling = membership.may_apply(RAZEM, SOMEBODY, kind=kind)
    assert bool(ruling) is belongs
    assert belongs or ground(ruling, "kind_belongs").cite == "§3"


@pytest.mark.norm("A-09-02")
def test_a_grassroots_initiative_comes_in_by_our_reading_and_not_by_a_paragraph():
    assert ground(parties.kind_fits(RAZEM, Kind.GRASSROOTS_INITIATIVE), "kind_belongs").default
    assert ground(parties.kind_fits(RAZEM, Kind.FOUNDATION), "kind_belongs").cite == "§3"


@pytest.mark.norm("R-03-03", "A-09-02", "B-01-05")
@pytest.mark.parametrize("book", BOOKS.values(), ids=BOOKS)
def test_no_network_asks_for_a_registry_number(book):
    assert parties.needs_registry_number(book).value is False
    for kind in Kind:
        asked = parties.asked_of(kind)
        assert not set(asked.numbers) & set(asked.required)
        assert not {"krs", "nip", "regon", "statute", "seat"} & set(asked.required)


@pytest.mark.norm("B-01-05")
def test_informal_groups_and_persons_are_not_even_asked_for_numbers():
    assert parties.numbers_of(Kind.INFORMAL_GROUP) == parties.numbers_of(Kind.INDIVIDUAL) == ()
    assert membership.asks_number(Kind.FOUNDATION)
    assert not membership.asks_number(Kind.INFORMAL_GROUP)


@pytest.mark.norm("R-03-03")
def test_local_and_international_organisations_are_treated_alike():
    assert submit(kind=Kind.INTERNATIONAL_NGO)
    assert submit(kind=Kind.ASSOCIATION)
    assert RAZEM.membership.reach.value == ("local", "international")


@pytest.mark.norm("R-03-04")
@pytest.mark.parametrize(
    ("stated", "enough"),
    [({ACTIVE}, True), ({SUPPORTS}, True), ({ACTIVE, SUPPORTS}, True), (set(), False), ({"kind"}, False)],
)
def test_one_of_two_conditions_is_enough(stated, enough):
    ruling = submit(stated=stated)
    assert bool(ruling) is enough
    assert ground(ruling, "one_condition_met").cite == "§3"


@pytest.mark.norm("R-01-05", "R-03-05")
def test_no_rule_of_coming_in_knows_of_a_time_horizon():
    rules = [f for f in vars(membership).values() if inspect.isfunction(f)]
    assert not [f.__name__ for f in rules if "horizon" in inspect.signature(f).parameters]
    assert "horizon" in parties.asked_of(Kind.FOUNDATION).optional
    assert submit(stated={ACTIVE, "short_term"}) == submit(stated={ACTIVE, "long_term"})


@pytest.mark.norm("R-03-07", "R-03-08", "R-03-09", "R-03-12", "R-03-14")
@pytest.mark.parametrize("missing", sorted(FOUR))
def test_without_any_of_the_four_declarations_nothing_is_handed_in(missing):
    ruling = submit(made=FOUR - {missing})
    assert codes(ruling) == {"every_declaration_made"}
    found = ground(ruling, "every_declaration_made")
    assert (found.cite, found.facts["missing"]) == ("§3", (missing,))


@pytest.mark.norm("R-03-07", "R-03-09")
def test_declarations_are_made_to_the_texts_in_force():
    assert codes(submit(version_in_force=False)) == {"declared_in_force"}


def test_forum_razem_asks_for_four_declarations_and_the_others_for_fewer():
    assert set(membership.declarations(RAZEM)) == FOUR
    assert membership.declarations(WARMIA) == ("karta_zasad",)
    assert membership.declarations(SIEC) == ()


@pytest.mark.norm("R-03-10")
def test_an_application_is_ones_own_and_made_on_the_platform():
    assert submit()
    assert ground(submit(own=False), "own_application").cite == "§3"
    assert codes(submit(by=STRANGER)) == {"signed_in"}


@pytest.mark.norm("R-03-10")
def test_the_secretariat_may_type_in_for_an_applicant():
    ruling = submit(by=SECRETARIAT, own=False)
    assert ruling
    assert ground(ruling, "assisted_application").default


@pytest.mark.parametrize("earlier", [ApplicationState.REFUSED, ApplicationState.WITHDRAWN, ApplicationState.ACCEPTED])
def test_after_an_application_that_is_over_another_may_follow_at_any_time(earlier):
    ruling = membership.may_reapply(RAZEM, SOMEBODY, kind=Kind.FOUNDATION, earlier=earlier)
    assert ruling
    assert ground(ruling, "earlier_application_over").default


def test_there_is_one_application_at_a_time():
    ruling = membership.may_reapply(RAZEM, SOMEBODY, kind=Kind.FOUNDATION, earlier=ApplicationState.ASKED)
    assert codes(ruling) == {"earlier_application_over"}


def test_an_application_is_taken_back_by_its_applicant_only():
    assert membership.may_withdraw(RAZEM, SOMEBODY, own=True)
    assert not membership.may_withdraw(RAZEM, SECRETARIAT, own=False)


def join(**facts):
    whole = {"kind": Kind.ASSOCIATION, "stated": {NGOS}, "made": {"karta_zasad"}}
    return membership.may_join_at_once(WARMIA, SOMEBODY, **(whole | facts))


@pytest.mark.norm("W-ZA-06", "W-ZA-04")
def test_an_open_network_takes_no_applications_and_is_joined_at_once():
    ruling = membership.may_apply(WARMIA, SOMEBODY, kind=Kind.ASSOCIATION)
    assert ground(ruling, "network_verifies") in ruling.failed
    assert ground(ruling, "network_verifies").cite == "Zasady"
    assert join()


@pytest.mark.norm("W-ZA-06")
def test_an_open_network_has_no_clock_no_ballot_register_and_nobody_who_verifies():
    assert not membership.keeps_ballot_register(WARMIA)
    assert membership.keeps_ballot_register(RAZEM)
    assert not membership.may_verify(WARMIA, SECRETARIAT, own=False)
    assert not membership.removable(WARMIA)


@pytest.mark.norm("W-ZA-07")
def test_the_karta_zasad_is_declared_on_joining():
    ruling = join(made=set())
    assert codes(ruling) == {"every_declaration_made"}
    assert ground(ruling, "every_declaration_made").cite == "Zasady"
    assert codes(join(version_in_force=False)) == {"declared_in_force"}


@pytest.mark.norm("W-CR-01", "W-CR-02")
@pytest.mark.parametrize(
    ("stated", "fits"), [({NGOS}, True), ({RESIDENTS}, True), ({NGOS, RESIDENTS}, True), (set(), False)]
)
def test_either_limb_of_the_definition_is_enough(stated, fits):
    ruling = join(stated=stated)
    assert bool(ruling) is fits
    assert ground(ruling, "one_limb_met").cite == "Co robimy"


@pytest.mark.norm("W-KJ-01", "W-KJ-03", "W-ZA-04")
@pytest.mark.parametrize(
    ("kind", "cite"),
    [
        (Kind.ASSOCIATION, "Kim jesteśmy"),
        (Kind.FEDERATION, "Kim jesteśmy"),
        (Kind.NETWORK, "Kim jesteśmy"),
        (Kind.LOCAL_ACTION_GROUP, "Kim jesteśmy"),
        (Kind.SUPPORT_CENTRE, "Kim jesteśmy"),
        (Kind.CONSORTIUM, "Kim jesteśmy"),
        (Kind.OTHER, "Kim jesteśmy"),
    ],
)
def test_the_list_of_participants_is_open_at_its_end(kind, cite):
    ruling = join(kind=kind)
    assert ruling
    assert ground(ruling, "kind_belongs").cite == cite


@pytest.mark.norm("W-KJ-01")
def test_single_persons_are_no_participants_of_the_agreement():
    assert codes(join(kind=Kind.INDIVIDUAL)) == {"kind_belongs"}


def test_the_circle_named_in_the_agreement_finds_its_kinds():
    named = {
        Kind.LOCAL_ACTION_GROUP,
        Kind.NETWORK,
        Kind.SUPPORT_CENTRE,
        Kind.FOUNDATION,
        Kind.FEDERATION,
        Kind.PUBLIC_BODY,
    }
    assert named <= parties.kinds_admitted(WARMIA)


def declare(kind=Kind.ASSOCIATION, stated=(CREATED, FOR_THEM)):
    return membership.may_declare(SIEC, SOMEBODY, kind=kind, stated=set(stated), made=set())


@pytest.mark.norm("B-01-02", "B-01-03")
@pytest.mark.parametrize(
    ("stated", "missing"), [((CREATED,), (FOR_THEM,)), ((FOR_THEM,), (CREATED,)), ((), (CREATED, FOR_THEM))]
)
def test_a_migrant_organisation_states_both_conditions(stated, missing):
    ruling = declare(stated=stated)
    assert codes(ruling) == {"every_condition_met"}
    assert (ground(ruling, "every_condition_met").cite, ground(ruling, "every_condition_met").facts) == (
        "¶1",
        {"missing": missing},
    )
    assert declare()


@pytest.mark.norm("B-01-04", "B-01-05")
@pytest.mark.parametrize(
    ("kind", "belongs"),
    [
        (Kind.FOUNDATION, True),
        (Kind.ASSOCIATION, True),
        (Kind.INFORMAL_GROUP, True),
        (Kind.BUSINESS, False),
        (Kind.CONSORTIUM, False),
    ],
)
def test_foundations_associations_and_informal_groups_declare_themselves(kind, belongs):
    ruling = declare(kind)
    assert bool(ruling) is belongs
    assert ground(ruling, "kind_belongs").cite == "¶1"


@pytest.mark.norm("B-01-06", "B-01-07")
@pytest.mark.parametrize(
    ("stated", "fits"),
    [
        (("planning_own_activity",), True),
        (("suspended_own_activity",), True),
        ((CREATED, FOR_THEM), False),
        ((), False),
    ],
)
def test_a_single_person_states_where_their_own_activity_stands(stated, fits):
    ruling = declare(Kind.INDIVIDUAL, stated)
    assert bool(ruling) is fits
    assert len(membership.pursuits(SIEC)) == 2
    assert membership.pursuits(RAZEM) == ()


def test_the_ways_in_do_not_mix():
    assert not membership.may_declare(RAZEM, SOMEBODY, kind=Kind.FOUNDATION, stated={ACTIVE}, made=FOUR)
    assert not membership.may_join_at_once(SIEC, SOMEBODY, kind=Kind.FOUNDATION, stated={CREATED, FOR_THEM}, made=set())
    assert membership.may_join_at_once(FORUM, SOMEBODY, kind=Kind.FOUNDATION, stated=set(), made=set())


def test_a_word_nobody_knows_admits_nobody():
    book = silent(membership=Membership(kinds=Term(("guild",), "§1")))
    assert parties.kinds_admitted(book) == frozenset()
    assert parties.kinds_admitted(silent()) == frozenset(Kind)
    assert membership.eligible(silent(), kind=Kind.OTHER, stated=set())
