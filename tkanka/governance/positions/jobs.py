"""What happens by itself: signing ends after its last day."""

from datetime import datetime

from django.utils.timezone import localdate

from tkanka.ground.kit.work import each
from tkanka.rules.standing import Standing

from . import actions, queries

SYSTEM = Standing(system="positions")


def close_due(now: datetime) -> None:
    for position in each(queries.due_to_close(localdate(now))):
        actions.close_signing(by=SYSTEM, at=now, position=position)
