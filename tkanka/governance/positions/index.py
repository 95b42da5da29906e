"""What search knows of positions: the members' while they are signed, everybody's afterwards."""

from datetime import datetime

from django.urls import reverse

from tkanka.ground.search.actions import forget, index
from tkanka.rules.positions import PositionState
from tkanka.rules.visibility import Audience

from .models import Position

KIND = "position"


def index_position(position: Position, at: datetime) -> None:
    if position.state == PositionState.WITHDRAWN:
        forget(kind=KIND, key=position.pk, network=position.network_id)
        return
    public = position.state == PositionState.CLOSED
    index(
        kind=KIND, key=position.pk, network=position.network_id, title=position.title, text=position.text,
        audience=Audience.PUBLIC if public else Audience.MEMBERS, language="pl", at=at,
        url=reverse("positions:position", args=[position.network.slug, position.pk]),
    )  # fmt: skip
