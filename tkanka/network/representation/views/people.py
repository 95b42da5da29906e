"""The people of an organisation: who may act for it, who was asked, who did before."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.ground.kit.wording import label
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.models import Organisation
from tkanka.network.networks.queries import history_of, organisation_in
from tkanka.rules.membership import may_invite, may_see_people
from tkanka.rules.standing import Capacity

from .. import actions, queries
from ..forms import InvitationForm, MandateForm


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def people(visit: Visit, organisation: UUID) -> HttpResponse:
    """Who acts for the organisation; its main representatives and the secretariat invite here."""
    party = organisation_in(visit.network, organisation, visit.today)
    seen = may_see_people(visit.standing, organisation=party.pk)
    seen.require()
    form = InvitationForm(visit.POST or None, today=visit.today, initial={"capacity": Capacity.ALTERNATE})
    if visit.method == "POST" and form.is_valid():
        invitation = actions.invite(
            by=visit.standing.on_behalf_of(party.pk),
            at=timezone.now(),
            network=visit.network,
            organisation=party,
            **form.cleaned_data,
        )
        messages.success(visit, _("Zaproszenie wysłane na adres %(email)s.") % {"email": invitation.email})
        return redirect("representation:people", network=visit.network.slug, organisation=party.pk)
    shown = _shown(visit, party) | {"form": form}
    return render(visit, "representation/people.html", shown, status=422 if form.errors else 200)


def _shown(visit: Visit, party: Organisation) -> dict[str, object]:
    mandates = queries.people_of(party, visit.today)
    mains = [m for m in mandates if m.capacity == Capacity.MAIN and m.since <= visit.today]
    return {
        "party": party,
        "mandates": mandates,
        "last_main": mains[0].pk if len(mains) == 1 else None,
        "former": queries.former_of(party, visit.today),
        "invitations": queries.open_invitations(party),
        "vacancies": queries.vacancies(visit.frame.book, mandates, visit.today),
        "may_invite": may_invite(visit.frame.book, visit.standing, organisation=party.pk),
        "history": history_of(party),
        "place": "desk" if any(m.organisation == party.pk for m in visit.standing.mandates) else "secretariat",
    }


@login_required
@require_safe
@in_network
def our_people(visit: Visit) -> HttpResponse:
    """The people of the organisation one acts for; a list of organisations where there are several."""
    acting = visit.frame.acting
    if acting and (acting.pk in visit.standing.members | visit.standing.observers):
        return redirect("representation:people", network=visit.network.slug, organisation=acting.pk)
    return redirect("representation:my-mandates", network=visit.network.slug)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def reissue(visit: Visit, mandate: UUID) -> HttpResponse:
    """The same person in another role: what was is ended, the new mandate begins today."""
    held = queries.mandate_in(visit.network, mandate, visit.today)
    ruling = may_invite(visit.frame.book, visit.standing, organisation=held.organisation_id)
    ruling.require()
    before = {"capacity": held.capacity, "post": held.post, "until": held.until}
    form = MandateForm(visit.POST or None, today=visit.today, initial=before)
    if visit.method == "POST" and form.is_valid():
        actions.reissue_mandate(
            by=visit.standing.on_behalf_of(held.organisation_id),
            at=timezone.now(),
            network=visit.network,
            mandate=held,
            **form.cleaned_data,
        )
        messages.success(visit, _("Dotychczasowy mandat zakończono, nowy trwa od dziś."))
        return redirect("representation:people", network=visit.network.slug, organisation=held.organisation_id)
    shown = {"form": form, "mandate": held, "place": "desk", "role": label(Capacity(held.capacity))}
    return render(visit, "representation/reissue.html", shown, status=422 if form.errors else 200)


@login_required
@require_POST
@in_network
def end(visit: Visit, mandate: UUID) -> HttpResponse:
    """End somebody's mandate, or give up one's own."""
    held = queries.mandate_in(visit.network, mandate, visit.today)
    actions.end_mandate(
        by=visit.standing.on_behalf_of(held.organisation_id), at=timezone.now(), network=visit.network, mandate=held
    )
    if held.person_id == visit.standing.person:
        messages.success(visit, _("Ten mandat już nie obowiązuje."))
        return redirect("representation:my-mandates", network=visit.network.slug)
    messages.success(visit, _("Mandat zakończony."))
    return redirect("representation:people", network=visit.network.slug, organisation=held.organisation_id)


@login_required
@require_safe
@in_network
def my_mandates(visit: Visit) -> HttpResponse:
    """For whom I may act, everywhere, and for whom I did."""
    assert visit.standing.person is not None
    mandates = queries.mandates_held(visit.standing.person, visit.today)
    shown = {
        "now": [m for m in mandates if m.until is None or m.until > visit.today],
        "former": [m for m in mandates if m.until is not None and m.until <= visit.today],
        "here": visit.standing.members | visit.standing.observers,
        "place": "desk",
    }
    return render(visit, "representation/my_mandates.html", shown)
