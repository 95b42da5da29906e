"""What the page of a body says of its meetings."""

from datetime import datetime
from typing import Any

from tkanka.governance.bodies.doors import Place
from tkanka.network.networks.doors import Visit
from tkanka.rules.bodies import BodyKind
from tkanka.rules.meetings import Gathering, MeetingAudience, MeetingKind, may_organise

from . import queries
from .doors import places_at

AHEAD, BEHIND = 3, 2


def meetings_of(visit: Visit, place: Place, at: datetime) -> dict[str, Any]:
    """The next meetings the visitor may know of and the last ones, and whether they may prepare one."""
    body, places = place.body, places_at(visit)
    mine = visit.network, visit.standing, visit.today, at, places
    ahead = list(queries.upcoming_for(*mine).filter(body=body)[:AHEAD])
    behind = list(queries.past_meetings(*mine).filter(body=body)[:BEHIND])
    of = Gathering(
        kind=MeetingKind.BODY, audience=MeetingAudience.BODY, body_kind=body.kind, leads=place.leads,
        sits=place.seat is not None, advises=places.has(BodyKind.ADVISORY), in_council=places.has(BodyKind.COUNCIL),
        hidden=body.hidden,
    )  # fmt: skip
    organise = place.is_open and bool(may_organise(visit.frame.book, visit.standing, of))
    return {"meetings_ahead": ahead, "meetings_behind": behind, "may_prepare": organise}
