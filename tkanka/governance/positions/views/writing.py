"""Beginning a position, and changing its draft."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.positions import may_draft, may_edit
from tkanka.rules.ruling import Refused

from .. import actions, queries
from ..forms import BeginForm, TextForm
from ..models import Position
from .pages import found, parties_of


def to(visit: Visit, position: Position) -> HttpResponse:
    return redirect("positions:position", network=visit.network.slug, position=position.pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def begin(visit: Visit) -> HttpResponse:
    """Begin one; `?title` and `?source` come from the page of a result or of minutes."""
    parties = parties_of(visit)
    ruling = may_draft(visit.frame.book, visit.standing, organisation=parties[0].pk if parties else None)
    if not ruling:
        raise Refused(ruling)
    asked = {name: visit.GET.get(name, "")[:200] for name in ("title", "source")}
    form = BeginForm(visit.POST if visit.method == "POST" else None, parties=parties, initial=asked)
    if visit.method == "POST" and form.is_valid():
        said = form.cleaned_data
        party = form.parties[said.pop("organisation")]
        own_page = said["source"].startswith(f"/n/{visit.network.slug}/")
        said |= {"source": said["source"] if own_page else ""}
        made = actions.begin_position(
            by=visit.standing.on_behalf_of(party.pk), at=timezone.now(), network=visit.network, organisation=party,
            **said,
        )  # fmt: skip
        messages.success(visit, _("Projekt zapisany. Widzą go wszystkie organizacje członkowskie."))
        return to(visit, made)
    shown = {"form": form, "here": "positions"}
    return render(visit, "positions/write.html", shown, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def edit(visit: Visit, position: UUID) -> HttpResponse:
    """Change the draft; who writes second sees that somebody wrote before."""
    kept = found(visit, position)
    ruling = may_edit(visit.standing, initiator=kept.initiator_id, state=kept.state)
    if not ruling:
        raise Refused(ruling)
    before = {
        "title": kept.title, "text": kept.text, "seen": kept.revision,
        "addressees": "\n".join(one.name for one in queries.addressees_of(kept)),
    }  # fmt: skip
    form = TextForm(visit.POST if visit.method == "POST" else None, initial=before)
    if visit.method == "POST" and form.is_valid():
        if form.cleaned_data["seen"] == kept.revision:
            by = visit.standing.on_behalf_of(kept.initiator_id)
            actions.edit_position(by=by, at=timezone.now(), position=kept, **form.cleaned_data)
            messages.success(visit, _("Zapisano."))
            return to(visit, kept)
        form = TextForm({**visit.POST.dict(), "seen": kept.revision})
        form.add_error(None, _("W tym czasie ktoś zmienił ten tekst. Porównaj obie treści i zapisz jeszcze raz."))
    shown = {"form": form, "position": kept, "here": "positions"}
    return render(visit, "positions/write.html", shown, status=422 if form.errors else 200)
