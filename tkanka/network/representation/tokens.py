"""The address in an invitation: whoever holds it has read the letter."""

from uuid import UUID

from django.core.signing import BadSignature, Signer

_signer = Signer(salt="representation.invitation")


def token_of(invitation: UUID) -> str:
    return _signer.sign(str(invitation))


def invitation_of(token: str) -> UUID | None:
    """The invitation a token speaks of; None for a token that is not ours."""
    try:
        return UUID(_signer.unsign(token))
    except (BadSignature, ValueError):
        return None
