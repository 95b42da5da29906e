"""What the house does by itself: dead seats are ended, and coming ends are told of."""

from datetime import datetime

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.queries import active_membership
from tkanka.rules.bodies import EndCause
from tkanka.rules.standing import Standing

from ..letters import tell, tell_keepers
from ..models import Seat
from ..queries import recipients_of_body, type_of
from ..seating import end_on
from .seats import told_of_gap


def end_dead_seat(*, by: Standing, at: datetime, seat: Seat) -> Seat:
    """Write down what has happened already: what the seat rested on is gone, so it has not counted since."""
    with entry("seat.lapsed", by=by, at=at) as record:
        body, seat = locked(seat.body), locked(seat)
        cause = cause_of_death(seat, at)
        end_on(seat, localdate(at), cause)
        told_of_gap(body, seat, at)
        also = [seat.organisation] if seat.organisation and not body.hidden else []
        record.about(seat, body, *also, network=body.network_id, cause=cause)
        return seat


def cause_of_death(seat: Seat, at: datetime) -> EndCause:
    """Why a seat counts no more: the organisation left, the mandate ended, or the office did."""
    if seat.organisation is None:
        return EndCause.OFFICE
    left = active_membership(seat.body.network, seat.organisation, localdate(at)) is None
    return EndCause.MEMBERSHIP if left else EndCause.MANDATE


def remind_of_end(*, by: Standing, at: datetime, seat: Seat) -> Seat:
    """Tell whoever holds a seat, and whoever has to see to it, that it comes to its end."""
    with entry("seat.end_recalled", by=by, at=at) as record:
        body, seat = locked(seat.body), locked(seat)
        seat.reminded_at = at
        seat.save(update_fields=["reminded_at"])
        kind = type_of(body, localdate(at))
        mine = [found for found in recipients_of_body(body, localdate(at), kind) if found[0].person == seat.person_id]
        for to, basis in mine:
            tell(body, to, basis, f"seat.ends:{seat.pk}", "seat_ends", at, seat=seat)
        if kind.seats is not None:
            tell_keepers(body, f"seat.ends:{seat.pk}:keepers", "seat_ends_keepers", at, closed=kind.closed.value,
                         seat=seat)  # fmt: skip
        record.about(seat, body, network=body.network_id, until=seat.until)
        return seat
