"""Meetings that are counted, places used before, hosts that take turns. All of it is pointed out, none of it blocks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta

from ..defaults import held
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..terms import Term
from .kinds import MeetingKind, terms_of


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of the meetings a charter counts took place, in how many different places."""

    held: int
    of: int
    places: int
    term: Term[int]

    @property
    def left(self) -> int:
        return max(0, self.of - self.held)


def tally(book: Rulebook, kind: MeetingKind, places: Sequence[str]) -> Tally | None:
    """The count of a kind of meeting, from the places of those held; None where nothing is counted."""
    terms = terms_of(book, kind)
    if terms is None or terms.count is None:
        return None
    return Tally(len(places), terms.count.value, len({place.casefold() for place in places if place}), terms.count)


def place_is_new(book: Rulebook, kind: MeetingKind, place: str, used: Collection[str]) -> Ruling:
    """Whether a place was not used before, where the charter wants different ones. What fails is only pointed out."""
    terms = terms_of(book, kind)
    if terms is None or terms.places is None or not place:
        return Ruling()
    seen = place.casefold() in {one.casefold() for one in used}
    told = held(book, "meetings.workshop.repeated_place").value == "pointed_out"
    return check(not (seen and told), "place_is_new", terms.places, place=place)


def host_is_new(book: Rulebook, host: UUID | None, on: date, hosts: Sequence[tuple[date, UUID]]) -> Ruling:
    """Whether the host of a plenary meeting is another than last time. What fails is only pointed out.

    `hosts` are the plenary meetings before, each with its day and host.
    """
    every = book.meetings.plenary.host_changes_every_months
    if every is None or host is None:
        return Ruling()
    earliest = on - relativedelta(months=2 * every.value)
    before = [one for one in sorted(hosts, reverse=True) if earliest <= one[0] < on]
    return check(not before or before[0][1] != host, "host_is_new", every)
