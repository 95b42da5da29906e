"""What of a place may be published, by the precision its organisation chose."""

from dataclasses import dataclass
from uuid import UUID

from tkanka.network.places.models import Level, Unit
from tkanka.rules.activities import Precision

DEEPEST = {
    Precision.EXACT: Level.GMINA,
    Precision.GMINA: Level.GMINA,
    Precision.POWIAT: Level.POWIAT,
    Precision.VOIVODESHIP: Level.VOIVODESHIP,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """The published place; all empty when it is hidden."""

    unit: UUID | None = None
    admin1: UUID | None = None
    admin2: UUID | None = None
    place: str = ""
    lat: float | None = None
    lon: float | None = None

    @property
    def area(self) -> UUID | None:
        """The finest area counts are kept of: powiat, else voivodeship, else country."""
        return self.admin2 or self.admin1 or self.unit


def shown_place(
    unit: Unit, precision: Precision, place: str = "", lat: float | None = None, lon: float | None = None
) -> Shown:
    """The place as coarse as it was chosen to be. A finer unit is replaced by the one around it."""
    if precision is Precision.HIDDEN:
        return Shown()
    deepest = DEEPEST[precision]
    above = {Level.POWIAT: unit.admin2_id, Level.VOIVODESHIP: unit.admin1_id}
    known = above.get(deepest) or unit.admin1_id or unit.admin0_id
    found = unit.pk if unit.level <= deepest else known
    exact = precision is Precision.EXACT
    return Shown(
        unit=found,
        admin1=unit.admin1_id,
        admin2=unit.admin2_id if deepest >= Level.POWIAT else None,
        place=place if exact else "",
        lat=lat if exact else None,
        lon=lon if exact else None,
    )
