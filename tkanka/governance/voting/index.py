"""What search knows of votes: nothing of drafts."""

from datetime import datetime

from django.urls import reverse

from tkanka.governance.bodies.queries import type_of
from tkanka.ground.kit.dates import only_day
from tkanka.ground.search.actions import forget, index
from tkanka.rules.visibility import Audience
from tkanka.rules.voting import PollKind, PollState

from .models import Poll

KIND = "poll"


def index_poll(poll: Poll, at: datetime) -> None:
    """Members find it; that of a closed or hidden body only who sits there, and one on a dispute nobody."""
    if poll.state == PollState.DRAFT or poll.kind == PollKind.DISPUTE:
        forget(kind=KIND, key=poll.pk, network=poll.network_id)
        return
    body = poll.body
    inner = bool(body and (body.hidden or type_of(body, only_day(at)).closed.value))
    index(
        kind=KIND, key=poll.pk, network=poll.network_id, audience=Audience.MEMBERS, title=poll.title, text=poll.text,
        url=reverse("voting:poll", args=[poll.network.slug, poll.pk]), language="pl", at=at,
        circle=body.pk if body and inner else None,
    )  # fmt: skip
