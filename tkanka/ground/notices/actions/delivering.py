"""Letters on their way. A claim is a promise to send until a time; what died with it is due again when it lapses.

Every step names the claim it was made under, so that a worker that came too late changes nothing.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import connection, transaction

from .. import queries
from ..backoff import delay_after
from ..models import Message, State

LEASE = timedelta(seconds=60)
MARK = """
UPDATE notices_message
SET state = %s, ended_at = %s, tries = tries + 1, trouble = '', claimed_by = NULL, claimed_until = NULL
WHERE id = %s AND claimed_by = %s
"""
UNCLAIMED = {"claimed_by": None, "claimed_until": None}


@contextmanager
def unhurried() -> Iterator[None]:
    """On PostgreSQL, commit without waiting for the disk, letter by letter.

    Nothing is lost to the death of a worker. If the machine of the database itself dies, marks of its last half second
    may be gone, and those letters go again with the same Message-ID; a letter is still never lost.
    """
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit TO off")
    try:
        yield
    finally:
        if connection.is_usable():
            with connection.cursor() as cursor:
                cursor.execute("RESET synchronous_commit")


def claim_letters(*, at: datetime, limit: int) -> UUID | None:
    """Take up to `limit` due letters, matters of office first; nobody else gets them for a minute. None: none due."""
    claim = uuid4()
    with transaction.atomic():
        due = list(queries.due_letters(at, limit).select_for_update(skip_locked=True).values_list("pk", flat=True))
        Message.objects.filter(pk__in=due).update(claimed_by=claim, claimed_until=at + LEASE)
    return claim if due else None


def renew(*, claim: UUID, at: datetime) -> None:
    Message.objects.filter(claimed_by=claim).update(claimed_until=at + LEASE)


def mark_sent(*, message: Message, claim: UUID, at: datetime) -> bool:
    """False when the claim had lapsed and somebody else has the letter."""
    # Written out, because this is the one statement that every letter waits for: building it anew took a fifth of all.
    keys = [Message._meta.pk.get_db_prep_value(key, connection) for key in (message.pk, claim)]
    with connection.cursor() as cursor:
        cursor.execute(MARK, [State.SENT.value, connection.ops.adapt_datetimefield_value(at), *keys])
        return bool(cursor.rowcount)


def put_off(*, message: Message, claim: UUID, at: datetime, trouble: str) -> None:
    """It did not go now: later, after ever longer pauses, until there is no point in it any more."""
    delay = delay_after(message.tries + 1)
    if delay is None:
        return give_up(message=message, claim=claim, at=at, trouble=trouble)
    Message.objects.filter(pk=message.pk, claimed_by=claim).update(
        tries=message.tries + 1, next_try_at=at + delay, trouble=trouble[:300], **UNCLAIMED
    )
    return None


def give_up(*, message: Message, claim: UUID, at: datetime, trouble: str) -> None:
    """It cannot go; the secretariat sees it and may try again."""
    Message.objects.filter(pk=message.pk, claimed_by=claim).update(
        state=State.FAILED, ended_at=at, tries=message.tries + 1, trouble=trouble[:300], **UNCLAIMED
    )


def void(*, messages: Iterable[Message], claim: UUID, at: datetime, trouble: str) -> None:
    """The recipient has no right to it any more, or wants none of the kind: it never goes."""
    Message.objects.filter(pk__in=[m.pk for m in messages], claimed_by=claim).update(
        state=State.VOID, ended_at=at, trouble=trouble, **UNCLAIMED
    )


def release(*, claim: UUID, at: datetime, pause: timedelta, trouble: str) -> None:
    """There is nobody to hand letters to: they wait, and the failure is not counted as theirs."""
    Message.objects.filter(claimed_by=claim).update(next_try_at=at + pause, trouble=trouble[:300], **UNCLAIMED)


def retry(*, messages: Iterable[Message], at: datetime) -> int:
    """Queue letters that failed once more, from the first pause on. Returns how many."""
    return Message.objects.filter(pk__in=[m.pk for m in messages], state=State.FAILED).update(
        state=State.QUEUED, ended_at=None, tries=0, next_try_at=at, trouble=""
    )
