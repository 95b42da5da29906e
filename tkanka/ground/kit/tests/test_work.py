"""The work loop: what is due is done, by one worker, and what fails comes round again."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from tkanka.ground.kit.models import JobRun
from tkanka.ground.kit.work import MORE, Job, Worker, each, job_runs, pause_after

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Task:
    """A job that counts its runs."""

    def __init__(self, *outcomes, name="task"):
        self.outcomes, self.runs, self.__name__ = list(outcomes), 0, name

    def __call__(self, now):
        self.runs += 1
        outcome = self.outcomes.pop(0) if self.outcomes else None
        if isinstance(outcome, Exception):
            raise outcome
        return outcome() if callable(outcome) else outcome


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as travelled:
        yield travelled


def test_a_job_runs_when_it_is_due_and_not_before(clock):
    task = Task()
    worker = Worker([Job(task, HOUR)])
    worker.run_due()
    worker.run_due()
    assert task.runs == 1
    clock.shift(HOUR)
    worker.run_due()
    assert task.runs == 2


def test_of_several_workers_one_does_a_job(clock):
    task = Task()
    inner = Worker([Job(task, HOUR)])
    task.outcomes = [inner.run_due]
    Worker([Job(task, HOUR)]).run_due()
    inner.run_due()
    assert task.runs == 1


def test_a_shared_job_is_done_by_every_worker(clock):
    task = Task()
    for _ in range(3):
        worker = Worker([Job(task, HOUR, shared=True)])
        worker.run_due()
        worker.run_due()
    assert task.runs == 3


def test_a_job_that_fails_harms_no_other_and_comes_round_after_a_pause(clock):
    broken, sound = Task(RuntimeError("no"), name="broken"), Task(name="sound")
    jobs = [Job(broken, HOUR), Job(sound, HOUR)]
    worker = Worker(jobs)
    worker.run_due()
    assert (broken.runs, sound.runs) == (1, 1)
    run = job_runs(jobs)[jobs[0].name]
    assert (run.failures, run.trouble, run.next_at) == (1, "RuntimeError: no", NOW + timedelta(seconds=5))
    clock.shift(timedelta(seconds=5))
    worker.run_due()
    run.refresh_from_db()
    assert (broken.runs, sound.runs, run.failures, run.trouble) == (2, 1, 0, "")


def test_the_pause_after_failures_grows_to_a_bound():
    assert [pause_after(n).total_seconds() for n in (1, 2, 3, 4, 8, 99)] == [5, 10, 20, 40, 600, 600]


def test_what_has_more_to_do_is_done_again_at_once(clock):
    task = Task(MORE, MORE)
    Worker([Job(task, HOUR)]).once()
    assert task.runs == 3


def test_what_died_with_a_worker_is_due_again_when_its_claim_lapses(clock):
    task = Task()
    job = Job(task, HOUR)
    Worker([job]).run_due()
    JobRun.objects.update(next_at=NOW, claimed_by="0" * 32, claimed_until=NOW + job.lease)
    Worker([job]).run_due()
    assert task.runs == 1
    clock.shift(job.lease + timedelta(seconds=1))
    Worker([job]).run_due()
    assert task.runs == 2


def test_a_long_job_that_is_alive_is_not_taken_over(clock):
    done = []

    def long(now):
        for item in each(range(4)):
            clock.shift(timedelta(minutes=3))
            Worker([job]).run_due()
            done.append(item)

    job = Job(long, HOUR)
    Worker([job]).run_due()
    assert done == [0, 1, 2, 3]


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_is_to_stop_finishes_the_item_in_hand(clock):
    done = []

    def long(now):
        for item in each(range(4)):
            worker.stop.set()
            done.append(item)

    worker = Worker([Job(long, HOUR), Job(Task(), HOUR)])
    worker.forever()
    assert done == [0]
    assert JobRun.objects.filter(claimed_by=None).count() == 2


def test_items_pass_through_outside_a_worker():
    assert list(each([1, 2])) == [1, 2]


def test_two_jobs_of_one_name_are_refused():
    with pytest.raises(ValueError, match="one name"):
        Worker([Job(Task(), HOUR), Job(Task(), HOUR)])
