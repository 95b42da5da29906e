"""Places that fall free go to those who wait, first come first served."""

from datetime import datetime

from tkanka.rules.meetings import REGISTRATION, answer_until

from ..letters import tell_holder
from ..models import Meeting
from ..publishing import mark_place
from ..queries import next_waiting, room_of

AT_ONCE = 500


def fill_places(meeting: Meeting, at: datetime) -> int:
    """Part of an action, with the meeting locked: offer every free place to the next who waits; how many were."""
    for count in range(AT_ONCE):
        room = room_of(meeting)
        waiting = next_waiting(meeting)
        if waiting is None or at >= meeting.starts_at or (room.capacity is not None and room.taken >= room.capacity):
            return count
        waiting.state, waiting.offered_at = REGISTRATION.after(waiting.state, "offer"), at
        waiting.answer_until = answer_until(at, meeting.answer_hours, meeting.starts_at)
        waiting.save(update_fields=["state", "offered_at", "answer_until"])
        waiting.meeting = meeting
        mark_place(meeting, waiting)
        tell_holder(waiting, "place.offered", "offered", at)
    return AT_ONCE
