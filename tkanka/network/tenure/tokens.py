"""The address in a letter by which one of an organisation's people says that its profile is right."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from tkanka.ground.kit.tokens import Tokens

VALID = timedelta(days=120)
_tokens = Tokens("tenure.confirm", VALID)


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose profile, and who was asked."""

    organisation: UUID
    person: UUID


def token_of(asked: Asked) -> str:
    return _tokens.of(asked.organisation, asked.person)


def asked_by(token: str) -> Asked | None:
    """None for a token that is not ours or too old."""
    keys = _tokens.keys_of(token, count=2)
    return Asked(*keys) if keys else None
