from datetime import date, datetime, timedelta
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.db.models import Max, Q, QuerySet

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.doors import without_offices
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import standing_of
from tkanka.network.people.models import Person
from tkanka.network.people.queries import has_second_factor
from tkanka.rules.calendar import FeedScope
from tkanka.rules.standing import Standing

from ..models import Event, Feed
from .seeing import in_scope, knows_scope, visible_events

BACK, AHEAD, CROSSED_OUT = timedelta(days=366), timedelta(days=731), timedelta(days=90)
MOST = 2_000
TOLD = (
    "uid", "sequence", "title", "text", "starts_at", "ends_at", "timezone", "all_day", "place", "url", "cancelled_at",
    "changed_at",
)  # fmt: skip


def feeds_of(network: Network, person: UUID, limit: int = 100) -> list[Feed]:
    """The addresses somebody made in this network and did not void, the newest first."""
    rows = Feed.objects.filter(network=network, person=person, revoked_at=None)
    return list(rows.select_related("body", "organisation").order_by("-created_at", "pk")[:limit])


def own_feed(network: Network, key: UUID, person: UUID | None) -> Feed:
    """An address of one's own; nobody else's exists."""
    return one_of(Feed.objects.select_related("network"), pk=key, network=network, person=person)


def feed_with(network: Network, key: UUID | None) -> Feed:
    """The address in force that a token speaks of, or Http404."""
    rows = Feed.objects.select_related("person", "body", "organisation")
    return one_of(rows, pk=key, network=network, revoked_at=None)


def standing_behind(network: Network, person: Person, day: date) -> Standing:
    """Who the owner of an address is today; an office counts as it does at the door."""
    by = standing_of(person, network, day)
    if settings.REQUIRE_SECOND_FACTOR_FOR_OFFICES and by.offices and not has_second_factor(person.pk):
        return without_offices(by)
    return by


def events_of_feed(feed: Feed, network: Network, at: datetime, day: date) -> QuerySet[Event] | None:
    """What the address tells today; None where its owner is no more in the circle it was made for."""
    by = standing_behind(network, feed.person, day)
    scope = FeedScope(feed.scope)
    if by.person is None or not knows_scope(network, by, day, scope, feed.body, feed.organisation):
        return None
    return told_now(in_scope(network, by, day, scope, feed.body_id, feed.organisation_id), at)


def public_events(network: Network, at: datetime, day: date) -> QuerySet[Event]:
    """What everybody's calendar elsewhere is told."""
    return told_now(visible_events(network, Standing(), day), at)


def told_now(rows: QuerySet[Event], at: datetime) -> QuerySet[Event]:
    """From a year back to two years ahead; what was cancelled stays, crossed out, for some weeks."""
    rows = rows.filter(ends_at__gte=at - BACK, starts_at__lte=at + AHEAD)
    rows = rows.filter(Q(cancelled_at=None) | Q(cancelled_at__gte=at - CROSSED_OUT))
    return rows.only(*TOLD).order_by("starts_at", "pk")


def digest_of(rows: QuerySet[Event], *about: str) -> str:
    """A digest that is another as soon as anything is told otherwise."""
    told = sha256("\n".join(about).encode())
    for key, sequence, changed in rows.order_by("pk").values_list("pk", "sequence", "changed_at")[:MOST]:
        told.update(f"{key}{sequence}{changed.timestamp()}".encode())
    return told.hexdigest()


def last_change(network: Network) -> datetime | None:
    """When anything in the calendar of the network last changed, for whomever."""
    found: datetime | None = Event.objects.filter(network=network).aggregate(Max("changed_at"))["changed_at__max"]
    return found
