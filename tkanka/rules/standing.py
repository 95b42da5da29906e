"""Who someone is in a network, as plain facts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID


class Office(StrEnum):
    COORDINATOR = "coordinator"
    SECRETARIAT = "secretariat"


class Capacity(StrEnum):
    """In what capacity a mandate lets a person act for an organisation."""

    MAIN = "main"
    ALTERNATE = "alternate"
    DIRECTOR = "director"
    COMMUNICATION = "communication"


SPEAKING = frozenset({Capacity.MAIN, Capacity.ALTERNATE})


@dataclass(frozen=True, slots=True)
class Mandate:
    organisation: UUID
    capacity: Capacity


@dataclass(frozen=True, slots=True)
class Standing:
    """The one who acts in a network, today.

    `mandates` are those in force, for any organisation; `members` and `observers` are the organisations among them
    that belong to this network as such, `left` those that belonged to it and do no more. `acting_for` is the
    organisation chosen in the on-behalf switch.
    A job acts with `system` set and no person.
    """

    person: UUID | None = None
    offices: frozenset[Office] = frozenset()
    mandates: frozenset[Mandate] = frozenset()
    members: frozenset[UUID] = frozenset()
    observers: frozenset[UUID] = frozenset()
    acting_for: UUID | None = None
    system: str = ""
    left: frozenset[UUID] = frozenset()

    @property
    def keeps_the_network(self) -> bool:
        return bool(self.offices)

    @property
    def is_member(self) -> bool:
        """Somebody of a member organisation, in whatever capacity."""
        return bool(self.members)

    @property
    def represents(self) -> frozenset[UUID]:
        """Organisations they may manage and commit: main or alternate, member of this network or not."""
        return frozenset(m.organisation for m in self.mandates if m.capacity in SPEAKING)

    @property
    def speaks_for(self) -> frozenset[UUID]:
        """Member organisations of this network that they may commit."""
        return self.represents & self.members

    def on_behalf_of(self, organisation: UUID) -> Standing:
        """The same person acting for one of the organisations they may commit; for any other, unchanged."""
        return replace(self, acting_for=organisation) if organisation in self.represents else self

    def holds(self, organisation: UUID, *capacities: Capacity) -> bool:
        return any(m.organisation == organisation and m.capacity in capacities for m in self.mandates)
