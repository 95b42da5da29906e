"""The address of somebody's calendar: whoever holds it may read what its owner may know of."""

from uuid import UUID

from django.core.signing import BadSignature, Signer

_signer = Signer(salt="calendar.feed")


def token_of(feed: UUID) -> str:
    return _signer.sign(str(feed))


def feed_of(token: str) -> UUID | None:
    """The feed a token speaks of; None for a token that is not ours."""
    try:
        return UUID(_signer.unsign(token))
    except (BadSignature, ValueError):
        return None
