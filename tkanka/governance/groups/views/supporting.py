"""Support for groups: what a group asks, the secretariat's queue, what there is to give."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.bodies import BodyState
from tkanka.rules.groups import SupportKind, SupportState, may_ask_support, may_keep_pots, support_kinds

from .. import actions, queries
from ..forms import AnswerSupportForm, PotForm, SupportForm


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def support_of(visit: Visit, group: UUID) -> HttpResponse:
    """What a group asked for and what was answered; its leads ask here. What is left to give can be seen."""
    body = queries.group_in(visit.network, group, visit.standing, visit.today)
    book = visit.frame.book
    leads = queries.leads(body, visit.standing, visit.today)
    if not (leads or visit.standing.keeps_the_network or visit.standing.is_member):
        raise Http404
    kinds = support_kinds(book)
    closed = body.state == BodyState.CLOSED
    ruling = may_ask_support(book, visit.standing, leads=leads, closed=closed, kind=kinds[0])
    asked = visit.GET.get("kind", "")
    form = SupportForm(visit.POST or None, kinds=kinds, initial={"kind": asked if asked in set(kinds) else kinds[0]})
    if visit.method == "POST":
        ruling.require()
        if form.is_valid():
            said = form.cleaned_data | {"kind": SupportKind(form.cleaned_data["kind"])}
            actions.ask_support(by=visit.standing, at=timezone.now(), body=body, **said)
            messages.success(visit, _("Prośba wysłana do sekretariatu."))
            return redirect("groups:support-of", network=visit.network.slug, group=body.pk)
    shown = {
        "body": body, "requests": queries.support_of(body), "form": form, "ruling": ruling,
        "pots": queries.pots_with_use(visit.network, visit.today), "terms": book.working_groups,
    }  # fmt: skip
    return render(visit, "groups/support_of.html", shown, status=422 if form.errors else 200)


def _office(visit: Visit) -> None:
    if not visit.standing.keeps_the_network:
        raise Http404


@login_required
@require_safe
@in_network
def queue(visit: Visit) -> HttpResponse:
    """The secretariat's queue, strategic groups first."""
    _office(visit)
    state = "answered" if visit.GET.get("state") == "answered" else SupportState.ASKED
    page = page_of(queries.support_queue(visit.network, state), visit)
    pots = queries.pots_with_use(visit.network, visit.today)
    shown = {"page": page, "state": state, "pots": pots, "place": "secretariat"}
    return render(visit, "groups/support.html", shown)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def answer(visit: Visit, asked: UUID) -> HttpResponse:
    """Answer a request: yes, no or partly."""
    _office(visit)
    found = queries.request_in(visit.network, asked)
    pots = queries.pots_with_use(visit.network, visit.today)
    form = AnswerSupportForm(visit.POST or None, pots=pots)
    if visit.method == "POST" and form.is_valid():
        actions.answer_support(by=visit.standing, at=timezone.now(), request=found, **_said(visit, form.cleaned_data))
        messages.success(visit, _("Odpowiedź wysłana do osób prowadzących grupę."))
        return redirect("groups:support", network=visit.network.slug)
    shown = {"asked": found, "form": form, "pots": pots, "open": found.state == SupportState.ASKED,
             "place": "secretariat"}  # fmt: skip
    return render(visit, "groups/answer_support.html", shown, status=422 if form.errors else 200)


def _said(visit: Visit, given: dict[str, Any]) -> dict[str, Any]:
    return {
        "outcome": SupportState(given["outcome"]),
        "reason": given["reason"],
        "pot": queries.pot_in(visit.network, UUID(given["pot"])) if given["pot"] else None,
        "granted": given["granted"] or 0,
    }


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def capacity(visit: Visit) -> HttpResponse:
    """Say how much there is to give."""
    _office(visit)
    ruling = may_keep_pots(visit.frame.book, visit.standing)
    ruling.require()
    form = PotForm(visit.POST or None)
    if visit.method == "POST" and form.is_valid():
        actions.state_capacity(by=visit.standing, at=timezone.now(), network=visit.network, **form.cleaned_data)
        messages.success(visit, _("Zapisano."))
        return redirect("groups:support", network=visit.network.slug)
    return render(visit, "groups/capacity.html", {"form": form, "place": "secretariat"},
                  status=422 if form.errors else 200)  # fmt: skip
