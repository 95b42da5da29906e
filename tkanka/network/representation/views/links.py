"""What an organisation belongs to, and who belongs to it."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.models import Organisation, Status
from tkanka.network.networks.queries import members_of, organisation_in
from tkanka.rules.membership import may_end_link

from .. import actions, queries
from ..forms import LinkForm
from ..models import Link


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def links(visit: Visit, organisation: UUID) -> HttpResponse:
    """The links of one's organisation: claims to answer, what stands, what was; and a new claim."""
    party = organisation_in(visit.network, organisation, visit.today)
    ruling = may_end_link(visit.frame.book, visit.standing, upper=party.pk, lower=party.pk)
    ruling.require()
    form = LinkForm(visit.POST or None, initial={"place": "above"})
    if visit.method == "POST" and form.is_valid():
        return _claim(visit, party, form.cleaned_data["other"], form.cleaned_data["place"])
    words = visit.GET.get("q", "")[:200].replace("\0", "")
    found = queries.links_of(party)
    shown = {
        "party": party,
        "waiting": [link for link in found if link.state == "claimed" and link.claimed_by_id != party.pk],
        "links": [link for link in found if link.state != "claimed" or link.claimed_by_id == party.pk],
        "q": words,
        "matches": queries.organisations_like(members_of(visit.network, visit.today, *Status.values), words, party.pk),
        "form": form,
        "place": "desk",
    }
    return render(visit, "representation/links.html", shown, status=422 if form.errors else 200)


def _claim(visit: Visit, party: Organisation, key: UUID, place: str) -> HttpResponse:
    other = organisation_in(visit.network, key, visit.today)
    upper, lower = (other, party) if place == "above" else (party, other)
    actions.claim_link(
        by=visit.standing.on_behalf_of(party.pk),
        at=timezone.now(),
        network=visit.network,
        upper=upper,
        lower=lower,
        side=party,
    )
    messages.success(visit, _("Zgłoszone. %(name)s dostanie list z prośbą o potwierdzenie.") % {"name": other.name})
    return redirect("representation:links", network=visit.network.slug, organisation=party.pk)


STEPS: dict[str, Callable[..., Link]] = {
    "confirm": actions.confirm_link,
    "deny": actions.deny_link,
    "end": actions.end_link,
}


@login_required
@require_POST
@in_network
def answer(visit: Visit, link: UUID) -> HttpResponse:
    """Confirm, deny or end a link; the step is in the form."""
    found = queries.link_in(visit.network, link, visit.standing.represents)
    step = STEPS.get(visit.POST.get("step", ""))
    if step is None:
        raise Http404
    sides = [side for side in (found.upper_id, found.lower_id) if side in visit.standing.represents]
    own = visit.standing.acting_for if visit.standing.acting_for in sides else sides[0]
    step(by=visit.standing.on_behalf_of(own), at=timezone.now(), link=found)
    messages.success(visit, _("Zapisano."))
    return redirect("representation:links", network=visit.network.slug, organisation=own)
