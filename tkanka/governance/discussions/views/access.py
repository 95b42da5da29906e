"""Whom an organisation designates for the network's discussions, where the charter asks for that."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.queries import organisation_in
from tkanka.rules.defaults import held
from tkanka.rules.discussions import access_of, by_designation, may_designate

from .. import actions, queries
from ..forms import DesignationForm


@login_required
@require_safe
@in_network
def mine(visit: Visit) -> HttpResponse:
    """To the page of the organisation one acts for; a choice where there are several."""
    if not by_designation(visit.frame.book):
        raise Http404
    own = [o for o in visit.frame.can_act_for if o.pk in visit.standing.members]
    if len(own) == 1:
        return redirect("discussions:designated", visit.network.slug, own[0].pk)
    return render(visit, "discussions/organisations.html", {"parties": own, "place": "desk", "here": "discussions"})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def designated(visit: Visit, organisation: UUID) -> HttpResponse:
    """Who of an organisation has access; its main representative adds and removes people."""
    if not by_designation(visit.frame.book):
        raise Http404
    party = organisation_in(visit.network, organisation, visit.today)
    by, day = visit.standing, visit.today
    if not (by.keeps_the_network or any(m.organisation == party.pk for m in by.mandates)):
        raise Http404
    page = page_of(queries.designations_of(visit.network, party, day), visit)
    ruling = may_designate(visit.frame.book, by, organisation=party.pk, designated=page.total)
    people = queries.could_be_designated(visit.network, party, day) if ruling else []
    form = DesignationForm(visit.POST if visit.method == "POST" else None, people=people)
    if visit.method == "POST":
        ruling.require()
    if visit.method == "POST" and form.is_valid():
        actions.designate(
            by=by.on_behalf_of(party.pk), at=timezone.now(), network=visit.network, organisation=party,
            person=form.cleaned_data["person"],
        )  # fmt: skip
        messages.success(visit, _("Ta osoba ma już dostęp. Wysłaliśmy jej list."))
        return redirect("discussions:designated", visit.network.slug, party.pk)
    limit = held(visit.frame.book, "discussions.designated_per_organisation")
    shown = {
        "party": party, "page": page, "form": form, "ruling": ruling, "people": people,
        "access": access_of(visit.frame.book), "limit": limit, "place": "desk", "here": "discussions",
    }  # fmt: skip
    return render(visit, "discussions/designated.html", shown, status=422 if form.errors else 200)


@login_required
@require_POST
@in_network
def end(visit: Visit, designation: UUID) -> HttpResponse:
    """Take access away, or give up one's own."""
    found = queries.designation_in(visit.network, designation, visit.standing, visit.today)
    by = visit.standing.on_behalf_of(found.organisation_id)
    actions.end_designation(by=by, at=timezone.now(), designation=found)
    messages.success(visit, _("Dostęp odebrano."))
    return redirect("discussions:designated", visit.network.slug, found.organisation_id)
