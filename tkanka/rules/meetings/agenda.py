"""What is spoken of at a meeting, what is read before it, and what is handed in before it."""

from __future__ import annotations

from datetime import date, timedelta

from ..defaults import held
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..standing import Standing
from .calling import may_organise
from .kinds import Gathering, MeetingKind, terms_of
from .states import MeetingState

AHEAD = {MeetingState.DRAFT, MeetingState.CALLED}


def may_propose_item(book: Rulebook, by: Standing, of: Gathering, *, takes_part: bool, state: MeetingState) -> Ruling:
    """Proposing something for the agenda: whoever may take part in the meeting, while it is ahead."""
    ruling = check(takes_part and by.person is not None, "takes_part")
    return ruling & check(state in AHEAD, "meeting_not_over", state=str(state))


def may_settle_item(book: Rulebook, by: Standing, of: Gathering, *, state: MeetingState) -> Ruling:
    """Accepting and declining items: the organiser; for directors' meetings the advisory group shapes the agenda."""
    if of.kind is MeetingKind.DIRECTORS:
        ruling = check(of.advises, "advisory_shapes_agenda", book.directors_meetings.agenda_by)
    else:
        ruling = may_organise(book, by, of)
    return ruling & check(state in AHEAD, "meeting_not_over", state=str(state))


def materials_due(book: Rulebook, of: Gathering, on: date) -> date:
    """The day by which materials go out, so that people come prepared."""
    return on - timedelta(days=held(book, "advisory_group.materials_days_before").value)


def asked_before(book: Rulebook, kind: MeetingKind) -> tuple[str, ...]:
    """What each member is asked to hand in before a kind of meeting."""
    terms = terms_of(book, kind)
    return terms.submissions_before.value if terms and terms.submissions_before else ()


def submissions_due(book: Rulebook, on: date) -> date:
    """The last day on which what is handed in is in time."""
    return on - timedelta(days=held(book, "meetings.plenary.submissions_days_before").value)


def may_hand_in(book: Rulebook, by: Standing, of: Gathering, *, state: MeetingState) -> Ruling:
    """Handing something in for one's organisation. Late is marked, and never shut out."""
    terms = terms_of(book, of.kind)
    before = terms.submissions_before if terms else None
    ruling = check(bool(by.speaks_for), "member_hands_in", before)
    return ruling & check(state in AHEAD, "meeting_not_over", state=str(state))


def is_late(due: date, on: date) -> bool:
    return on > due
