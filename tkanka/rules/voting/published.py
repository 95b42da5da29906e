"""What is published of a vote, and counting it again from nothing else: years later, by a stranger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from .counting import Choice, Tally, Verdict, as_numbers, verdict
from .shape import BadRule, DecisionRule, Tie, as_data, from_data

FORM = "tkanka-vote-1"


class BadFile(ValueError):
    """Not a published vote; the message says what is wrong with it."""


def lot_passes(seed: str) -> bool:
    """What the lot says of a tie. The seed is drawn and published before the vote, so that it binds everybody."""
    return sha256(f"tkanka tie {seed}".encode()).digest()[0] % 2 == 0


def publish(
    *, title: str, rule: DecisionRule, voters: list[dict[str, Any]], counts: Mapping[str, int] | None,
    present: int | None, lot: str, more: Mapping[str, Any],
) -> dict[str, Any]:  # fmt: skip
    """Everything that the verdict rests on. `voters` are the lines of the roll: name, organisation, entitled, why not
    and, in an open vote, the choice; in a secret one there are only `counts`."""
    found = {"form": FORM, "title": title, **more, "rule": as_data(rule), "voters": voters, "present": present,
             "lot": lot}  # fmt: skip
    if counts is not None:
        found["counts"] = dict(counts)
    return found | {"verdict": _as_said(verdict(rule, tally_in(found)))}


def _as_said(found: Verdict) -> dict[str, Any]:
    return {"outcome": str(found.outcome), "in_favour": found.in_favour, "needed": found.needed, "base": found.base,
            "tied": found.tied, "by_lot": found.by_lot, "cites": list(found.ruling.cites)}  # fmt: skip


def rule_in(data: Mapping[str, Any]) -> DecisionRule:
    try:
        return from_data(data.get("rule"))
    except BadRule as error:
        raise BadFile(f"rule: {error}") from error


def tally_in(data: Mapping[str, Any]) -> Tally:
    """The numbers, counted from the roll. Raises BadFile where they cannot be."""
    voters = data.get("voters")
    if not isinstance(voters, list) or not all(isinstance(one, dict) for one in voters):
        raise BadFile("voters: not a list of voters")
    entitled = [one for one in voters if one.get("entitled") is True]
    counted = Counter(_counts(data["counts"])) if "counts" in data else _counted(entitled)
    lot, present = data.get("lot") or "", data.get("present")
    decided = lot_passes(str(lot)) if rule_in(data).tie.value is Tie.LOT and lot else None
    if present is not None and not _is_count(present):
        raise BadFile("present: not a number")
    try:
        return Tally(
            entitled=len(entitled), in_favour=counted["for"], against=counted["against"],
            abstained=counted["abstain"], spoiled=counted["spoiled"], present=present, lot_passes=decided,
        )  # fmt: skip
    except ValueError as error:
        raise BadFile(str(error)) from error


def _is_count(raw: Any) -> bool:
    return isinstance(raw, int) and not isinstance(raw, bool) and raw >= 0


def _counts(raw: Any) -> dict[str, int]:
    known = {*map(str, Choice), "spoiled"}
    if not isinstance(raw, dict) or set(raw) - known or not all(map(_is_count, raw.values())):
        raise BadFile(f"counts: numbers of {', '.join(sorted(known))}")
    return raw


def _counted(entitled: list[dict[str, Any]]) -> Counter[str]:
    said = [one.get("choice") for one in entitled]
    if strange := [one for one in said if one is not None and one not in list(Choice)]:
        raise BadFile(f"voters: {strange[0]!r} is no choice")
    return Counter(str(one) for one in said if one is not None)


def recount(data: Any) -> tuple[dict[str, Any], Tally, bool]:
    """The verdict counted anew from the roll, the numbers, and whether the published verdict says the same.

    Raises BadFile for what is not a published vote.
    """
    if not isinstance(data, dict) or data.get("form") != FORM:
        raise BadFile(f"form: not {FORM}")
    rule, tally = rule_in(data), tally_in(data)
    try:
        anew = _as_said(verdict(rule, tally))
    except ValueError as error:
        raise BadFile(str(error)) from error
    return anew, tally, anew == data.get("verdict")


__all__ = ["FORM", "BadFile", "as_numbers", "lot_passes", "publish", "recount", "rule_in", "tally_in"]
