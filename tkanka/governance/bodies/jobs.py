"""What happens by itself: seats that rest on nothing any more are ended, coming ends are told of."""

from datetime import datetime, timedelta

from django.utils.timezone import localdate

from tkanka.ground.kit.work import MORE, each
from tkanka.rules.standing import Standing

from . import actions, queries

SYSTEM = Standing(system="bodies")
AT_ONCE = 200
AHEAD = timedelta(days=60)


def end_dead_seats(now: datetime) -> object:
    """Seats whose organisation left, or whose holder acts for it no more, are written down as ended."""
    found = queries.dead_seats(localdate(now), AT_ONCE)
    for seat in each(found):
        actions.end_dead_seat(by=SYSTEM, at=now, seat=seat)
    return MORE if len(found) == AT_ONCE else None


def remind_of_ends(now: datetime) -> object:
    """Two months before a seat ends, its holder and whoever fills it next are told, once."""
    found = queries.seats_ending(localdate(now), AHEAD, AT_ONCE)
    for seat in each(found):
        actions.remind_of_end(by=SYSTEM, at=now, seat=seat)
    return MORE if len(found) == AT_ONCE else None
