"""Work that is due. There is no queue: a job asks the database what is due and does it,
so a job that died half-way is simply still due. Any number of workers may run."""

import logging
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event
from typing import Final, TypeVar
from uuid import UUID, uuid4

from django.db import DatabaseError, close_old_connections
from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import Promise

from .models import JobRun

log = logging.getLogger(__name__)
T = TypeVar("T")

MORE: Final = "more"
"""What a job returns that stopped at its own bound and is due again at once."""


@dataclass(frozen=True, slots=True)
class Job:
    """`run` gets the present moment. `lease` is how long one item may take before another worker may step in.
    A `shared` job claims its own rows, so that several workers may do it at once."""

    run: Callable[[datetime], object]
    every: timedelta
    lease: timedelta = timedelta(minutes=5)
    shared: bool = False
    label: Promise | str = ""

    @property
    def title(self) -> Promise | str:
        """What it is called on the page that shows the work."""
        return self.label or self.name

    @property
    def name(self) -> str:
        run = getattr(self.run, "func", self.run)
        return f"{run.__module__}.{run.__name__}"


@dataclass(slots=True)
class _Running:
    job: Job
    worker: "Worker"
    claim: UUID
    renewed_at: datetime


_running: ContextVar[_Running | None] = ContextVar("running", default=None)


def stopping() -> bool:
    """Whether the worker that runs this job was asked to stop: finish the item in hand and return."""
    running = _running.get()
    return bool(running and running.worker.stop.is_set())


def each(items: Iterable[T]) -> Iterator[T]:
    """The items of a job one by one, outside any transaction: stops between two when the worker is to stop, and
    keeps the job from being taken over while it is alive."""
    for item in items:
        if stopping():
            return
        still_at_it()
        yield item


def still_at_it() -> None:
    """Said now and then in the midst of an item that takes long, so that no other worker takes the job over."""
    running = _running.get()
    if running is None or running.job.shared:
        return
    now = timezone.now()
    if now - running.renewed_at > running.job.lease / 3:
        running.renewed_at = now
        JobRun.objects.filter(claimed_by=running.claim).update(claimed_until=now + running.job.lease)


@dataclass
class Worker:
    """One process that does what is due. The database says what: see JobRun."""

    jobs: Sequence[Job]
    stop: Event = field(default_factory=Event)
    shared_next: dict[str, datetime] = field(default_factory=dict)
    enrolled: bool = False

    def __post_init__(self) -> None:
        names = [job.name for job in self.jobs]
        if len(set(names)) != len(names):
            raise ValueError("two jobs of one name")

    def stopped_by_signals(self) -> "Worker":
        """From now on SIGTERM and Ctrl-C let it finish the item in hand and stop."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self.stop.set())
        return self

    def forever(self, pause: float = 1.0) -> None:
        """Until `stop` is set. A database that is away is waited for."""
        while not self.stop.is_set():
            close_old_connections()
            try:
                hurry = self.run_due()
            except DatabaseError as error:
                log.warning("The database is away: %s", error)
                hurry = False
            self.stop.wait(0 if hurry else pause)

    def once(self) -> None:
        """Everything that is due now, to its end."""
        while self.run_due() and not self.stop.is_set():
            pass

    def run_due(self) -> bool:
        """Each due job once. True when one of them has more to do at once."""
        now = timezone.now()
        if not self.enrolled:
            JobRun.objects.bulk_create([JobRun(name=job.name, next_at=now) for job in self.jobs], ignore_conflicts=True)
            self.enrolled = True
        due = set(JobRun.objects.filter(next_at__lte=now).values_list("name", flat=True))
        turns = [job for job in self.jobs if (self._shared_due(job, now) if job.shared else job.name in due)]
        outcomes = [self._turn(job) for job in turns if not self.stop.is_set()]
        return any(outcomes)

    def _turn(self, job: Job) -> bool:
        now = timezone.now()
        claim = uuid4()
        if not (job.shared or _claimed(job, claim, now)):
            return False
        token = _running.set(_Running(job, self, claim, now))
        try:
            outcome = job.run(now)
        except Exception as error:
            log.exception("The job %s failed", job.name)
            self._note(job, claim, now, f"{type(error).__name__}: {error}")
            return False
        finally:
            _running.reset(token)
        self._note(job, claim, now, "", again=outcome is MORE)
        return outcome is MORE

    def _shared_due(self, job: Job, now: datetime) -> bool:
        return self.shared_next.get(job.name, now) <= now

    def _note(self, job: Job, claim: UUID, started_at: datetime, trouble: str, again: bool = False) -> None:
        """How it went, and when it is next due: a job that fails comes round sooner or later, but not at once."""
        now = timezone.now()
        run = JobRun.objects.filter(name=job.name) if job.shared else JobRun.objects.filter(claimed_by=claim)
        failures = (run.values_list("failures", flat=True).first() or 0) + 1 if trouble else 0
        next_at = now + pause_after(failures) if trouble else now if again else started_at + job.every
        self.shared_next[job.name] = next_at
        run.update(
            started_at=started_at,
            finished_at=now,
            next_at=next_at,
            failures=F("failures") + 1 if trouble else 0,
            trouble=trouble[:300].replace("\0", ""),
            claimed_by=None,
            claimed_until=None,
        )


def pause_after(failures: int) -> timedelta:
    """How long a job rests that failed so many times in a row (1 or more): 5 s, 10 s, 20 s … at most ten minutes."""
    return min(timedelta(seconds=5 * 2.0 ** min(failures - 1, 10)), timedelta(minutes=10))


def job_runs(jobs: Iterable[Job]) -> dict[str, JobRun]:
    """How each job went last, by its name."""
    return JobRun.objects.in_bulk([job.name for job in jobs])


def _claimed(job: Job, claim: UUID, now: datetime) -> bool:
    """One conditional update: of several workers exactly one changes the row."""
    free = Q(claimed_until=None) | Q(claimed_until__lt=now)
    due = JobRun.objects.filter(free, name=job.name, next_at__lte=now)
    return bool(due.update(claimed_by=claim, claimed_until=now + job.lease, started_at=now))
