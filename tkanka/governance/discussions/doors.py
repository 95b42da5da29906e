"""Coming to discussions: what the visitor moderates."""

from django.db.models import Q

from tkanka.governance.bodies.doors import own_seats, types_at
from tkanka.network.networks.doors import Visit

from .queries import moderated


def moderated_by(visit: Visit) -> Q | None:
    """The posts the visitor moderates, as a condition; None when there are none."""
    led = {seat.body_id for seat in own_seats(visit) if seat.leads}
    if not led and not visit.standing.keeps_the_network:
        return None
    return moderated(visit.frame.book, visit.network, visit.standing, led, types_at(visit))
