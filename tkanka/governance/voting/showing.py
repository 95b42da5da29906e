"""A vote in words and tables: its rule term by term, its course, its verdict and who is left out."""

from typing import Any

from django.utils.translation import gettext as _

from tkanka.ground.kit import dates
from tkanka.ground.kit.wording import label, term_label
from tkanka.ground.kit.wording.verdicts import rule_sentences, share, share_of_base, verdict_sentence
from tkanka.rules.terms import Term
from tkanka.rules.voting import DecisionRule, ExclusionKind, PollState, reveals
from tkanka.rules.voting.published import tally_in

from . import queries
from .models import Poll

Row = tuple[str, str, str, bool]
"""What it is about, how it is in this vote, the paragraph, and whether it is a choice of nobody's charter."""


def shown_of(poll: Poll, rule: DecisionRule, entitled: int) -> dict[str, Any]:
    """What every vote shows, open or decided."""
    base = poll.present if poll.present is not None and rule.base.value == "present" else entitled
    shown: dict[str, Any] = {
        "rule": rule, "terms": terms_of(rule), "steps": steps_of(poll), "left_out": queries.left_out(poll),
        "says": rule_sentences(rule, base) if entitled else [], "few": bool(entitled) and reveals(rule, entitled),
        "objections": queries.objections_of(poll) if rule.is_consensus and poll.published else [],
    }  # fmt: skip
    if poll.published:
        shown |= {"verdict": verdict_sentence(poll.published), "account": account_of(poll, rule),
                  "word": label(PollState(poll.state)), "cites": poll.published["verdict"]["cites"]}  # fmt: skip
    return shown


def terms_of(rule: DecisionRule) -> list[Row]:
    """The rule as a table, one condition a line."""
    rows: list[tuple[str, str, Term[Any]]] = [
        (_("Kto głosuje"), label(rule.electorate.value), rule.electorate),
        (_("Czyj jest głos"), label(rule.unit.value), rule.unit),
        (_("Sposób"), label(rule.method.value), rule.method),
    ]
    if not rule.is_consensus:
        rows.append((_("Potrzeba"), share_of_base(rule), rule.passes))
        rows.append((_("Wstrzymujący się"), label(rule.abstention.value), rule.abstention))
    quorum = _("bez kworum") if rule.quorum.value is None else share(rule.quorum.value)
    rows += [(_("Kworum"), quorum, rule.quorum), (_("Jawność"), label(rule.secrecy.value), rule.secrecy)]
    if rule.passes.value.is_half and not rule.is_consensus:
        rows.append((_("Remis"), label(rule.tie.value), rule.tie))
    for exclusion in rule.exclusions.value:
        rows.append((term_label(exclusion.who), label(ExclusionKind(exclusion.kind)), rule.exclusions))
    for term in (rule.preconditions, rule.further_preconditions):
        rows += [(_("Warunek wstępny"), term_label(name), term) for name in term.value]
    return [(name, said, term.cite, term.is_default) for name, said, term in rows]


def steps_of(poll: Poll) -> list[dict[str, str]]:
    """Where the vote stands, from its draft to its verdict."""

    def moment(at: Any) -> str:
        return dates.moment(at, "full,plain", at) if at else ""

    order = [PollState.DRAFT, PollState.OPEN]
    place = order.index(PollState(poll.state)) if poll.state in order else 2
    rows = [(_("Szkic"), moment(poll.prepared_at)), (_("Otwarte, lista zamrożona"), moment(poll.opened_at)),
            (_("Odwołane") if poll.state == PollState.CALLED_OFF else _("Werdykt"),
             moment(poll.closed_at or poll.closes_at))]  # fmt: skip
    kinds = ["done" if n < place or place == 2 else "now" if n == place else "" for n in range(3)]
    return [{"label": name, "note": note, "kind": kind} for (name, note), kind in zip(rows, kinds, strict=True)]


def account_of(poll: Poll, rule: DecisionRule) -> list[tuple[str, int, str]]:
    """How the result was counted, line by line, with the paragraph a line rests on."""
    assert poll.published
    tally, found = tally_in(poll.published), poll.published["verdict"]
    outside = sum(not one["entitled"] for one in poll.published["voters"])
    rows = [(_("Uprawnieni"), tally.entitled, rule.electorate.cite)]
    if outside:
        rows.insert(0, (_("Bez prawa głosu"), outside, rule.exclusions.cite))
    if poll.vacant:
        rows.insert(0, (_("Miejsca nieobsadzone"), poll.vacant, ""))
    if tally.present is not None:
        rows.append((_("Obecni"), tally.present, ""))
    rows += [(_("Za"), tally.in_favour, ""), (_("Przeciw"), tally.against, ""),
             (_("Wstrzymało się"), tally.abstained, ""), (_("Nie głosowało"), tally.silent, "")]  # fmt: skip
    if not rule.is_consensus:
        rows += [(_("Podstawa: %s") % label(rule.base.value), found["base"], rule.base.cite),
                 (_("Potrzeba głosów za"), found["needed"], rule.passes.cite)]  # fmt: skip
    return rows
