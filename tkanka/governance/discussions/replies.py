"""The address an answer by mail goes to: a signed token after a plus sign, for one post and one person.

The token is the key in base32 and a seal over it: 26 and 16 letters that mean the same in capitals. What it opens is
asked of the database each time, so it can be revoked, and it ends with its holder's right to read.
"""

import re
from base64 import b32decode, b32encode
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from .models import ReplyKey

SALT = "tkanka.discussions.replies"
LASTS = timedelta(days=60)
SEALED = 10
TOKEN = re.compile(r"[a-z2-7]{42}")


def token_of(key: UUID) -> str:
    return _letters(key.bytes) + _seal(key)


def key_of(token: str) -> UUID | None:
    """The key whose token it is; None if it was not sealed by us."""
    token = token.lower()
    if not TOKEN.fullmatch(token):
        return None
    key = UUID(bytes=b32decode(token[:26].upper() + "======"))
    return key if constant_time_compare(token[26:], _seal(key)) else None


def _seal(key: UUID) -> str:
    return _letters(salted_hmac(SALT, key.hex, algorithm="sha256").digest()[:SEALED])


def _letters(data: bytes) -> str:
    return b32encode(data).decode("ascii").rstrip("=").lower()


def reply_address(key: UUID) -> str:
    """Where an answer goes; "" where the house reads no mail."""
    local, at, domain = settings.REPLY_ADDRESS.rpartition("@")
    return f"{local}+{token_of(key)}@{domain}" if at and local else ""


def token_in(address: str) -> str:
    """The token in an address of ours; "" for any other address."""
    local, _, domain = settings.REPLY_ADDRESS.lower().rpartition("@")
    found, _, host = address.lower().rpartition("@")
    name, plus, token = found.partition("+")
    return token if plus and name == local and host == domain else ""


def is_open(key: ReplyKey, at: datetime) -> bool:
    """Whether its time has not run out; whether its holder may still read is another question."""
    return key.revoked_at is None and at < key.expires_at
