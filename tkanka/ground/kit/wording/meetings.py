"""Meetings."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Wording

WORDING = {
    "advisory_or_secretariat": Wording(
        _("Spotkanie przygotowuje Grupa Doradcza albo sekretariat."),
        _("Spotkanie dyrektorów przygotowują osoby z Grupy Doradczej, z pomocą sekretariatu."),
    ),
    "advisory_seat_or_coordinator": Wording(
        _("Spotkanie przygotowuje Grupa Doradcza albo Koordynator_ka."),
        _("Spotkania Grupy Doradczej przygotowują jej osoby i Koordynator_ka."),
    ),
    "leads_or_secretariat_organise": Wording(
        _("Spotkanie przygotowują prowadzący albo sekretariat."),
        _("Spotkania tego ciała przygotowują prowadzący albo sekretariat."),
    ),
    "leads_organise": Wording(
        _("Spotkanie przygotowują prowadzący grupę."),
        _("Spotkania grupy zwołują osoby, które ją prowadzą."),
        _("Możesz zaproponować im punkt porządku albo termin."),
    ),
    "secretariat_organises": Wording(
        _("Spotkania sieci organizuje sekretariat."),
        _("Spotkania sieci organizuje sekretariat."),
        _("Napisz do sekretariatu, jeśli chcesz zaproponować spotkanie."),
    ),
    "secretariat_or_council_organises": Wording(
        _("Spotkania organizuje sekretariat albo Rada."),
        _("Spotkania sieci organizuje sekretariat albo Regionalna Rada Organizacji Pozarządowych."),
    ),
    "advisory_seat_calls": Wording(
        _("Zwołuje osoba z Grupy Doradczej."),
        _("Spotkanie dyrektorów zwołuje tylko osoba, która zasiada w Grupie Doradczej."),
    ),
    "decision_noted": Wording(
        _("Decyzja o zwołaniu jest zapisana."),
        _("Najpierw zapisz decyzję Grupy Doradczej o zwołaniu spotkania."),
    ),
    "meeting_ahead": Wording(
        _("Spotkanie jest przed nami."),
        _("Ten dzień już minął: %(day)s. Zwołać można tylko spotkanie, które dopiero będzie."),
    ),
    "meeting_day_come": Wording(
        _("Dzień spotkania nadszedł."),
        _("Spotkanie jest dopiero %(day)s."),
    ),
    "group_announced": Wording(
        _("Członków zawiadomiono o nowej grupie."),
        _("Pierwsze spotkanie grupy można zwołać dopiero, gdy członkowie dowiedzą się o jej powstaniu."),
        _("Zawiadomienie wysyła sekretariat."),
    ),
    "after_announcement": Wording(
        _("Spotkanie jest po zawiadomieniu o grupie."),
        _("Pierwsze spotkanie nie może być przed zawiadomieniem członków o grupie (%(day)s)."),
    ),
    "time_to_join": Wording(
        _("Chętni mają czas, żeby dołączyć."),
        _("Chętni muszą mieć czas, żeby dołączyć: dni roboczych %(days)s. Najwcześniej: %(since)s."),
    ),
    "first_meeting_open": Wording(
        _("Pierwsze spotkanie jest otwarte dla wszystkich członków."),
        _("Pierwsze spotkanie grupy musi być otwarte dla wszystkich członków."),
    ),
    "place_is_new": Wording(
        _("W tym miejscu jeszcze się nie spotykano."),
        _("W tym miejscu już było takie spotkanie: %(place)s. Zasady mówią o różnych ośrodkach."),
    ),
    "host_is_new": Wording(
        _("Gospodarzem jest inna organizacja niż poprzednio."),
        _("Ta sama organizacja gościła poprzednie spotkanie. Zasady zalecają, żeby co roku była to inna."),
    ),
    "takes_part": Wording(
        _("Możesz wziąć udział w tym spotkaniu."),
        _("Punkty proponują ci, którzy mogą wziąć udział w spotkaniu."),
    ),
    "meeting_not_over": Wording(
        _("Spotkanie się jeszcze nie odbyło."),
        _("Tego spotkania nie można już zmienić."),
    ),
    "advisory_shapes_agenda": Wording(
        _("Porządek ustala Grupa Doradcza."),
        _("O porządku spotkania dyrektorów rozstrzyga Grupa Doradcza."),
    ),
    "member_hands_in": Wording(
        _("Działasz w imieniu organizacji członkowskiej."),
        _("Dokumenty przed spotkaniem przysyłają organizacje członkowskie."),
    ),
    "invited_or_organises": Wording(
        _("Jesteś na liście tego spotkania."),
        _("Nie ma Cię na liście tego spotkania."),
    ),
    "open_to_all": Wording(
        _("Spotkanie jest otwarte dla wszystkich."),
        _("Spotkanie nie jest otwarte dla wszystkich."),
    ),
    "for_members": Wording(
        _("Spotkanie jest dla organizacji członkowskich."),
        _("To spotkanie jest dla organizacji członkowskich."),
        _("Jeśli działasz w jednej z nich, poproś jej główną osobę o zaproszenie."),
    ),
    "decision_maker": Wording(
        _("Podejmujesz decyzje w organizacji członkowskiej."),
        _("To spotkanie jest dla osób, które podejmują decyzje w organizacjach członkowskich."),
        _("Główna osoba reprezentująca organizację może wskazać taką osobę."),
    ),
    "seat_in_body": Wording(
        _("Masz miejsce w tym ciele."),
        _("To spotkanie jest dla osób, które zasiadają w tym ciele."),
    ),
    "personally_invited": Wording(
        _("Masz zaproszenie."),
        _("To spotkanie jest tylko dla zaproszonych."),
    ),
    "meeting_called": Wording(
        _("Spotkanie jest zwołane."),
        _("To spotkanie nie jest w tej chwili zwołane."),
    ),
    "registration_open": Wording(
        _("Zapisy trwają."),
        _("Zapisy zakończyły się: %(until)s."),
        _("Napisz do organizatorów, może znajdzie się miejsce."),
    ),
    "not_registered_yet": Wording(
        _("Nie ma jeszcze zapisu."),
        _("Ta osoba jest już zapisana albo czeka na miejsce."),
    ),
    "acts_for_organisation": Wording(
        _("Działasz w tej organizacji."),
        _("Zapisać się można tylko jako osoba działająca w tej organizacji."),
    ),
    "places_of_organisation": Wording(
        _("Organizacja ma jeszcze wolne miejsce."),
        _("Wszystkie miejsca tej organizacji są zajęte. Jedna organizacja może zapisać najwyżej: %(most)s."),
    ),
    "list_not_settled": Wording(
        _("Listę obecnych można jeszcze uzupełnić."),
        _("Protokół jest zatwierdzony, a z nim lista obecnych."),
        _("Pomyłkę zapisz jako poprawkę protokołu."),
    ),
    "could_take_part": Wording(
        _("Ta osoba mogła wziąć udział w spotkaniu."),
        _("To spotkanie nie było dla tej osoby."),
        _("Zaproś ją jako gościa, zanim zapiszesz, że spotkanie się odbyło."),
    ),
    "registered_for_link": Wording(
        _("Masz miejsce na tym spotkaniu."),
        _("Adres spotkania widać po zapisaniu się."),
    ),
    "doors_open": Wording(
        _("Spotkanie trwa."),
        _("Obecność można potwierdzić od godziny przed spotkaniem do godziny po nim."),
    ),
    "code_fits": Wording(
        _("Kod się zgadza."),
        _("To nie jest kod tego spotkania."),
        _("Kod widać na ekranie spotkania. Można też poprosić prowadzących o wpisanie na listę."),
    ),
    "takes_part_regularly": Wording(
        _("Bierze udział w spotkaniach."),
        _("Nieobecności z rzędu: %(missed)s."),
    ),
    "left_out_with_reason": Wording(
        _("Podano powód pominięcia."),
        _("Na każde spotkanie zaprasza się także tego gościa. Żeby go pominąć, podaj powód."),
    ),
    "offer_stands": Wording(
        _("Miejsce czeka na potwierdzenie."),
        _("Czas na potwierdzenie minął (%(until)s). Miejsce dostała następna osoba z kolejki."),
        _("Możesz zapisać się jeszcze raz, na koniec kolejki."),
    ),
    "offer_over": Wording(
        _("Czas na potwierdzenie minął."),
        _("Czas na potwierdzenie jeszcze trwa: %(until)s."),
    ),
    "own_place": Wording(
        _("To Twoje miejsce."),
        _("Zmienić można tylko własny zapis."),
    ),
    "own_item": Wording(
        _("To Twoja propozycja."),
        _("Wycofać można tylko własną propozycję."),
    ),
    "item_on_agenda": Wording(
        _("Punkt jest w porządku spotkania."),
        _("Tego punktu nie ma w porządku spotkania."),
    ),
    "asked_for": Wording(
        _("O ten dokument poproszono."),
        _("O taki dokument nikt nie prosił przed tym spotkaniem."),
    ),
    "invited_once": Wording(
        _("Tego gościa nie ma jeszcze na liście."),
        _("Ten gość jest już na liście."),
    ),
}
