"""The address in an invitation: whoever holds it has read the letter."""

from uuid import UUID

from tkanka.ground.kit.tokens import Tokens

_tokens = Tokens("representation.invitation")


def token_of(invitation: UUID) -> str:
    return _tokens.of(invitation)


def invitation_of(token: str) -> UUID | None:
    """The invitation a token speaks of; None for a token that is not ours."""
    return _tokens.key_of(token)
