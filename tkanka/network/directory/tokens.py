"""The address in a letter by which somebody answers whether they want to be a contact person."""

from uuid import UUID

from django.utils.crypto import salted_hmac

from tkanka.ground.kit.tokens import Tokens
from tkanka.rules.contacts import ANSWER_WITHIN

_tokens = Tokens("directory.contact", ANSWER_WITHIN)


def token_of(card: UUID) -> str:
    return _tokens.of(card)


def card_of(token: str) -> UUID | None:
    """None for a token that is not ours or too old."""
    return _tokens.key_of(token)


def fingerprint(email: str) -> str:
    """Tells the same address again without holding it."""
    return salted_hmac("directory.declined", email.strip().casefold(), algorithm="sha256").hexdigest()
