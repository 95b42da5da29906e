"""A meeting from its draft to its end: prepared, called, moved, called off, held."""

from collections.abc import Collection
from datetime import datetime
from secrets import randbelow
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.kit.wording import term_label
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.networks.queries import rulebook_of
from tkanka.network.people.queries import person_by_key
from tkanka.network.vocabulary.models import Concept
from tkanka.rules.meetings import MEETING, MeetingKind, asked_before, standing_invitees, submissions_due
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.ruling import Ruling
from tkanka.rules.standing import Standing

from ..letters import tell_all
from ..models import Invitee, Meeting
from ..publishing import index_meeting, publish, withdraw
from ..queries.registering import last_contact
from ..queries.seeing import prepared_by_council
from ..weighing import weighed
from .queueing import fill_places

TOLD = ("starts_at", "ends_at", "place", "form", "area")
"""What people are told of when it changes."""


def draft_meeting(
    *,
    by: Standing,
    at: datetime,
    network: Network,
    cohosts: Collection[Organisation] = (),
    themes: Collection[UUID] = (),
    **fields: Any,
) -> Meeting:
    """Begin to prepare a meeting; nobody is told of it yet. Whom the charter invites of course is on its list."""
    with entry("meeting.drafted", by=by, at=at) as record:
        person = person_by_key(by.person) if by.person else None
        meeting = Meeting(network=network, created_at=at, created_by=person, **fields)
        facts = weighed(meeting, by, at)
        record.rests_on(facts.organise)
        set_up(meeting, facts.book, at, cohosts, themes)
        record.about(meeting, *([meeting.body] if meeting.body else []))
        return meeting


def set_up(
    meeting: Meeting,
    book: Rulebook,
    at: datetime,
    cohosts: Collection[Organisation] = (),
    themes: Collection[UUID] = (),
) -> None:
    """Part of an action: keep a new meeting, with what the charter asks for and whom it invites."""
    kind = MeetingKind(meeting.kind)
    meeting.asks_for = meeting.asks_for or list(asked_before(book, kind))
    if meeting.asks_for and meeting.submissions_due is None:
        meeting.submissions_due = submissions_due(book, localdate(meeting.starts_at))
    meeting.save(force_insert=True)
    meeting.cohosts.set(cohosts)
    meeting.themes.set(Concept.objects.filter(pk__in=themes))
    for code in standing_invitees(book, kind, by_council=prepared_by_council(meeting, localdate(at))):
        known = last_contact(meeting, code)
        Invitee.objects.create(meeting=meeting, standing=code, party=term_label(code), invited_at=at, **known)


def change_meeting(
    *,
    by: Standing,
    at: datetime,
    meeting: Meeting,
    cohosts: Collection[Organisation] | None = None,
    themes: Collection[UUID] | None = None,
    **fields: Any,
) -> Meeting:
    """Change what was prepared. A called meeting that moves is told to everybody it was told to before."""
    with entry("meeting.changed", by=by, at=at) as record:
        meeting = locked(meeting)
        record.rests_on(weighed(meeting, by, at).change)
        before = {name: getattr(meeting, name) for name in fields}
        meeting.own_way = meeting.series_id is not None
        for name, value in fields.items():
            setattr(meeting, name, value)
        changed = [name for name, value in before.items() if getattr(meeting, name) != value]
        facts = weighed(meeting, by, at)
        record.rests_on(facts.organise)
        if {"starts_at", "ends_at"} & set(changed):
            _moved(meeting, facts.book)
        if cohosts is not None:
            meeting.cohosts.set(cohosts)
        if themes is not None:
            meeting.themes.set(Concept.objects.filter(pk__in=themes))
        if meeting.state == "called":
            record.rests_on(facts.call)
            _tell_change(meeting, by, at, changed, before)
        meeting.save()
        record.about(meeting, changed=sorted(changed))
        return meeting


def _moved(meeting: Meeting, book: Rulebook) -> None:
    if meeting.asks_for:
        meeting.submissions_due = submissions_due(book, localdate(meeting.starts_at))
    meeting.day_before_at = meeting.day_of_at = None


def _tell_change(meeting: Meeting, by: Standing, at: datetime, changed: list[str], before: dict[str, Any]) -> None:
    """Letters to all where time or place changed; calendar and index in any case; new places to those who wait."""
    meeting.sequence += 1
    publish(meeting, by, at)
    if set(changed) & set(TOLD):
        was = before.get("starts_at", meeting.starts_at)
        tell_all(meeting, f"meeting.moved:{meeting.sequence}", "moved", at, method="REQUEST", was=was,
                 changed=changed)  # fmt: skip
    if "capacity" in changed:
        fill_places(meeting, at)


def call_meeting(*, by: Standing, at: datetime, meeting: Meeting) -> Meeting:
    """Send the invitations, with the calendar file. From now on the meeting is on."""
    with entry("meeting.called", by=by, at=at) as record:
        meeting = locked(meeting)
        facts = weighed(meeting, by, at)
        record.rests_on(facts.call)
        meeting.state, meeting.called_at = MEETING.after(meeting.state, "call"), at
        meeting.called_by = person_by_key(by.person) if by.person else None
        meeting.check_in_code = f"{randbelow(1_000_000):06}"
        meeting.save()
        publish(meeting, by, at)
        told = tell_all(meeting, "meeting.called", "called", at, method="REQUEST",
                        new_group=facts.introduces, **told_with(meeting))  # fmt: skip
        record.about(meeting, *([meeting.body] if meeting.body else []), told=told)
        return meeting


def told_with(meeting: Meeting) -> dict[str, Any]:
    """What an invitation says besides the meeting's own words."""
    terms = getattr(rulebook_of(meeting.network, localdate(meeting.starts_at)).meetings, meeting.kind, None)
    return {
        "items": list(meeting.items.filter(state="accepted").order_by("order", "proposed_at")[:50]),
        "materials": list(meeting.materials.order_by("added_at")[:50]),
        "purposes": terms.purposes.value if terms and terms.purposes else (),
        "cohosts": list(meeting.cohosts.all()[:20]),
    }


def cancel_meeting(
    *, by: Standing, at: datetime, meeting: Meeting, reason: str, under: Ruling | None = None
) -> Meeting:
    """The meeting does not take place. If it was called, everybody it was told to learns why.

    `under`: what it rests on where more ends than the meeting.
    """
    with entry("meeting.cancelled", by=by, at=at) as record:
        meeting = locked(meeting)
        record.rests_on(under or weighed(meeting, by, at).cancel)
        was_called = meeting.state == "called"
        meeting.state, meeting.cancelled_at = MEETING.after(meeting.state, "cancel"), at
        meeting.cancel_reason, meeting.sequence = reason, meeting.sequence + 1
        meeting.save()
        withdraw(meeting, by, at)
        if was_called:
            tell_all(meeting, "meeting.cancelled", "cancelled", at, method="CANCEL")
        record.about(meeting, *([meeting.body] if meeting.body else []))
        return meeting


def close_meeting(*, by: Standing, at: datetime, meeting: Meeting) -> Meeting:
    """The meeting took place."""
    with entry("meeting.held", by=by, at=at) as record:
        meeting = locked(meeting)
        record.rests_on(weighed(meeting, by, at).close)
        meeting.state, meeting.held_at = MEETING.after(meeting.state, "hold"), at
        meeting.save(update_fields=["state", "held_at"])
        index_meeting(meeting)
        record.about(meeting, *([meeting.body] if meeting.body else []))
        return meeting
