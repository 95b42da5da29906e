"""What happens by itself: letters with everything new go out, answers come in."""

from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from tkanka.ground.kit.work import MORE, each
from tkanka.network.networks.queries import listed_networks

from . import digests, queries
from .incoming.folders import AT_ONCE as LETTERS
from .incoming.folders import empty_folder

AT_ONCE = 200
KEPT = timedelta(days=180)


def send_digests(now: datetime) -> object:
    """Everybody who wishes so gets what is new in the spaces they read, in the morning."""
    more = False
    for network in each(listed_networks()):
        more |= digests.send_in(network=network, now=now, limit=AT_ONCE) == AT_ONCE
    return MORE if more else None


def take_mail_in(now: datetime) -> object:
    """Answers that the mail server put into the folder."""
    if not (settings.INCOMING_MAIL_DIR and settings.REPLY_ADDRESS):
        return None
    return MORE if empty_folder(Path(settings.INCOMING_MAIL_DIR), now) == LETTERS else None


def forget_arrivals(now: datetime) -> None:
    """Fingerprints of letters that came in long ago."""
    queries.old_arrivals(now - KEPT).delete()
