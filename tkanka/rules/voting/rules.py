"""The rule of a decision: what the charter fixes of it, and what may be chosen where it is silent."""

from __future__ import annotations

from dataclasses import fields, replace
from enum import StrEnum
from typing import Any

from ..defaults import value
from ..rulebook import Rulebook, term_at
from ..ruling import Ruling, check
from ..terms import Term
from .shape import READERS, Abstention, Base, DecisionRule, Electorate, Method, Secrecy, Tie, Unit, threshold

FEW = 5


class PollKind(StrEnum):
    """What kind of decision it is: the charter may have a rule for it."""

    ORDINARY = "ordinary"
    SEPARATION = "separation"
    DISPUTE = "dispute_settlement"
    MEMBERS = "members"


CHAPTER = {
    PollKind.SEPARATION: "separation",
    PollKind.DISPUTE: "dispute_settlement",
    PollKind.ORDINARY: "advisory_group_ordinary",
}
SILENT = DecisionRule(
    electorate=Term(Electorate.SEATS), unit=Term(Unit.PERSON), passes=Term(threshold("> 1/2")), base=Term(Base.CAST),
    abstention=Term(Abstention.IGNORED), quorum=Term(threshold("> 1/2")), tie=Term(Tie.FAILS),
    secrecy=Term(Secrecy.OPEN),
)  # fmt: skip
ALL_MEMBERS = replace(SILENT, electorate=Term(Electorate.MEMBERS), unit=Term(Unit.ORGANISATION), quorum=Term(None))


def rule_for(book: Rulebook, kind: PollKind, *, body: str = "") -> DecisionRule:
    """The rule a decision begins with. `body` is the type of the body whose seats decide: the charter's words on its
    advisory group hold for that one only."""
    begins = ALL_MEMBERS if kind is PollKind.MEMBERS else SILENT
    chapter = CHAPTER.get(kind)
    if chapter is None or (kind is PollKind.ORDINARY and body != "advisory_group"):
        return begins
    found = {f.name: _term(book, chapter, f.name) for f in fields(DecisionRule)}
    return replace(begins, **{name: term for name, term in found.items() if term is not None})


def _term(book: Rulebook, chapter: str, name: str) -> Term[Any] | None:
    """The charter's term, or the platform's for this charter, as the rule reads it."""
    path = f"decisions.{chapter}.{name}"
    try:
        found = term_at(book, path) or value(path, book.defaults)
    except KeyError:
        return None
    raw = found.value
    if name == "electorate":
        raw = str(raw).split(":")[0]
    if name == "exclusions":
        return Term(tuple(raw), found.cite)
    return Term(READERS[name](raw), found.cite)


def chosen(rule: DecisionRule, **choices: Any) -> DecisionRule:
    """The rule with what the network chose where the charter is silent; a term the charter fixes stays as it is."""
    return replace(rule, **{name: Term(said) for name, said in choices.items() if name not in rule.fixed})


def may_stand(rule: DecisionRule, *, meeting: bool) -> Ruling:
    """Whether a rule makes sense. Secret and unanimous would tell how everybody voted; what is measured on those
    present needs a meeting; consensus lives of reasons that are heard."""
    unanimous = rule.passes.value.is_unanimity and rule.base.value in (Base.ENTITLED, Base.PRESENT)
    hidden = rule.secrecy.value is not Secrecy.OPEN
    ruling = check(not (hidden and unanimous), "not_secret_and_unanimous", rule.secrecy)
    ruling &= check(not (hidden and rule.is_consensus), "consensus_is_open", rule.method)
    at_meeting = rule.electorate.value is Electorate.PRESENT or rule.base.value is Base.PRESENT
    ruling &= check(meeting or not at_meeting, "present_at_a_meeting", rule.electorate)
    by_seats = rule.electorate.value is Electorate.SEATS
    return ruling & check(by_seats or rule.unit.value is Unit.ORGANISATION, "members_vote_as_organisations", rule.unit)


def reveals(rule: DecisionRule, entitled: int) -> bool:
    """Whether a secret vote among so few may tell how somebody voted."""
    return rule.secrecy.value is not Secrecy.OPEN and entitled < FEW


def members_vote_known(book: Rulebook, *, own_rule: bool) -> Ruling:
    """Where the charter knows no votes, its members vote only by a rule the network has added."""
    silent = book.decisions.dispute_settlement.passes is None
    return check(own_rule or not silent, "network_added_a_rule", Term(True))


__all__ = ["Method", "PollKind", "chosen", "may_stand", "members_vote_known", "reveals", "rule_for"]
