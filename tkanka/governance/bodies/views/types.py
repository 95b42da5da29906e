"""Types of bodies: what the charter fixes, what the network set, and types of its own."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.bodies import BodyType, may_set_types

from .. import actions, queries
from ..forms import NewTypeForm, TypeForm
from ..naming import facts_of, type_name
from .showing import done, ready, show


@require_safe
@in_network
def types(visit: Visit) -> HttpResponse:
    """Every type with what holds for it and on which paragraph. The charter is public, and so is this."""
    found = queries.types_in(visit.network, visit.today, visit.frame.book)
    return show(
        visit,
        "types",
        types=[(kind, type_name(kind), facts_of(kind)) for kind in found.values()],
        may_set=may_set_types(visit.frame.book, visit.standing, kind=None, names=()),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def edit_type(visit: Visit, code: str) -> HttpResponse:
    """Set what the charter leaves open of one type."""
    kind = _kind(visit, code)
    may_set_types(visit.frame.book, visit.standing, kind=None, names=()).require()
    form = TypeForm(visit.POST or None, kind=kind, today=visit.today)
    if ready(visit, form):
        since = form.cleaned_data["since"]
        given = {"network": visit.network, "code": code, "values": form.values(), "since": since}
        if done(form, actions.set_type, visit, **given):
            messages.success(visit, _("Zapisano. Obowiązuje od wskazanego dnia."))
            return redirect("bodies:types", network=visit.network.slug)
    fixed = [(name, said, term) for name, said, term in facts_of(kind) if term.cite]
    return show(
        visit, "type", form=form, kind=kind, type=type_name(kind), fixed=fixed,
        settings=queries.settings_of(visit.network, code),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def new_type(visit: Visit) -> HttpResponse:
    """A type of the network's own."""
    may_set_types(visit.frame.book, visit.standing, kind=None, names=()).require()
    taken = queries.types_in(visit.network, visit.today, visit.frame.book)
    form = NewTypeForm(visit.POST or None, today=visit.today, taken=taken)
    if ready(visit, form):
        given = {"code": form.cleaned_data["code"], "since": form.cleaned_data["since"], "labels": form.labels()}
        if done(form, actions.set_type, visit, network=visit.network, values=form.values(), **given):
            messages.success(visit, _("Dodano rodzaj."))
            return redirect("bodies:types", network=visit.network.slug)
    return show(visit, "new_type", form=form)


@login_required
@require_POST
@in_network
def retire_type(visit: Visit, code: str) -> HttpResponse:
    _kind(visit, code)
    actions.retire_type(by=visit.standing, at=timezone.now(), network=visit.network, code=code)
    messages.success(visit, _("Rodzaj wycofany."))
    return redirect("bodies:types", network=visit.network.slug)


def _kind(visit: Visit, code: str) -> BodyType:
    found = queries.types_in(visit.network, visit.today, visit.frame.book).get(code)
    if found is None:
        raise Http404
    return found
