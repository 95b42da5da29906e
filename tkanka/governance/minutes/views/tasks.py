"""Tasks: giving, listing, doing."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.governance.bodies.queries import visible_bodies
from tkanka.governance.meetings.doors import places_at
from tkanka.governance.meetings.queries import agenda_of, gathering_for
from tkanka.ground.kit.downloads import csv_answer
from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.minutes import TASK, TaskState, may_reopen_task, may_settle_task

from .. import actions, queries
from ..forms import FilterForm, HandOnForm, NoteForm, TaskForm
from ..models import Task
from ..owners import Choices
from ..queries import TaskFilter
from ..weighing import Weighed, weighed
from .finding import back_to, found

MOST = 5_000


def asked(visit: Visit) -> tuple[FilterForm, TaskFilter]:
    """The filters of the address."""
    bodies = visible_bodies(visit.network, visit.standing, visit.today).order_by("name")[:200]
    form = FilterForm(visit.GET or {"state": "open"}, bodies=bodies)
    if not form.is_valid():
        return form, TaskFilter()
    said = form.cleaned_data
    return form, TaskFilter(said["state"] or "open", UUID(said["body"]) if said["body"] else None, said["mine"])


def _rows(visit: Visit, wanted: TaskFilter) -> QuerySet[Task]:
    by, day = visit.standing, visit.today
    rows = queries.visible_tasks(visit.network, by, day, visit.frame.book, places_at(visit))
    return queries.chosen(rows, by, day, wanted)


@login_required
@require_safe
@in_network
def tasks(visit: Visit) -> HttpResponse:
    """What is to be done, by state, body and person."""
    form, wanted = asked(visit)
    page = page_of(_rows(visit, wanted), visit)
    context = {"page": page, "filters": form, "today": visit.today, "query": visit.GET.urlencode(), "place": "desk"}
    return render(visit, "minutes/tasks.html", context)


@login_required
@require_safe
@in_network
def tasks_csv(visit: Visit) -> HttpResponseBase:
    """The same list as a file."""
    _form, wanted = asked(visit)
    columns = [_("Zadanie"), _("Kto"), _("Termin"), _("Stan"), _("Spotkanie"), _("Punkt"), _("Szczegóły")]
    lines = (
        (t.title, t.owner_name, t.due, t.state_word, t.meeting.title, t.item.title if t.item else "", t.text)
        for t in _rows(visit, wanted)[:MOST]
    )
    return csv_answer("zadania.csv", columns, lines)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def give(visit: Visit, minutes: UUID) -> HttpResponse:
    """Give somebody a task."""
    shown, facts, at = found(visit, minutes)
    facts.give.require()
    items = [item for _at, item in agenda_of(shown.meeting)]
    form = TaskForm(visit.POST or None, owners=Choices(shown.meeting, visit.today), items=items)
    if visit.method == "POST" and form.is_valid():
        said = form.cleaned_data
        actions.give_task(
            by=visit.standing, at=at, minutes=shown, title=said["title"], text=said["text"], due=said["due"],
            item=form.items.get(said["item"]), to=form.to(),
        )  # fmt: skip
        messages.success(visit, _("Zadanie zapisane. Kto je dostał, dowie się listem."))
        return back_to(visit, shown)
    context = {"form": form, "minutes": shown, "meeting": shown.meeting, "title": _("Nowe zadanie"), "place": "desk"}
    return render(visit, "minutes/form.html", context, status=422 if form.errors else 200)


def found_task(visit: Visit, key: UUID) -> tuple[Task, Weighed, datetime]:
    at = timezone.now()
    by, book, places = visit.standing, visit.frame.book, places_at(visit)
    one = queries.task_in(visit.network, key, by, visit.today, book, places)
    one.meeting.network = visit.network
    of = gathering_for(one.meeting, by, visit.today, places)
    return one, weighed(one.meeting, queries.minutes_of(one.meeting), by, at, book, of), at


@login_required
@require_safe
@in_network
def task(visit: Visit, task: UUID) -> HttpResponse:
    """A task, its course, and what its owner may do."""
    one, facts, _at = found_task(visit, task)
    return _task_page(visit, one, facts, NoteForm())


def _task_page(visit: Visit, one: Task, facts: Weighed, form: NoteForm) -> HttpResponse:
    owner = queries.owner_of(one, visit.standing, visit.today)
    settle = may_settle_task(
        facts.book, facts.by, facts.of, facts.work, owner=owner, state=TaskState.DONE, note=""
    )  # fmt: skip
    reopen = may_reopen_task(facts.book, facts.by, facts.of, facts.work, owner=owner, note="-")
    context = {
        "task": one, "meeting": one.meeting, "minutes": facts.minutes if facts.read else None, "owner": owner,
        "settle": settle, "reopen": reopen, "give": bool(facts.give) and one.state == TaskState.OPEN, "form": form,
        "steps": queries.steps_of(one), "today": visit.today, "place": "desk",
    }  # fmt: skip
    return render(visit, "minutes/task.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
@in_network
def step(visit: Visit, task: UUID) -> HttpResponse:
    """Done, dropped, or open again."""
    one, facts, at = found_task(visit, task)
    wanted = visit.POST.get("step", "")
    if wanted not in TASK.steps:
        raise Http404
    form = NoteForm(visit.POST)
    if form.is_valid() and wanted != "finish" and not form.cleaned_data["note"].strip():
        form.add_error("note", _("Napisz, dlaczego."))
    if not form.is_valid():
        return _task_page(visit, one, facts, form)
    actions.settle_task(by=visit.standing, at=at, task=one, step=wanted, note=form.cleaned_data["note"])
    messages.success(visit, _("Zapisano."))
    return redirect("minutes:task", network=visit.network.slug, task=one.pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def hand_on(visit: Visit, task: UUID) -> HttpResponse:
    """Another owner, another day."""
    one, facts, at = found_task(visit, task)
    facts.give.require()
    form = HandOnForm(visit.POST or None, owners=Choices(one.meeting, visit.today), initial={"due": one.due})
    if visit.method == "POST" and form.is_valid():
        actions.hand_on(by=visit.standing, at=at, task=one, to=form.to(), due=form.cleaned_data["due"])
        messages.success(visit, _("Zapisano. Nowa osoba albo organizacja dowie się listem."))
        return redirect("minutes:task", network=visit.network.slug, task=one.pk)
    context = {"form": form, "meeting": one.meeting, "task": one, "title": _("Zmień, kto i do kiedy"), "place": "desk"}
    return render(visit, "minutes/form.html", context, status=422 if form.errors else 200)
