"""A decision rule as data: who decides, how many it takes, of what, and what an abstention, a tie and a small turnout
mean. Each of its terms cites the paragraph that fixes it, or nothing where the network chose it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from ..rulebook import Exclusion
from ..terms import Term


class Electorate(StrEnum):
    """Whose decision it is."""

    SEATS = "seats"
    MEMBERS = "members"
    PRESENT = "members_present"


class Unit(StrEnum):
    """Whose a vote is: a person's, or an organisation's, cast by any of its mandated people."""

    PERSON = "person"
    ORGANISATION = "organisation"


class Base(StrEnum):
    """What the share in favour is measured on."""

    CAST = "cast"
    VALID = "valid"
    PRESENT = "present"
    ENTITLED = "entitled"


class Abstention(StrEnum):
    """Whether those who abstain are part of the base."""

    COUNTS = "counts"
    IGNORED = "ignored"


class Tie(StrEnum):
    """What exactly half of the base in favour leads to."""

    FAILS = "fails"
    REPEAT = "repeat"
    LOT = "lot"


class Secrecy(StrEnum):
    OPEN = "open"
    SECRET = "secret"  # noqa: S105
    ON_REQUEST = "secret_on_request"


class Method(StrEnum):
    """A vote, or consensus: nobody's reasoned objection stands."""

    VOTE = "vote"
    CONSENSUS = "consensus"


class BadRule(ValueError):
    """Not a decision rule; the message says which term."""


MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Threshold:
    """`> 1/2`, `>= 2/3` or, where `of` is 0, a number of votes such as `>= 5`."""

    strict: bool
    part: int
    of: int

    def __str__(self) -> str:
        return f"{'>' if self.strict else '>='} {self.part}" + (f"/{self.of}" if self.of else "")

    def reached(self, number: int, base: int) -> bool:
        """Whether so many of the base are enough. Of nothing nothing is enough."""
        if not base:
            return False
        left, right = (number * self.of, self.part * base) if self.of else (number, self.part)
        return left > right if self.strict else left >= right

    def needed(self, base: int) -> int:
        """The smallest number that is enough."""
        if not self.of:
            return self.part + self.strict
        whole, rest = divmod(self.part * base, self.of)
        return whole + 1 if self.strict or rest else whole

    @property
    def is_unanimity(self) -> bool:
        return bool(self.of) and self.part == self.of

    @property
    def is_half(self) -> bool:
        """More than half: the only rule under which a tie can arise."""
        return self.strict and self.of == 2 * self.part > 0


def threshold(text: str) -> Threshold:
    """Read `> 1/2`, `>= 2/3` or `>= 5`. Raises BadRule for anything else, and for what nobody could ever reach."""
    found = re.fullmatch(r"(>=?) ?([0-9]{1,7})(?:/([1-9][0-9]{0,6}))?", text.strip())
    if not found:
        raise BadRule(f"{text!r} is no threshold such as > 1/2")
    strict, part, of = found[1] == ">", int(found[2]), int(found[3] or 0)
    beyond = part > of or (strict and part == of) if of else part > MOST
    if beyond or of > MOST or (part == 0 and not strict):
        raise BadRule(f"{text!r} cannot be reached, or by nothing")
    return Threshold(strict, part, of)


BY_VOTE = Term(Method.VOTE)
NOTHING: Term[Any] = Term(())


@dataclass(frozen=True, slots=True)
class DecisionRule:
    """How one decision is taken. `quorum` is None where there is none; `kind_of_body` whose seats decide."""

    electorate: Term[Electorate]
    unit: Term[Unit]
    passes: Term[Threshold]
    base: Term[Base]
    abstention: Term[Abstention]
    quorum: Term[Threshold | None]
    tie: Term[Tie]
    secrecy: Term[Secrecy]
    method: Term[Method] = BY_VOTE
    exclusions: Term[tuple[Exclusion, ...]] = NOTHING
    preconditions: Term[tuple[str, ...]] = NOTHING
    further_preconditions: Term[tuple[str, ...]] = NOTHING

    @property
    def is_consensus(self) -> bool:
        return self.method.value is Method.CONSENSUS

    @property
    def is_secret(self) -> bool:
        return self.secrecy.value is Secrecy.SECRET

    @property
    def fixed(self) -> frozenset[str]:
        """The terms that a charter fixes and nobody may set."""
        return frozenset(f.name for f in fields(self) if getattr(self, f.name).cite)


READERS: Mapping[str, Any] = {
    "electorate": Electorate, "unit": Unit, "passes": threshold, "base": Base, "abstention": Abstention,
    "quorum": lambda raw: None if raw == "none" else threshold(raw), "tie": Tie, "secrecy": Secrecy, "method": Method,
    "exclusions": lambda raw: tuple(Exclusion(str(one["who"]), str(one["kind"])) for one in raw),
    "preconditions": lambda raw: tuple(map(str, raw)), "further_preconditions": lambda raw: tuple(map(str, raw)),
}  # fmt: skip


def as_data(rule: DecisionRule) -> dict[str, dict[str, Any]]:
    """The rule as it is stored and published: every term with its value and its paragraph."""
    return {f.name: {"value": _plain(getattr(rule, f.name).value), "cite": getattr(rule, f.name).cite}
            for f in fields(rule)}  # fmt: skip


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [{"who": one.who, "kind": one.kind} if isinstance(one, Exclusion) else one for one in value]
    return "none" if value is None else str(value)


def from_data(data: Any) -> DecisionRule:
    """The rule back from what was stored. Raises BadRule where a term is missing, unknown or of no meaning."""
    if not isinstance(data, dict) or set(data) - set(READERS):
        raise BadRule("not the terms of a decision rule")
    terms = {}
    for name, one in data.items():
        try:
            terms[name] = Term(READERS[name](one["value"]), str(one["cite"]))
        except (TypeError, KeyError, AttributeError, ValueError) as error:
            raise BadRule(f"{name}: {error}") from error
    try:
        return DecisionRule(**terms)
    except TypeError as error:
        raise BadRule(str(error)) from error
