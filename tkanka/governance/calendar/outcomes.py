"""What would become of the events of a file."""

from collections.abc import Iterable
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

from tkanka.network.networks.models import Network
from tkanka.rules.calendar import EventAudience

from .incoming import Found
from .models import Event
from .queries import imported_with

COMPARED = ("title", "text", "starts_at", "ends_at", "timezone", "all_day", "place", "url")


class Outcome(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


Weighed = tuple[Found, Outcome, Event | None]


def own_key(organisation: UUID, one: Found) -> str:
    """By what an organisation's event is known again when the file comes a second time."""
    return sha256(f"{organisation}\n{one.key}".encode()).hexdigest()[:40]


def weighed(network: Network, organisation: UUID, audience: EventAudience, found: Iterable[Found]) -> list[Weighed]:
    """Each event of the file, what would become of it, and the one it would change."""
    rows = [(own_key(organisation, one), one) for one in found]
    kept = imported_with(network, [key for key, _one in rows])
    return [(one, _outcome(one, kept.get(key), audience), kept.get(key)) for key, one in rows]


def _outcome(one: Found, kept: Event | None, audience: EventAudience) -> Outcome:
    if one.trouble:
        return Outcome.REFUSED
    if one.cancelled:
        if kept is None:
            return Outcome.REFUSED
        return Outcome.UNCHANGED if kept.cancelled_at else Outcome.CANCELLED
    if kept is None:
        return Outcome.NEW
    told = all(getattr(kept, name) == getattr(one, name) for name in COMPARED)
    same = told and kept.audience == audience and kept.cancelled_at is None
    return Outcome.UNCHANGED if same else Outcome.CHANGED
