"""What happens by itself: votes close at their hour, and the silent are reminded once."""

from datetime import datetime

from tkanka.ground.kit.work import each
from tkanka.rules.standing import Standing

from . import actions, queries

SYSTEM = Standing(system="voting")


def close_due(now: datetime) -> None:
    for poll in each(queries.to_close(now)):
        actions.close_poll(by=SYSTEM, at=now, poll=poll)


def remind_silent(now: datetime) -> None:
    for poll in each(queries.to_remind(now)):
        actions.remind(by=SYSTEM, at=now, poll=poll)
