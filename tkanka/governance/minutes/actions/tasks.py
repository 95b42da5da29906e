"""Giving tasks, handing them on, and saying what became of them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from tkanka.governance.bodies.models import Seat
from tkanka.governance.meetings.models import Item
from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import Entry, entry
from tkanka.network.networks.models import Organisation
from tkanka.network.people.models import Person
from tkanka.rules.minutes import TASK, TaskState, may_give_task, may_reopen_task, may_settle_task
from tkanka.rules.ruling import check
from tkanka.rules.standing import Standing

from ..letters import tell_owners
from ..models import Minutes, Task, TaskStep
from ..queries import minutes_of, orphaned, owner_of
from ..weighing import Weighed, weighed
from .opening import bodies_of


@dataclass(frozen=True, slots=True)
class Given:
    """Who is to do a task: exactly one of a person, an organisation, a seat."""

    person: Person | None = None
    organisation: Organisation | None = None
    seat: Seat | None = None

    @property
    def one(self) -> bool:
        return sum(owner is not None for owner in (self.person, self.organisation, self.seat)) == 1


def give_task(
    *,
    by: Standing,
    at: datetime,
    minutes: Minutes,
    title: str,
    to: Given,
    due: date | None = None,
    text: str = "",
    item: Item | None = None,
) -> Task:
    """Give somebody of the network a task; they are told."""
    with entry("task.given", by=by, at=at) as record:
        minutes = locked(minutes)
        meeting = minutes.meeting
        record.rests_on(check(item is None or item.meeting_id == meeting.pk, "item_on_agenda"))
        task = Task.objects.create(
            meeting=meeting, item=item, title=title.strip(), text=text.strip(), person=to.person,
            organisation=to.organisation, seat=to.seat, due=due, given_at=at, given_by_id=by.person,
        )  # fmt: skip
        _owned(weighed(meeting, minutes, by, at), task, to, record)
        _step(task, "give", "", by, at)
        tell_owners(task, "given", at)
        record.about(task, minutes, meeting, *bodies_of(meeting), network=meeting.network_id, due=due)
        return task


def _owned(facts: Weighed, task: Task, to: Given, record: Entry) -> None:
    """The owner is one, and of this network today."""
    known = to.one and not orphaned(Task.objects.filter(pk=task.pk), facts.today).exists()
    record.rests_on(may_give_task(facts.book, facts.by, facts.of, facts.work, known=known))


def _step(task: Task, step: str, note: str, by: Standing, at: datetime) -> TaskStep:
    return TaskStep.objects.create(task=task, step=step, note=note.strip(), at=at, by_id=by.person)


def hand_on(*, by: Standing, at: datetime, task: Task, to: Given, due: date | None, note: str = "") -> Task:
    """Give an open task to somebody else, or another day."""
    with entry("task.handed_on", by=by, at=at) as record:
        task = locked(task)
        meeting = task.meeting
        record.rests_on(check(task.state == TaskState.OPEN, "step_not_open", step="hand_on", state=task.state))
        task.person, task.organisation, task.seat, task.due = to.person, to.organisation, to.seat, due
        task.told_near_at = task.told_late_at = None
        task.save()
        _owned(weighed(meeting, minutes_of(meeting), by, at), task, to, record)
        _step(task, "hand_on", note, by, at)
        tell_owners(task, "given", at)
        record.about(task, meeting, *bodies_of(meeting), network=meeting.network_id, due=due)
        return task


def settle_task(*, by: Standing, at: datetime, task: Task, step: str, note: str = "") -> Task:
    """Finish a task, drop it, or open it again; the note stays with it."""
    with entry("task.settled", by=by, at=at) as record:
        task = locked(task)
        meeting = task.meeting
        state = TASK.after(task.state, step)
        facts, owner = weighed(meeting, minutes_of(meeting), by, at), owner_of(task, by, localdate(at))
        if step == "reopen":
            record.rests_on(may_reopen_task(facts.book, by, facts.of, facts.work, owner=owner, note=note))
        else:
            record.rests_on(may_settle_task(facts.book, by, facts.of, facts.work, owner=owner, state=state, note=note))
        task.state, task.settled_at = state, None if state == TaskState.OPEN else at
        task.save(update_fields=["state", "settled_at"])
        _step(task, step, note, by, at)
        record.about(task, meeting, *bodies_of(meeting), network=meeting.network_id, state=state)
        return task


def tell_of_near_task(*, by: Standing, at: datetime, task: Task) -> Task:
    """The day of a task is near: whoever owns it is told, once."""
    with entry("task.near", by=by, at=at) as record:
        task = locked(task)
        tell_owners(task, "near", at)
        task.told_near_at = at
        task.save(update_fields=["told_near_at"])
        record.about(task, *bodies_of(task.meeting), network=task.meeting.network_id, due=task.due)
        return task


def tell_of_late_task(*, by: Standing, at: datetime, task: Task) -> Task:
    """The day of a task has passed: whoever owns it is told, once."""
    with entry("task.late", by=by, at=at) as record:
        task = locked(task)
        tell_owners(task, "late", at)
        task.told_late_at = at
        task.save(update_fields=["told_late_at"])
        record.about(task, *bodies_of(task.meeting), network=task.meeting.network_id, due=task.due)
        return task
