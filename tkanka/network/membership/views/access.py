"""„To my, prosimy o dostęp”: asking, and the queue of those who ask."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit
from tkanka.network.networks.queries import mandates_of
from tkanka.rules.standing import Capacity

from .. import actions
from ..forms.deciding import AccessForm
from ..models import AccessRequest, RequestState
from ..queries import known_party, request_in, requests_in
from .gates import in_office, me, signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def ask_access(visit: Visit, party: UUID) -> HttpResponse:
    organisation = known_party(party)
    form = AccessForm(visit.POST if visit.method == "POST" else None)
    if visit.method == "POST" and form.is_valid():
        actions.ask_access(by=visit.standing, at=timezone.now(), network=visit.network, organisation=organisation,
                           person=me(visit), text=form.cleaned_data["text"])  # fmt: skip
        messages.success(visit, _("Prośba wysłana. Odpowiedź przyjdzie e-mailem."))
        return redirect("membership:join", network=visit.network.slug)
    return render(visit, "membership/ask_access.html", {"party": organisation, "form": form, "here": "membership:join"})


@require_safe
@in_office
def access_requests(visit: Visit) -> HttpResponse:
    state = visit.GET.get("state", "")
    state = state if state in RequestState.values else RequestState.OPEN
    rows = page_of(requests_in(visit.network, state), visit)
    shown = {"requests": rows, "state": state, "states": RequestState.choices, "place": "secretariat"}
    return render(visit, "membership/access_requests.html", shown)


def request_for(visit: Visit, key: UUID) -> AccessRequest:
    """A request that the visitor may settle or has made; any other does not exist."""
    request = request_in(visit.network, key)
    settles = visit.standing.keeps_the_network or visit.standing.holds(request.organisation_id, Capacity.MAIN)
    if not settles and request.person_id != visit.standing.person:
        raise Http404
    return request


@require_safe
@signed_in
def access_request(visit: Visit, key: UUID) -> HttpResponse:
    request = request_for(visit, key)
    keeps = visit.standing.keeps_the_network
    shown = {
        "asked": request,
        "settles": request.state == RequestState.OPEN and request.person_id != visit.standing.person,
        "mandates": mandates_of(request.organisation, visit.today)[:20],
        "place": "secretariat" if keeps else "desk",
    }
    return render(visit, "membership/access_request.html", shown)


@require_POST
@signed_in
def settle_access(visit: Visit, key: UUID) -> HttpResponse:
    request, grants = request_for(visit, key), visit.POST.get("settle") == "grant"
    does = actions.grant_access if grants else actions.decline_access
    does(by=visit.standing, at=timezone.now(), request=request)
    messages.success(visit, _("Udzielono dostępu.") if grants else _("Odmówiono dostępu."))
    return redirect("membership:access-request", network=visit.network.slug, key=request.pk)
