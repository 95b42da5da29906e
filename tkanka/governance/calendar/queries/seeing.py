from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from tkanka.governance.bodies.models import Body
from tkanka.governance.bodies.queries import bodies_of_person, seats_in_force
from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network, Organisation
from tkanka.rules.calendar import EventAudience, EventSource, FeedScope
from tkanka.rules.standing import Standing

from ..models import Event, Goer

WRITTEN = (EventSource.OWN, EventSource.IMPORTED)


def visible_events(network: Network, by: Standing, day: date) -> QuerySet[Event]:
    """The published events the visitor may know of, cancelled ones included.

    What has to do with a hidden body is known to its seats alone, whatever the audience says; those in office see what
    other bodies hold for their seats; who acts for an organisation sees what it entered or holds with others; and who
    was asked to come and has a place sees where to.
    """
    own = _own_bodies(network, by, day)
    allowed = Q(audience=EventAudience.PUBLIC)
    if by.is_member or by.keeps_the_network:
        allowed |= Q(audience=EventAudience.MEMBERS)
    if by.keeps_the_network:
        allowed |= Q(audience__in=[EventAudience.OFFICES, EventAudience.BODY])
    if by.person:
        allowed |= Q(audience=EventAudience.BODY, body__in=own)
    if parties := parties_of(by):
        allowed |= Q(audience=EventAudience.ORGANISATION, organisation__in=parties)
        allowed |= Q(source__in=WRITTEN, organisation__in=parties) | Q(source__in=WRITTEN, pk__in=_held_with(parties))
    known = Q(body=None) | Q(body__hidden=False) | Q(body__in=own)
    if by.person:
        asked = Q(pk__in=_going(by).filter(asked=True).values("event"))
        allowed, known = allowed | asked, known | asked
    return Event.objects.filter(allowed, known, network=network, published_at__isnull=False)


def _own_bodies(network: Network, by: Standing, day: date) -> QuerySet[Any, Any]:
    """The bodies in which the visitor holds a seat that counts, to be asked within another question."""
    return seats_in_force(day).filter(person=by.person or UUID(int=0), body__network=network).values("body")


def _going(by: Standing) -> QuerySet[Goer]:
    """Where the visitor has a place, in their own name or for an organisation they act for."""
    return Goer.objects.filter(Q(organisation=None) | Q(organisation__in=parties_of(by)), person=by.person)


def parties_of(by: Standing) -> frozenset[UUID]:
    """The organisations somebody acts for, without those that have left the network."""
    return frozenset(m.organisation for m in by.mandates) - by.left


def _held_with(parties: frozenset[UUID]) -> QuerySet[Event, Any]:
    return Event.objects.filter(hosts__in=parties).values("pk")


def events_between(network: Network, by: Standing, day: date, start: datetime, end: datetime) -> QuerySet[Event]:
    """What the visitor may know of that touches a span of time, in its order."""
    rows = visible_events(network, by, day).filter(starts_at__lt=end, ends_at__gte=start)
    return rows.select_related("organisation", "body", "area").order_by("starts_at", "pk")


def event_in(network: Network, key: object, by: Standing, day: date) -> Event:
    """An event of the network the visitor may know of; for anybody else there is none (404)."""
    rows = visible_events(network, by, day).select_related("network", "organisation", "body", "area", "area__admin1")
    return one_of(rows, pk=key)


def event_from(network: Network, source: EventSource, key: str) -> Event | None:
    """The event that was made from this source."""
    return Event.objects.filter(network=network, source=source, source_key=key).first()


def held_by(organisation: UUID) -> Q:
    """Events an organisation holds, alone or with others."""
    return Q(organisation=organisation) | Q(pk__in=_held_with(frozenset({organisation})))


def own_events(network: Network, by: Standing, day: date) -> Q:
    """What is one's own among the events: of the network itself, of one's bodies and organisations, and where one has
    a place."""
    parties = parties_of(by)
    found = Q(body=None, organisation=None) | Q(body__in=_own_bodies(network, by, day))
    if by.person:
        found |= Q(pk__in=_going(by).values("event"))
    return found | Q(organisation__in=parties) | Q(pk__in=_held_with(parties)) if parties else found


def in_scope(
    network: Network, by: Standing, day: date, scope: FeedScope, body: UUID | None, organisation: UUID | None
) -> QuerySet[Event]:
    """The events of one calendar: of the network, of a body, of an organisation, or one's own."""
    rows = visible_events(network, by, day)
    if scope == FeedScope.BODY:
        return rows.filter(body=body)
    if scope == FeedScope.ORGANISATION and organisation:
        return rows.filter(held_by(organisation))
    return rows.filter(own_events(network, by, day)) if scope == FeedScope.PERSONAL else rows


def knows_scope(
    network: Network, by: Standing, day: date, scope: FeedScope, body: Body | None, organisation: Organisation | None
) -> bool:
    """Whether somebody belongs to the circle a calendar is of, today."""
    if scope == FeedScope.BODY:
        if body is None or body.network_id != network.pk:
            return False
        return body.pk in bodies_of_person(network, by, day) or (by.keeps_the_network and not body.hidden)
    if scope == FeedScope.ORGANISATION:
        return organisation is not None and organisation.pk in parties_of(by) & (by.members | by.observers)
    return bool(by.is_member or by.observers or by.keeps_the_network or bodies_of_person(network, by, day))
