"""What other pages show of the map."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from tkanka.ground.kit.links import route_of
from tkanka.network.networks.models import Network
from tkanka.network.places.models import Level

from .drawing import Picture, picture
from .queries import Area, sorted_areas, view_of
from .questions import Measure, Question


@dataclass(frozen=True, slots=True)
class Block:
    """A small map of where the network is present, a sentence that says the same, and the busiest powiats."""

    picture: Picture
    said: str
    somewhere: int
    areas: int
    address: str
    busiest: list[Area]

    @property
    def drawn(self) -> SafeString:
        """The areas, each a link to its page."""
        return self.picture.drawn(self.address)


TOP = 6


def presence(network: Network) -> Block:
    """Organisations by powiat, in what is planned and under way: what a first page shows."""
    areas = view_of(network, Question()).areas
    values = {area.code: area.value(Measure.ORGANISATIONS) for area in areas}
    titles = {area.code: f"{area.name}: {values[area.code]}" for area in areas}
    somewhere = sum(1 for value in values.values() if value)
    said = ngettext(
        "Działania sieci są w %(n)s powiecie z %(all)s.", "Działania sieci są w %(n)s powiatach z %(all)s.", somewhere
    ) % {"n": somewhere, "all": len(areas)}
    drawn = picture(values, titles, Level.POWIAT)
    busiest = sorted_areas(areas, "organisations", Measure.ORGANISATIONS)[:TOP]
    address = route_of("atlas:map", network=network.slug)
    return Block(drawn, said, somewhere, len(areas), address, [a for a in busiest if a.count.organisations])
