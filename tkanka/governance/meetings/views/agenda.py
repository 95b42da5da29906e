"""The agenda: proposing, settling, ordering."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.network.networks.doors import Visit, in_network

from .. import actions, queries
from ..forms.taking_part import ItemForm
from .finding import found, required


@login_required
@require_safe
@in_network
def agenda(visit: Visit, meeting: UUID) -> HttpResponse:
    """The whole agenda, with what was proposed and what became of it."""
    shown, facts, _at = found(visit, meeting)
    required(facts.take_part)
    context = {
        "meeting": shown,
        "agenda": queries.agenda_of(shown),
        "proposals": queries.open_proposals(shown),
        "settle": facts.settle,
        "propose": facts.propose,
        "me": visit.standing.person,
        "place": "desk",
    }
    return render(visit, "meetings/agenda.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def propose(visit: Visit, meeting: UUID) -> HttpResponse:
    """Something to be spoken of."""
    shown, facts, at = found(visit, meeting)
    required(facts.propose)
    form = ItemForm(visit.POST or None)
    if visit.method == "POST" and form.is_valid():
        item = actions.propose_item(by=visit.standing, at=at, meeting=shown, **form.cleaned_data)
        if item.state == "accepted":
            messages.success(visit, _("Punkt jest w porządku."))
        else:
            messages.success(visit, _("Propozycja wysłana. Odpowiedź przyjdzie listem."))
        return redirect("meetings:agenda", network=visit.network.slug, meeting=shown.pk)
    context = {"form": form, "meeting": shown, "settles": bool(facts.settle), "place": "desk"}
    return render(visit, "meetings/propose.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def edit_item(visit: Visit, meeting: UUID, item: UUID) -> HttpResponse:
    """Other words, other minutes."""
    shown, facts, at = found(visit, meeting)
    one = queries.item_in(shown, item)
    required(facts.settle)
    before = {name: getattr(one, name) for name in ("title", "text", "minutes", "owner")}
    form = ItemForm(visit.POST or None, initial=before)
    if visit.method == "POST" and form.is_valid():
        actions.change_item(by=visit.standing, at=at, item=one, **form.cleaned_data)
        messages.success(visit, _("Zapisano."))
        return redirect("meetings:agenda", network=visit.network.slug, meeting=shown.pk)
    context = {"form": form, "meeting": shown, "item": one, "settles": True, "place": "desk"}
    return render(visit, "meetings/propose.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
@in_network
def settle(visit: Visit, meeting: UUID, item: UUID) -> HttpResponse:
    """Accept, or decline with a reason."""
    shown, _facts, at = found(visit, meeting)
    one, step = queries.item_in(shown, item), visit.POST.get("step", "")
    if step not in ("accept", "decline"):
        raise Http404
    actions.settle_item(by=visit.standing, at=at, item=one, step=step, reason=visit.POST.get("reason", "")[:2000])
    messages.success(visit, _("Zapisano. Osoba, która to zaproponowała, dostanie list."))
    return redirect("meetings:agenda", network=visit.network.slug, meeting=shown.pk)


@login_required
@require_POST
@in_network
def move(visit: Visit, meeting: UUID, item: UUID) -> HttpResponse:
    shown, _facts, at = found(visit, meeting)
    actions.move_item(by=visit.standing, at=at, item=queries.item_in(shown, item), up=visit.POST.get("where") == "up")
    return redirect("meetings:agenda", network=visit.network.slug, meeting=shown.pk)


@login_required
@require_POST
@in_network
def withdraw(visit: Visit, meeting: UUID, item: UUID) -> HttpResponse:
    shown, _facts, at = found(visit, meeting)
    actions.withdraw_item(by=visit.standing, at=at, item=queries.item_in(shown, item))
    messages.success(visit, _("Propozycja wycofana."))
    return redirect("meetings:agenda", network=visit.network.slug, meeting=shown.pk)
