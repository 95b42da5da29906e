"""What a party says of itself when it comes in: read from forms, kept as JSON, written into tables on admission."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any
from uuid import UUID

from tkanka.network.networks.models import Scheme
from tkanka.rules.parties import Kind, Number
from tkanka.rules.visibility import Audience

TEXTS = ("short_name", "language", "reach", "size", "horizon", "website", "phone", "street", "postcode", "town")
SCHEMES = {Number.KRS: Scheme.KRS, Number.NIP: Scheme.NIP, Number.REGON: Scheme.REGON, Number.FOREIGN: Scheme.OTHER}


@dataclass(frozen=True)
class Profile:
    """`stated` are the ids of the conditions of belonging it says it meets, `numbers` maps a register to a number.

    The horizon of its engagement is kept as information; no rule reads it.
    """

    name: str = ""
    kind: str = ""
    short_name: str = ""
    language: str = "pl"
    reach: str = ""
    size: str = ""
    horizon: str = ""
    founded: int | None = None
    website: str = ""
    email: str = ""
    phone: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    about: str = ""
    migrant_led: bool = False
    nationwide: bool = False
    online: bool = False
    contact_person: str = ""
    contact_post: str = ""
    contact_audience: str = Audience.MEMBERS
    areas: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    members: str = ""
    planned_from: str = ""
    numbers: dict[str, str] = field(default_factory=dict)
    stated: tuple[str, ...] = ()

    @property
    def as_kind(self) -> Kind:
        return Kind(self.kind)

    def stored(self) -> dict[str, Any]:
        return asdict(self)

    def columns(self) -> dict[str, Any]:
        """What `register_organisation` takes beside name and kind. A contact that is not public stays out of it."""
        public = self.contact_audience == Audience.PUBLIC
        return {
            **{name: getattr(self, name) for name in TEXTS},
            "phone": self.phone if public else "",
            "email": self.email if public else "",
            f"about_{self.language}": self.about,
            "founded": self.founded,
            "migrant_led": self.migrant_led,
            "suspended_activity": "suspended_own_activity" in self.stated,
            "nationwide": self.nationwide,
            "online": self.online,
            "areas": [UUID(key) for key in self.areas],
            "concepts": [UUID(key) for key in self.concepts],
            "numbers": dict(self.numbers),
        }


def read_profile(stored: Mapping[str, Any] | None) -> Profile:
    """The profile kept with an application; what an older version did not know has its default."""
    known = {f.name for f in fields(Profile)}
    given = {name: value for name, value in (stored or {}).items() if name in known}
    for name in ("areas", "concepts", "stated"):
        given[name] = tuple(given.get(name) or ())
    return Profile(**given)
