"""The address by which somebody from outside comes to a consultation."""

from uuid import UUID

from tkanka.ground.kit.tokens import Tokens

_tokens = Tokens("consultations.guest")


def token_of(guest: UUID) -> str:
    return _tokens.of(guest)


def guest_key(token: str) -> UUID | None:
    """None for a token that is not ours."""
    return _tokens.key_of(token)
