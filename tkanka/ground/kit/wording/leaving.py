"""Leaving: resignation and removal."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Wording

WORDING = {
    "day_not_past": Wording(
        _("Odejście następuje z dniem: %(day)s."),
        _("Ten dzień już minął: %(day)s."),
        _("Wskaż dzisiejszy albo późniejszy dzień."),
    ),
    "not_yet_left": Wording(
        _("Organizacja odchodzi dopiero z dniem: %(day)s."),
        _("Ten dzień już nadszedł: %(day)s. Organizacja odeszła."),
        _("Organizacja może dołączyć ponownie."),
    ),
    "leaving_is_free": Wording(
        _("Odejść można w każdej chwili, bez niczyjej zgody."),
        _("Odejść można w każdej chwili."),
    ),
    "opens_separation": Wording(
        _("Odchodzi organizacja goszcząca: dowie się o tym grupa doradcza i otworzy się sprawa rozdzielenia."),
        _("Nie otwiera się sprawa rozdzielenia."),
    ),
    "removal_known": Wording(
        _("Zasady przewidują wykluczenie."),
        _("Zasady tej sieci nie przewidują wykluczenia."),
        _("Uwagę o organizacji można przekazać sekretariatowi, żeby o niej porozmawiać."),
    ),
    "secretariat_prepares": Wording(
        _("Sprawę przygotowuje Koordynator_ka albo sekretariat."),
        _("Sprawę wykluczenia przygotowuje tylko Koordynator_ka albo sekretariat."),
    ),
    "coordinator_removes": Wording(
        _("Decyduje Koordynator_ka."),
        _("Wykluczyć organizację może tylko Koordynator_ka."),
    ),
    "ground_on_the_list": Wording(
        _("Podstawa wykluczenia: %(ground)s."),
        _("Zasady nie znają takiej podstawy wykluczenia."),
        _("Wybierz jedną z podstaw wymienionych w zasadach."),
    ),
    "silent_and_inactive_both": Wording(
        _("Organizacja ani nie informuje o swojej działalności, ani nie jest aktywna."),
        _("Ta podstawa wymaga obu rzeczy naraz: organizacja nie informuje o swojej działalności i nie jest aktywna."),
    ),
    "secretariat_asks": Wording(
        _("Pyta sekretariat."),
        _("Pytania o udział wysyła tylko sekretariat."),
    ),
    "not_asked_lately": Wording(
        _("W ostatnim tygodniu nie było takiego pytania."),
        _("W ostatnim tygodniu wysłano już takie pytanie."),
        _("Poczekaj na odpowiedź albo zadzwoń."),
    ),
    "one_case_at_a_time": Wording(
        _("Nie toczy się inna sprawa tej organizacji."),
        _("Sprawa tej organizacji już się toczy."),
        _("Prowadź tę, która jest otwarta, albo jej zaniechaj."),
    ),
    "evidence_given": Wording(
        _("Dołączono dowody."),
        _("Potrzebne są dowody. Zobaczy je także organizacja, której dotyczą."),
    ),
    "separation_decided": Wording(
        _("Zapadła decyzja o rozdzieleniu z organizacją goszczącą."),
        _("To organizacja goszcząca. Najpierw musi zapaść decyzja o rozdzieleniu."),
    ),
    "notice_given": Wording(
        _("Organizacja dostała zawiadomienie."),
        _("Organizacja nie dostała jeszcze zawiadomienia."),
    ),
    "heard_or_time_passed": Wording(
        _("Organizacja zabrała głos albo minął czas na odpowiedź."),
        _("Organizacja ma czas na odpowiedź do: %(until)s."),
    ),
    "objection_is_heard": Wording(
        _("Sprzeciw trafi do grupy doradczej; nie wstrzymuje wykluczenia."),
        _("Sprzeciw nie trafi do grupy doradczej."),
    ),
}
