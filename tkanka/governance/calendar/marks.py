"""When a feed was last asked for and what it said: no deed of anybody's, so the ledger does not keep it."""

from datetime import datetime, timedelta

from .models import Feed

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
