"""Votes: who decides, by what rule, and how the verdict reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from tkanka.rules.voting import DecisionRule, Electorate, Outcome, Threshold, Tie, needed_with
from tkanka.rules.voting.published import rule_in, tally_in

from .. import typography
from .facts import label
from .shape import Wording

WORDING = {
    "office_or_lead_prepares_vote": Wording(
        _("Głosowania przygotowuje sekretariat, a w grupie osoba, która ją prowadzi."),
        _("Głosowanie przygotowuje sekretariat albo osoba, która prowadzi grupę."),
    ),
    "somebody_is_entitled": Wording(
        _("Ktoś jest uprawniony do głosowania."),
        _("Nikt nie jest uprawniony do głosowania."),
        _("Sprawdź, czy miejsca są obsadzone i kto jest na liście obecności."),
    ),
    "quorum_can_be_reached": Wording(
        _("Uprawnionych wystarczy, żeby decyzja była ważna: %(entitled)s."),
        _("Uprawnionych jest za mało, żeby decyzja była ważna. Jest: %(entitled)s, potrzeba: %(needed)s."),
    ),
    "done_before_the_vote": Wording(
        _("Przed głosowaniem spełniono warunki: %(missing)s."),
        _("Przed głosowaniem trzeba jeszcze spełnić warunki: %(missing)s."),
    ),
    "vote_closes_later": Wording(
        _("Na oddanie głosu jest czas."),
        _("Głosowanie musi się kończyć w przyszłości albo odbyć się na spotkaniu."),
    ),
    "vote_is_open": Wording(
        _("Głosowanie trwa."),
        _("To głosowanie nie trwa."),
    ),
    "entitled_to_vote": Wording(
        _("Głos jest na liście uprawnionych."),
        _("Tego głosu nie ma na liście uprawnionych."),
    ),
    "own_vote": Wording(
        _("To własny głos."),
        _("Głosować można tylko własnym głosem."),
    ),
    "speaks_for_the_organisation": Wording(
        _("Głos oddaje osoba, która reprezentuje organizację."),
        _("Głos organizacji oddaje osoba, która ją dziś reprezentuje."),
    ),
    "secret_vote_is_final": Wording(
        _("Głos nie został jeszcze oddany."),
        _("Tajny głos już oddano. Nie da się go zmienić, bo nikt nie wie, który to głos."),
    ),
    "vote_objection_says_why": Wording(
        _("Sprzeciw ma powód."),
        _("Sprzeciw musi mieć powód."),
        _("Napisz, co trzeba zmienić: odpowie na to następna runda."),
    ),
    "hands_at_a_meeting": Wording(
        _("Głosowanie odbywa się na spotkaniu."),
        _("Podniesione ręce wpisuje się tylko w głosowaniu na spotkaniu."),
    ),
    "hands_are_no_secret": Wording(
        _("Głosowanie jest jawne."),
        _("W głosowaniu tajnym nie podnosi się rąk."),
    ),
    "not_voted_yet": Wording(
        _("Głosu jeszcze nie oddano."),
        _("Głos już oddano."),
    ),
    "recusal_says_why": Wording(
        _("Wyłączenie ma powód."),
        _("Napisz, dlaczego się wyłączasz. Powód trafi do protokołu."),
    ),
    "secrecy_on_request": Wording(
        _("Na prośbę jednej z osób obecnych głosowanie jest tajne."),
        _("W tym głosowaniu nie można prosić o tajność."),
    ),
    "nobody_voted": Wording(
        _("Nikt jeszcze nie głosował."),
        _("Ktoś już zagłosował jawnie."),
    ),
    "vote_over": Wording(
        _("Głosowanie się skończyło."),
        _("Głosowanie jeszcze trwa. Można je zamknąć, gdy zagłosują wszyscy."),
    ),
    "vote_called_off_why": Wording(
        _("Odwołanie ma powód."),
        _("Napisz, dlaczego odwołujesz głosowanie."),
    ),
    "vote_may_be_repeated": Wording(
        _("Pytanie można postawić jeszcze raz."),
        _("Tego pytania nie można teraz postawić jeszcze raz."),
    ),
    "objections_are_answered": Wording(
        _("Na sprzeciwy odpowiedziano."),
        _("Najpierw odpowiedz na sprzeciwy."),
    ),
    "decision_was_taken": Wording(
        _("Decyzję podjęto."),
        _("To głosowanie nie skończyło się decyzją."),
    ),
    "network_added_a_rule": Wording(
        _("Sieć dodała regułę, według której głosują jej organizacje."),
        _("Zasady tej sieci nie znają głosowań. Najpierw dodaj regułę, na którą umówiła się sieć."),
    ),
    "not_secret_and_unanimous": Wording(
        _("Tajności nie łączy się z jednomyślnością."),
        _("Tajne głosowanie nie może wymagać jednomyślności: zdradziłoby, jak głosował każdy."),
    ),
    "consensus_is_open": Wording(
        _("Zgoda jest jawna."),
        _("Sprzeciw wymaga powodu, więc zgoda nie może być tajna."),
    ),
    "present_at_a_meeting": Wording(
        _("Wiadomo, kto jest obecny."),
        _("Gdy liczą się obecni, głosowanie musi odbywać się na spotkaniu."),
    ),
    "members_vote_as_organisations": Wording(
        _("Każda organizacja ma jeden głos."),
        _("W głosowaniu organizacji każda ma jeden głos; osoby głosują tylko w ciałach."),
    ),
    "enough_in_favour": Wording(
        _("Za: %(in_favour)s z %(base)s, potrzeba: %(needed)s."),
        _("Za: %(in_favour)s z %(base)s, potrzeba: %(needed)s."),
    ),
    "tie_repeats": Wording(
        _("Nie było remisu."),
        _("Był remis, głosowanie się powtarza."),
    ),
    "lot_in_favour": Wording(
        _("Remis rozstrzygnął los: za."),
        _("Remis rozstrzygnął los: przeciw."),
    ),
    "nobody_objects": Wording(
        _("Nikt się nie sprzeciwił."),
        _("Zgłoszono sprzeciwy: %(objections)s."),
    ),
    "somebody_agrees": Wording(
        _("Są głosy za."),
        _("Nikt nie zagłosował za."),
    ),
    "quorum_reached": Wording(
        _("Jest kworum: wzięło udział %(there)s, potrzeba %(needed)s."),
        _("Nie ma kworum: wzięło udział %(there)s, potrzeba %(needed)s."),
    ),
    "vote_not_open_yet": Wording(
        _("Głosowania jeszcze nie otwarto."),
        _("Otwartego głosowania nie można zmienić."),
    ),
    "seats_of_a_body": Wording(
        _("Głosują miejsca w ciele, którego to sprawa."),
        _("Miejsca głosują w ciele, a organizacje poza nim. Wybierz jedno albo drugie."),
    ),
    "office_adds_rule": Wording(
        _("Reguły dodaje sekretariat."),
        _("Reguły dodaje i wycofuje sekretariat."),
    ),
    "rule_name_free": Wording(
        _("Nazwa jest wolna."),
        _("Reguła o tej nazwie już jest."),
    ),
    "rule_in_use": Wording(
        _("Reguła obowiązuje."),
        _("Tę regułę już wycofano."),
    ),
    "reminded_once": Wording(
        _("Nikomu jeszcze nie przypominano."),
        _("Już raz przypomniano."),
    ),
    "review_ahead": Wording(
        _("Dzień przeglądu jest przed nami."),
        _("Dzień przeglądu musi być dziś albo później."),
    ),
}


def share(passes: Threshold) -> str:
    """How much is needed, in words where there are some."""
    words = {
        "> 1/2": _now("więcej niż połowa"), ">= 1/2": _now("co najmniej połowa"),
        ">= 2/3": _now("co najmniej dwie trzecie"), ">= 3/4": _now("co najmniej trzy czwarte"),
        ">= 1/1": _now("wszyscy"),
    }  # fmt: skip
    return words.get(str(passes)) or _now("co najmniej") * (not passes.strict) + _now("więcej niż") * passes.strict + (
        f" {passes.part}/{passes.of}" if passes.of else f" {passes.part}"
    )


def rule_sentences(rule: DecisionRule, there: int) -> list[str]:
    """What the rule means, with the number of those who are there: the preview, and the first words of every vote."""
    if rule.is_consensus:
        return [typography.bound(_now("Decyzja zapada, gdy nikt nie zgłosi uzasadnionego sprzeciwu."))]
    needed, base = needed_with(rule, there)
    said = [
        _now("Wniosek przejdzie, jeśli za będzie %(share)s: %(base)s.")
        % {"share": share(rule.passes.value), "base": label(rule.base.value)},
        _now("Gdy będzie ich %(base)s, potrzeba głosów za: %(needed)s.") % {"base": base, "needed": needed},
        _now("Kto się wstrzyma, działa jak głos przeciw.")
        if rule.abstention.value == "counts" else _now("Wstrzymujący się nie liczą się w podstawie."),
    ]  # fmt: skip
    if rule.passes.value.is_half:
        said.append(label_of_tie(rule.tie.value))
    if rule.quorum.value is not None:
        said.append(_now("Kworum: %(needed)s.") % {"needed": rule.quorum.value.needed(there)})
    return [typography.bound(one) for one in said]


def label_of_tie(tie: Tie) -> str:
    return {
        Tie.FAILS: _now("Przy remisie wniosek upada."),
        Tie.REPEAT: _now("Przy remisie głosowanie się powtarza."),
        Tie.LOT: _now("Remis rozstrzyga los, wyciągnięty i ogłoszony przed głosowaniem."),
    }[tie]


def verdict_sentence(published: Mapping[str, Any]) -> str:
    """The verdict of a published vote with its numbers."""
    rule, tally, found = rule_in(published), tally_in(published), published["verdict"]
    begin = label(Outcome(found["outcome"]))
    numbers: dict[str, object] = {
        "for": tally.in_favour, "against": tally.against, "abstained": tally.abstained, "silent": tally.silent,
    }  # fmt: skip
    if rule.is_consensus:
        middle = _now("Zgadza się: %(for)s, sprzeciwia się: %(against)s, wstrzymało się: %(abstained)s.")
    else:
        numbers |= {"base": found["base"], "needed": found["needed"], "what": label(rule.base.value)}
        middle = _now("Za: %(for)s z %(base)s (%(what)s), potrzeba: %(needed)s. "
                      "Przeciw: %(against)s, wstrzymało się: %(abstained)s, nie głosowało: %(silent)s.")  # fmt: skip
    said = [f"{begin.capitalize()}.", middle % numbers]
    if found["by_lot"]:
        said.append(_now("Remis rozstrzygnął los ogłoszony przed głosowaniem."))
    return typography.bound(" ".join(said))


def electorate_of(rule: DecisionRule) -> str:
    """Whose decision it is, in words."""
    kinds = {
        Electorate.SEATS: _now("miejsca w ciele"), Electorate.MEMBERS: _now("wszystkie organizacje członkowskie"),
        Electorate.PRESENT: _now("organizacje członkowskie obecne na spotkaniu"),
    }  # fmt: skip
    return kinds[rule.electorate.value]
