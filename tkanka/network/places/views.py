"""The boundaries as data, for the map a browser draws."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from . import queries
from .models import Level

LEVELS = {"powiat": Level.POWIAT, "voivodeship": Level.VOIVODESHIP}


@require_safe
@cache_control(public=True, max_age=3600)
def boundaries(request: HttpRequest, level: str) -> HttpResponse:
    """GeoJSON of all powiats or voivodeships; the same for everybody."""
    if level not in LEVELS:
        raise Http404
    state = queries.state_of_geometry()
    tag = '"{}-{}-{}"'.format(level, *state)
    if known := get_conditional_response(request, etag=tag):
        return known
    return HttpResponse(
        queries.geojson(LEVELS[level], state), content_type="application/geo+json", headers={"ETag": tag}
    )
