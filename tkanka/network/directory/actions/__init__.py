"""What may be done in the directory."""

from .cards import accept_proposal, add_own_card, change_card, decline_proposal, propose_contact, take_down_card
from .erasing import forget_person
from .messages import send_message
from .profile import describe_contact

__all__ = [
    "accept_proposal",
    "add_own_card",
    "change_card",
    "decline_proposal",
    "describe_contact",
    "forget_person",
    "propose_contact",
    "send_message",
    "take_down_card",
]
