"""What happens by itself on the way into a network."""

from datetime import datetime

from tkanka.ground.kit.dates import only_day
from tkanka.ground.kit.work import each
from tkanka.network.networks.queries import listed_networks, rulebook_of
from tkanka.rules.standing import Standing

from .actions import forget_draft, tell_overdue
from .queries import drafts_forgotten, overdue

SYSTEM = Standing(system="membership")


def forget_drafts(at: datetime) -> int:
    """Drafts that nobody has touched for thirty days go, with everything typed in them."""
    return sum(forget_draft(by=SYSTEM, at=at, draft=draft) for draft in each(drafts_forgotten(at)))


def tell_of_overdue(at: datetime) -> int:
    """The coordinator hears once of each application whose promised days are over."""
    told, today = 0, only_day(at)
    for network in each(listed_networks()):
        for application in overdue(network, rulebook_of(network, today), today):
            if application.told_overdue_for is None:
                tell_overdue(by=SYSTEM, at=at, application=application)
                told += 1
    return told
