"""The address in a letter by which somebody answers whether they want to be a contact person."""

from uuid import UUID

from django.core.signing import BadSignature, TimestampSigner
from django.utils.crypto import salted_hmac

from tkanka.rules.contacts import ANSWER_WITHIN

_signer = TimestampSigner(salt="directory.contact")


def token_of(card: UUID) -> str:
    return _signer.sign(card.hex)


def card_of(token: str) -> UUID | None:
    """None for a token that is not ours or too old."""
    try:
        return UUID(_signer.unsign(token, max_age=ANSWER_WITHIN))
    except (BadSignature, ValueError):
        return None


def fingerprint(email: str) -> str:
    """Tells the same address again without holding it."""
    return salted_hmac("directory.declined", email.strip().casefold(), algorithm="sha256").hexdigest()
