"""What happens by itself: nominations close or are extended, the vote opens, is recalled once, and is counted."""

from datetime import datetime

from django.utils.timezone import localdate

from tkanka.ground.kit.work import each
from tkanka.rules.elections import EXTENDED_AT_MOST
from tkanka.rules.standing import Standing

from . import actions, queries
from .queries import owed
from .weighing import still_standing

SYSTEM = Standing(system="elections")


def end_nominations(now: datetime) -> None:
    """A list that fills the seats is closed and the lot drawn; another is open for a week more, a few times."""
    for election in each(owed.nominations_over(localdate(now))):
        ready, _ = queries.readiness(election, still_standing(election, localdate(now))[0])
        if ready:
            actions.close_nominations(by=SYSTEM, at=now, election=election)
        elif election.extended < EXTENDED_AT_MOST:
            actions.extend_nominations(by=SYSTEM, at=now, election=election)


def open_votes(now: datetime) -> None:
    for election in each(owed.votes_to_open(localdate(now))):
        actions.open_voting(by=SYSTEM, at=now, election=election)


def recall_votes(now: datetime) -> None:
    for election in each(owed.votes_to_recall(localdate(now))):
        actions.recall_vote(by=SYSTEM, at=now, election=election)


def count_votes(now: datetime) -> None:
    """What nobody voted in is left to the office, which calls it off."""
    for election in each(owed.votes_over(localdate(now))):
        actions.count_election(by=SYSTEM, at=now, election=election)
