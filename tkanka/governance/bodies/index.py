"""What search knows of bodies."""

from datetime import datetime

from tkanka.ground.search.actions import forget, index
from tkanka.rules.bodies import BodyState
from tkanka.rules.visibility import Audience

from .models import Body


def index_body(body: Body, at: datetime, *, closed: bool = False) -> None:
    """Let the network's search find the body. A hidden one is found by its seats only; of one that is closed to
    outsiders everybody finds the name and nothing else."""
    network = body.network
    if body.state == BodyState.CLOSED and body.hidden:
        forget(kind="body", key=body.pk, network=network.pk)
        return
    index(
        kind="body",
        key=body.pk,
        network=network.pk,
        audience=Audience.PUBLIC,
        circle=body.pk if body.hidden else None,
        language="pl",
        title=body.name,
        lead="" if closed and not body.hidden else body.purpose[:300],
        text="" if closed and not body.hidden else body.purpose,
        url=f"/n/{network.slug}/bodies/{body.pk}/",
        at=at,
    )
