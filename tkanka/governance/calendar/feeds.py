"""Events as calendars elsewhere read them."""

from collections.abc import Iterable

from django.conf import settings

from tkanka.network.networks.models import Network

from .ics import Told, calendar_of
from .models import Event


def file_of(events: Iterable[Event], network: Network, name: str) -> str:
    """The events as one iCalendar text."""
    return calendar_of([told(event, network) for event in events], name=name)


def told(event: Event, network: Network) -> Told:
    return Told(
        uid=event.uid, sequence=event.sequence, title=event.title, starts_at=event.starts_at, ends_at=event.ends_at,
        timezone=event.timezone, stamped_at=event.changed_at, text=event.text, place=event.place,
        url=address_of(event, network), cancelled=event.cancelled_at is not None, whole_days=event.all_day,
    )  # fmt: skip


def address_of(event: Event, network: Network) -> str:
    """Where the event can be read about: its page here, which leads to its own."""
    path = event.url if event.url.startswith("/") else f"/n/{network.slug}/calendar/{event.pk}/"
    return f"{settings.SITE_URL}{path}"
