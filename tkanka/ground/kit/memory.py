"""What a process keeps for itself, bounded by its size."""

from typing import Any, ClassVar

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.locmem import LocMemCache


class ProcessCache(LocMemCache):
    """Django's cache in memory with OPTIONS["MOST_BYTES"]: what was used least lately leaves when it grows beyond.

    The framework bounds the number of entries only, and a kept page is a thousand times as large as a kept count.
    """

    held: ClassVar[dict[str, int]] = {}
    _cache: Any
    _lock: Any

    def __init__(self, name: str, params: dict[str, Any]) -> None:
        self.name, self.most = name, int(params.get("OPTIONS", {}).get("MOST_BYTES", 16_000_000))
        super().__init__(name, params)

    def _set(self, key: str, value: bytes, timeout: Any = DEFAULT_TIMEOUT) -> None:
        self._delete(key)
        super()._set(key, value, timeout)  # type: ignore[misc]
        self._hold(len(value))
        while self.held[self.name] > self.most and len(self._cache) > 1:
            self._delete(next(reversed(self._cache)))

    def _delete(self, key: str) -> bool:
        size = len(self._cache.get(key, b""))
        gone = bool(super()._delete(key))  # type: ignore[misc]
        self._hold(-size if gone else 0)
        return gone

    def _cull(self) -> None:
        for key in list(reversed(self._cache))[: max(1, len(self._cache) // 3)]:
            self._delete(key)

    def clear(self) -> None:
        with self._lock:
            for key in list(self._cache):
                self._delete(key)

    def _hold(self, size: int) -> None:
        self.held[self.name] = self.held.get(self.name, 0) + size
