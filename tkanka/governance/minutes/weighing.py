"""The facts the rules weigh for the minutes of one meeting and one person."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils.timezone import localdate

from tkanka.governance.meetings.models import Meeting
from tkanka.governance.meetings.queries import gathering_for
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.meetings import Gathering, MeetingState
from tkanka.rules.minutes import (
    ApprovalBasis,
    MinutesState,
    Work,
    may_approve,
    may_give_task,
    may_keep_minutes,
    may_open_minutes,
    may_read,
    may_write,
)
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.ruling import Ruling
from tkanka.rules.standing import Standing

from .models import Minutes
from .queries import unanswered
from .queries.seeing import work_of


@dataclass(frozen=True, slots=True)
class Weighed:
    """Minutes, the charter, and who the one who acts is to the meeting. Without minutes, a meeting that has none."""

    meeting: Meeting
    book: Rulebook
    by: Standing
    of: Gathering
    work: Work
    today: date
    at: datetime
    minutes: Minutes | None = None

    @property
    def open(self) -> Ruling:
        begun, state = self.meeting.starts_at <= self.at, MeetingState(self.meeting.state)
        return may_open_minutes(self.book, self.by, self.of, state=state, begun=begun)

    @property
    def keep(self) -> Ruling:
        return may_keep_minutes(self.book, self.by, self.of, self.work)

    @property
    def write(self) -> Ruling:
        return may_write(self.book, self.by, self.of, self.work)

    @property
    def read(self) -> Ruling:
        return may_read(self.book, self.by, self.of, self.work)

    def approve(self, basis: ApprovalBasis, *, later: bool, where: str) -> Ruling:
        work = replace(self.work, unanswered=unanswered(self.minutes) if self.minutes else 0)
        return may_approve(
            self.book, self.by, self.of, work, basis=basis, later=later, where=where, today=self.today
        )  # fmt: skip

    @property
    def give(self) -> Ruling:
        return may_give_task(self.book, self.by, self.of, self.work, known=True)


def weighed(
    meeting: Meeting,
    minutes: Minutes | None,
    by: Standing,
    at: datetime,
    book: Rulebook | None = None,
    of: Gathering | None = None,
) -> Weighed:
    """Who `by` is to the minutes on that day, in the charter then in force; `of` is who they are to the meeting,
    where that is known."""
    day = localdate(at)
    found, work = of or gathering_for(meeting, by, day), Work(MinutesState.DRAFT)
    if minutes is not None:
        minutes.meeting = meeting
        work = work_of(minutes, by)
    return Weighed(meeting, book or rulebook_of(meeting.network, day), by, found, work, day, at, minutes)
