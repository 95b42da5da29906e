"""What would become of a file: every row held against the register and against the rows before it."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from tkanka.network.networks.models import Network
from tkanka.rules.activities import ActivityState, Precision, faults_of

from ..facts import Facts, Spot
from ..models import Activity, Outcome
from ..queries import facts_of
from ..queries.holding import activities_like, activities_with, rows_with_keys
from .files import NumberedRow
from .problems import Question
from .reader import MANY, Reader, Setting, status_by_days
from .told import Problem, Told, Unreadable

AT_ONCE = 500
Progress = Callable[[int], None]


@dataclass(slots=True)
class Judged:
    """What becomes of a row."""

    outcome: Outcome
    problems: list[Problem] = field(default_factory=list)
    notes: list[tuple[str, dict[str, Any]]] = field(default_factory=list)


@dataclass(slots=True)
class Piece:
    """An activity as it is to be, and all rows that speak of it. One that is there already was last changed `seen`."""

    party: UUID
    facts: Facts
    rows: list[int]
    activity: UUID | None = None
    seen: datetime | None = None


@dataclass
class Plan:
    """Rows by their number, and what there is to write. `asked` counts the rows that wait for each answer."""

    judged: dict[int, Judged] = field(default_factory=dict)
    pieces: list[Piece] = field(default_factory=list)
    new_parties: dict[UUID, str] = field(default_factory=dict)
    asked: Counter[Question] = field(default_factory=Counter)

    @property
    def counts(self) -> dict[str, Any]:
        """Rows, and how many of them become what."""
        found = Counter(one.outcome.value for one in self.judged.values())
        return {"rows": len(self.judged), **{outcome.value: found[outcome.value] for outcome in Outcome}}

    @property
    def digest(self) -> str:
        """The same for two plans that come to the same end."""
        said = [[number, one.outcome, one.problems, one.notes] for number, one in sorted(self.judged.items())]
        return hashlib.sha256(json.dumps(said, default=str).encode()).hexdigest()


def plan_of(
    network: Network, setting: Setting, rows: Iterable[NumberedRow], language: str, progress: Progress | None = None
) -> Plan:
    """Read every row and hold it against the register. Writes nothing."""
    plan = Plan()
    told = _read(plan, Reader(setting), rows, progress)
    names = {name for one in told for name in (*one.said, *one.spot)} - set(MANY)
    held = rows_with_keys(network, [one.key for one in told], names)
    matched: dict[UUID, list[Told]] = {}
    fresh, changing = [], set()
    for one in told:
        if one.key not in held:
            fresh.append(one)
            continue
        activity, known = held[one.key]
        matched.setdefault(activity, []).append(one)
        if not _says_what_is_known(one, known):
            changing.add(activity)
    joined, alone = _apart(network, fresh, setting)
    for activity in joined:
        matched.setdefault(activity, [])
    for activity in set(matched) - changing - set(joined):
        for one in matched.pop(activity):
            plan.judged[one.number] = Judged(Outcome.UNCHANGED, notes=_notes(one))
    alone += _settle_known(plan, matched, joined, setting.day)
    _settle_new(plan, sorted(alone, key=lambda one: one.number), setting.day, language)
    plan.new_parties = dict(setting.parties.new)
    return plan


def _says_what_is_known(one: Told, known: dict[str, Any]) -> bool:
    """Whether the row changes nothing, as far as that can be seen without reading the whole activity."""
    told = {**one.said, **one.spot}
    return all(name in known and same(known[name], value) for name, value in told.items())


def _read(plan: Plan, reader: Reader, rows: Iterable[NumberedRow], progress: Progress | None) -> list[Told]:
    """The rows that can be taken, each natural key once; of two the first."""
    first: dict[UUID, Told] = {}
    for place, (number, cells) in enumerate(rows, start=1):
        if progress and place % 1_000 == 0:
            progress(place)
        try:
            one = reader.read(number, cells)
        except Unreadable as wrong:
            plan.judged[number] = Judged(Outcome.REFUSED, wrong.problems)
            plan.asked.update(set(wrong.asked))
            continue
        before = first.setdefault(one.key, one)
        if before is not one:
            plan.judged[number] = _repeated(one, before)
    return list(first.values())


def _repeated(one: Told, before: Told) -> Judged:
    facts = {"row": before.number}
    if (one.said, one.spot) == (before.said, before.spot):
        return Judged(Outcome.UNCHANGED, notes=[("repeats", facts)])
    return Judged(Outcome.REFUSED, [("title", "repeats_otherwise", facts)])


def _apart(network: Network, fresh: list[Told], setting: Setting) -> tuple[dict[UUID, list[Told]], list[Told]]:
    """Rows that add an area or group to an activity of the register, and those of new activities."""
    known = {one.party for one in fresh} - set(setting.parties.new)
    like = activities_like(network, known) if fresh else {}
    joined: dict[UUID, list[Told]] = {}
    alone = []
    for one in fresh:
        if found := like.get(one.identity):
            joined.setdefault(found, []).append(one)
        else:
            alone.append(one)
    return joined, alone


def _settle_known(plan: Plan, matched: dict[UUID, list[Told]], joined: dict[UUID, list[Told]], day: date) -> list[Told]:
    """Judge all rows about what the register holds. Returns those that turn out to tell of another activity."""
    keys, alone = sorted(matched), []
    for start in range(0, len(keys), AT_ONCE):
        activities = activities_with(keys[start : start + AT_ONCE])
        facts = facts_of(activities)
        for activity in activities:
            about = _About(activity, facts[activity.pk], matched[activity.pk])
            alone += about.join(joined.get(activity.pk, []))
            about.settle(plan, day)
    return alone


@dataclass
class _About:
    """One activity of the register, the rows that speak of it, and the rows that add an area or group to it."""

    activity: Activity
    before: Facts
    told: list[Told]
    more: list[Told] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.agreed, self.apart = _agreed(self.before, self.told)
        self.told, self.refused = _parted(self.told, self.apart)

    def join(self, rows: list[Told]) -> list[Told]:
        """Take those that say of the activity what the others do; return the rest."""
        as_told = _with(self.before, self.agreed)
        self.more = [one for one in rows if not _new_values(as_told, one.said)]
        return [one for one in rows if _new_values(as_told, one.said)]

    def settle(self, plan: Plan, day: date) -> None:
        for one in self.refused:
            plan.judged[one.number] = Judged(Outcome.REFUSED, [self.apart[one.number]])
        spots, touched = self._spots()
        after = _summed(_with(self.before, {**self.agreed, "spots": tuple(spots.values())}), self.before)
        changes = bool(touched or self.more)
        faults: list[Problem] = [(f.field, f.code, {}) for f in faults_of(after.stated, day)] if changes else []
        for one in self.told:
            new = one.number in touched
            outcome = Outcome.UPDATED if new else Outcome.UNCHANGED
            plan.judged[one.number] = (
                Judged(Outcome.REFUSED, list(faults)) if new and faults else Judged(outcome, notes=_notes(one))
            )
        for one in self.more:
            plan.judged[one.number] = (
                Judged(Outcome.REFUSED, list(faults)) if faults else Judged(Outcome.CREATED, notes=_notes(one))
            )
        if changes and not faults:
            rows = sorted(one.number for one in (*self.told, *self.more, *self.refused))
            known = self.activity
            plan.pieces.append(Piece(known.organisation_id, after, rows, known.pk, known.changed_at))

    def _spots(self) -> tuple[dict[Any, Spot], set[int]]:
        """The areas and groups as they would be, and the rows that say anything new."""
        spots = {(spot.unit.pk, spot.group): spot for spot in self.before.spots}
        touched = {one.number for one in self.told if _new_values(self.before, one.said)}
        for one in self.told:
            if changes := _differing(spots[one.place], one.spot):
                spots[one.place] = _with(spots[one.place], changes)
                touched.add(one.number)
        for one in self.more:
            spots[one.place] = Spot(one.unit, one.group, **one.spot)
        return spots, touched


def _parted(rows: list[Told], apart: dict[int, Problem]) -> tuple[list[Told], list[Told]]:
    return [one for one in rows if one.number not in apart], [one for one in rows if one.number in apart]


def _agreed(before: Facts, told: list[Told]) -> tuple[dict[str, Any], dict[int, Problem]]:
    """The new values of the activity all rows agree on, and the rows that want something new while others do not."""
    wanted: dict[str, dict[Any, list[int]]] = {}
    for one in told:
        for name, value in one.said.items():
            wanted.setdefault(name, {}).setdefault(value, []).append(one.number)
    agreed: dict[str, Any] = {}
    apart: dict[int, Problem] = {}
    for name, values in wanted.items():
        new = {value: rows for value, rows in values.items() if not same(getattr(before, name), value)}
        if len(values) == 1 and new:
            agreed[name] = next(iter(new))
        elif new:
            for rows in new.values():
                other = min(number for found in values.values() if found is not rows for number in found)
                apart |= {number: (name, "rows_disagree", {"row": other}) for number in rows}
    return agreed, apart


def _new_values(before: Facts, said: dict[str, Any]) -> bool:
    return any(not same(getattr(before, name), value) for name, value in said.items())


def _differing(spot: Spot, said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if not same(getattr(spot, name), value)}


def same(old: Any, new: Any) -> bool:
    """Whether a cell says what is known: spaces, the form of a code and the last digits of a point do not count."""
    if isinstance(old, str) and isinstance(new, str):
        return " ".join(old.split()) == " ".join(new.split())
    if isinstance(old, float) and isinstance(new, float):
        return abs(old - new) < 1e-6
    return bool(old == new)


def _with(thing: Any, changes: dict[str, Any]) -> Any:
    if "status" in changes:
        changes = {**changes, "status": ActivityState(changes["status"])}
    if "precision" in changes:
        changes = {**changes, "precision": Precision(changes["precision"])}
    return replace(thing, **changes)


def _summed(after: Facts, before: Facts | None = None) -> Facts:
    """Where areas say how much each of them can do, the activity can do it all together."""
    told = [spot.capacity for spot in after.spots if spot.capacity is not None]
    if not told or (before and [s.capacity for s in after.spots] == [s.capacity for s in before.spots]):
        return after
    return _with(after, {"capacity": sum(told)})  # type: ignore[no-any-return]


def _settle_new(plan: Plan, told: list[Told], day: date, language: str) -> None:
    """Rows of one new activity are those that say the same of it."""
    groups: dict[Any, list[Told]] = {}
    for one in told:
        groups.setdefault((one.identity, frozenset(one.said.items())), []).append(one)
    for rows in groups.values():
        plan.pieces.append(Piece(rows[0].party, _facts(rows, day, language), [one.number for one in rows]))
        for one in rows:
            plan.judged[one.number] = Judged(Outcome.CREATED, notes=_notes(one))


def _facts(rows: list[Told], day: date, language: str) -> Facts:
    first = rows[0]
    spots = tuple(Spot(one.unit, one.group, **one.spot) for one in rows)
    status = status_by_days(first.said, day)
    base = Facts(first.title, first.service, first.sector, spots, language=language, status=status)
    return _summed(_with(base, first.said))


def _notes(one: Told) -> list[tuple[str, dict[str, Any]]]:
    return [(f"assumed_{code}", {}) for code in one.notes]
