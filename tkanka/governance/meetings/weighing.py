"""The facts the rules weigh for one meeting and one person."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.bodies import BodyKind
from tkanka.rules.meetings import (
    Gathering,
    MeetingState,
    may_call,
    may_cancel,
    may_close,
    may_note_presence,
    may_organise,
    may_propose_item,
    may_settle_item,
    may_take_part,
)
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.ruling import Ruling, check
from tkanka.rules.standing import Standing

from .models import Meeting
from .queries import Places, first_meeting, gathering_for


@dataclass(frozen=True, slots=True)
class Weighed:
    """A meeting, the charter, and who the one who acts is to it: what every ruling about it is made from."""

    meeting: Meeting
    book: Rulebook
    by: Standing
    of: Gathering
    today: date

    @property
    def state(self) -> MeetingState:
        return MeetingState(self.meeting.state)

    @property
    def organise(self) -> Ruling:
        return may_organise(self.book, self.by, self.of)

    @property
    def change(self) -> Ruling:
        return self.organise & check(self.meeting.is_ahead, "meeting_not_over", state=self.meeting.state)

    @property
    def is_first(self) -> bool:
        """Whether its body met never before."""
        body = self.meeting.body
        earliest = first_meeting(body) if body else None
        return body is not None and (earliest is None or earliest.starts_at >= self.meeting.starts_at)

    @property
    def introduces(self) -> bool:
        """Whether it is where a new working group meets everybody who wishes to join."""
        body = self.meeting.body
        return body is not None and body.kind == BodyKind.WORKING and self.is_first and self.of.open_to_members

    @property
    def call(self) -> Ruling:
        body = self.meeting.body
        announced, called = body.announced_at if body else None, self.meeting.called_at
        return may_call(
            self.book, self.by, self.of, on=self.on, today=self.today, decision=self.meeting.decision,
            first=self.is_first, announced_on=localdate(announced) if announced else None,
            told_on=localdate(called) if called else None,
        )  # fmt: skip

    @property
    def cancel(self) -> Ruling:
        return may_cancel(self.book, self.by, self.of)

    @property
    def close(self) -> Ruling:
        return may_close(self.book, self.by, self.of, on=self.on, today=self.today)

    @property
    def note_presence(self) -> Ruling:
        settled = self.meeting.list_settled_at is not None
        return may_note_presence(
            self.book, self.by, self.of, state=self.state, on=self.on, today=self.today, settled=settled
        )

    @property
    def take_part(self) -> Ruling:
        return may_take_part(self.book, self.by, self.of)

    @property
    def propose(self) -> Ruling:
        return may_propose_item(self.book, self.by, self.of, takes_part=bool(self.take_part), state=self.state)

    @property
    def settle(self) -> Ruling:
        return may_settle_item(self.book, self.by, self.of, state=self.state)

    @property
    def on(self) -> date:
        return localdate(self.meeting.starts_at)


def weighed(
    meeting: Meeting, by: Standing, at: datetime, book: Rulebook | None = None, places: Places | None = None
) -> Weighed:
    """Who `by` is to the meeting on that day, in the charter then in force."""
    day = localdate(at)
    return Weighed(meeting, book or rulebook_of(meeting.network, day), by, gathering_for(meeting, by, day, places), day)
