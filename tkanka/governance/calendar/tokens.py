"""The address of somebody's calendar: whoever holds it may read what its owner may know of."""

from uuid import UUID

from tkanka.ground.kit.tokens import Tokens

_tokens = Tokens("calendar.feed")


def token_of(feed: UUID) -> str:
    return _tokens.of(feed)


def feed_of(token: str) -> UUID | None:
    """The feed a token speaks of; None for a token that is not ours."""
    return _tokens.key_of(token)
