"""What of this room is found by searching."""

from datetime import datetime

from django.urls import reverse

from tkanka.ground.search.actions import index
from tkanka.rules.visibility import Audience

from .models import Result


def index_result(result: Result, at: datetime) -> None:
    """A result: the network's members find it, those of a hidden group only if they sit in it."""
    body = result.body
    index(
        kind="result",
        key=result.pk,
        network=body.network_id,
        audience=Audience.MEMBERS,
        title=result.title,
        text=f"{body.name} {result.text}",
        url=reverse("groups:results-of", args=[body.network.slug, body.pk]),
        language="pl",
        at=at,
        circle=body.pk if body.hidden else None,
    )
