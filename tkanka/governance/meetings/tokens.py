"""The address by which a guest without an account answers an invitation."""

from uuid import UUID

from tkanka.ground.kit.tokens import Tokens

_tokens = Tokens("meetings.guest")


def token_of(invitee: UUID) -> str:
    return _tokens.of(invitee)


def invitee_of(token: str) -> UUID | None:
    """None for a token that is not ours."""
    return _tokens.key_of(token)
