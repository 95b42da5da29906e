"""What the page of a body says of its elections."""

from typing import Any

from tkanka.governance.bodies.doors import Place
from tkanka.network.networks.doors import Visit
from tkanka.rules.elections import is_elected, runs_elections

from . import queries


def elections_of(visit: Visit, place: Place) -> dict[str, Any]:
    """The latest elections, for those who may read of them; nothing of a body that nobody elects."""
    by = visit.standing
    if place.body.hidden or not is_elected(place.kind) or not (by.is_member or by.observers or by.keeps_the_network):
        return {}
    may = bool(by.keeps_the_network and place.is_open and runs_elections(visit.frame.book, by))
    return {"elections": queries.elections_of_body(place.body, by), "may_plan": may}
