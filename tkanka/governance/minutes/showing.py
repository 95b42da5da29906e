"""What the page of minutes shows, and the page of their meeting of them."""

from dataclasses import dataclass, field
from datetime import datetime
from difflib import SequenceMatcher
from typing import Any

from tkanka.governance.meetings.models import Meeting
from tkanka.network.networks.doors import Visit
from tkanka.rules.meetings import Gathering
from tkanka.rules.minutes import MinutesState, SectionKind

from . import queries
from .models import Decision, Minutes, Remark, Section, Task, Version
from .weighing import Weighed, weighed


@dataclass(frozen=True, slots=True)
class Part:
    """A section as it is read: with what was decided, who writes in it now, what was remarked."""

    section: Section
    decisions: list[Decision]
    writers: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def parts_for(minutes: Minutes, facts: Weighed) -> list[Part]:
    decisions = queries.decisions_of(minutes.meeting)
    open_yet = minutes.state != MinutesState.APPROVED
    writers = queries.writers_lately(minutes, facts.at, facts.by.person) if open_yet and facts.write else {}
    found = []
    for section in queries.sections_of(minutes):
        if section.kind == SectionKind.ITEM:
            own = [one for one in decisions if section.item_id and one.item_id == section.item_id]
        else:
            own = [one for one in decisions if one.item_id is None] if section.kind == SectionKind.OTHER else []
        found.append(Part(section, own, writers.get(section.pk, []), list(section.remarks.all())))
    return found


def shown_of(minutes: Minutes, facts: Weighed) -> dict[str, Any]:
    """Everything the page of the minutes needs of them."""
    return {
        "minutes": minutes,
        "meeting": minutes.meeting,
        "facts": facts,
        "parts": parts_for(minutes, facts),
        "tasks": queries.tasks_of(minutes.meeting),
        "writes": bool(facts.write),
        "remarks_open": minutes.state == MinutesState.COMMENT and bool(minutes.remarks_until)
        and facts.today <= (minutes.remarks_until or facts.today) and not facts.of.closed,
        "today": facts.today,
    }  # fmt: skip


def of_meeting(
    visit: Visit, meeting: Meeting, at: datetime, takes_part: bool, of: Gathering | None = None
) -> dict[str, Any]:
    """What the page of a meeting tells of its minutes, results and tasks, and of what is left from before."""
    minutes = queries.minutes_of(meeting)
    facts = weighed(meeting, minutes, visit.standing, at, visit.frame.book, of)
    reads = minutes is not None and bool(facts.read)
    carried: list[Task] = queries.carried_to(meeting) if meeting.is_ahead and takes_part else []
    return {
        "minutes": minutes if reads else None,
        "may_open_minutes": minutes is None and visit.standing.person is not None and bool(facts.open),
        "decided": queries.decisions_of(meeting) if reads else [],
        "tasks": queries.tasks_of(meeting) if reads else [],
        "carried": carried,
        "today": visit.today,
    }


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a comparison: kept, put in (`new`) or taken out (`old`)."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Compared:
    title: str
    lines: list[Line]


def compared(before: Version, after: Version) -> list[Compared]:
    """What changed between two versions, section by section; sections that did not change are left out."""
    old = {part["key"]: part for part in before.parts}
    found = []
    for part in after.parts:
        earlier = old.get(part["key"], {"text": ""})["text"].split("\n")
        lines = list(_lines(earlier, part["text"].split("\n")))
        if any(line.kind for line in lines):
            found.append(Compared(part["title"], lines))
    return found


def _lines(before: list[str], after: list[str]) -> list[Line]:
    found: list[Line] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [Line("", line) for line in before[a:b] if line]
        else:
            found += [Line("old", line) for line in before[a:b] if line]
            found += [Line("new", line) for line in after[c:d] if line]
    return found
