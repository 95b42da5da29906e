"""From votes to a verdict, in whole numbers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ..ruling import Ruling, check
from .shape import Abstention, Base, DecisionRule, Electorate, Tie


class Choice(StrEnum):
    """What a vote says. In consensus, against is an objection."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"


class Outcome(StrEnum):
    PASSED = "passed"
    FAILED = "failed"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many said what. `present` is how many of the entitled were there, where the vote was held at a meeting;
    `spoiled` are ballots that say nothing, as happens on paper. `lot_passes` is what the lot that was published before
    the vote says of a tie."""

    entitled: int
    in_favour: int = 0
    against: int = 0
    abstained: int = 0
    spoiled: int = 0
    present: int | None = None
    lot_passes: bool | None = None

    def __post_init__(self) -> None:
        counts = (self.entitled, self.in_favour, self.against, self.abstained, self.spoiled)
        if min(counts) < 0 or self.cast > self.entitled or not self.cast <= self.there <= self.entitled:
            raise ValueError("more votes than voters")

    @property
    def cast(self) -> int:
        return self.in_favour + self.against + self.abstained + self.spoiled

    @property
    def there(self) -> int:
        """How many took part: those present, or those who voted."""
        return self.cast if self.present is None else self.present

    @property
    def silent(self) -> int:
        return self.entitled - self.cast


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided: in favour `in_favour` of `base`, where `needed` were needed."""

    outcome: Outcome
    in_favour: int
    needed: int
    base: int
    tied: bool
    by_lot: bool
    ruling: Ruling


def base_of(rule: DecisionRule, tally: Tally) -> int:
    """The number the share in favour is measured on."""
    whole = {
        Base.CAST: tally.cast,
        Base.VALID: tally.cast - tally.spoiled,
        Base.PRESENT: tally.there,
        Base.ENTITLED: tally.entitled,
    }[rule.base.value]
    return whole - (tally.abstained if rule.abstention.value is Abstention.IGNORED else 0)


def verdict(rule: DecisionRule, tally: Tally) -> Verdict:
    """The outcome, with the grounds it stands on; the same for the same rule and numbers, for ever."""
    if rule.is_consensus:
        return _consensus(rule, tally)
    passes, base = rule.passes.value, base_of(rule, tally)
    enough = passes.reached(tally.in_favour, base)
    tied = not enough and base > 0 and passes.is_half and 2 * tally.in_favour == base
    needed = passes.needed(base) if base else 1
    quorum = quorum_of(rule, tally)
    share = check(enough, "enough_in_favour", rule.passes, in_favour=tally.in_favour, needed=needed, base=base)
    outcome = Outcome.PASSED if enough and quorum else Outcome.FAILED
    if tied and quorum:
        outcome, decided = _of_a_tie(rule, tally)
        share = share if decided is None else decided
    by_lot = tied and bool(quorum) and rule.tie.value is Tie.LOT
    return Verdict(outcome, tally.in_favour, needed, base, tied, by_lot, quorum & share)


def _of_a_tie(rule: DecisionRule, tally: Tally) -> tuple[Outcome, Ruling | None]:
    match rule.tie.value:
        case Tie.REPEAT:
            return Outcome.REPEATED, check(False, "tie_repeats", rule.tie)
        case Tie.LOT:
            if tally.lot_passes is None:
                raise ValueError("a tie is decided by a lot, and there is none")
            drawn = Outcome.PASSED if tally.lot_passes else Outcome.FAILED
            return drawn, check(tally.lot_passes, "lot_in_favour", rule.tie)
    return Outcome.FAILED, None


def _consensus(rule: DecisionRule, tally: Tally) -> Verdict:
    quorum = quorum_of(rule, tally)
    agreed = check(not tally.against, "nobody_objects", rule.method, objections=tally.against)
    agreed &= check(tally.in_favour > 0, "somebody_agrees", rule.method)
    outcome = Outcome.PASSED if quorum and agreed else Outcome.FAILED
    return Verdict(outcome, tally.in_favour, 1, tally.cast, False, False, quorum & agreed)


def quorum_of(rule: DecisionRule, tally: Tally) -> Ruling:
    """Whether enough of the entitled took part. Of those present at a meeting everybody is there."""
    if rule.quorum.value is None:
        return Ruling()
    needed = rule.quorum.value.needed(tally.entitled)
    there = tally.entitled if rule.electorate.value is Electorate.PRESENT else tally.there
    ok = rule.quorum.value.reached(there, tally.entitled)
    return check(ok, "quorum_reached", rule.quorum, there=there, needed=needed, entitled=tally.entitled)


def needed_with(rule: DecisionRule, there: int, abstained: int = 0) -> tuple[int, int]:
    """For the preview: how many in favour are needed, of how many, when so many take part and so many of them abstain.
    Where the base is all the entitled, `there` is their number."""
    tally = Tally(entitled=there, abstained=min(abstained, there), against=there - min(abstained, there))
    base = base_of(rule, tally)
    return (rule.passes.value.needed(base) if base else 1), base


def as_numbers(tally: Tally) -> dict[str, Any]:
    """The numbers as they are published."""
    return {"entitled": tally.entitled, "in_favour": tally.in_favour, "against": tally.against,
            "abstained": tally.abstained, "spoiled": tally.spoiled, "present": tally.present,
            "lot_passes": tally.lot_passes}  # fmt: skip
