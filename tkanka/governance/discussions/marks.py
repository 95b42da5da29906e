"""Notes people keep for themselves: what they have read, follow, mute, and how they want to hear of it.

They bind nobody and concern nobody else, so the ledger does not hold them.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F
from django.db.models.functions import Greatest

from tkanka.rules.discussions import Wants

from .models import LetterWish, ReadMark, ReplyKey, Thread, Watch
from .queries import Space


def mark_read(*, thread: Thread, person: UUID, number: int) -> None:
    """They have read the thread up to this post; never less than before."""
    if not number:
        return
    rows = ReadMark.objects.filter(thread=thread, person=person)
    if rows.update(number=Greatest(F("number"), number)):
        return
    try:
        with transaction.atomic():
            ReadMark.objects.create(thread=thread, person_id=person, number=number)
    except IntegrityError:  # the same person in another window
        rows.update(number=Greatest(F("number"), number))


def watch(*, person: UUID, space: Space, wants: Wants | None, thread: Thread | None = None) -> None:
    """Follow, mute, or (None) neither: a thread, or the whole space."""
    body = None if thread else space.body
    where: dict[str, Any] = {"person_id": person, "network": space.network, "body": body, "thread": thread}
    if wants is None:
        Watch.objects.filter(**where).delete()
    else:
        Watch.objects.update_or_create(**where, defaults={"wants": wants})


def follow_own(*, person: UUID, space: Space, thread: Thread) -> None:
    """Whoever writes in a thread follows it, unless they said something of it before."""
    Watch.objects.get_or_create(
        person_id=person, network=space.network, body=None, thread=thread, defaults={"wants": Wants.FOLLOW}
    )


def set_letters(*, person: UUID, pace: str, followed_at_once: bool, mentions_at_once: bool) -> LetterWish:
    """How often, and what at once."""
    chosen = {"pace": pace, "followed_at_once": followed_at_once, "mentions_at_once": mentions_at_once}
    wish, _ = LetterWish.objects.update_or_create(person_id=person, defaults=chosen)
    return wish


def revoke_reply_keys(*, person: UUID, at: datetime) -> int:
    """No letter they ever got can be answered by mail any more; how many could be."""
    return ReplyKey.objects.filter(person=person, revoked_at=None).update(revoked_at=at)
