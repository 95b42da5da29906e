"""Opening a body, describing it, and letting it rest or close."""

from __future__ import annotations

from ..defaults import held
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..standing import Office, Standing
from .kinds import LEADING, BodyKind, BodyState, Maker, Role
from .shape import BodyType


def may_open_body(
    book: Rulebook, by: Standing, *, kind: BodyType, open_now: int, heard: bool = False, hidden: bool = False
) -> Ruling:
    """Opening a body of a type. `heard`: the proposal was accepted, or the opinion asked for, that must come before."""
    makers = kind.made_by.value
    may = (
        bool(by.system)
        or (Maker.COORDINATOR in makers and Office.COORDINATOR in by.offices)
        or (Maker.SECRETARIAT in makers and by.keeps_the_network)
        or (Maker.MEMBER in makers and bool(by.speaks_for))
        or (Maker.PROPOSAL in makers and heard)
    )
    ruling = check(may, "maker_opens", kind.made_by, makers=makers)
    if not kind.is_opened_directly:
        ruling &= check(heard or bool(by.system), "heard_before_opening", kind.consulted or kind.made_by)
    if kind.cap is not None:
        ruling &= check(open_now < kind.cap.value, "fewer_than_cap", kind.cap, open=open_now, most=kind.cap.value)
    return ruling & check(not hidden or kind.may_hide.value, "may_be_hidden", kind.may_hide)


def may_keep_body(by: Standing, *, kind: BodyType, role: Role | None) -> Ruling:
    """Doing what leads do: describing it, letting it rest, closing it."""
    keeps = by.keeps_the_network and not kind.closed.value
    return check(role in LEADING or keeps or bool(by.system), "office_or_leads_keep")


def may_describe_body(by: Standing, *, kind: BodyType, role: Role | None, state: str) -> Ruling:
    """Its name and purpose; of a closed one nothing changes any more."""
    return may_keep_body(by, kind=kind, role=role) & check(state != BodyState.CLOSED, "body_not_closed")


def may_hide_body(by: Standing, *, kind: BodyType, role: Role | None) -> Ruling:
    """Hiding that a closed group exists, or showing its name again: the group's own choice, through its leads."""
    return check(role in LEADING or bool(by.system), "leads_hide") & check(
        kind.may_hide.value, "may_be_hidden", kind.may_hide
    )


def may_close_body(book: Rulebook, by: Standing, *, kind: BodyType, role: Role | None, summary: str) -> Ruling:
    """Closing it, with a few words on what it did. A technical group is the coordinator's to close."""
    if kind.code == BodyKind.TECHNICAL:
        closes = Office.COORDINATOR in by.offices or bool(by.system)
        ruling = check(closes, "coordinator_closes_technical", held(book, "technical_groups.closing"))
    else:
        ruling = may_keep_body(by, kind=kind, role=role)
    return ruling & check(bool(summary.strip()), "summary_given")


def may_flag_strategic(book: Rulebook, by: Standing, *, agreed_by_advisory: bool = False) -> Ruling:
    """Calling a group strategic: the coordinator, and the advisory group where its decision is on record."""
    term = held(book, "working_groups.strategic_flag_by") if _knows_working(book) else None
    return check(Office.COORDINATOR in by.offices or agreed_by_advisory or bool(by.system), "flag_by", term)


def may_flag_sensitive(book: Rulebook, by: Standing, *, reason: str) -> Ruling:
    """Calling a group especially sensitive: the coordinator, with a reason that the group sees."""
    term = held(book, "working_groups.sensitive_flag_by") if _knows_working(book) else None
    return check(Office.COORDINATOR in by.offices or bool(by.system), "flag_by", term) & check(
        bool(reason.strip()), "reason_given"
    )


def _knows_working(book: Rulebook) -> bool:
    return book.working_groups.routes is not None


def is_of_secretariat(kind: BodyType) -> bool:
    """A body whose people are those in office."""
    return kind.code in {BodyKind.SECRETARIAT, BodyKind.COORDINATOR}
