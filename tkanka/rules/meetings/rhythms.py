"""How often a network or a body is to meet, and what is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta

from ..bodies import BodyKind
from ..defaults import held
from ..rulebook import Rulebook
from ..terms import Term
from .kinds import MeetingKind


@dataclass(frozen=True, slots=True)
class Rhythm:
    """So many months from one meeting to the next.

    With `by_calendar` there is one in each calendar month, quarter or year. Only a `duty` is owed; a rhythm that is
    none is pointed out where the network's health is shown.
    """

    kind: MeetingKind
    months: int
    term: Term[Any]
    body_kind: str = ""
    by_calendar: bool = False
    duty: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """A meeting that is missing: until when it should have been, or is to be, and when the last one was."""

    rhythm: Rhythm
    due: date
    last: date | None

    def late(self, today: date) -> bool:
        return self.due < today


def rhythms(book: Rulebook) -> tuple[Rhythm, ...]:
    """Every rhythm a charter knows."""
    return (*_of_bodies(book), *_of_the_network(book))


def _of_bodies(book: Rulebook) -> Iterator[Rhythm]:
    if every := book.advisory_group.meetings_every_months:
        month = held(book, "advisory_group.month_reading").value == "calendar_month"
        yield Rhythm(MeetingKind.BODY, every.value, every, BodyKind.ADVISORY, month, duty=True)
    if every := book.directors_meetings.every_months:
        quarter = held(book, "directors_meetings.quarter").value == "calendar_quarter"
        yield Rhythm(MeetingKind.DIRECTORS, every.value, every, "", quarter, duty=True)


def _of_the_network(book: Rulebook) -> Iterator[Rhythm]:
    meetings = book.meetings
    if meetings.members_online.recurring:
        months = held(book, "meetings.members_online.health_months").value
        yield Rhythm(MeetingKind.MEMBERS_ONLINE, months, meetings.members_online.recurring)
    if meetings.plenary.host_changes_every_months:
        yearly = held(book, "meetings.plenary.every_months")
        yield Rhythm(MeetingKind.PLENARY, yearly.value, meetings.plenary.host_changes_every_months)
    if meetings.subregional.recurring:
        months = held(book, "meetings.subregional.health_months").value
        yield Rhythm(MeetingKind.SUBREGIONAL, months, meetings.subregional.recurring)
    if meetings.research_online.every_months:
        longest = max(held(book, "meetings.research_online.window_months").value)
        yield Rhythm(MeetingKind.RESEARCH_ONLINE, longest, meetings.research_online.every_months)


def gap(rhythm: Rhythm, days: Collection[date], *, today: date, since: date) -> Gap | None:
    """What is missing of a rhythm; None while nothing is.

    `days` are those of meetings held or called, past and to come; `since` is when counting begins if there was none.
    """
    past = [day for day in days if day <= today]
    last = max(past, default=None)
    if rhythm.by_calendar:
        first, end = period(today, rhythm.months)
        return None if any(first <= day <= end for day in days) else Gap(rhythm, end, last)
    due = (last or since) + relativedelta(months=rhythm.months)
    ahead = any(day > today for day in days)
    return None if ahead or today <= due else Gap(rhythm, due, last)


def period(day: date, months: int) -> tuple[date, date]:
    """The calendar month, quarter or other part of the year a day lies in: its first and last day."""
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return first, first + relativedelta(months=months) - timedelta(days=1)
