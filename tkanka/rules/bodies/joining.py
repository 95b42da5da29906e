"""Coming into a body: by oneself, on request, by invitation; and what one may do inside."""

from __future__ import annotations

from uuid import UUID

from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..standing import Standing
from .kinds import LEADING, BodyState, OpenTo, Role
from .seats import outsider_fits
from .shape import BodyType


def may_join(by: Standing, *, kind: BodyType, state: str, organisation: UUID) -> Ruling:
    """Coming in at once, for a member organisation one speaks or works for."""
    return (
        check(kind.open_to.value == OpenTo.MEMBERS, "open_to_members", kind.open_to)
        & check(state != BodyState.CLOSED, "body_not_closed")
        & check(organisation in by.members, "organisation_is_member", kind.open_to)
    )


def may_ask_in(
    by: Standing,
    *,
    kind: BodyType,
    state: str,
    outsider: bool,
    accepts_values: bool,
    outside_kind: str = "",
    explained: bool = False,
) -> Ruling:
    """Asking to come in, which the leads answer: members where it says so, outsiders where outsiders may come."""
    ruling = check(by.person is not None, "signed_in") & check(state != BodyState.CLOSED, "body_not_closed")
    if not outsider:
        asked = kind.open_to.value in {OpenTo.ON_REQUEST, OpenTo.MEMBERS}
        return ruling & check(asked, "open_on_request", kind.open_to) & check(by.is_member, "organisation_is_member")
    invited_only = kind.open_to.value in {OpenTo.INVITED, OpenTo.NOBODY}
    may = kind.open_to_outsiders.value and bool(kind.open_to_outsiders.cite) and not invited_only
    ruling &= check(may, "outsiders_may_ask", kind.open_to_outsiders)
    return ruling & outsider_fits(kind, accepts_values=accepts_values, of=outside_kind, explained=explained)


def may_invite_in(by: Standing, *, kind: BodyType, role: Role | None, state: str, outsider: bool) -> Ruling:
    """Inviting somebody: the leads; the office too, where it can see inside."""
    keeps = by.keeps_the_network and not kind.closed.value
    ruling = check(kind.has_leads, "body_has_leads") & check(state != BodyState.CLOSED, "body_not_closed")
    ruling &= check(role in LEADING or keeps or bool(by.system), "office_or_leads_invite")
    return ruling & check(not outsider or kind.open_to_outsiders.value, "outsiders_may_come", kind.open_to_outsiders)


def may_answer_admission(by: Standing, *, kind: BodyType, role: Role | None) -> Ruling:
    """Saying yes or no to somebody who asked to come in."""
    keeps = by.keeps_the_network and not kind.closed.value
    return check(role in LEADING or keeps or bool(by.system), "office_or_leads_answer")


def may_see_inside(book: Rulebook, by: Standing, *, kind: BodyType, role: Role | None) -> Ruling:
    """Seeing more of a body than its name. A closed one shows what is inside to its seats and to nobody else."""
    return check(not kind.closed.value or role is not None, "seats_see_inside", book.closed_groups.visible)


def may_see_people(by: Standing, *, kind: BodyType, role: Role | None) -> Ruling:
    """Seeing who is in it by name: everybody where people were chosen to an office, else those of the network."""
    of_network = bool(by.members or by.observers or by.offices or role)
    return check(kind.people_are_public or of_network, "network_sees_people")
