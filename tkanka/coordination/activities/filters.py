"""What somebody asks the register for, read from an address; the same for lists, the map, files and feeds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from tkanka.network.networks.models import Network, Subregion
from tkanka.network.networks.queries import subregions_of
from tkanka.network.places.models import TERYT, Unit
from tkanka.network.places.queries import unit_at
from tkanka.network.vocabulary.entries import Vocabulary
from tkanka.rules.activities import ActivityState, Intake, Price

CURRENT = (ActivityState.PLANNED, ActivityState.ONGOING, ActivityState.SUSPENDED)
EVERY = "all"
SERVICE_LISTS = ("sectors", "services", "support_services")
SUBREGION = "s-"
KEYS = ("q", "service", "group", "area", "status", "language", "intake", "cost", "on", "organisation")
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question to the register. `said` is what was asked, key → value, without what nobody understood.

    `services` and `groups` hold what was named with all below it; None asks for no service in particular.
    An area is a unit or a subregion's units. `strange` are the keys whose value means nothing here.
    """

    q: str = ""
    services: frozenset[UUID] | None = None
    service: UUID | None = None
    groups: frozenset[UUID] | None = None
    group: UUID | None = None
    unit: Unit | None = None
    subregion: Subregion | None = None
    statuses: tuple[ActivityState, ...] = CURRENT
    language: UUID | None = None
    intake: str = ""
    cost: str = ""
    on: date | None = None
    organisation: UUID | None = None
    said: Mapping[str, str] = field(default_factory=dict)
    strange: tuple[str, ...] = ()

    def address(self, **changed: str) -> str:
        """The question as an address, with some answers changed; an empty one is left out."""
        asked = {key: value for key, value in {**self.said, **changed}.items() if value}
        return f"?{urlencode(asked)}" if asked else "?"


def read_wanted(asked: Mapping[str, str], network: Network, words: Vocabulary) -> Wanted:
    """Read a question. No value makes it fail: what is not understood is named in `strange` and asks for nothing."""
    given = {key: value for key in KEYS if (value := _clean(asked.get(key, "")))}
    service = _concept(given, "service", words, *SERVICE_LISTS)
    group = _concept(given, "group", words, "target_groups")
    unit, subregion = _area(given.get("area", ""), network)
    found: dict[str, Any] = {
        "q": given.get("q", ""),
        "service": service,
        "group": group,
        "area": unit or subregion,
        "status": statuses_of(given.get("status", "")),
        "language": _concept(given, "language", words, "languages"),
        "intake": _one_of(given.get("intake", ""), Intake),
        "cost": _one_of(given.get("cost", ""), Price),
        "on": _day(given.get("on", "")),
        "organisation": _key(given.get("organisation", "")),
    }
    return Wanted(
        q=given.get("q", ""),
        services=frozenset(words.with_descendants([service])) if service else None,
        service=service,
        groups=frozenset(words.with_descendants([group])) if group else None,
        group=group,
        unit=unit,
        subregion=subregion,
        statuses=statuses_of(given.get("status", "")) or CURRENT,
        language=found["language"],
        intake=found["intake"] or "",
        cost=found["cost"] or "",
        on=found["on"],
        organisation=found["organisation"],
        said={key: value for key, value in given.items() if found[key]},
        strange=tuple(key for key in given if not found[key]),
    )


def _clean(value: str) -> str:
    return "".join(sign for sign in str(value) if sign.isprintable()).strip()[:LONGEST]


def _concept(given: Mapping[str, str], key: str, words: Vocabulary, *lists: str) -> UUID | None:
    for codelist in lists:
        if found := words.by_code.get((codelist, given.get(key, ""))):
            return found.id
    return None


def _area(text: str, network: Network) -> tuple[Unit | None, Subregion | None]:
    if text.startswith(SUBREGION):
        key = _key(text.removeprefix(SUBREGION))
        return None, subregions_of(network).filter(pk=key).first() if key else None
    scheme, _, code = text.rpartition(":")
    return (unit_at(scheme or TERYT, code), None) if text else (None, None)


def statuses_of(text: str) -> tuple[ActivityState, ...]:
    """Those asked for; empty for a word nobody knows."""
    if text == EVERY:
        return tuple(ActivityState)
    return tuple(state for state in ActivityState if state == text)


def _one_of(text: str, known: type[Intake] | type[Price]) -> str:
    return text if text in list(known) else ""


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if 1900 <= found.year <= 2200 else None


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
