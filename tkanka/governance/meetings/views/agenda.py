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
from ..doors import places_at
from ..forms.taking_part import ItemForm
from ..models import Item
from .finding import found


@login_required
@require_safe
@in_network
def agenda(visit: Visit, meeting: UUID) -> HttpResponse:
    """The whole agenda, with what was proposed and what became of it."""
    shown, facts, _at = found(visit, meeting)
    facts.take_part.require()
    agenda, proposals = queries.agenda_of(shown), queries.open_proposals(shown)
    items = [*(item for _at, item in agenda), *proposals]
    queries.things_on(items, visit.network, visit.standing, places_at(visit))
    context = {
        "meeting": shown,
        "agenda": agenda,
        "proposals": proposals,
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
    facts.propose.require()
    form = _form(visit, None)
    if _saves(visit) and form.is_valid():
        given = form.given() | {"thing": form.chosen}
        item = actions.propose_item(by=visit.standing, at=at, meeting=shown, **given)
        if item.state == "accepted":
            messages.success(visit, _("Punkt jest w porządku."))
        else:
            messages.success(visit, _("Propozycja wysłana. Odpowiedź przyjdzie listem."))
        return redirect("meetings:agenda", network=visit.network.slug, meeting=shown.pk)
    context = {"form": form, "meeting": shown, "settles": bool(facts.settle)}
    return _form_shown(visit, form, context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def edit_item(visit: Visit, meeting: UUID, item: UUID) -> HttpResponse:
    """Other words, other minutes, something else it is about. What it is about stays, where the one who changes the
    item may not know of it."""
    shown, facts, at = found(visit, meeting)
    one = queries.item_in(shown, item)
    facts.settle.require()
    form = _form(visit, one)
    if _saves(visit) and form.is_valid():
        given = form.given()
        if one.about or form.chosen:
            kind, key = form.chosen or ("", None)
            given |= {"thing_kind": kind, "thing_key": key}
        actions.change_item(by=visit.standing, at=at, item=one, **given)
        messages.success(visit, _("Zapisano."))
        return redirect("meetings:agenda", network=visit.network.slug, meeting=shown.pk)
    return _form_shown(visit, form, {"form": form, "meeting": shown, "item": one, "settles": True})


def _saves(visit: Visit) -> bool:
    """Whether the item is to be kept, not only things of the network to be found for it."""
    return visit.method == "POST" and visit.POST.get("step") != "find"


def _form_shown(visit: Visit, form: ItemForm, context: dict[str, object]) -> HttpResponse:
    context |= {"found_nothing": visit.method == "POST" and not form.offered, "place": "desk"}
    return render(visit, "meetings/propose.html", context, status=422 if form.errors else 200)


def _form(visit: Visit, item: Item | None) -> ItemForm:
    """The form of an item, with what was found for the words typed, and what the item is about already."""
    where = (visit.network, visit.standing, places_at(visit))
    offered = queries.find_things(visit.POST.get("find", "")[:200], *where)
    before: dict[str, object] = {}
    if item is not None:
        queries.things_on([item], *where)
        before = {name: getattr(item, name) for name in ("title", "text", "minutes", "owner")}
    if item is not None and item.about:
        before["thing"] = f"{item.about.kind}:{item.about.key}"
        offered = [item.about, *(one for one in offered if one.thing != item.about.thing)]
    if visit.POST.get("step") == "find":
        typed = {name: visit.POST.get(name, "") for name in ("title", "text", "minutes", "owner", "find")}
        return ItemForm(None, offered=offered, initial=before | typed)
    return ItemForm(visit.POST or None, offered=offered, initial=before)


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
