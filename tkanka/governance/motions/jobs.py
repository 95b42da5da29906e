"""What happens by itself: motions past their day are told of, once. Nothing is answered by silence."""

from datetime import datetime

from django.utils.timezone import localdate

from tkanka.ground.kit.work import each
from tkanka.rules.standing import Standing

from . import actions, queries

SYSTEM = Standing(system="motions")


def tell_of_overdue(now: datetime) -> None:
    for motion in each(queries.overdue(localdate(now))):
        actions.tell_overdue(by=SYSTEM, at=now, motion=motion)
