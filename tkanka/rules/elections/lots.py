"""The lot: an order of the candidates that nobody chose and everybody can work out again."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256


def drawn_order(seed: str, keys: Iterable[str]) -> list[str]:
    """The keys by the digest of the seed followed by the key. The seed is drawn when nominations have ended."""
    return sorted(keys, key=lambda key: (digest(seed, key), key))


def digest(seed: str, key: str) -> str:
    return sha256((seed + key).encode()).hexdigest()
