"""The address in a letter by which an invited organisation says whether it initiates a group."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from tkanka.ground.kit.tokens import Tokens

VALID = timedelta(days=60)
_tokens = Tokens("groups.initiate", VALID)


@dataclass(frozen=True, slots=True)
class Invited:
    """Which invitation, and who was written to."""

    initiator: UUID
    person: UUID


def token_of(invited: Invited) -> str:
    return _tokens.of(invited.initiator, invited.person)


def invited_by(token: str) -> Invited | None:
    """None for a token that is not ours or too old."""
    keys = _tokens.keys_of(token, count=2)
    return Invited(*keys) if keys else None
