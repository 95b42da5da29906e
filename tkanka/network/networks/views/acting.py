from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from ..doors import Visit, in_network


@require_POST
@in_network
def act_for(visit: Visit) -> HttpResponse:
    """The on-behalf switch: from now on for this organisation, or, with none, in one's own name."""
    chosen = visit.POST.get("organisation", "")
    if chosen:
        try:
            key = UUID(chosen)
        except ValueError as wrong:
            raise Http404 from wrong
        if key not in visit.standing.represents:
            raise Http404
        chosen = str(key)
    visit.session[f"acting:{visit.network.pk}"] = chosen or "own"
    back = visit.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, {visit.get_host()}, require_https=visit.is_secure())
    return HttpResponseRedirect(back if safe else f"/n/{visit.network.slug}/")
