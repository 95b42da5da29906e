"""What the platform does by itself, and how it went."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tkanka.ground.kit.models import JobRun
from tkanka.ground.kit.work import Job, job_runs
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.outbox import may_watch_work


@dataclass(frozen=True, slots=True)
class Line:
    """A job and how it went; `run` is None for one no worker has seen yet."""

    job: Job
    run: JobRun | None
    late: bool


@require_safe
@in_network
def work(visit: Visit) -> HttpResponse:
    ruling = may_watch_work(visit.standing)
    ruling.require()
    return render(visit, "front/work.html", {"lines": list(_lines())})


@require_safe
def work_at_home(request: HttpRequest) -> HttpResponse:
    """The same for those who try the platform out."""
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
    return render(request, "front/work.html", {"lines": list(_lines())})


def _lines() -> Iterator[Line]:
    from ..timetable import TIMETABLE  # brings all jobs of all rooms along

    runs, now = job_runs(TIMETABLE), timezone.now()
    for job in TIMETABLE:
        run = runs.get(job.name)
        late = bool(run and not run.claimed_by and now - run.next_at > max(job.every, job.lease))
        yield Line(job, run, late)
