"""What happens by itself."""

from datetime import datetime

from tkanka.rules.standing import Standing

from .actions import take_down_card
from .queries import cards_to_forget

SYSTEM = Standing(system="directory")


def forget_cards(at: datetime) -> int:
    """Every hour: proposals that nobody answered and cards of deleted accounts are removed with their data."""
    due = cards_to_forget(at)
    for card in due:
        take_down_card(by=SYSTEM, at=at, network=None, card=card)
    return len(due)
