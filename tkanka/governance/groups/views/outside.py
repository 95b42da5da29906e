"""The register of groups outside the network."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network

from .. import actions, queries
from ..forms import ImportForm, OutsideForm


@require_safe
@in_network
def outside(visit: Visit) -> HttpResponse:
    """For everybody: who else meets about what, who leads and where."""
    words = visit.GET.get("q", "")[:100]
    page = page_of(queries.outside_groups(visit.network, visit.today, words), visit)
    shown = {"page": page, "q": words, "keeps": visit.standing.keeps_the_network,
             "parallel": visit.frame.book.partners.parallel_to}  # fmt: skip
    return render(visit, "groups/outside.html", shown)


def _office(visit: Visit) -> None:
    if not visit.standing.keeps_the_network:
        raise Http404


def _form(visit: Visit, form: Any, title: str, **more: Any) -> HttpResponse:
    shown = {"form": form, "title": title, "place": "secretariat"} | more
    return render(visit, "groups/outside_form.html", shown, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def new(visit: Visit) -> HttpResponse:
    _office(visit)
    form = OutsideForm(visit.POST or None)
    if visit.method == "POST" and form.is_valid():
        actions.list_outside(by=visit.standing, at=timezone.now(), network=visit.network, **form.cleaned_data)
        return _saved(visit)
    return _form(visit, form, _("Dopisz grupę spoza sieci"))


def _saved(visit: Visit) -> HttpResponse:
    messages.success(visit, _("Zapisano."))
    return redirect("groups:outside", network=visit.network.slug)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def edit(visit: Visit, outside: UUID) -> HttpResponse:
    _office(visit)
    found = queries.outside_group_in(visit.network, outside)
    kept = {name: getattr(found, name) for name in OutsideForm.base_fields}
    form = OutsideForm(visit.POST or None, initial=kept)
    if visit.method == "POST" and form.is_valid():
        actions.edit_outside(by=visit.standing, at=timezone.now(), group=found, **form.cleaned_data)
        return _saved(visit)
    return _form(visit, form, found.name, group=found)


@login_required
@require_POST
@in_network
def end(visit: Visit, outside: UUID) -> HttpResponse:
    """It meets no more."""
    _office(visit)
    actions.end_outside(by=visit.standing, at=timezone.now(), group=queries.outside_group_in(visit.network, outside))
    return _saved(visit)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def take_in(visit: Visit) -> HttpResponse:
    """Take in a list as CSV; a file with a bad row is taken in not at all."""
    _office(visit)
    form = ImportForm(visit.POST, visit.FILES) if visit.method == "POST" else ImportForm()
    if visit.method == "POST" and form.is_valid():
        new = actions.import_outside(
            by=visit.standing, at=timezone.now(), network=visit.network, rows=form.cleaned_data["file"]
        )
        messages.success(visit, ngettext("Dopisano %d grupę.", "Dopisano %d grup.", len(new)) % len(new))
        return redirect("groups:outside", network=visit.network.slug)
    return _form(visit, form, _("Wczytaj wykaz"))
