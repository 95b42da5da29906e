"""What somebody wants to be written about."""

from datetime import datetime
from uuid import UUID

from ..models import Frequency, Preference


def wish(*, recipient: str, network: UUID | None, category: str, frequency: Frequency, at: datetime) -> Preference:
    """Say how often letters of a category are wanted; what waits of an unwanted one does not go out any more."""
    kept, _ = Preference.objects.update_or_create(
        recipient=recipient, network=network, category=category, defaults={"frequency": frequency, "set_at": at}
    )
    return kept
