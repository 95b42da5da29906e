"""What the map is asked: which activities, in which quarter, by which areas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from urllib.parse import urlencode
from uuid import UUID

from tkanka.coordination.activities.filters import CURRENT, SERVICE_LISTS, SUBREGION, statuses_of
from tkanka.coordination.activities.periods import quarter_of
from tkanka.network.networks.models import Subregion
from tkanka.network.places.models import Unit
from tkanka.network.vocabulary.entries import Entry, Vocabulary
from tkanka.rules.activities import ActivityState


class By(StrEnum):
    """The areas that are counted."""

    POWIAT = "powiat"
    VOIVODESHIP = "voivodeship"
    SUBREGION = "subregion"


class Measure(StrEnum):
    """What the colour shows."""

    ORGANISATIONS = "organisations"
    ACTIVITIES = "activities"
    CAPACITY = "capacity"


KEYS = ("by", "show", "service", "group", "status", "quarter")
YEARS_AROUND = 30


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `services` and `groups` are what was named with all below it; None asks for none in particular."""

    by: By = By.POWIAT
    service: Entry | None = None
    services: frozenset[UUID] | None = None
    group: Entry | None = None
    groups: frozenset[UUID] | None = None
    statuses: tuple[ActivityState, ...] = CURRENT
    quarter: tuple[date, date] | None = None

    @property
    def key(self) -> str:
        """The same for the same question, in every process. With a sector stands what lay below it."""
        parts = (
            self.by,
            f"{self.service.id}.{hash(self.services) % 2**32:x}" if self.service else "",
            f"{self.group.id}.{hash(self.groups) % 2**32:x}" if self.group else "",
            "".join(status[0] for status in self.statuses),
            self.quarter[0].isoformat() if self.quarter else "",
        )
        return "/".join(map(str, parts))


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as an address puts it: `said` is what was understood, `strange` what was not."""

    question: Question
    show: Measure = Measure.ORGANISATIONS
    said: Mapping[str, str] = field(default_factory=dict)
    strange: tuple[str, ...] = ()

    def address(self, **changed: str) -> str:
        """The same question with some answers changed; an empty one is left out."""
        asked = {key: value for key, value in {**self.said, **changed}.items() if value}
        return f"?{urlencode(asked)}" if asked else "?"

    @property
    def of_list(self) -> str:
        """The filters that the list of activities knows too, as its address."""
        told = {key: self.said[key] for key in ("service", "group", "status") if key in self.said}
        if self.question.quarter:
            told["on"] = self.question.quarter[1].isoformat()
        return f"?{urlencode(told)}"


def asked_of(place: Unit | Subregion) -> str:
    """The filter of the list of activities that asks for what reaches the place."""
    return f"?area={SUBREGION}{place.pk}" if isinstance(place, Subregion) else f"?area={place.code}"


def read_asked(asked: Mapping[str, str], words: Vocabulary, today: date) -> Asked:
    """Read an address. Nothing makes it fail: what means nothing is named and passed over."""
    given = {key: value.strip()[:80] for key in KEYS if (value := str(asked.get(key, ""))).strip()}
    service = _concept(words, given.get("service", ""), SERVICE_LISTS)
    group = _concept(words, given.get("group", ""), ("target_groups",))
    statuses = statuses_of(given.get("status", ""))
    quarter = quarter_named(given.get("quarter", ""), today)
    known = {
        "by": given.get("by") in list(By),
        "show": given.get("show") in list(Measure),
        "service": service,
        "group": group,
        "status": statuses,
        "quarter": quarter,
    }
    question = Question(
        by=By(given["by"]) if known["by"] else By.POWIAT,
        service=service,
        services=frozenset(words.with_descendants([service.id])) if service else None,
        group=group,
        groups=frozenset(words.with_descendants([group.id])) if group else None,
        statuses=statuses or CURRENT,
        quarter=quarter,
    )
    return Asked(
        question,
        Measure(given["show"]) if known["show"] else Measure.ORGANISATIONS,
        {key: value for key, value in given.items() if known[key]},
        tuple(key for key in given if not known[key]),
    )


def _concept(words: Vocabulary, code: str, lists: tuple[str, ...]) -> Entry | None:
    return next((found for codelist in lists if (found := words.by_code.get((codelist, code)))), None)


def quarter_named(text: str, today: date) -> tuple[date, date] | None:
    """ "2026-4" is the last quarter of 2026; None for anything that is no quarter near today."""
    year, _, number = text.partition("-")
    if not (year.isascii() and year.isdigit() and len(year) == 4 and number in ("1", "2", "3", "4")):
        return None
    if abs(int(year) - today.year) > YEARS_AROUND:
        return None
    return quarter_of(date(int(year), 3 * int(number), 1))
