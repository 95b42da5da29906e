"""What happens by itself."""

from datetime import datetime

from tkanka.rules.standing import Standing

from .actions import forget_unconfirmed
from .queries import unconfirmed_since

SYSTEM = Standing(system="people")


def forget_unconfirmed_people(at: datetime) -> int:
    """Every hour: sign-ups whose address nobody confirmed within a week are removed."""
    due = list(unconfirmed_since(at)[:200])
    for person in due:
        forget_unconfirmed(person=person, by=SYSTEM, at=at)
    return len(due)
