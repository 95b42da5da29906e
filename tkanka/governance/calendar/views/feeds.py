"""Calendars elsewhere: the addresses one made, and what is read under them."""

from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST, require_safe

from tkanka.governance.bodies.queries import body_in
from tkanka.network.directory.limits import Limit, address_of
from tkanka.network.networks.doors import Visit, by_address, in_network
from tkanka.network.networks.queries import organisation_in
from tkanka.rules.calendar import FeedScope

from .. import actions, queries
from ..feeds import file_of
from ..marks import note_use
from ..models import Event
from ..queries import listing
from ..tokens import feed_of, token_of

AN_HOUR = 3600
BY_FEED = Limit("calendar-feed", 60, AN_HOUR)
BY_ADDRESS = Limit("calendar-public", 240, AN_HOUR)
MISSES = Limit("calendar-missed", 60, AN_HOUR)
MOST_FEEDS = 50


@require_safe
@in_network
def subscribe(visit: Visit) -> HttpResponse:
    """How to have the calendar in one's own: the public address, and secret ones for those who know more."""
    slug, by = visit.network.slug, visit.standing
    shown: dict[str, Any] = {"public": _absolute("calendar:public-feed", slug), "here": "calendar:calendar"}
    if by.person:
        found = queries.feeds_of(visit.network, by.person)
        parties = listing.parties_with(queries.parties_of(by) & (by.members | by.observers))
        shown |= {
            "feeds": [(feed, _absolute("calendar:feed", slug, token_of(feed.pk))) for feed in found],
            "bodies": listing.own_bodies(visit.network, by, visit.today), "parties": parties,
            "may_make": queries.knows_scope(visit.network, by, visit.today, FeedScope.PERSONAL, None, None),
        }  # fmt: skip
    return render(visit, "calendar/subscribe.html", shown)


def _absolute(name: str, *args: str) -> str:
    """The address as it stands in somebody's calendar for years: without a language."""
    with override("pl"):
        return f"{settings.SITE_URL}{reverse(name, args=args)}"


@login_required
@require_POST
@in_network
def make(visit: Visit) -> HttpResponse:
    """A new secret address."""
    scope, by = visit.POST.get("scope", ""), visit.standing
    if scope not in list(FeedScope):
        raise Http404
    body = body_in(visit.network, visit.POST.get("body"), by, visit.today) if scope == FeedScope.BODY else None
    party = None
    if scope == FeedScope.ORGANISATION:
        party = organisation_in(visit.network, visit.POST.get("organisation"), visit.today)
    if by.person and len(queries.feeds_of(visit.network, by.person)) >= MOST_FEEDS:
        messages.error(visit, _("Masz już bardzo wiele adresów. Unieważnij te, których nie używasz."))
    else:
        actions.make_feed(
            by=by, at=timezone.now(), network=visit.network, scope=FeedScope(scope), body=body, organisation=party
        )
        messages.success(visit, _("Adres gotowy. Dodaj go w swoim kalendarzu."))
    return redirect("calendar:subscribe", network=visit.network.slug)


@login_required
@require_POST
@in_network
def revoke(visit: Visit, feed: UUID) -> HttpResponse:
    """Void an address: whoever has it reads nothing more."""
    found = queries.own_feed(visit.network, feed, visit.standing.person)
    actions.revoke_feed(by=visit.standing, at=timezone.now(), feed=found)
    messages.success(visit, _("Adres unieważniony."))
    return redirect("calendar:subscribe", network=visit.network.slug)


@require_safe
@by_address
def public_feed(visit: Visit) -> HttpResponse:
    """The public events of the network, for anybody's calendar."""
    if not BY_ADDRESS.take(address_of(visit)):
        return _too_often()
    at = timezone.now()
    rows = queries.public_events(visit.network, at, visit.today)
    midnight = datetime.combine(visit.today, time(), at.tzinfo)
    since = max(queries.last_change(visit.network) or midnight, midnight)
    name = visit.network.name
    return _answer(visit, rows, name, queries.digest_of(rows, name), since, "public, max-age=300")


@require_safe
@by_address
def feed(visit: Visit, token: str) -> HttpResponse:
    """What the owner of a secret address may know of now; nothing once the right to it has ended."""
    key = feed_of(token)
    if not (BY_FEED.take(str(key)) if key else MISSES.take(address_of(visit))):
        return _too_often()
    found, at = queries.feed_with(visit.network, key), timezone.now()
    rows = queries.events_of_feed(found, visit.network, at, visit.today)
    if rows is None:
        raise Http404
    name = " · ".join(str(part) for part in (found.body or found.organisation, visit.network.short_name) if part)
    digest = queries.digest_of(rows, name, str(found.pk))
    return _answer(visit, rows, name, digest, note_use(found, digest, at), "private, no-cache")


def _answer(visit: Visit, rows: QuerySet[Event], name: str, digest: str, since: datetime, kept: str) -> HttpResponse:
    """The events, or that nothing has changed since they were last read."""
    etag, stamp = f'"{digest}"', int(since.timestamp())
    unchanged = get_conditional_response(visit, etag=etag, last_modified=stamp)
    answer = unchanged
    if answer is None:
        text = file_of(rows[: queries.MOST], visit.network, name)
        answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["ETag"] = etag
    answer["Last-Modified"] = http_date(stamp)
    answer["Cache-Control"] = kept
    answer["X-Content-Type-Options"] = "nosniff"
    answer["X-Robots-Tag"] = "noindex"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Content-Disposition"] = 'inline; filename="tkanka.ics"'
    return answer


def _too_often() -> HttpResponse:
    answer = HttpResponse(_("Za często. Spróbuj za godzinę."), status=429, content_type="text/plain; charset=utf-8")
    answer["Retry-After"] = str(AN_HOUR)
    return answer
