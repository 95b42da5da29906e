"""What groups tell of themselves and what they made."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.governance.bodies.models import Body
from tkanka.ground.kit.downloads import file_answer
from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.bodies import BodyState
from tkanka.rules.groups import may_amend, may_note_review
from tkanka.rules.ruling import Ruling

from .. import actions, queries
from ..forms import ResultForm, ReviewForm, UpdateForm


def _insider(visit: Visit) -> bool:
    return visit.standing.is_member or visit.standing.keeps_the_network


def _body(visit: Visit, key: UUID) -> Body:
    """The group, for whoever belongs to the network or sits in it; else 404."""
    body = queries.group_in(visit.network, key, visit.standing, visit.today)
    if not _insider(visit) and not queries.sits_in(body, visit.standing, visit.today):
        raise Http404
    return body


def _may_write(visit: Visit, body: Body) -> Ruling:
    leads = queries.leads(body, visit.standing, visit.today)
    return may_amend(visit.frame.book, visit.standing, leads=leads, closed=body.state == BodyState.CLOSED)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def updates(visit: Visit, group: UUID) -> HttpResponse:
    """The short updates of a group, and writing one."""
    body = _body(visit, group)
    ruling = _may_write(visit, body)
    form = UpdateForm(visit.POST or None)
    if visit.method == "POST":
        ruling.require()
        if form.is_valid():
            actions.post_update(by=visit.standing, at=timezone.now(), body=body, **form.cleaned_data)
            messages.success(visit, _("Zapisano. Przeczyta to cała sieć."))
            return redirect("groups:updates", network=visit.network.slug, group=body.pk)
    shown = {"body": body, "page": page_of(queries.updates_of(body), visit), "form": form, "ruling": ruling}
    return render(visit, "groups/updates.html", shown, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def results_of(visit: Visit, group: UUID) -> HttpResponse:
    """The results of a group, and filing one."""
    body = _body(visit, group)
    ruling = _may_write(visit, body)
    posted = visit.method == "POST"
    form = ResultForm(visit.POST, visit.FILES) if posted else ResultForm()
    if posted:
        ruling.require()
        if form.is_valid():
            actions.file_result(by=visit.standing, at=timezone.now(), body=body, **form.cleaned_data)
            messages.success(visit, _("Wynik zapisany. Członkowie sieci dostaną list."))
            return redirect("groups:results-of", network=visit.network.slug, group=body.pk)
    shown = {
        "body": body, "page": page_of(queries.results_of(body), visit), "form": form, "ruling": ruling,
        "reviews": may_note_review(visit.frame.book, visit.standing, advises=_advises(visit)),
        "review_form": ReviewForm(auto_id=False),
    }  # fmt: skip
    return render(visit, "groups/results_of.html", shown, status=422 if form.errors else 200)


def _advises(visit: Visit) -> bool:
    return queries.advises(visit.network, visit.standing, visit.today)


@login_required
@require_safe
@in_network
def results(visit: Visit) -> HttpResponse:
    """What all groups made, the latest first; above them what waits for the advisory group."""
    if not _insider(visit):
        raise Http404
    reviews = may_note_review(visit.frame.book, visit.standing, advises=_advises(visit))
    shown = {
        "page": page_of(queries.results_in(visit.network, visit.standing, visit.today), visit),
        "waiting": queries.results_to_review(visit.network) if reviews else [],
    }
    return render(visit, "groups/results.html", shown)


@login_required
@require_POST
@in_network
def review(visit: Visit, result: UUID) -> HttpResponse:
    """Note what the advisory group said."""
    found = queries.result_in(visit.network, result, visit.standing, visit.today)
    _body(visit, found.body_id)
    ruling = may_note_review(visit.frame.book, visit.standing, advises=_advises(visit))
    ruling.require()
    form = ReviewForm(visit.POST)
    if not form.is_valid():
        messages.error(visit, _("Napisz, co powiedziała grupa doradcza."))
    else:
        actions.note_review(by=visit.standing, at=timezone.now(), result=found, **form.cleaned_data)
        messages.success(visit, _("Zapisano."))
    return redirect("groups:results-of", network=visit.network.slug, group=found.body_id)


@never_cache
@login_required
@require_safe
@in_network
def file(visit: Visit, result: UUID) -> HttpResponse:
    found = queries.result_in(visit.network, result, visit.standing, visit.today)
    _body(visit, found.body_id)
    if not found.file:
        raise Http404
    try:
        return cast(HttpResponse, file_answer(found.file.open("rb"), found.name))
    except FileNotFoundError as gone:
        raise Http404 from gone
