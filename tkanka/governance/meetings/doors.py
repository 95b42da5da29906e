"""Coming to meetings: where the visitor sits, and which meeting it is."""

from uuid import UUID

from tkanka.governance.bodies.doors import own_seats
from tkanka.network.networks.doors import Visit

from .models import Meeting
from .queries import Places, meeting_in


def places_at(visit: Visit) -> Places:
    """Where the visitor sits today, asked once a page."""
    return Places(tuple(own_seats(visit)))


def meeting_of(visit: Visit, key: UUID) -> Meeting:
    """The meeting; 404 for whoever may not know of it."""
    meeting = meeting_in(visit.network, key, visit.standing, visit.today, places_at(visit))
    meeting.network = visit.network
    return meeting
