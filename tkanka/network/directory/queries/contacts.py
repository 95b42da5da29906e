"""Where an organisation is reached, field by field, for the one who looks."""

from dataclasses import dataclass
from typing import Any

from tkanka.ground.kit.wording import NAMES
from tkanka.network.networks.models import Organisation
from tkanka.rules.membership import may_see
from tkanka.rules.networks import may_edit_profile
from tkanka.rules.standing import Standing
from tkanka.rules.visibility import Audience

from ..models import Openness
from .own import openness_of

ICONS = {Audience.PUBLIC: "eye", Audience.MEMBERS: "users", Audience.SECRETARIAT: "lock", Audience.NOBODY: "lock"}


@dataclass(frozen=True, slots=True)
class Said:
    """A field the reader may see, and for whom else it is. Empty where there is nothing or nothing to be seen."""

    value: str = ""
    audience: Audience = Audience.PUBLIC

    def __bool__(self) -> bool:
        return bool(self.value)

    def __str__(self) -> str:
        return self.value

    @property
    def seen_by(self) -> str:
        return str(NAMES["Audience"][self.audience])

    @property
    def icon(self) -> str:
        return ICONS[self.audience]


NOTHING = Said()


@dataclass(frozen=True, slots=True)
class Reached:
    """The contact of an organisation as one reader sees it. `hidden`: nobody has confirmed it for long."""

    hidden: bool = False
    email: Said = NOTHING
    phone: Said = NOTHING
    street: Said = NOTHING
    postcode: Said = NOTHING
    website: Said = NOTHING
    town: str = ""

    def __bool__(self) -> bool:
        return bool(self.email or self.phone or self.street or self.website)


def reached(party: Organisation, by: Standing, *, stale: bool, openness: Openness | None = None) -> Reached:
    """What of an organisation's contact the reader may see. One query, none where `openness` is given."""
    if hides(party, by, stale=stale):
        return Reached(hidden=True, town=party.town)
    openness = openness or openness_of(party)
    own = bool(may_edit_profile(by, organisation=party.pk))
    return Reached(
        email=seen(party.email, openness.email, by, own=own),
        phone=seen(party.phone, openness.phone, by, own=own),
        street=seen(party.street, openness.address, by, own=own),
        postcode=seen(party.postcode, openness.address, by, own=own),
        website=Said(party.website),
        town=party.town,
    )


def hides(party: Organisation, by: Standing, *, stale: bool) -> bool:
    """Contacts that nobody confirmed for long are shown to its own people and to those in office only."""
    own = any(m.organisation == party.pk for m in by.mandates)
    return stale and not own and not by.keeps_the_network


def seen(value: str, audience: Any, by: Standing, *, own: bool) -> Said:
    return Said(value, Audience(audience)) if value and may_see(by, Audience(audience), own=own) else NOTHING
