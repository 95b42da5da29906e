"""The verdict of a vote on paper."""

from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from tkanka.ground.kit import cites, dates
from tkanka.ground.kit.papers import heading, paper
from tkanka.ground.kit.wording import label, term_label
from tkanka.ground.kit.wording.verdicts import verdict_sentence
from tkanka.network.networks.models import Network
from tkanka.rules.voting import Choice, ExclusionKind, PollState

from .models import Poll
from .showing import account_of, terms_of

HERE = Path(__file__).parent
MOST = 3_000


def verdict_paper(network: Network, poll: Poll) -> bytes:
    """The verdict, how it was counted, the rule and the roll with its votes."""
    assert poll.published
    rule = poll.decision
    told = heading(network.name, poll.title)
    return paper(HERE / "verdict.typ", told | {
        "when": dates.moment(poll.closed_at, "full,plain", poll.closed_at) if poll.closed_at else "",
        "word": label(PollState(poll.state)).capitalize(), "says": verdict_sentence(poll.published),
        "account_head": [_("Rachunek"), _("Ile"), _("Skąd")],
        "account": [[name, str(n), _cited(cite)] for name, n, cite in account_of(poll, rule)],
        "rule_title": _("Reguła"), "rule_head": [_("Warunek"), _("W tym głosowaniu"), _("Skąd")],
        "rule": [[name, said, _cited(cite)] for name, said, cite, _default in terms_of(rule)],
        "roll_title": _("Lista uprawnionych"), "roll_head": [_("Osoba"), _("Organizacja"), _("Głos")],
        "roll": [[one["name"], one["organisation"], _vote(one)] for one in poll.published["voters"][:MOST]],
    })  # fmt: skip


def _cited(cite: str) -> str:
    return cites.shown(cite) if cite else ""


def _vote(line: dict[str, Any]) -> str:
    if not line["entitled"]:
        return f"{label(ExclusionKind(line['kind']))}: {term_label(line['who'])}" if line.get("kind") else "–"
    if "voted" in line:
        return _("głosowano") if line["voted"] else "–"
    return label(Choice(line["choice"])) if line.get("choice") else "–"
