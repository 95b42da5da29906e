"""What happens by itself: tasks whose day is near, or has passed, are told of once."""

from datetime import datetime

from django.utils.timezone import localdate

from tkanka.ground.kit.work import each
from tkanka.rules.standing import Standing

from . import actions, queries

SYSTEM = Standing(system="minutes")


def remind_of_tasks(now: datetime) -> None:
    day = localdate(now)
    for task in each(queries.near_to_tell(day)):
        actions.tell_of_near_task(by=SYSTEM, at=now, task=task)
    for task in each(queries.late_to_tell(day)):
        actions.tell_of_late_task(by=SYSTEM, at=now, task=task)
