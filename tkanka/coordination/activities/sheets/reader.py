"""From the cells of a row to what it tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from tkanka.network.vocabulary.entries import Entry, Vocabulary
from tkanka.network.vocabulary.resolver import Outcome, Resolver
from tkanka.rules.activities import ActivityState, Price, Stated, faults_of, may_price
from tkanka.rules.rulebook import Rulebook

from ..keys import row_key
from .areas import Areas, Placed
from .cells import count_of, day_of, degrees_of, line_of, said, text_of, truth_of, withheld
from .parties import Parties
from .problems import CellProblem, Question
from .told import Problem, Told, Unreadable
from .values import address_of, email_of, short_of
from .words import code_of

What = tuple[UUID, UUID | None, str]
Said = tuple[dict[str, Any], dict[str, Any], str]
SERVICES = ("services", "support_services")
LISTED = ("status", "intake", "precision", "horizon", "capacity_unit")
NAMED = {"cost": "costs", "channel": "channels", "recipient_kind": "recipient_kinds"}
MANY = {"languages": "languages", "legal_statuses": "legal_statuses"}
COUNTS = ("targeted", "reached", "capacity")
FAULTY = {"people": "reached"}


@dataclass
class Setting:
    """All that the rows of one file are read against."""

    network: UUID
    book: Rulebook
    words: Vocabulary
    areas: Areas
    parties: Parties
    columns: Mapping[str, int]
    day: date
    party: UUID | None = None
    order: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)


class Reader:
    """Reads row after row; what the words of the vocabulary mean is looked up once for each."""

    def __init__(self, setting: Setting):
        self.setting = setting
        words = setting.words
        self._services = Resolver(*SERVICES, words=words)
        self._sectors = Resolver("sectors", *SERVICES, words=words)
        self._groups = Resolver("target_groups", words=words)
        self._lists = {one: Resolver(codelist, words=words) for one, codelist in (NAMED | MANY).items()}
        texts: dict[str, Callable[[Any], Any]] = {
            "title": lambda cell: short_of(cell, 200),
            "description": lambda cell: text_of(cell)[:5_000],
            "contact": lambda cell: short_of(cell, 200),
            "phone": lambda cell: short_of(cell, 40),
            "email": email_of,
            "website": address_of,
            "remote": truth_of,
            **{one: partial(code_of, one) for one in LISTED},
            **{one: partial(self._code, one) for one in NAMED},
            **{one: partial(self._many, one) for one in MANY},
            "starts": lambda cell: day_of(cell, setting.order),
            "ends": lambda cell: day_of(cell, setting.order, end=True),
            "funding_ends": lambda cell: day_of(cell, setting.order, end=True),
        }
        spots: dict[str, Callable[[Any], Any]] = {
            **dict.fromkeys(COUNTS, count_of),
            "place": lambda cell: short_of(cell, 200),
            "lat": lambda cell: degrees_of(cell, 90),
            "lon": lambda cell: degrees_of(cell, 180),
        }
        self._said = {one: read for one, read in texts.items() if one in setting.columns}
        self._spots = {one: read for one, read in spots.items() if one in setting.columns}

    def read(self, number: int, cells: list[Any]) -> Told:
        """What the row tells. Raises Unreadable with all that stands in the way."""
        width = len(cells)
        row = {one: cells[at] for one, at in self.setting.columns.items() if at < width}
        trouble = _Trouble()
        party = trouble.of("organisation", lambda: self._party(row))
        what = trouble.of("service", lambda: self._what(row))
        placed = trouble.of("area", lambda: self.setting.areas.of(row))
        group = trouble.of("group", lambda: self._group(row))
        told = trouble.each(self._said, row)
        spot = trouble.each(self._spots, row)
        title = told.get("title") or (what[2][:200] if what else "")
        trouble.add_all(self._faults(told, spot, trouble))
        trouble.settle()
        assert party is not None and what is not None and placed is not None
        return self._told(number, party, what, placed, group, (told, spot, title))

    def _told(self, number: int, party: UUID, what: What, placed: Placed, group: UUID | None, said: Said) -> Told:
        told, spot, title = said
        sector, service, _ = what
        unit, assumed, _ = placed
        key = row_key(
            network=self.setting.network,
            organisation=party,
            sector=sector,
            service=service,
            title=title,
            unit=unit.pk,
            group=group,
            starts=told.get("starts"),
            ends=told.get("ends"),
        )
        return Told(number, party, sector, service, title, unit, group, key, told, spot, assumed)

    def _party(self, row: Mapping[str, Any]) -> UUID:
        parties = self.setting.parties
        number = line_of(row.get("number")) if said(row.get("number")) else ""
        if number and (found := parties.numbered(number)):
            if said(row.get("organisation")) and parties.known(line_of(row["organisation"])) - {found}:
                raise CellProblem("number_and_name", field="number", text=number[:40])
            return found
        if said(row.get("organisation")):
            name = line_of(row["organisation"])
            if len(name) > 200:
                raise CellProblem("too_long", most=200)
            return parties.named(name)
        if number:
            raise CellProblem("number_unknown", text=number[:40])
        if self.setting.party is None:
            raise CellProblem("organisation_missing")
        return self.setting.party

    def _what(self, row: Mapping[str, Any]) -> What:
        """Sector, service (None where only the sector is told) and the words it was told in."""
        entry, words = None, ""
        for one, resolver in (("service", self._services), ("subsector", self._sectors), ("sector", self._sectors)):
            if entry is None and said(row.get(one)):
                words = line_of(row[one])
                entry = self._concept(resolver, words, "service", one)
        if entry is None:
            raise CellProblem("service_missing")
        if entry.codelist == "sectors":
            return entry.id, None, self._spoken(entry, words)
        return entry.parent or entry.id, entry.id, self._spoken(entry, words)

    def _spoken(self, entry: Entry, words: str) -> str:
        """The words of the file, unless they are a code."""
        return entry.labels[0] if words.lower() in (entry.code, str(entry.id)) else words

    def _concept(self, resolver: Resolver, text: str, kind: str, one: str) -> Entry:
        found = resolver(text)
        if found.entry is not None and found.outcome is Outcome.FOUND:
            return found.entry
        answer = self.setting.answers.get(f"{kind}:{text.lower()[:200]}")
        if answer and (chosen := next((e for e in self.setting.words.entries.values() if str(e.id) == answer), None)):
            return chosen
        near = ", ".join(f"„{e.label}”" for e in found.candidates)
        ask = Question(kind, text.lower()[:200], tuple((str(e.id), e.label) for e in found.candidates))
        code = {Outcome.AMBIGUOUS: "word_ambiguous", Outcome.RETIRED: "word_retired"}.get(found.outcome, "word_unknown")
        if code == "word_unknown" and near:
            code = "word_like"
        raise CellProblem(code, ask if near else None, field=one, text=text[:80], known=near)

    def _group(self, row: Mapping[str, Any]) -> UUID | None:
        return (
            self._concept(self._groups, line_of(row["group"]), "group", "group").id if said(row.get("group")) else None
        )

    def _code(self, one: str, cell: Any) -> str:
        entry = self._concept(self._lists[one], line_of(cell), one, one)
        if one == "cost" and not (ruling := may_price(self.setting.book, Price(entry.code))):
            raise CellProblem("price", ground=ruling.failed[0].code, cite=ruling.failed[0].cite)
        return entry.code

    def _many(self, one: str, cell: Any) -> frozenset[UUID]:
        text = text_of(cell)
        parts = [part.strip() for part in text.replace("\n", ";").replace("|", ";").split(";") if part.strip()]
        if len(parts) == 1 and "," in text and not self._lists[one](text).found:
            parts = [part.strip() for part in text.split(",") if part.strip()]
        return frozenset(self._concept(self._lists[one], part, one, one).id for part in parts)

    def _faults(self, told: dict[str, Any], spot: dict[str, Any], trouble: _Trouble) -> list[Problem]:
        days: dict[str, Any] = {one: told.get(one) for one in ("starts", "ends", "funding_ends")}
        status = ActivityState(told.get("status") or status_by_days(days, self.setting.day))
        people = {one: spot[one] for one in COUNTS if spot.get(one) is not None}
        found: list[Problem] = []
        for fault in faults_of(Stated(status, *days.values()), self.setting.day):
            found.append((fault.field, fault.code, {}))
        for one, number in people.items():
            for fault in faults_of(Stated(ActivityState.PLANNED, people=(number,)), self.setting.day):
                found.append((one, fault.code, {}))
        if (spot.get("lat") is None) != (spot.get("lon") is None) and not trouble.found:
            found.append(("lat", "half_a_point", {}))
        return found


def status_by_days(days: Mapping[str, Any], day: date) -> ActivityState:
    """How an activity stands where nobody says so: by its days."""
    if days.get("starts") and days["starts"] > day:
        return ActivityState.PLANNED
    return ActivityState.ENDED if days.get("ends") and days["ends"] < day else ActivityState.ONGOING


class _Trouble:
    """Collects what is wrong with a row."""

    def __init__(self) -> None:
        self.found: list[Problem] = []
        self.asked: list[Question] = []

    def of(self, one: str, read: Callable[[], Any]) -> Any:
        try:
            return read()
        except CellProblem as problem:
            facts = dict(problem.facts)
            self.found.append((facts.pop("field", one), problem.code, facts))
            if problem.ask:
                self.asked.append(problem.ask)
            return None

    def each(self, readers: Mapping[str, Callable[[Any], Any]], row: Mapping[str, Any]) -> dict[str, Any]:
        """What the columns say; a number that was given out as "<5" says nothing."""
        asked = {one: read for one, read in readers.items() if said(row.get(one)) and not withheld(row[one])}
        return {one: self.of(one, partial(read, row[one])) for one, read in asked.items()}

    def add_all(self, problems: list[Problem]) -> None:
        self.found += problems

    def settle(self) -> None:
        if self.found:
            raise Unreadable(self.found, self.asked)
