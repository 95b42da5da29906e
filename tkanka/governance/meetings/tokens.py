"""The address by which a guest without an account answers an invitation."""

from uuid import UUID

from django.core.signing import BadSignature, Signer

_signer = Signer(salt="meetings.guest")


def token_of(invitee: UUID) -> str:
    return _signer.sign(invitee.hex)


def invitee_of(token: str) -> UUID | None:
    """None for a token that is not ours."""
    try:
        return UUID(_signer.unsign(token))
    except (BadSignature, ValueError):
        return None
