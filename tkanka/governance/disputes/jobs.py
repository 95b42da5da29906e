"""What happens by itself: verdicts come into their files, and files go when their day has come."""

from datetime import datetime

from django.utils.timezone import localdate

from tkanka.ground.kit.work import each
from tkanka.rules.standing import Standing

from . import actions, queries

SYSTEM = Standing(system="disputes")


def take_verdicts(now: datetime) -> None:
    for dispute in each(queries.to_decide()):
        actions.take_verdict(by=SYSTEM, at=now, dispute=dispute)


def clear_files(now: datetime) -> None:
    for dispute in each(queries.to_clear(localdate(now))):
        actions.clear_file(by=SYSTEM, at=now, dispute=dispute)
