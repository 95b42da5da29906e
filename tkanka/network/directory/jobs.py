"""What happens by itself."""

from datetime import datetime

from tkanka.rules.standing import Standing

from .actions import propose_contact, take_down_card
from .queries import cards_to_forget, named_in_applications

SYSTEM = Standing(system="directory")


def forget_cards(at: datetime) -> int:
    """Every hour: proposals that nobody answered and cards of deleted accounts are removed with their data."""
    due = cards_to_forget(at)
    for card in due:
        take_down_card(by=SYSTEM, at=at, network=None, card=card)
    return len(due)


def propose_named_contacts(at: datetime) -> int:
    """Every few minutes: whoever an admitted party named as its contact is asked whether they want to be one."""
    due = named_in_applications(at)
    for named in due:
        propose_contact(
            by=SYSTEM, at=at, network=named.network, organisation=named.organisation, email=named.email, **named.said
        )
    return len(due)
