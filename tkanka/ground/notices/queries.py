"""Reading the outbox."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from .models import Frequency, Message, Preference, State
from .recipients import key_of


def letter_about(cause: str, recipient: str) -> Message | None:
    """The letter this recipient got, or is to get, about the cause."""
    return Message.objects.filter(cause=cause, recipient=recipient).first()


def letter(key: UUID) -> Message:
    """Raises Message.DoesNotExist."""
    return Message.objects.get(pk=key)


def due_letters(at: datetime, limit: int) -> QuerySet[Message]:
    """Letters that wait and that nobody is sending, matters of office first."""
    free = Q(claimed_until=None) | Q(claimed_until__lt=at)
    waiting = Message.objects.filter(free, state=State.QUEUED, next_try_at__lte=at)
    return waiting.order_by("category", "next_try_at")[:limit]


def claimed_letters(claim: UUID) -> list[Message]:
    return list(Message.objects.filter(claimed_by=claim).order_by("category", "next_try_at"))


def frequency_of(recipient: str, network: UUID | None, category: str) -> Frequency:
    """How often they want letters of a category: at once, until they say otherwise."""
    wish = Preference.objects.filter(recipient=recipient, network=network, category=category).first()
    return Frequency(wish.frequency) if wish else Frequency.NOW


def unwanted(messages: Iterable[Message]) -> list[Message]:
    """Those among the letters whose recipients have cancelled their category since they were written."""
    optional = [m for m in messages if m.category]
    if not optional:
        return []
    off = Preference.objects.filter(frequency=Frequency.OFF, recipient__in={m.recipient for m in optional})
    cancelled = set(off.values_list("recipient", "network", "category"))
    return [m for m in optional if (m.recipient, m.network, m.category) in cancelled]


NONE_OF_THEM = Q(pk__in=[])


def letters_in(network: UUID, state: str = "", words: str = "", without: Q = NONE_OF_THEM) -> QuerySet[Message]:
    """A network's letters, newest first, without their texts: those are between the network and the recipient.

    `without`: letters that are not for the eyes of whoever asks.
    """
    found = Message.objects.filter(~without, network=network).order_by("-written_at", "pk")
    if state:
        found = found.filter(state=state)
    if words:
        found = found.filter(Q(name__icontains=words) | Q(email__icontains=words) | Q(subject__icontains=words))
    return found.defer("text", "url", "label", "reason", "calendar")


def counts_in(network: UUID, without: Q = NONE_OF_THEM) -> dict[str, int]:
    """How many letters of a network are in each state; every state is named."""
    counted = Message.objects.filter(~without, network=network).order_by().values_list("state").annotate(Count("pk"))
    return dict.fromkeys(State.values, 0) | dict(counted)


def letter_in(network: UUID, key: UUID) -> Message:
    """Raises Message.DoesNotExist, also for a letter of another network."""
    return Message.objects.get(network=network, pk=key)


def letters_to(person: UUID | None, email: str) -> QuerySet[Message]:
    """All that was written to somebody, in every network, for their own export."""
    keys = {key_of(person, email), key_of(None, email)}
    return Message.objects.filter(recipient__in=keys).order_by("-written_at")


def wishes_of(person: UUID | None, email: str) -> QuerySet[Preference]:
    """What they said about categories of letters, for their own export."""
    return Preference.objects.filter(recipient__in={key_of(person, email), key_of(None, email)}).order_by("category")


def export_of(person: UUID, email: str) -> dict[str, Any]:
    """The letters to somebody and their wishes about letters, in plain values. Codes for signing in are left out."""
    letters = letters_to(person, email).exclude(cause__startswith="sign_in.")
    told = ("network_name", "subject", "text", "written_at", "state")
    wishes = wishes_of(person, email)
    return {
        "letters": list(letters.values(*told)[:1000]),
        "letter_wishes": list(wishes.values("network", "category", "frequency", "set_at")[:1000]),
    }
