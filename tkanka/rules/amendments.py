"""Changing the charter (§11 of Forum Razem): a draft of its text and terms, an open consultation whose every remark is
answered, the presentation at a meeting of all members, and only then a day from which it holds. No vote is needed."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from .consultations import Gates, passed_consultation
from .defaults import held
from .lifecycle import Lifecycle
from .rulebook import TWO_LEVELS, BadRulebook, Rulebook, known_paths, read_rulebook, terms_of
from .ruling import Ruling, check
from .standing import Standing
from .terms import Term
from .texts import Paragraph, anchor_in


class AmendmentState(StrEnum):
    """Where a change of the charter stands. `proposed`: one member wants it, and it takes a second."""

    PROPOSED = "proposed"
    OPEN = "open"
    ENACTED = "enacted"
    WITHDRAWN = "withdrawn"


AMENDMENT = Lifecycle(
    AmendmentState.PROPOSED,
    {
        "take_up": ([AmendmentState.PROPOSED], AmendmentState.OPEN),
        "enact": ([AmendmentState.OPEN], AmendmentState.ENACTED),
        "withdraw": ([AmendmentState.PROPOSED, AmendmentState.OPEN], AmendmentState.WITHDRAWN),
    },
)


@dataclass(frozen=True, slots=True)
class Changed:
    """One term before and after; None where the charter is silent."""

    path: str
    before: Term[Any] | None
    after: Term[Any] | None


@dataclass(frozen=True, slots=True)
class NewTerm:
    """What a draft sets: a value as TOML writes it, such as 3 or ["a", "b"]; an empty one takes the term out."""

    path: str
    value: str
    cite: str


def _parsed(literal: str) -> Any:
    try:
        return tomllib.loads(f"value = {literal}")["value"]
    except (ValueError, KeyError, RecursionError) as error:
        raise BadRulebook(f"{literal!r} is no value") from error


def amended(text: str, changes: Iterable[NewTerm]) -> str:
    """The rulebook with the changes, as TOML. Raises BadRulebook for a term or a value that cannot be."""
    raw = tomllib.loads(text)
    for one in changes:
        if one.path not in known_paths():
            raise BadRulebook(f"{one.path} is no term")
        *chapters, name = one.path.split(".")
        place = raw
        for chapter in chapters:
            place = place.setdefault(chapter, {})
        if one.value.strip():
            if "\n" in one.value:
                raise BadRulebook(f"{one.path}: the value must stand in one line")
            place[name] = {"value": _parsed(one.value), "cite": one.cite.strip()}
        else:
            place.pop(name, None)
    found = _written(raw)
    read_rulebook(found)
    return found


def _written(raw: Mapping[str, Any]) -> str:
    """A rulebook as TOML: its head, its chapters, and in each a line a term."""
    blocks = []
    for name, chapter in raw.items():
        if name in TWO_LEVELS:
            blocks += [_block(f"{name}.{kind}", terms) for kind, terms in chapter.items() if terms]
        elif chapter:
            blocks.append(_block(name, chapter))
    return "\n\n".join(blocks) + "\n"


def _block(name: str, terms: Mapping[str, Any]) -> str:
    return "\n".join([f"[{name}]", *(f"{key} = {_value(value)}" for key, value in terms.items())])


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_value(one)}" for key, one in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


def changed_terms(before: Rulebook, after: Rulebook) -> list[Changed]:
    """Every term that is not the same in both, in the order of the chapters."""
    old, new = dict(terms_of(before)), dict(terms_of(after))
    paths = [*old, *(path for path in new if path not in old)]
    return [Changed(p, old.get(p), new.get(p)) for p in paths if old.get(p) != new.get(p)]


def cites_nowhere(book: Rulebook, text: tuple[Paragraph, ...]) -> tuple[str, ...]:
    """Cites of a charter that no paragraph of its text answers."""
    return tuple(dict.fromkeys(term.cite for _path, term in terms_of(book) if anchor_in(text, term.cite) is None))


def starts_at_once(by: Standing, *, advises: bool) -> bool:
    """The secretariat and a seat of the advisory group start a change alone; of members it takes two."""
    return by.keeps_the_network or advises


def may_start(book: Rulebook, by: Standing, *, advises: bool, organisation: UUID | None, charter: bool) -> Ruling:
    """A change is started by the secretariat, the advisory group or two members."""
    member = organisation is not None and organisation in by.speaks_for
    ruling = check(charter, "there_is_a_charter")
    term = held(book, "amendments.started_by") if book.amendments.started_by or book.amendments.gates else None
    return ruling & check(starts_at_once(by, advises=advises) or member, "office_advisory_or_two_members", term)


def may_second(by: Standing, *, state: str, mover: UUID | None, organisation: UUID | None) -> Ruling:
    """Another member makes it two."""
    ruling = check(state == AmendmentState.PROPOSED, "amendment_waits_for_second")
    return ruling & check(organisation in by.speaks_for and organisation != mover, "another_member_seconds")


def may_draft(book: Rulebook, by: Standing, *, state: str, presented: bool) -> Ruling:
    """The secretariat prepares the change, until it has been presented."""
    ruling = check(by.keeps_the_network, "secretariat_prepares_change", book.amendments.process_by)
    return ruling & check(state == AmendmentState.OPEN, "amendment_open") & check(not presented, "not_presented_yet")


def needs_presentation(book: Rulebook) -> bool:
    return "presented_at_meeting" in held(book, "amendments.gates").value


def may_present(
    book: Rulebook, by: Standing, *, state: str, to_all: bool, held_on: date | None, consulted_on: date | None
) -> Ruling:  # fmt: skip
    """The change is presented at a meeting to which all members were invited, after its consultation."""
    term = book.amendments.presented_at
    ruling = check(by.keeps_the_network, "secretariat_prepares_change", book.amendments.process_by)
    ruling &= check(state == AmendmentState.OPEN, "amendment_open")
    ruling &= check(to_all, "all_members_invited", term) & check(held_on is not None, "meeting_was_held", term)
    order = held(book, "amendments.order")
    after = held_on is None or (consulted_on is not None and consulted_on <= held_on)
    return ruling & check(after, "presented_after_consultation", order)


def passed(book: Rulebook, gates: Gates, *, presented_on: date | None) -> Ruling:
    """Whether a change has passed the gates of its charter."""
    ruling = passed_consultation(book, gates)
    if needs_presentation(book):
        ruling &= check(presented_on is not None, "presented_at_a_meeting", book.amendments.presented_at)
    return ruling


def earliest(book: Rulebook, *, presented_on: date | None, today: date) -> date:
    """The first day from which a change may hold: the day after the presentation, and never a day that is over."""
    if presented_on is None or not needs_presentation(book):
        return today
    return max(today, presented_on + timedelta(days=1))


def may_enact(
    book: Rulebook, by: Standing, gates: Gates, *, state: str, presented_on: date | None, from_day: date, today: date,
    differs: bool, astray: tuple[str, ...],
) -> Ruling:  # fmt: skip
    """A change takes force once its gates are passed, from a day to come; what it cites must stand in its text."""
    ruling = check(by.keeps_the_network, "secretariat_prepares_change", book.amendments.process_by)
    ruling &= check(state == AmendmentState.OPEN, "amendment_open") & passed(book, gates, presented_on=presented_on)
    ruling &= check(differs, "amendment_changes_something")
    ruling &= check(not astray, "cites_stand_in_the_text", cites=astray)
    first = earliest(book, presented_on=presented_on, today=today)
    return ruling & check(from_day >= first, "in_force_later", held(book, "amendments.in_force"), first=first)


def may_withdraw(by: Standing, *, own: bool, state: str, reason: str) -> Ruling:
    ruling = check(own or by.keeps_the_network, "mover_or_office_withdraws")
    ruling &= check(state in (AmendmentState.PROPOSED, AmendmentState.OPEN), "amendment_open")
    return ruling & check(bool(reason.strip()), "amendment_withdrawn_why")
