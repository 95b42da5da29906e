"""The calendar of a network: what kinds of events there are, for whom, and when two of them get in each other's way."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from .rulebook import Rulebook
from .ruling import Ruling, check

NEAR_DAYS = 3


class EventKind(StrEnum):
    """What an event is."""

    MEETING = "meeting"
    TRAINING = "training"
    WORKSHOP = "workshop"
    CONFERENCE = "conference"
    OPEN_DAY = "open_day"
    DEADLINE = "deadline"
    OTHER = "other"


class EventAudience(StrEnum):
    """Who may know of an event. A body's event is known to its seats, an organisation's to its own people."""

    PUBLIC = "public"
    MEMBERS = "members"
    BODY = "body"
    ORGANISATION = "organisation"
    OFFICES = "network_offices"


class EventSource(StrEnum):
    """Where an event comes from: a meeting of the network, somebody who wrote it down, or a file or feed."""

    MEETING = "meeting"
    OWN = "own"
    IMPORTED = "imported"


class ClashKind(StrEnum):
    """How two events get in each other's way, the worst first."""

    SAME_DAY_AND_PLACE = "same_day_and_place"
    SAME_DAY_AND_THEME = "same_day_and_theme"
    NEAR_IN_PLACE = "near_in_place"
    NEAR_IN_THEME = "near_in_theme"


def clash(days_between: int, *, same_area: bool, shared_theme: bool) -> ClashKind | None:
    """Whether two events so many days apart are worth pointing out; None when they are not."""
    if days_between > NEAR_DAYS or not (same_area or shared_theme):
        return None
    if days_between == 0:
        return ClashKind.SAME_DAY_AND_PLACE if same_area else ClashKind.SAME_DAY_AND_THEME
    return ClashKind.NEAR_IN_PLACE if same_area else ClashKind.NEAR_IN_THEME


def days_between(first: tuple[date, date], second: tuple[date, date]) -> int:
    """How many days lie between two spans of days; nought when they share one."""
    earlier, later = sorted((first, second))
    return max(0, (later[0] - earlier[1]).days)


def dates_coordinated(book: Rulebook) -> Ruling:
    """The ground on which a clash is pointed out; it never stands in the way of anything."""
    return check(True, "dates_coordinated", book.calendar.dates_coordinated)
