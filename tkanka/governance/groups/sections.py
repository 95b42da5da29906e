"""What the page of a group says of this room's matters."""

from typing import Any
from uuid import UUID

from tkanka.governance.bodies.doors import Place
from tkanka.network.networks import parts
from tkanka.network.networks.doors import Visit
from tkanka.network.networks.queries import rulebook_of

from . import queries
from .course import course_of

SHOWN = 5


def sections_of(visit: Visit, place: Place) -> dict[str, Any]:
    """Its way, its terms of reference, results and updates; nothing of a body that is no group."""
    body = place.body
    if body.kind not in queries.KINDS:
        return {}
    insider = visit.standing.is_member or visit.standing.keeps_the_network
    writes = place.leads and place.is_open
    return {
        "way": parts.part(visit, "groups/course.html", way, body.pk),
        "sections": parts.part(visit, "groups/sections.html", written, body.pk, insider, writes),
        "insider": insider,
    }


def way(place: parts.Place, key: UUID) -> dict[str, Any]:
    """Where the group is on its way: the same for everybody who sees it."""
    body = queries.known_group(place.network, key)
    book = rulebook_of(place.network, place.day)
    return {"course": course_of(book, body, place.day, queries.terms_of(body))}


def written(place: parts.Place, key: UUID, insider: bool, writes: bool) -> dict[str, Any]:
    """What the group wrote down, for those inside the network or for everybody."""
    body = queries.known_group(place.network, key)
    return {
        "body": body,
        "terms": queries.terms_of(body),
        "results": list(queries.results_of(body)[:SHOWN]) if insider else [],
        "updates": list(queries.updates_of(body)[:SHOWN]) if insider else [],
        "insider": insider,
        "writes": writes,
    }
