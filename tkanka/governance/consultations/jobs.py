"""What happens by itself: consultations open and end on their days, and whoever said nothing is reminded once."""

from datetime import datetime

from django.utils.timezone import localdate

from tkanka.ground.kit.work import each
from tkanka.rules.standing import Standing

from . import actions, queries

SYSTEM = Standing(system="consultations")


def keep_days(now: datetime) -> None:
    day = localdate(now)
    for consultation in each(queries.due_to_open(day)):
        actions.open_consultation(by=SYSTEM, at=now, consultation=consultation)
    for consultation in each(queries.due_to_end(day)):
        actions.end_remarks(by=SYSTEM, at=now, consultation=consultation)


def remind_silent(now: datetime) -> None:
    for consultation in each(queries.due_to_remind(localdate(now))):
        actions.remind_silent(by=SYSTEM, at=now, consultation=consultation)
