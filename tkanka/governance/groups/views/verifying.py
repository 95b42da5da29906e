"""The secretariat's work on proposals: the list with clocks, the checks, the outcome."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.queries import history_of
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.groups import checks_of, may_ask_advice, may_decline, may_open, may_verify

from .. import actions, queries
from ..forms import AdviceForm, AskForm, CheckForm, DeclineForm, FlagForm
from ..models import Proposal
from ..queries.proposals import SHOWN


@login_required
@require_safe
@in_network
def proposals(visit: Visit) -> HttpResponse:
    """All proposals that were handed in, with their clocks."""
    if not visit.standing.keeps_the_network:
        raise Http404
    shown = visit.GET.get("state", "open")
    shown = shown if shown in SHOWN else "open"
    page = page_of(queries.proposals_in(visit.network, shown), visit)
    rows = [_row(visit, one) for one in page]
    context = {"page": page, "rows": rows, "shown": shown, "states": list(SHOWN), "place": "secretariat"}
    return render(visit, "groups/proposals.html", context)


def _row(visit: Visit, proposal: Proposal) -> dict[str, Any]:
    clock = queries.clock_of(visit.frame.book, proposal)
    gone = clock.gone(visit.today)
    return {
        "proposal": proposal,
        "clock": clock,
        "gone": min(gone, clock.max_workdays),
        "late": proposal.is_open and clock.overdue(visit.today),
        "held": proposal.is_open and clock.held(visit.today),
    }


@never_cache
@login_required
@require_safe
@in_network
def verify(visit: Visit, proposal: UUID) -> HttpResponse:
    """One proposal with its checks, what is alike inside and outside, advice and the outcome."""
    found = _handed_in(visit, proposal)
    return render(visit, "groups/verify.html", _shown(visit, found))


def _handed_in(visit: Visit, key: UUID) -> Proposal:
    found = queries.proposal_in(visit.network, key, visit.standing, visit.today)
    if not visit.standing.keeps_the_network or found.submitted_at is None:
        raise Http404
    return found


def _shown(visit: Visit, found: Proposal, **forms: Any) -> dict[str, Any]:
    book, by, today = visit.frame.book, visit.standing, visit.today
    checks = queries.checks_answered(found)
    fine = {key for key, one in checks.items() if one.fine}
    doubted = set(checks) - fine
    row = _row(visit, found)
    lists = vocabulary()
    own, clock = queries.initiates(found, by), row["clock"]
    facts: dict[str, Any] = {"own": own, "doubted": doubted, "clock": clock, "today": today}
    items = [item for item in checks_of(book) if item in doubted]
    return row | {
        "works": may_verify(book, by, own=own),
        "may_open": may_open(book, by, fine=fine, **facts),
        "may_decline": may_decline(book, by, item=items[0] if items else "", explained=True, **facts),
        "may_advise": may_ask_advice(book, by),
        "checks": [
            {"item": item, "check": checks.get(item), "form": CheckForm(auto_id=f"{item}_%s")}
            for item in checks_of(book)
        ],
        "initiators": queries.initiators_of(found),
        "inside": queries.alike_inside(found, by, today, lists),
        "proposed": queries.alike_proposals(found, lists),
        "outside": queries.alike_outside(found, today, lists),
        "questions": list(found.questions.select_related("asked_by", "answered_by").order_by("asked_at")[:50]),
        "consultations": queries.consultations_of(found),
        "ask_form": AskForm(),
        "advice_form": AdviceForm(auto_id="advice_%s"),
        "flag_form": FlagForm(auto_id="flag_%s"),
        "decline_form": DeclineForm(items=items),
        "history": history_of(found),
        "place": "secretariat",
    } | forms  # fmt: skip


@login_required
@require_POST
@in_network
def check(visit: Visit, proposal: UUID) -> HttpResponse:
    """Answer one check."""
    found, item = _handed_in(visit, proposal), visit.POST.get("item", "")
    may_verify(visit.frame.book, visit.standing, own=queries.initiates(found, visit.standing)).require()
    form = CheckForm(visit.POST, auto_id=f"{item}_%s")
    if not form.is_valid():
        shown = _shown(visit, found)
        for row in shown["checks"]:
            row["form"] = form if row["item"] == item else row["form"]
        return render(visit, "groups/verify.html", shown, status=422)
    actions.check_item(by=visit.standing, at=timezone.now(), proposal=found, item=item, **form.cleaned_data)
    return _back(visit, found)


def _back(visit: Visit, found: Proposal) -> HttpResponse:
    messages.success(visit, _("Zapisano."))
    return redirect("groups:verify", network=visit.network.slug, proposal=found.pk)


@login_required
@require_POST
@in_network
def ask(visit: Visit, proposal: UUID) -> HttpResponse:
    """Ask the proposers."""
    found = _handed_in(visit, proposal)
    may_verify(visit.frame.book, visit.standing, own=queries.initiates(found, visit.standing)).require()
    form = AskForm(visit.POST)
    if not form.is_valid():
        return render(visit, "groups/verify.html", _shown(visit, found, ask_form=form), status=422)
    actions.ask_proposers(by=visit.standing, at=timezone.now(), proposal=found, **form.cleaned_data)
    return _back(visit, found)


@login_required
@require_POST
@in_network
def open_it(visit: Visit, proposal: UUID) -> HttpResponse:
    """Open the group; every member gets a letter."""
    found = _handed_in(visit, proposal)
    body = actions.open_group(by=visit.standing, at=timezone.now(), proposal=found)
    messages.success(visit, _("Grupa otwarta i ogłoszona wszystkim członkom."))
    return redirect("bodies:body", network=visit.network.slug, key=body.pk)


@login_required
@require_POST
@in_network
def decline(visit: Visit, proposal: UUID) -> HttpResponse:
    found = _handed_in(visit, proposal)
    shown = _shown(visit, found)
    shown["may_decline"].require()
    items = [row["item"] for row in shown["checks"] if row["check"] and not row["check"].fine]
    form = DeclineForm(visit.POST, items=items)
    if not form.is_valid():
        return render(visit, "groups/verify.html", shown | {"decline_form": form}, status=422)
    actions.decline_proposal(by=visit.standing, at=timezone.now(), proposal=found, **form.cleaned_data)
    return _back(visit, found)
