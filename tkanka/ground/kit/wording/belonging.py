"""Belonging: mandates, statuses, links between organisations."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Wording

WORDING = {
    "one_main_remains": Wording(
        _("Organizacja zachowuje główną osobę reprezentującą."),
        _("Organizacja nie może zostać bez głównej osoby reprezentującej."),
        _("Najpierw wyznacz inną główną osobę."),
    ),
    "invitation_unused": Wording(
        _("Zaproszenie czeka na przyjęcie."),
        _("To zaproszenie zostało już przyjęte."),
        _("Jeśli to Ty, zaloguj się adresem, na który przyszło."),
    ),
    "invitation_not_revoked": Wording(
        _("Zaproszenie jest ważne."),
        _("To zaproszenie zostało cofnięte."),
        _("Zapytaj organizację, która Cię zaprosiła."),
    ),
    "invitation_in_time": Wording(
        _("Zaproszenie jest ważne do: %(until)s."),
        _("To zaproszenie było ważne do: %(until)s."),
        _("Poproś organizację, żeby wysłała je jeszcze raz."),
    ),
    "invited_address": Wording(
        _("Zaproszenie przyszło na ten adres."),
        _("To zaproszenie przyszło na inny adres niż ten, którym się zalogowano."),
        _("Wyloguj się i otwórz je jeszcze raz albo poproś o zaproszenie na swój adres."),
    ),
    "own_mandate": Wording(
        _("Osoba składa własny mandat."),
        _("To nie jest Twój mandat."),
    ),
    "not_secretariat_for_host": Wording(
        _("Osoba nie należy do sekretariatu."),
        _("Osoba z sekretariatu nie może reprezentować organizacji goszczącej."),
        _("Organizację goszczącą reprezentuje ktoś spoza sekretariatu."),
    ),
    "no_mandate_of_host": Wording(
        _("Osoba nie reprezentuje organizacji goszczącej."),
        _("Do sekretariatu nie może wejść osoba, która reprezentuje organizację goszczącą."),
        _("Najpierw trzeba zakończyć mandaty tej osoby w organizacji goszczącej."),
    ),
    "coordinator_grants": Wording(
        _("Status nadaje osoba do tego uprawniona."),
        _("Ten status nadaje tylko osoba kierująca sekretariatem."),
    ),
    "not_a_member": Wording(
        _("Organizacja nie jest członkiem sieci."),
        _("Ta organizacja jest już członkiem sieci."),
    ),
    "observer_kind_or_reason": Wording(
        _("Podmiot tego rodzaju (%(kind)s) może być obserwatorem."),
        _("Zasady nie wymieniają takich podmiotów (%(kind)s) wśród obserwatorów."),
        _("Podaj powód, dla którego ta organizacja ma być obserwatorem."),
    ),
    "partner_is_an_organisation": Wording(
        _("Partnerem zostaje organizacja."),
        _("Partnerem może być organizacja, a nie pojedyncza osoba."),
    ),
    "status_carries_right": Wording(
        _("Status „%(status)s” daje to prawo: %(right)s."),
        _("Status „%(status)s” nie daje tego prawa: %(right)s."),
    ),
    "observer_invited": Wording(
        _("Organizacja jest zaproszona na to spotkanie."),
        _("To spotkanie widzą członkowie sieci i organizacje na nie zaproszone."),
    ),
    "two_different_organisations": Wording(
        _("To dwie różne organizacje."),
        _("Organizacja nie może należeć do samej siebie."),
    ),
    "upper_has_members": Wording(
        _("Podmiot tego rodzaju (%(kind)s) zrzesza inne organizacje."),
        _("Podmiot tego rodzaju (%(kind)s) nie zrzesza innych organizacji."),
    ),
    "represents_either_side": Wording(
        _("Działa jedna z tych dwóch organizacji."),
        _("Może to zrobić tylko jedna z tych dwóch organizacji."),
    ),
    "represents_other_side": Wording(
        _("Odpowiada druga z organizacji."),
        _("Powiązanie potwierdza druga z organizacji."),
    ),
    "free_or_at_cost": Wording(
        _("Oferta jest bezpłatna albo po kosztach."),
        _("Oferty w sieci są bezpłatne albo po kosztach."),
    ),
}
