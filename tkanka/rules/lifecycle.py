"""States and the steps between them, as a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from .ruling import Refused, check

S = TypeVar("S", bound=StrEnum)


class Lifecycle(Generic[S]):
    """A table of steps: name -> (the states it may leave, the state it reaches). Every state belongs to one enum."""

    def __init__(self, start: S, steps: Mapping[str, tuple[Iterable[S], S]]):
        self.start = start
        self.steps = {name: (frozenset(leaves), reaches) for name, (leaves, reaches) in steps.items()}

    @property
    def states(self) -> tuple[S, ...]:
        """Every state of the table, in the order of the enum."""
        return tuple(type(self.start))

    def after(self, state: str, step: str) -> S:
        """The state a step leads to. Raises Refused where the step does not leave this state, KeyError for no step."""
        leaves, reaches = self.steps[step]
        if state not in leaves:
            raise Refused(check(False, "step_not_open", step=step, state=state))
        return reaches

    def is_over(self, state: str) -> bool:
        """Whether no step leads out of this state."""
        return not self.open_steps(state)

    def open_steps(self, state: str) -> tuple[str, ...]:
        """The names of the steps that leave this state, in the order of the table."""
        return tuple(name for name, (leaves, _) in self.steps.items() if state in leaves)

    def drawing(self) -> str:
        """The table as a Mermaid state diagram, for the documentation."""
        arrows = [f"  {s} --> {to}: {name}" for name, (leaves, to) in self.steps.items() for s in sorted(leaves)]
        return "\n".join(["stateDiagram-v2", f"  [*] --> {self.start}", *arrows])
