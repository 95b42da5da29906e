"""Parting from the host organisation."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Wording

WORDING = {
    "separation_known": Wording(
        _("Zasady mówią, jak rozstać się z organizacją goszczącą."),
        _("Zasady tej sieci nie mówią, jak rozstać się z organizacją goszczącą."),
    ),
    "advisory_host_or_office_opens": Wording(
        _("Sprawę otwiera ktoś z Grupy Doradczej, organizacji goszczącej albo sekretariatu."),
        _("Sprawę otwiera ktoś z Grupy Doradczej, organizacji goszczącej albo sekretariatu."),
    ),
    "one_separation_at_a_time": Wording(
        _("Nie toczy się inna taka sprawa."),
        _("Taka sprawa już się toczy."),
    ),
    "interest_of_a_side": Wording(
        _("Podano, w czyim interesie i dlaczego."),
        _("Trzeba podać, w czyim interesie jest rozstanie i dlaczego."),
    ),
    "there_is_a_host": Wording(
        _("Sieć ma organizację goszczącą."),
        _("Sieć nie ma teraz organizacji goszczącej."),
    ),
    "advisory_names_successor": Wording(
        _("Następcę proponuje ktoś z Grupy Doradczej albo sekretariatu."),
        _("Następcę proponuje ktoś z Grupy Doradczej albo sekretariatu."),
    ),
    "separation_open": Wording(
        _("Sprawa się toczy."),
        _("Ta sprawa już się nie toczy."),
    ),
    "one_successor_at_a_time": Wording(
        _("Nikt inny nie jest teraz proponowany."),
        _("Inna organizacja jest już proponowana albo wskazana."),
    ),
    "another_organisation": Wording(
        _("Następcą jest inna organizacja."),
        _("Następcą musi być inna organizacja niż goszcząca."),
    ),
    "successor_answers_itself": Wording(
        _("Odpowiada osoba, która reprezentuje następcę."),
        _("Za następcę odpowiada tylko osoba, która go reprezentuje."),
    ),
    "successor_is_named": Wording(
        _("Następcę wskazano."),
        _("Następcy jeszcze nie wskazano."),
    ),
    "successor_not_answered": Wording(
        _("Odpowiedzi jeszcze nie było."),
        _("Odpowiedź już jest."),
    ),
    "advisory_or_office_calls_vote": Wording(
        _("Głosowanie zarządza ktoś z Grupy Doradczej albo sekretariatu."),
        _("Głosowanie zarządza ktoś z Grupy Doradczej albo sekretariatu."),
    ),
    "one_vote_on_parting": Wording(
        _("Głosowania o rozstaniu jeszcze nie było."),
        _("Głosowanie o rozstaniu już zarządzono."),
    ),
    "body_that_decides": Wording(
        _("Jest Grupa Doradcza."),
        _("Nie ma Grupy Doradczej, która mogłaby rozstrzygnąć."),
    ),
    "vote_on_parting_over": Wording(
        _("Głosowanie się skończyło."),
        _("Głosowanie jeszcze się nie skończyło."),
    ),
    "opener_or_office_withdraws": Wording(
        _("Sprawę wycofuje ten, kto ją otworzył, albo sekretariat."),
        _("Sprawę może wycofać tylko ten, kto ją otworzył, albo sekretariat."),
    ),
    "host_does_not_leave": Wording(
        _("Organizacja goszcząca zostaje w sieci."),
        _("Organizacja goszcząca odchodzi z sieci, więc sprawy nie można wycofać."),
    ),
    "withdrawal_says_why": Wording(
        _("Wycofanie ma powód."),
        _("Napisz, dlaczego wycofujesz sprawę."),
    ),
    "both_sides_keep_list": Wording(
        _("Listę prowadzą obie strony, Grupa Doradcza i sekretariat."),
        _("Listę prowadzą obie strony, Grupa Doradcza i sekretariat."),
    ),
    "parting_decided": Wording(
        _("Rozstanie postanowiono."),
        _("Rozstania jeszcze nie postanowiono."),
    ),
    "office_records_host": Wording(
        _("Przejęcie roli zapisuje sekretariat."),
        _("Przejęcie roli zapisuje tylko sekretariat."),
    ),
    "everything_handed_over": Wording(
        _("Wszystko przekazano."),
        _("Do przekazania zostało: %(left)s."),
    ),
    "day_has_come": Wording(
        _("Ten dzień już nadszedł."),
        _("Ten dzień jeszcze nie nadszedł: %(day)s."),
    ),
    "successor_is_member": Wording(
        _("Następca należy do sieci."),
        _("W dniu przejęcia roli następca musi należeć do sieci."),
    ),
}
