"""Coming to votes: with whose eyes one looks."""

from uuid import UUID

from tkanka.governance.bodies.doors import own_seats, types_at
from tkanka.network.networks.doors import Visit

from .models import Poll
from .queries import Seen, poll_in


def seen_by(visit: Visit) -> Seen:
    """What the visitor may know of; asked once a page."""
    return visit.frame.once("voting.seen", lambda: _seen(visit))


def _seen(visit: Visit) -> Seen:
    seats = own_seats(visit)
    kinds = types_at(visit).items()
    return Seen(
        visit.network, visit.standing, visit.today, frozenset(seat.body_id for seat in seats),
        frozenset(seat.body_id for seat in seats if seat.leads),
        frozenset(code for code, kind in kinds if kind.closed.value),
        frozenset(code for code, kind in kinds if kind.has_seats),
    )  # fmt: skip


def poll_of(visit: Visit, key: UUID) -> Poll:
    """The vote; 404 for whoever may not know of it."""
    return poll_in(seen_by(visit), key)
