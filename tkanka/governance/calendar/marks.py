"""Notes beside the deeds, which the ledger therefore does not keep: when a feed was last asked for and what it said;
and who has a place at an event, of which the room that gave it keeps the record."""

from datetime import datetime, timedelta
from uuid import UUID

from .models import Event, Feed, Goer

ONCE_IN = timedelta(hours=1)


def note_use(feed: Feed, told: str, at: datetime) -> datetime:
    """Since when the feed says what it says now."""
    if feed.told == told and feed.told_at and feed.used_at and at - feed.used_at < ONCE_IN:
        return feed.told_at
    if feed.told != told or feed.told_at is None:
        feed.told, feed.told_at = told, at.replace(microsecond=0)
    feed.used_at = at
    Feed.objects.filter(pk=feed.pk).update(told=feed.told, told_at=feed.told_at, used_at=at)
    return feed.told_at


def note_goer(event: Event, person: UUID, *, organisation: UUID | None, asked: bool) -> None:
    """The event belongs into this person's own calendar."""
    known = {"organisation_id": organisation, "asked": asked}
    Goer.objects.update_or_create(event=event, person_id=person, defaults=known)


def note_stayer(event: Event, person: UUID) -> None:
    """It does no more."""
    Goer.objects.filter(event=event, person=person).delete()
