"""Of whom nothing was heard for long, and what the secretariat does about it."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.ground.kit.deeds import verb_sentence
from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.models import Organisation
from tkanka.network.networks.queries import organisation_in
from tkanka.rules.membership import RemovalGround, Silence, removable

from .. import actions, queries
from ..forms import CallForm


@login_required
@require_safe
@in_network
def quiet(visit: Visit) -> HttpResponse:
    """The list: last contribution, what was done, what comes next. A flag only, it removes nobody."""
    if not visit.standing.keeps_the_network:
        raise Http404
    book = visit.frame.book
    found = queries.quiet_members(visit.network, book, visit.today)
    page = page_of(found, visit)
    rows = queries.with_steps(visit.network, book, page.items)
    known = bool(removable(book)) and book.membership.removal_grounds
    shown = {
        "page": page,
        "rows": [(row, verb_sentence(row.last_was, {})) for row in rows],
        "silent": sum(row.silence is Silence.SILENT for row in found),
        "ground": RemovalGround.SILENT if known else "",
        "grounds": book.membership.removal_grounds,
        "place": "secretariat",
    }
    return render(visit, "tenure/quiet.html", shown)


@login_required
@require_POST
@in_network
def ask(visit: Visit, organisation: UUID) -> HttpResponse:
    """Ask by letter."""
    party = _party(visit, organisation)
    actions.ask_if_active(by=visit.standing, at=timezone.now(), network=visit.network, organisation=party)
    messages.success(visit, _("List do organizacji %(name)s zapisany do wysłania.") % {"name": party.name})
    return redirect("tenure:quiet", network=visit.network.slug)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def call(visit: Visit, organisation: UUID) -> HttpResponse:
    """Write down a phone call."""
    party = _party(visit, organisation)
    form = CallForm(visit.POST or None)
    if visit.method == "POST" and form.is_valid():
        actions.note_call(
            by=visit.standing, at=timezone.now(), network=visit.network, organisation=party, **form.cleaned_data
        )
        messages.success(visit, _("Rozmowa zapisana."))
        return redirect("tenure:quiet", network=visit.network.slug)
    shown = {
        "party": party,
        "form": form,
        "outreach": queries.outreach_to(visit.network, party),
        "place": "secretariat",
    }
    return render(visit, "tenure/call.html", shown, status=422 if form.errors else 200)


def _party(visit: Visit, key: UUID) -> Organisation:
    if not visit.standing.keeps_the_network:
        raise Http404
    return organisation_in(visit.network, key, visit.today)
