"""Keys in the addresses of letters: whoever holds one has read the letter, and nobody can make one up."""

from datetime import timedelta
from uuid import UUID

from django.core.signing import BadSignature, Signer, TimestampSigner


class Tokens:
    """Tokens of one kind, told from every other by its salt; with `valid` they end after that time."""

    def __init__(self, salt: str, valid: timedelta | None = None):
        self._salt, self._valid = salt, valid

    def of(self, *keys: UUID) -> str:
        """The token that stands for these keys."""
        said = ".".join(str(key) for key in keys)
        return TimestampSigner(salt=self._salt).sign(said) if self._valid else Signer(salt=self._salt).sign(said)

    def keys_of(self, token: str, count: int = 1) -> tuple[UUID, ...] | None:
        """The keys a token stands for; None for one that is not ours, of another kind or too old."""
        try:
            said = self._said(token)
            keys = tuple(UUID(key) for key in said.split("."))
        except (BadSignature, ValueError):
            return None
        return keys if len(keys) == count else None

    def key_of(self, token: str) -> UUID | None:
        """The same for tokens of a single key."""
        keys = self.keys_of(token)
        return keys[0] if keys else None

    def _said(self, token: str) -> str:
        if self._valid:
            return TimestampSigner(salt=self._salt).unsign(token, max_age=self._valid)
        return Signer(salt=self._salt).unsign(token)
