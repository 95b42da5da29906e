"""Votes: who decides, by what rule, and how the verdict reads."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

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
