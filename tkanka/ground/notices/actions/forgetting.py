"""The end of letters: what was written to somebody, what was written about them, and what has been kept long enough."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from tkanka.ground.kit.traces import Traces

from ..models import Message, Preference, State
from ..recipients import key_of

TEXTS_KEPT = timedelta(days=90)
ROWS_KEPT = timedelta(days=730)
WORDS = ("text", "label", "url", "reason")
NAMING = ("subject", *WORDS, "network_name", "trouble", "bounce")
AT_ONCE = 2_000


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


def forget_person(*, traces: Traces) -> int:
    """Erase all letters to somebody, and leave them unnamed in the letters to others; returns how many to them."""
    gone = sum(forget_recipient(person=traces.key, email=email) for email in sorted(traces.emails) or [""])
    traces.omit(Message.objects.all(), *NAMING)
    return gone


def forget_kinds(*, causes: Iterable[str], written_before: datetime) -> int:
    """Erase letters whose cause begins like one of these and that nobody is sending now; returns how many."""
    begun = Q(pk__in=[])
    for cause in causes:
        begun |= Q(cause__startswith=cause)
    free = Q(claimed_until=None) | Q(claimed_until__lt=written_before)
    old = Message.objects.filter(begun, free, written_at__lt=written_before)
    return Message.objects.filter(pk__in=list(old.values_list("pk", flat=True)[:AT_ONCE])).delete()[0]


def forget_old(*, at: datetime) -> int:
    """Empty the letters that ended a while ago, and erase those that could not be sent or are older still."""
    ended = Message.objects.exclude(state=State.QUEUED)
    failed = Q(state=State.FAILED, ended_at__lt=at - TEXTS_KEPT)
    gone = ended.filter(failed | Q(ended_at__lt=at - ROWS_KEPT)).values_list("pk", flat=True)
    count = Message.objects.filter(pk__in=list(gone[:AT_ONCE])).delete()[0]
    full = ended.filter(ended_at__lt=at - TEXTS_KEPT).exclude(**dict.fromkeys(WORDS, ""))
    keys = list(full.values_list("pk", flat=True)[:AT_ONCE])
    return count + Message.objects.filter(pk__in=keys).update(**dict.fromkeys(WORDS, ""))
