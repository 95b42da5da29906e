"""The page by which somebody cancels letters, and the letters of a house without a mail server."""

from csp.constants import NONE, SELF
from csp.decorators import csp, csp_update
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from tkanka.ground.kit.paging import page_of

from . import actions, queries
from .leaving import letter_of
from .mailbox import Letter, kept_letter, kept_letters
from .models import Frequency, Message

LETTER_POLICY = {
    "default-src": [NONE],
    "style-src": ["'unsafe-inline'"],
    "frame-ancestors": [SELF],
    "sandbox": ["allow-top-navigation-by-user-activation"],
}


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """Cancel, or take up again, a category of letters. Mail programs post here without a visit (RFC 8058)."""
    message = _letter(token)
    if request.method != "POST":
        now = queries.frequency_of(message.recipient, message.network, message.category)
        return render(request, "notices/leave.html", {"message": message, "off": now == Frequency.OFF})
    frequency = Frequency.NOW if request.POST.get("wish") == Frequency.NOW else Frequency.OFF
    actions.wish(
        recipient=message.recipient,
        network=message.network,
        category=message.category,
        frequency=frequency,
        at=timezone.now(),
    )
    if "wish" not in request.POST:
        return HttpResponse(status=204)  # a mail program follows no redirect
    return redirect("notices:leave", token=token)


def _letter(token: str) -> Message:
    key = letter_of(token)
    try:
        message = queries.letter(key) if key else None
    except Message.DoesNotExist as missing:
        raise Http404 from missing
    if message is None or not message.category:
        raise Http404
    return message


@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    """Letters that a demonstration would have sent."""
    _only_at_home()
    words = request.GET.get("q", "")[:200]
    page = page_of(kept_letters(words), request)
    return render(request, "notices/mailbox.html", {"page": page, "words": words})


@require_safe
@csp_update({"frame-src": [SELF]})  # type: ignore[arg-type]
def kept(request: HttpRequest, key: str) -> HttpResponse:
    return render(request, "notices/kept.html", {"letter": _kept(key)})


@require_safe
@xframe_options_sameorigin
@csp(LETTER_POLICY)  # type: ignore[arg-type]
def kept_html(request: HttpRequest, key: str) -> HttpResponse:
    """The letter's HTML part by itself, where it can do nothing: no script, no form, nothing from outside."""
    letter = _kept(key)
    return HttpResponse(letter.html.replace("<head>", '<head><base target="_top">', 1))


def _kept(key: str) -> Letter:
    _only_at_home()
    letter = kept_letter(key)
    if letter is None:
        raise Http404
    return letter


def _only_at_home() -> None:
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
