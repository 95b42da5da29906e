"""The address in a letter by which an invited organisation says whether it initiates a group."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.core.signing import BadSignature, TimestampSigner

VALID = timedelta(days=60)
_signer = TimestampSigner(salt="groups.initiate")


@dataclass(frozen=True, slots=True)
class Invited:
    """Which invitation, and who was written to."""

    initiator: UUID
    person: UUID


def token_of(invited: Invited) -> str:
    return _signer.sign(f"{invited.initiator}.{invited.person}")


def invited_by(token: str) -> Invited | None:
    """None for a token that is not ours or too old."""
    try:
        initiator, person = _signer.unsign(token, max_age=VALID).split(".")
        return Invited(UUID(initiator), UUID(person))
    except (BadSignature, ValueError):
        return None
