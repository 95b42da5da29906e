from datetime import date, datetime

from django.db.models import Q, QuerySet

from tkanka.governance.bodies.queries import bodies_of_person
from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network
from tkanka.rules.calendar import EventAudience, EventSource
from tkanka.rules.standing import Standing

from ..models import Event


def visible_events(network: Network, by: Standing, day: date) -> QuerySet[Event]:
    """The published events the visitor may know of, cancelled ones included.

    What has to do with a hidden body is known to its seats alone, whatever the audience says; those in office see what
    other bodies hold for their seats.
    """
    own = bodies_of_person(network, by, day)
    allowed = Q(audience=EventAudience.PUBLIC)
    if by.is_member or by.keeps_the_network:
        allowed |= Q(audience=EventAudience.MEMBERS)
    if by.keeps_the_network:
        allowed |= Q(audience__in=[EventAudience.OFFICES, EventAudience.BODY])
    if own:
        allowed |= Q(audience=EventAudience.BODY, body__in=own)
    if parties := {m.organisation for m in by.mandates} - by.left:
        allowed |= Q(audience=EventAudience.ORGANISATION, organisation__in=parties)
    known = Q(body=None) | Q(body__hidden=False) | Q(body__in=own)
    return Event.objects.filter(allowed, known, network=network, published_at__isnull=False)


def events_between(network: Network, by: Standing, day: date, start: datetime, end: datetime) -> QuerySet[Event]:
    """What the visitor may know of that touches a span of time, in its order."""
    rows = visible_events(network, by, day).filter(starts_at__lt=end, ends_at__gte=start)
    return rows.select_related("organisation", "body", "area").order_by("starts_at", "pk")


def event_in(network: Network, key: object, by: Standing, day: date) -> Event:
    """An event of the network the visitor may know of; for anybody else there is none (404)."""
    return one_of(visible_events(network, by, day).select_related("organisation", "body", "area"), pk=key)


def event_from(network: Network, source: EventSource, key: str) -> Event | None:
    """The event that was made from this source."""
    return Event.objects.filter(network=network, source=source, source_key=key).first()
