"""Becoming a member: who may belong, what is declared, and how one comes in."""

from __future__ import annotations

from collections.abc import Set
from enum import StrEnum

from ..defaults import held
from ..parties import UNREGISTERED, Kind, Pursuit, kind_fits
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..standing import Standing
from ..terms import Term
from .states import ApplicationState


class Mode(StrEnum):
    """How one comes in: somebody decides, one's own declaration takes effect, or taking part is a mere fact."""

    VERIFIED = "verified"
    DECLARED = "declared"
    OPEN = "open"


SUPPORTS_NGOS = "supports_other_ngos"
SUPPORTS_RESIDENTS = "supports_social_activity_of_residents"
LIMBS = {"supports_other_ngos_and_social_activity_of_residents": (SUPPORTS_NGOS, SUPPORTS_RESIDENTS)}
OVER = frozenset({ApplicationState.REFUSED, ApplicationState.WITHDRAWN, ApplicationState.ACCEPTED})


def mode(book: Rulebook) -> Term[str]:
    """How one comes into this network (a `Mode`)."""
    return held(book, "membership.mode")


def conditions(book: Rulebook, kind: Kind) -> tuple[str, ...]:
    """The conditions of belonging a party may state about itself, as ids."""
    terms = book.membership
    if kind is Kind.INDIVIDUAL and terms.individuals:
        return terms.individuals.value
    if terms.eligibility_any:
        return terms.eligibility_any.value
    stated = terms.eligibility_all.value if terms.eligibility_all else ()
    return tuple(limb for one in stated for limb in LIMBS.get(one, (one,)))


def declarations(book: Rulebook) -> tuple[str, ...]:
    """The declarations the charter asks for, as ids, in its order."""
    return book.membership.declarations.value if book.membership.declarations else ()


def may_apply(book: Rulebook, by: Standing, *, kind: Kind) -> Ruling:
    """Whether a party of this kind may hand in an application for verification."""
    way = mode(book)
    ruling = check(by.person is not None, "signed_in")
    ruling &= check(way.value == Mode.VERIFIED, "network_verifies", way, mode=way.value)
    return ruling & kind_fits(book, kind)


def may_reapply(book: Rulebook, by: Standing, *, kind: Kind, earlier: ApplicationState) -> Ruling:
    """A new application after one that is over: always open, by default at any time."""
    again = held(book, "membership.reapplication")
    return may_apply(book, by, kind=kind) & check(
        earlier in OVER, "earlier_application_over", again, state=str(earlier)
    )


def eligible(book: Rulebook, *, kind: Kind, stated: Set[str]) -> Ruling:
    """Whether what a party states about itself is what the charter asks. Horizon and approach play no part."""
    terms, asked = book.membership, conditions(book, kind)
    found = tuple(one for one in asked if one in stated)
    if kind is Kind.INDIVIDUAL and terms.individuals:
        return check(bool(found), "pursuit_stated", terms.individuals, stated=found)
    if terms.eligibility_any:
        return check(bool(found), "one_condition_met", terms.eligibility_any, stated=found)
    if terms.eligibility_all is None:
        return check(True, "no_condition")
    if len(asked) > len(terms.eligibility_all.value):
        return check(bool(found), "one_limb_met", terms.eligibility_all, stated=found)
    missing = tuple(one for one in asked if one not in stated)
    return check(not missing, "every_condition_met", terms.eligibility_all, missing=missing)


def declared(book: Rulebook, *, made: Set[str], version_in_force: bool = True) -> Ruling:
    """Whether every declaration of the charter was made, in the version of the texts that is in force."""
    asked = book.membership.declarations
    if asked is None:
        return Ruling()
    missing = tuple(one for one in asked.value if one not in made)
    ruling = check(not missing, "every_declaration_made", asked, missing=missing, count=len(asked.value))
    return ruling & check(version_in_force, "declared_in_force", asked)


def may_submit(
    book: Rulebook, by: Standing, *, own: bool, kind: Kind, stated: Set[str], made: Set[str], version_in_force: bool
) -> Ruling:
    """Whether an application may be handed in. `own`: the acting person applies for their own party.

    The secretariat may type in for an applicant; then both persons are recorded.
    """
    return (
        may_apply(book, by, kind=kind)
        & may_fill_in(book, by, own=own)
        & eligible(book, kind=kind, stated=stated)
        & declared(book, made=made, version_in_force=version_in_force)
    )


def may_fill_in(book: Rulebook, by: Standing, *, own: bool) -> Ruling:
    """Whether somebody may write in an application: the applicant, or the secretariat helping them."""
    if own or not by.keeps_the_network:
        return check(own, "own_application", book.membership.registered_through)
    assisted = held(book, "membership.assisted_application")
    return check(bool(assisted.value), "assisted_application", assisted)


def may_withdraw(book: Rulebook, by: Standing, *, own: bool) -> Ruling:
    """An application is taken back by the one who handed it in."""
    return check(own, "own_application", book.membership.registered_through)


def may_join_at_once(
    book: Rulebook, by: Standing, *, kind: Kind, stated: Set[str], made: Set[str], version_in_force: bool = True
) -> Ruling:
    """Taking part in an open network: a statement of fit that takes effect at once and that nobody decides on."""
    way = mode(book)
    ruling = check(by.person is not None, "signed_in")
    ruling &= check(way.value == Mode.OPEN, "network_is_open", way, mode=way.value)
    return ruling & _fits(book, kind, stated) & declared(book, made=made, version_in_force=version_in_force)


def may_declare(
    book: Rulebook, by: Standing, *, kind: Kind, stated: Set[str], made: Set[str], version_in_force: bool = True
) -> Ruling:
    """Joining a network by one's own declaration, without anybody's decision."""
    way = mode(book)
    ruling = check(by.person is not None, "signed_in")
    ruling &= check(way.value == Mode.DECLARED, "network_takes_declarations", way, mode=way.value)
    return ruling & _fits(book, kind, stated) & declared(book, made=made, version_in_force=version_in_force)


def _fits(book: Rulebook, kind: Kind, stated: Set[str]) -> Ruling:
    return kind_fits(book, kind) & eligible(book, kind=kind, stated=stated)


def keeps_ballot_register(book: Rulebook) -> Ruling:
    """Whether the network keeps a register of who has a ballot: not where taking part is a mere fact."""
    way = mode(book)
    return check(way.value != Mode.OPEN, "network_has_ballots", way, mode=way.value)


def asks_number(kind: Kind) -> bool:
    """Whether a form offers fields for registry numbers at all; they stay empty at will."""
    return kind not in UNREGISTERED


def pursuits(book: Rulebook) -> tuple[Pursuit, ...]:
    """What a single person may state about their own activity in this network."""
    named = book.membership.individuals
    return tuple(Pursuit(one) for one in named.value) if named else ()
