"""The address in a letter by which one of an organisation's people says that its profile is right."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.core.signing import BadSignature, TimestampSigner

VALID = timedelta(days=120)
_signer = TimestampSigner(salt="tenure.confirm")


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose profile, and who was asked."""

    organisation: UUID
    person: UUID


def token_of(asked: Asked) -> str:
    return _signer.sign(f"{asked.organisation}.{asked.person}")


def asked_by(token: str) -> Asked | None:
    """None for a token that is not ours or too old."""
    try:
        organisation, person = _signer.unsign(token, max_age=VALID).split(".")
        return Asked(UUID(organisation), UUID(person))
    except (BadSignature, ValueError):
        return None
