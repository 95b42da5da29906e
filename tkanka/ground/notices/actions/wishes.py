"""What somebody wants to be written about, and the end of everything written to them."""

from datetime import datetime
from uuid import UUID

from ..models import Frequency, Message, Preference
from ..recipients import key_of


def wish(*, recipient: str, network: UUID | None, category: str, frequency: Frequency, at: datetime) -> Preference:
    """Say how often letters of a category are wanted; what waits of an unwanted one does not go out any more."""
    kept, _ = Preference.objects.update_or_create(
        recipient=recipient, network=network, category=category, defaults={"frequency": frequency, "set_at": at}
    )
    return kept


def forget_recipient(*, person: UUID | None, email: str) -> int:
    """Erase what was written to somebody, under their account and under their address; returns how many letters.

    What waits does not go out any more. A letter already handed to a mail server is beyond reach.
    """
    keys = {key_of(person, email), key_of(None, email)} - {""}
    Preference.objects.filter(recipient__in=keys).delete()
    found = Message.objects.filter(recipient__in=keys)
    if email:
        found |= Message.objects.filter(email__iexact=email)
    return found.delete()[0]
