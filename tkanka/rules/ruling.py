"""A ruling: may it be done, and on what grounds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .terms import Term


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason, the paragraph it stands on, and the facts that were weighed.

    A ground with `default` rests on a choice of the platform where the charter is silent; it cites nothing.
    A ground with neither cite nor default is no matter of the charter (for example: the person is not signed in).
    """

    code: str
    cite: str = ""
    default: bool = False
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ruling:
    """True when nothing stands in the way; the grounds say what was weighed."""

    met: tuple[Ground, ...] = ()
    failed: tuple[Ground, ...] = ()

    def __bool__(self) -> bool:
        return not self.failed

    def __and__(self, other: Ruling) -> Ruling:
        return Ruling(self.met + other.met, self.failed + other.failed)

    def require(self) -> None:
        """Go on, or raise Refused with what stands in the way."""
        if self.failed:
            raise Refused(self)

    @property
    def cites(self) -> tuple[str, ...]:
        """The paragraphs it rests on, each once, in the order they were weighed."""
        return tuple(dict.fromkeys(g.cite for g in self.met + self.failed if g.cite))


def check(ok: bool, code: str, on: Term[Any] | None = None, **facts: Any) -> Ruling:
    """One condition of a rule. `on` is the term it rests on; its cite, or its being a default, goes into the ground."""
    ground = Ground(code, on.cite if on else "", bool(on and on.is_default), facts)
    return Ruling(met=(ground,)) if ok else Ruling(failed=(ground,))


class Refused(Exception):
    """An action was asked for that a rule does not allow."""

    def __init__(self, ruling: Ruling):
        self.ruling = ruling
        super().__init__("; ".join(f"{g.code} ({g.cite})" for g in ruling.failed))
