"""What the search does by itself."""

from datetime import datetime

from .actions import refresh_vocabulary


def refresh_suggestions(at: datetime) -> int:
    """Learn the words of new texts and forget those of old ones; every few hours is enough."""
    return refresh_vocabulary()
