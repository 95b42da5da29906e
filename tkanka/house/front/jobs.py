"""What happens by itself and concerns the whole house."""

from datetime import datetime, timedelta

from tkanka.ground.search.actions import scrub
from tkanka.network.people.queries import erased_since

SEEN_AGAIN = timedelta(days=2)


def scrub_after_erasures(at: datetime) -> int:
    """Every day: no word of somebody who was erased lately stays in the inner pages of the search."""
    erased = erased_since(at - SEEN_AGAIN).count()
    if erased:
        scrub()
    return erased
