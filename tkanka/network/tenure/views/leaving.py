"""Leaving the network: an organisation's own decision, which nobody is asked to allow."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.models import Membership
from tkanka.network.networks.queries import organisation_in, without_any_right
from tkanka.rules.membership import may_resign, may_undo_resignation

from .. import actions, queries
from ..forms import ResignForm


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def resign(visit: Visit, organisation: UUID) -> HttpResponse:
    """One form and one button. For the host it says what follows; it is never refused to a main representative."""
    membership = _membership(visit, organisation)
    hosting = visit.frame.hosting
    is_host = hosting is not None and hosting.organisation_id == membership.organisation_id
    ruling = may_resign(
        visit.frame.book, visit.standing, organisation=membership.organisation_id, on=visit.today, today=visit.today,
        is_host=is_host,
    )  # fmt: skip
    ruling.require()
    form = ResignForm(visit.POST or None, today=visit.today, initial={"on": visit.today})
    if visit.method == "POST" and form.is_valid():
        return _resigned(visit, membership, form)
    shown = {
        "membership": membership, "party": membership.organisation, "form": form, "ruling": ruling, "is_host": is_host,
        "resignation": queries.standing_resignation(membership), "place": "desk",
        "cases": queries.cases_of(visit.network, membership.organisation),
    }  # fmt: skip
    return render(visit, "tenure/resign.html", shown, status=422 if form.errors else 200)


def _resigned(visit: Visit, membership: Membership, form: ResignForm) -> HttpResponse:
    on, message = form.cleaned_data["on"], form.cleaned_data["message"]
    actions.resign(
        by=visit.standing.on_behalf_of(membership.organisation_id),
        at=timezone.now(),
        membership=membership,
        on=on,
        message=message,
    )
    if on > visit.today:
        messages.success(visit, _("Odejście zapowiedziane. Do tego dnia możesz je cofnąć."))
        return redirect("tenure:resign", network=visit.network.slug, organisation=membership.organisation_id)
    if visit.standing.person and without_any_right([visit.standing.person], visit.today):
        logout(visit)
    messages.success(visit, _("%(name)s nie należy już do sieci. Potwierdzenie przyjdzie listem.") % {
        "name": membership.organisation.name
    })  # fmt: skip
    return redirect("tenure:former-members", network=visit.network.slug)


@login_required
@require_POST
@in_network
def undo(visit: Visit, organisation: UUID) -> HttpResponse:
    """Stay after all."""
    membership = _membership(visit, organisation)
    found = queries.standing_resignation(membership)
    if found is None:
        raise Http404
    ruling = may_undo_resignation(
        visit.frame.book, visit.standing, organisation=membership.organisation_id, leaves_on=found.leaves_on,
        today=visit.today,
    )  # fmt: skip
    ruling.require()
    actions.undo_resignation(
        by=visit.standing.on_behalf_of(membership.organisation_id), at=timezone.now(), resignation=found
    )
    messages.success(visit, _("Zostajecie. Zawiadomiliśmy wszystkich, którzy wiedzieli o odejściu."))
    return redirect("tenure:resign", network=visit.network.slug, organisation=membership.organisation_id)


def _membership(visit: Visit, key: UUID) -> Membership:
    return queries.membership_for(visit.network, organisation_in(visit.network, key, visit.today), visit.today)


@require_safe
@in_network
def former_members(visit: Visit) -> HttpResponse:
    """Who was a member, and until when: the fact only."""
    page = page_of(queries.former_memberships(visit.network, visit.today), visit)
    return render(visit, "tenure/former.html", {"page": page})
