"""The look on this device, and the style guide."""

import tomllib
from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from .samples import samples

YEAR = timedelta(days=365)


@require_POST
def set_look(request: HttpRequest) -> HttpResponse:
    """Keep the chosen look in a cookie and go back where one came from."""
    answer = HttpResponseRedirect(back(request))
    chosen = request.POST.get("look", "")
    if chosen in ("light", "dark"):
        answer.set_cookie(
            "look", chosen, max_age=YEAR, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax"
        )
    else:
        answer.delete_cookie("look", samesite="Lax")
    return answer


def back(request: HttpRequest) -> str:
    """The page named in `next`, if it is one of ours."""
    wanted = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if ours else "/"


@require_safe
def style_guide(request: HttpRequest) -> HttpResponse:
    """Every token and every part in its states; only where the platform is developed or shown."""
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
    icons = tomllib.loads((settings.BASE_DIR / "tools" / "icons.toml").read_text())
    return render(request, "front/look/guide.html", {**samples(timezone.now()), "icons": icons, "title": "Style guide"})
