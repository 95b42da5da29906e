"""Minutes and tasks."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Wording

WORDING = {
    "meeting_begun": Wording(
        _("Spotkanie się zaczęło."),
        _("Protokół powstaje, gdy spotkanie się zacznie."),
    ),
    "note_taker": Wording(
        _("Protokół prowadzi ta osoba."),
        _("Protokół piszą osoba wskazana do notowania i przygotowujący spotkanie."),
        _("Gdy zacznie się czas na uwagi, możesz dodać uwagę."),
    ),
    "minutes_open": Wording(
        _("Protokół nie jest jeszcze zatwierdzony."),
        _("Protokół jest już zatwierdzony. Zmienić go może tylko poprawka, jako nowa wersja."),
    ),
    "minutes_written": Wording(
        _("Protokół ma treść."),
        _("Protokół jest pusty. Najpierw opisz choć jeden punkt."),
    ),
    "remarks_taken": Wording(
        _("Trwa czas na uwagi."),
        _("Teraz nie przyjmujemy uwag do tego protokołu."),
        _("Nieścisłość możesz zgłosić osobie, która prowadzi protokół."),
    ),
    "answer_given": Wording(_("Jest odpowiedź."), _("Napisz odpowiedź na uwagę.")),
    "remarks_over": Wording(
        _("Czas na uwagi minął."),
        _("Czas na uwagi trwa do %(until)s. Zatwierdzić protokół można dopiero potem."),
    ),
    "remarks_answered": Wording(
        _("Każda uwaga ma odpowiedź."),
        _("Uwag bez odpowiedzi: %(count)s. Najpierw odpowiedz na każdą."),
    ),
    "later_meeting": Wording(
        _("Protokół zatwierdziło późniejsze spotkanie."),
        _("Wskaż późniejsze spotkanie, które zatwierdziło protokół."),
    ),
    "own_rule_told": Wording(
        _("Zapisano, kto i na jakiej zasadzie zatwierdził protokół."),
        _("Napisz, kto i na jakiej zasadzie zatwierdził protokół."),
    ),
    "minutes_approved": Wording(
        _("Protokół jest zatwierdzony."),
        _("Protokół nie jest jeszcze zatwierdzony, można go po prostu zmienić."),
    ),
    "minutes_public": Wording(_("Protokoły są jawne."), _("Tego protokołu nie udostępnia się wszystkim.")),
    "minutes_for_members": Wording(
        _("Protokół czytają członkowie sieci."),
        _("Protokół czytają tylko członkowie sieci."),
    ),
    "owner_in_network": Wording(
        _("Zadanie ma kogoś, kto je zrobi."),
        _("Wskaż jedną osobę, organizację albo miejsce z tej sieci."),
    ),
    "no_minutes_yet": Wording(
        _("Spotkanie nie ma jeszcze protokołu."),
        _("Protokół tego spotkania już jest."),
    ),
    "note_taker_was_there": Wording(
        _("Osoba była na spotkaniu."),
        _("Protokół może prowadzić osoba z listy obecnych."),
    ),
    "not_answered_yet": Wording(
        _("Uwaga czeka na odpowiedź."),
        _("Na tę uwagę już jest odpowiedź."),
    ),
    "task_owner": Wording(
        _("To zadanie tej osoby."),
        _("Zadanie zamyka ten, kto je dostał, albo osoba prowadząca protokół."),
    ),
}
