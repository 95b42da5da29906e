"""What somebody says of an activity, before it is written: the same from a form, a copy and a file."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from uuid import UUID

from tkanka.network.places.models import Unit
from tkanka.rules.activities import ActivityState, Intake, Precision, Price, Stated

from .models import CapacityUnit


@dataclass(frozen=True, slots=True)
class Spot:
    """An area and a group. `capacity` is this row's own share of a month's; None lets the activity's be shared out."""

    unit: Unit
    group: UUID | None = None
    targeted: int | None = None
    reached: int | None = None
    capacity: int | None = None
    place: str = ""
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """An activity as told. `sector` may be left out where `service` is given. See `models.Activity` for the fields."""

    title: str
    service: UUID | None = None
    sector: UUID | None = None
    spots: tuple[Spot, ...] = ()
    description: str = ""
    language: str = "pl"
    recipient_kind: str = "people"
    starts: date | None = None
    ends: date | None = None
    funding_ends: date | None = None
    status: ActivityState = ActivityState.ONGOING
    horizon: str = ""
    capacity: int | None = None
    capacity_unit: str = CapacityUnit.PEOPLE.value
    intake: str = Intake.ACCEPTING.value
    cost: str = Price.FREE.value
    channel: str = "in_person"
    remote: bool = False
    languages: frozenset[UUID] = frozenset()
    legal_statuses: frozenset[UUID] = frozenset()
    precision: Precision = Precision.GMINA
    contact: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""

    @property
    def stated(self) -> Stated:
        """Its days and numbers, for `rules.activities.faults_of`."""
        people = tuple(number for spot in self.spots for number in (spot.targeted, spot.reached, spot.capacity))
        return Stated(self.status, self.starts, self.ends, self.funding_ends, people, self.capacity)

    def columns(self) -> dict[str, Any]:
        """What is stored on the activity itself, by the names of its columns."""
        apart = {"spots", "languages", "legal_statuses", "service", "sector"}
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name not in apart}


def shares(capacity: int | None, spots: tuple[Spot, ...]) -> list[int | None]:
    """The capacity of each row: its own where one is told, else equal parts of the activity's that add up to it."""
    if capacity is None or any(spot.capacity is not None for spot in spots):
        return [spot.capacity for spot in spots]
    part, over = divmod(capacity, len(spots)) if spots else (0, 0)
    return [part + (place < over) for place in range(len(spots))]
