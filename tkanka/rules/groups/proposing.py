"""Proposing a working group: by which route, who with whom, and what it must say."""

from __future__ import annotations

from collections.abc import Set
from uuid import UUID

from ..defaults import held
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..standing import Office, Standing
from .states import Field, Route


def groups_known(book: Rulebook) -> Ruling:
    """Whether the charter knows working groups that are proposed."""
    return check(bool(book.working_groups.routes), "working_groups_known", book.working_groups.routes)


def routes_of(book: Rulebook) -> tuple[Route, ...]:
    """The routes of the charter, in its order."""
    term = book.working_groups.routes
    return tuple(Route(one) for one in term.value if one in set(Route)) if term else ()


def routes_open(book: Rulebook, by: Standing, *, advises: bool) -> tuple[Route, ...]:
    """The routes somebody may begin on."""
    return tuple(route for route in routes_of(book) if may_draft(book, by, route=route, advises=advises))


def may_draft(book: Rulebook, by: Standing, *, route: str, advises: bool) -> Ruling:
    """Whether somebody may begin a proposal. `advises`: they hold a seat in the advisory group."""
    ruling = groups_known(book)
    ruling &= check(route in routes_of(book), "route_known", book.working_groups.routes)
    if route == Route.JOINT:
        begins = advises or Office.COORDINATOR in by.offices
        return ruling & check(begins, "coordinator_or_advisory_begins", book.working_groups.routes)
    if route == Route.MATCH:
        return ruling & check(by.keeps_the_network, "secretariat_matches", book.working_groups.routes)
    return ruling & check(bool(by.speaks_for), "speaks_for_a_member", book.working_groups.routes)


def fields_required(book: Rulebook) -> tuple[Field, ...]:
    """What a proposal must say; where the charter is silent, the four fields a group cannot do without."""
    term = book.working_groups.terms_contents
    named = tuple(Field(one) for one in term.value if one in set(Field)) if term else ()
    return named or (Field.AIMS, Field.TIME, Field.MEETINGS, Field.LANGUAGE)


def fields_missing(book: Rulebook, filled: Set[str]) -> tuple[Field, ...]:
    return tuple(field for field in fields_required(book) if field not in filled)


def may_edit_proposal(book: Rulebook, by: Standing, *, own: bool) -> Ruling:
    """A draft belongs to whoever began it; to an answer the initiators come together."""
    return groups_known(book) & check(own, "own_proposal")


def may_agree(book: Rulebook, by: Standing, *, organisation: UUID, invited: bool) -> Ruling:
    """A member joins a proposal as co-initiator: only by its own word, once it was invited."""
    ruling = check(invited, "invited_to_initiate", book.working_groups.min_proposers)
    return ruling & check(organisation in by.speaks_for, "speaks_for_a_member", book.working_groups.min_proposers)


def may_submit(
    book: Rulebook,
    by: Standing,
    *,
    route: str,
    own: bool,
    agreed: Set[UUID],
    filled: Set[str],
    strategic_reason: bool = False,
    coordinator_agreed: bool = False,
    advisory_agreed: bool = False,
) -> Ruling:
    """Handing a proposal in to the secretariat.

    `agreed`: active member organisations that said yes, the first proposer's included; two people of one are one.
    """
    missing = fields_missing(book, filled)
    ruling = may_edit_proposal(book, by, own=own)
    ruling &= check(not missing, "proposal_complete", book.working_groups.terms_contents, missing=", ".join(missing))
    if route == Route.JOINT:
        return ruling & _joint(book, strategic_reason, coordinator_agreed, advisory_agreed)
    path = "matchmaking_min_members" if route == Route.MATCH else "min_proposers"
    least = held(book, f"working_groups.{path}")
    return ruling & check(len(agreed) >= least.value, "enough_initiators", least, least=least.value, agreed=len(agreed))


def _joint(book: Rulebook, reason: bool, coordinator: bool, advisory: bool) -> Ruling:
    terms, keys = book.working_groups, held(book, "working_groups.joint_route_keys")
    ruling = check(reason, "strategic_reason_given", terms.joint_route_only_for)
    if "coordinator" in keys.value:
        ruling &= check(coordinator, "coordinator_agreed", terms.routes)
    if "advisory_group" in keys.value:
        ruling &= check(advisory, "advisory_group_agreed", terms.routes)
    return ruling


def group_agreed(*, seats: int, yes: int) -> bool:
    """Whether a body asked to decide said yes: more than half of its seats in force."""
    return seats > 0 and yes * 2 > seats


def may_flag_strategic(book: Rulebook, by: Standing, *, advises: bool) -> Ruling:
    """Who may say that a matter is of strategic importance."""
    term = held(book, "working_groups.strategic_flag_by")
    may = ("coordinator" in term.value and Office.COORDINATOR in by.offices) or (
        "advisory_group" in term.value and advises
    )
    return check(may, "strategic_flag", term)


def may_flag_sensitive(book: Rulebook, by: Standing, *, explained: bool) -> Ruling:
    """The coordinator may call a group especially sensitive, with a reason the group can read."""
    term = held(book, "working_groups.sensitive_flag_by")
    ruling = check(Office.COORDINATOR in by.offices, "sensitive_flag", term)
    return ruling & check(explained, "sensitive_reason", term)
