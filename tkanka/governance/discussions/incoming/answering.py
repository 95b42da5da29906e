"""The one polite answer to a letter that could not be posted. Never a word of the discussion in it."""

from datetime import datetime, timedelta

from django.utils.timezone import localdate

from tkanka.ground.notices.actions import write_letter
from tkanka.ground.notices.queries import letter_about
from tkanka.ground.notices.recipients import Recipient
from tkanka.network.networks.queries.belonging import recipient

from .. import queries
from ..models import Fate, ReplyKey
from .reading import Incoming

SILENT = {Fate.AUTOMATIC, Fate.DUPLICATE, Fate.UNADDRESSED, Fate.UNREADABLE}
ANSWERS_A_DAY = 5


def answer(*, fate: Fate, letter: Incoming, key: ReplyKey, at: datetime, left_out: list[str]) -> bool:
    """Whether a letter was written: once a day for a key and a reason, once ever to a foreign address, five a day."""
    if fate in SILENT or (fate == Fate.POSTED and not left_out):
        return False
    if not letter.sender or queries.answered_since(key.person_id, at - timedelta(days=1)) >= ANSWERS_A_DAY:
        return False
    foreign = fate == Fate.FOREIGN
    to = Recipient(None, letter.sender, language=key.person.language) if foreign else recipient(key.person)
    cause = f"discussions.answer:{fate}:{key.pk}" + ("" if foreign else f":{localdate(at)}")
    if letter_about(cause, to.key):
        return False
    # To a stranger not even the name of the network is told.
    network = None if foreign else key.network
    written = write_letter(
        to=to,
        cause=cause,
        template="discussions/mail/answer.txt",
        at=at,
        network=network.pk if network else None,
        network_name=network.short_name if network else "",
        fate=fate.value,
        left_out=left_out,
    )
    return written is not None
