"""Founding a network, and what its secretariat sets in it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Wording

WORDING = {
    "installation_founds_networks": Wording(
        _("Sieć zakłada osoba prowadząca instalację."),
        _("Nowe sieci zakłada osoba prowadząca instalację, z wiersza poleceń."),
    ),
    "office_or_installation": Wording(
        _("Zasady wpisuje sekretariat."),
        _("Zasady sieci wpisuje tylko sekretariat."),
        _("Zgłoś propozycję zmiany sekretariatowi."),
    ),
    "later_charters_pass_the_gates": Wording(
        _("To pierwsza wersja zasad tej sieci."),
        _("Zmiana zasad przechodzi najpierw przez otwarte konsultacje i jest przedstawiana na spotkaniu."),
        _("Zacznij od projektu zmiany i konsultacji."),
    ),
    "secretariat_describes_network": Wording(
        _("Opis sieci zmienia sekretariat."),
        _("Opis sieci zmienia tylko sekretariat."),
    ),
    "secretariat_defines_subregions": Wording(
        _("Subregiony wyznacza sekretariat."),
        _("Subregiony wyznacza tylko sekretariat."),
    ),
    "coordinator_has_successor": Wording(
        _("Po tym dniu ktoś nadal koordynuje sieć."),
        _("Po tym dniu nikt nie koordynowałby sieci. Najpierw wskaż następczynię, następcę albo zastępstwo."),
    ),
    "coordinator_gives_offices": Wording(
        _("Funkcje powierza koordynacja sieci."),
        _("Funkcje w sekretariacie powierza i odbiera tylko osoba koordynująca sieć."),
    ),
    "own_people_edit_profile": Wording(
        _("Profil prowadzą osoby z tej organizacji."),
        _("Profil zmieniają tylko osoby, które reprezentują tę organizację albo odpowiadają w niej za komunikację."),
        _("Poproś główną osobę reprezentującą organizację."),
    ),
}
