"""What a row of a table says, in the terms of the register; it is taken whole or refused with all its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from tkanka.network.places.models import Unit

from .problems import Question

Problem = tuple[str, str, dict[str, Any]]
"""Field, code and facts."""


@dataclass(slots=True)
class Told:
    """A row that can be taken. `said` holds only what its cells say: of the activity, and of this area and group."""

    number: int
    party: UUID
    sector: UUID
    service: UUID | None
    title: str
    unit: Unit
    group: UUID | None
    key: UUID
    said: dict[str, Any]
    spot: dict[str, Any]
    notes: tuple[str, ...] = ()

    @property
    def place(self) -> tuple[UUID, UUID | None]:
        return self.unit.pk, self.group

    @property
    def identity(self) -> tuple[Any, ...]:
        """Rows of one activity are alike in this."""
        said = self.said
        return self.party, self.title, self.sector, self.service, said.get("starts"), said.get("ends")


class Unreadable(Exception):
    """A row that is refused, with every reason found."""

    def __init__(self, problems: list[Problem], asked: list[Question]):
        self.problems, self.asked = problems, asked
        super().__init__(problems[0][1])
