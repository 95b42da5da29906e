"""What is wrong with a file or a cell, as a code with facts; `reasons` says it in the reader's language."""

from dataclasses import dataclass
from typing import Any


class FileProblem(Exception):
    """The file as a whole cannot be read."""

    def __init__(self, code: str, **facts: Any):
        self.code, self.facts = code, facts
        super().__init__(code)


@dataclass(frozen=True, slots=True)
class Question:
    """What a person can settle: which of the choices (value, label) the text means. Settled once for all rows."""

    kind: str
    text: str
    choices: tuple[tuple[str, str], ...]


class CellProblem(Exception):
    """A cell says something that cannot be taken; with a question where an answer would let it be taken."""

    def __init__(self, code: str, ask: Question | None = None, **facts: Any):
        self.code, self.facts, self.ask = code, facts, ask
        super().__init__(code)
