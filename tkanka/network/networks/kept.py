"""Pages that are the same for every visitor, kept until anything is done in the network."""

import re
from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.http import HttpResponse, HttpResponseBase
from django.middleware.csrf import get_token
from django.utils.translation import get_language

from .doors import Visit

TOKEN = re.compile(rb'(name="csrfmiddlewaretoken" value=")[A-Za-z0-9]{64}')
KEPT_SECONDS, FEW_MINUTES = 3600, 300
Page = Callable[..., HttpResponseBase]
MOST_BYTES = 400_000


def kept_for_visitors(page: Page) -> Page:
    """Below `in_network`, on a page that shows a visitor without a session nothing of their own.

    Every change is an action and moves the end of a ledger, so the ends of the network's and the installation's
    ledgers tell whether what was kept still holds: the very next request after a change sees it.
    """
    return _kept(page, KEPT_SECONDS)


def kept_for_minutes(page: Page) -> Page:
    """The same for a page that the hour alone may change: what is over by now may stand there a few minutes longer."""
    return _kept(page, FEW_MINUTES)


def _kept(page: Page, seconds: int) -> Page:
    @wraps(page)
    def shown(visit: Visit, **kwargs: Any) -> HttpResponseBase:
        if visit.method != "GET" or visit.standing.person or not _is_anybody(visit):
            return page(visit, **kwargs)
        key = _key(visit)
        found: bytes | None = caches["process"].get(key)
        if found is not None:
            return HttpResponse(TOKEN.sub(rb"\g<1>" + get_token(visit).encode(), found))
        answer = page(visit, **kwargs)
        if isinstance(answer, HttpResponse) and _is_plain(answer):
            caches["process"].set(key, answer.content, seconds)
        return answer

    return shown


def _is_anybody(visit: Visit) -> bool:
    """Whether nothing is known of who asks: no session with something in it, no message waiting."""
    if "messages" in visit.COOKIES:
        return False
    return settings.SESSION_COOKIE_NAME not in visit.COOKIES or visit.session.is_empty()


def _is_plain(answer: HttpResponse) -> bool:
    html = answer.get("Content-Type", "").startswith("text/html")
    return answer.status_code == 200 and html and len(answer.content) <= MOST_BYTES


def _key(visit: Visit) -> str:
    parts = (
        visit.get_host(),
        visit.get_full_path(),
        get_language(),
        visit.COOKIES.get("look", ""),
        visit.headers.get("HX-Request", ""),
        visit.today,
        visit.network.pk,
        visit.state,
    )
    return "page:" + sha256("\0".join(map(str, parts)).encode(errors="surrogatepass")).hexdigest()
