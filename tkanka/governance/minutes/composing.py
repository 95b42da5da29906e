"""What minutes say by themselves: the skeleton at the start, and a version as it is kept."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from tkanka.governance.meetings.models import Attendance, Meeting
from tkanka.governance.meetings.queries import agenda_of, presence_of
from tkanka.ground.kit import dates
from tkanka.rules.minutes import SectionKind, TaskState

from .index import tongue_of
from .models import Decision, Minutes, Section, Task
from .queries import decisions_of, sections_of, tasks_of


def skeleton(minutes: Minutes, meeting: Meeting) -> list[Section]:
    """The sections of new minutes: opening, attendance, one an item of the agenda, tasks, the rest."""
    with override(tongue_of(meeting)):
        parts: list[dict[str, Any]] = [
            {"kind": SectionKind.OPENING, "title": _("Otwarcie"), "text": opening(minutes, meeting)},
            {"kind": SectionKind.ATTENDANCE, "title": _("Obecność"), "text": attendance(meeting)},
            *(
                {"kind": SectionKind.ITEM, "title": item.title, "item": item, "text": presented(item.owner)}
                for _at, item in agenda_of(meeting)
            ),
            {"kind": SectionKind.TASKS, "title": _("Zadania"), "text": ""},
            {"kind": SectionKind.OTHER, "title": _("Poza porządkiem obrad"), "text": ""},
        ]
    return [Section(minutes=minutes, order=number, **part) for number, part in enumerate(parts, start=1)]


def opening(minutes: Minutes, meeting: Meeting) -> str:
    """When, where, who led, who took notes."""
    begins, ends = dates.moment(meeting.starts_at, "full,plain", meeting.starts_at), dates.hour(meeting.ends_at)
    lines = [f"{meeting.title}. {begins}–{ends}."]
    if meeting.has_place and meeting.place:
        lines.append(_("Miejsce: %s.") % meeting.place)
    if meeting.chair:
        lines.append(_("Prowadzenie: %s.") % meeting.chair.name)
    if minutes.note_taker:
        lines.append(_("Notatki: %s.") % minutes.note_taker.name)
    return "\n".join(lines)


def attendance(meeting: Meeting) -> str:
    """How many were there, and which organisations; persons stand on the attendance list alone."""
    there = presence_of(meeting)
    count = ngettext("%d organizacja członkowska", "%d organizacji członkowskich", there.organisations)
    people = ngettext("%d osoba", "%d osób", there.people)
    rows = Attendance.objects.filter(meeting=meeting, organisation__isnull=False)
    names = sorted(set(rows.values_list("organisation__name", flat=True)[:2000]))
    line = f"{count % there.organisations}, {people % there.people}."
    return "\n".join([line, "", *(f"- {name}" for name in names)]).strip()


def presented(owner: str) -> str:
    return _("Przedstawia: %s.") % owner if owner else ""


def parts_of(minutes: Minutes) -> list[dict[str, str]]:
    """The whole minutes as they stand, with what was decided and what is to be done, in the meeting's language."""
    meeting = minutes.meeting
    decisions, tasks = decisions_of(meeting), tasks_of(meeting)
    with override(tongue_of(meeting)):
        return [
            {"key": str(section.pk), "title": section.title, "text": _whole(section, decisions, tasks)}
            for section in sections_of(minutes)
        ]


def _whole(section: Section, decisions: list[Decision], tasks: list[Task]) -> str:
    lines = [section.text.strip()]
    known = section.kind == SectionKind.ITEM and section.item_id
    wanted = [d for d in decisions if d.item_id == section.item_id] if known else []
    if section.kind == SectionKind.OTHER:
        wanted = [d for d in decisions if d.item_id is None]
    if wanted:
        lines.append("\n".join(f"- {decided(one)}" for one in wanted))
    if section.kind == SectionKind.TASKS and tasks:
        lines.append("\n".join(f"- {promised(one)}" for one in tasks))
    return "\n\n".join(line for line in lines if line)


def decided(one: Decision) -> str:
    """A decision in one line, with its figures."""
    text = f"**{one.kind_word}:** {one.text}"
    if one.votes_for is None:
        return text
    figures = {"yes": one.votes_for, "no": one.votes_against, "none": one.abstained}
    return f"{text} " + _("Za %(yes)s, przeciw %(no)s, wstrzymało się %(none)s.") % figures


def promised(one: Task) -> str:
    """A task in one line: what, who, by when."""
    line = f"{one.title} ({one.owner_name})" if one.owner_name else one.title
    if one.due:
        line += _(", do %s") % dates.day(one.due, "long", one.due)
    return line if one.state == TaskState.OPEN else f"{line}: {one.state_word}"
