"""What a decision rule means, and how a verdict reads, in whole sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from tkanka.rules.voting import DecisionRule, Outcome, Threshold, Tie, needed_with
from tkanka.rules.voting.published import rule_in, tally_in

from .. import typography
from .facts import label


def share(passes: Threshold) -> str:
    """How much is needed, in words where there are some."""
    words = {
        "> 1/2": _("więcej niż połowa"), ">= 1/2": _("co najmniej połowa"), ">= 2/3": _("co najmniej dwie trzecie"),
        ">= 3/4": _("co najmniej trzy czwarte"), ">= 1/1": _("wszyscy, jednomyślnie"),
    }  # fmt: skip
    if found := words.get(str(passes)):
        return found
    number = f"{passes.part}/{passes.of}" if passes.of else str(passes.part)
    return (_("więcej niż %s") if passes.strict else _("co najmniej %s")) % number


def share_of_base(rule: DecisionRule) -> str:
    """How much of what is needed."""
    told = {"share": share(rule.passes.value), "base": label(rule.base.value)}
    if rule.passes.value.is_unanimity:
        return _("jednomyślnie, wszystkich %(base)s") % told
    return _("%(share)s %(base)s") % told


def rule_sentences(rule: DecisionRule, there: int) -> list[str]:
    """What the rule means, with the number of those who are there: the preview, and the first words of every vote."""
    if rule.is_consensus:
        return [typography.bound(_("Decyzja zapada, gdy nikt nie zgłosi uzasadnionego sprzeciwu."))]
    needed, base = needed_with(rule, there)
    said = [
        _("Żeby wniosek przeszedł, potrzeba głosów za: %s.") % share_of_base(rule),
        _("Gdy będzie ich %(base)s, trzeba: %(needed)s.") % {"base": base, "needed": needed},
        _("Kto się wstrzyma, działa jak głos przeciw.")
        if rule.abstention.value == "counts" else _("Wstrzymujący się nie liczą się w podstawie."),
    ]  # fmt: skip
    if rule.passes.value.is_half:
        said.append(label_of_tie(rule.tie.value))
    if rule.quorum.value is not None:
        said.append(_("Kworum: %(needed)s.") % {"needed": rule.quorum.value.needed(there)})
    return [typography.bound(one) for one in said]


def label_of_tie(tie: Tie) -> str:
    return {
        Tie.FAILS: _("Przy remisie wniosek upada."),
        Tie.REPEAT: _("Przy remisie głosowanie się powtarza."),
        Tie.LOT: _("Remis rozstrzyga los, wyciągnięty i ogłoszony przed głosowaniem."),
    }[tie]


def verdict_sentence(published: Mapping[str, Any]) -> str:
    """The verdict of a published vote with its numbers."""
    rule, tally, found = rule_in(published), tally_in(published), published["verdict"]
    begin = label(Outcome(found["outcome"]))
    numbers: dict[str, object] = {
        "for": tally.in_favour, "against": tally.against, "abstained": tally.abstained, "silent": tally.silent,
    }  # fmt: skip
    if rule.is_consensus:
        middle = _("Zgadza się: %(for)s, sprzeciwia się: %(against)s, wstrzymało się: %(abstained)s.")
    else:
        numbers |= {"base": found["base"], "needed": found["needed"], "what": label(rule.base.value)}
        middle = _("Za: %(for)s z %(base)s (%(what)s), potrzeba: %(needed)s. "
                      "Przeciw: %(against)s, wstrzymało się: %(abstained)s, nie głosowało: %(silent)s.")  # fmt: skip
    said = [f"{begin.capitalize()}.", middle % numbers]
    if found["by_lot"]:
        said.append(_("Remis rozstrzygnął los ogłoszony przed głosowaniem."))
    return typography.bound(" ".join(said))
