"""Beginning minutes, and naming who takes them."""

from datetime import datetime

from tkanka.governance.bodies.models import Body
from tkanka.governance.meetings.models import Meeting
from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.people.models import Person
from tkanka.rules.ruling import check
from tkanka.rules.standing import Standing

from ..composing import skeleton
from ..models import Minutes, Section, Writing
from ..queries import minutes_of
from ..weighing import weighed


def bodies_of(meeting: Meeting) -> list[Body]:
    """The body a record stands in the history of."""
    return [meeting.body] if meeting.body else []


def open_minutes(*, by: Standing, at: datetime, meeting: Meeting, note_taker: Person | None = None) -> Minutes:
    """Begin the minutes of a meeting from its agenda and who was there. Begun twice, they are the same."""
    with entry("minutes.opened", by=by, at=at) as record:
        meeting = locked(meeting)
        record.rests_on(weighed(meeting, None, by, at).open)
        record.rests_on(check(minutes_of(meeting) is None, "no_minutes_yet"))
        minutes = Minutes.objects.create(meeting=meeting, note_taker=note_taker, opened_at=at, opened_by_id=by.person)
        sections = Section.objects.bulk_create(skeleton(minutes, meeting))
        Writing.objects.bulk_create(
            Writing(section=one, revision=0, text=one.text, written_at=at, written_by_id=by.person) for one in sections
        )
        record.about(minutes, meeting, *bodies_of(meeting), network=meeting.network_id)
        return minutes


def name_note_taker(*, by: Standing, at: datetime, minutes: Minutes, person: Person | None) -> Minutes:
    """Say who takes the notes: somebody who may then write in the minutes."""
    with entry("minutes.note_taker_named", by=by, at=at) as record:
        minutes = locked(minutes)
        meeting = minutes.meeting
        record.rests_on(weighed(meeting, minutes, by, at).write)
        there = person is None or meeting.attendances.filter(person=person).exists()
        record.rests_on(check(there, "note_taker_was_there"))
        minutes.note_taker = person
        minutes.save(update_fields=["note_taker"])
        record.about(minutes, meeting, *bodies_of(meeting), network=meeting.network_id)
        return minutes
