"""The office at work: rules of elections, drafts, and the steps of an election."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tkanka.governance.bodies.doors import Place, body_of
from tkanka.governance.bodies.queries import rows_meeting
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.bodies import Period, Room, Taken
from tkanka.rules.elections import Attribute, ElectionState, bound_attributes, is_elected, runs_elections, seats_open
from tkanka.rules.ruling import Refused

from .. import actions, queries
from ..doors import election_of, let_in
from ..forms import CallOffForm, PlanForm, ProcessForm
from ..forms.planning import as_typed
from ..models import Election
from ..weighing import gap_in
from .elections import HERE, shown_to


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def process(visit: Visit) -> HttpResponse:
    """The rules of elections in force, and for the office the form to publish them anew."""
    let_in(visit)
    may = runs_elections(visit.frame.book, visit.standing)
    last = queries.latest_process(visit.network)
    if visit.method == "POST":
        may.require()
    form = (
        ProcessForm(visit.POST) if visit.method == "POST" else ProcessForm(initial={"text": last.text if last else ""})
    )
    if visit.method == "POST" and form.is_valid():
        actions.publish_process(by=visit.standing, at=timezone.now(), network=visit.network, **form.cleaned_data)
        messages.success(visit, _("Zasady wyborów ogłoszone."))
        return redirect("elections:process", network=visit.network.slug)
    context = {"process": last, "form": form if may else None, "earlier": queries.processes_in(visit.network)[1:20]}
    return render(visit, "elections/process.html", context | HERE, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def plan(visit: Visit, body: UUID) -> HttpResponse:
    """A new draft for a body."""
    let_in(visit)
    place = body_of(visit, body)
    (runs_elections(visit.frame.book, visit.standing) & is_elected(place.kind)).require()
    form = _form(visit, None)
    if visit.method == "POST" and form.is_valid():
        plan = form.plan(_per_organisation(place))
        try:
            made = actions.plan_election(by=visit.standing, at=timezone.now(), body=place.body, plan=plan)
        except Refused as refused:
            return _again(visit, form, place, refused)
        return redirect("elections:election", network=visit.network.slug, election=made.pk)
    return _page(visit, form, place)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def edit(visit: Visit, election: UUID) -> HttpResponse:
    """The draft, changed."""
    found = election_of(visit, election)
    runs_elections(visit.frame.book, visit.standing).require()
    if found.state != ElectionState.DRAFT:
        raise Http404
    place = body_of(visit, found.body_id)
    form = _form(visit, found)
    if visit.method == "POST" and form.is_valid():
        try:
            actions.change_election(
                by=visit.standing, at=timezone.now(), election=found, plan=form.plan(_per_organisation(place))
            )
        except Refused as refused:
            return _again(visit, form, place, refused)
        return redirect("elections:election", network=visit.network.slug, election=found.pk)
    return _page(visit, form, place)


def _form(visit: Visit, found: Election | None) -> PlanForm:
    attributes = bound_attributes(visit.frame.book)
    regions = queries.regions_of(visit.network, visit.today) if Attribute.REGION in attributes else []
    data = visit.POST if visit.method == "POST" else None
    return PlanForm(
        data, attributes=attributes, regions=regions, initial=as_typed(found) if found else {"kind": "term"}
    )


def _per_organisation(place: Place) -> int | None:
    term = place.kind.per_organisation
    return int(term.value) if term else None


def _again(visit: Visit, form: PlanForm, place: Place, refused: Refused) -> HttpResponse:
    return _page(visit, form, place, refused.ruling)


def _page(visit: Visit, form: PlanForm, place: Place, ruling: Any = None) -> HttpResponse:
    hosting, rows = visit.frame.hosting, rows_meeting(place.body, visit.today)[:1_000]
    taken = tuple(Taken(Period(one.since, one.until), one.person_id, one.organisation_id) for one in rows)
    room = Room(place.kind, taken=taken, host=hosting.organisation_id if hosting else None)
    context = {
        "form": form, "body": place.body, "ruling": ruling, "free": seats_open(room, Period(visit.today)),
        "per_organisation": _per_organisation(place),
    }  # fmt: skip
    return render(
        visit, "elections/plan.html", context | HERE, status=422 if form.errors or ruling is not None else 200
    )


def _call(visit: Visit, found: Election) -> str:
    actions.call_election(by=visit.standing, at=timezone.now(), election=found)
    return _("Wybory ogłoszone. List dostały wszystkie organizacje.")


def _extend(visit: Visit, found: Election) -> str:
    actions.extend_nominations(by=visit.standing, at=timezone.now(), election=found)
    return _("Zgłoszenia przedłużone o tydzień.")


def _close(visit: Visit, found: Election) -> str:
    actions.close_nominations(by=visit.standing, at=timezone.now(), election=found)
    return _("Lista kandydatur zamknięta, kolejność wylosowana.")


def _open(visit: Visit, found: Election) -> str:
    actions.open_voting(by=visit.standing, at=timezone.now(), election=found)
    return _("Głosowanie otwarte.")


def _count(visit: Visit, found: Election) -> str:
    actions.count_election(by=visit.standing, at=timezone.now(), election=found)
    return _("Głosy policzone.")


def _certify(visit: Visit, found: Election) -> str:
    missing = actions.certify_election(by=visit.standing, at=timezone.now(), election=found)
    if missing:
        return _("Wynik zatwierdzony. Miejsca nie mogły objąć: %s.") % ", ".join(str(one.person) for one in missing)
    return _("Wynik zatwierdzony, wybrane osoby mają swoje miejsca.")


def _count_back(visit: Visit, found: Election) -> str:
    gone = gap_in(found, visit.today)
    if gone is None:
        raise Http404
    seat = actions.count_back(by=visit.standing, at=timezone.now(), election=found, left=gone)
    return _("Miejsce do końca kadencji ma: %s.") % seat.person


STEPS: dict[str, Callable[[Visit, Election], str]] = {
    "call": _call, "extend": _extend, "list": _close, "open": _open, "count": _count, "certify": _certify,
    "count-back": _count_back,
}  # fmt: skip


@login_required
@require_POST
@in_network
def step(visit: Visit, election: UUID, step: str) -> HttpResponse:
    """One step of the office; calling off asks for a reason."""
    found = election_of(visit, election)
    runs_elections(visit.frame.book, visit.standing).require()
    if step == "call-off":
        return _call_off(visit, found)
    if step not in STEPS:
        raise Http404
    messages.success(visit, STEPS[step](visit, found))
    return redirect("elections:election", network=visit.network.slug, election=found.pk)


def _call_off(visit: Visit, found: Election) -> HttpResponse:
    form = CallOffForm(visit.POST)
    if not form.is_valid():
        return render(visit, "elections/election.html", shown_to(visit, found) | {"off_form": form}, status=422)
    actions.call_off_election(by=visit.standing, at=timezone.now(), election=found, reason=form.cleaned_data["reason"])
    messages.success(visit, _("Wybory odwołane."))
    return redirect("elections:election", network=visit.network.slug, election=found.pk)
