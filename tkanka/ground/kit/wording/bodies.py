"""Bodies: seats, coming in, opening and closing."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Wording

SEATS = {
    "body_has_seats": Wording(
        _("Ta grupa ma własne miejsca."),
        _("W tej grupie nie obsadza się miejsc: tworzą ją osoby, które pełnią funkcję albo reprezentują członków."),
    ),
    "body_not_closed": Wording(_("Grupa działa."), _("Ta grupa jest zamknięta. Można ją tylko czytać.")),
    "one_seat_a_person": Wording(
        _("Osoba nie ma jeszcze miejsca w tej grupie."),
        _("Ta osoba ma już w tym czasie miejsce w tej grupie."),
    ),
    "seat_is_free": Wording(
        _("Jest wolne miejsce (zajęte %(taken)s z %(seats)s)."),
        _("Wszystkie miejsca są w tym czasie zajęte (%(taken)s z %(seats)s)."),
        _("Wskaż dzień, w którym kończy się czyjaś kadencja, albo osobę, po której ma objąć miejsce."),
    ),
    "seat_kept_for_host": Wording(
        _("Miejsce organizacji goszczącej zostaje dla niej."),
        _("Ostatnie miejsce należy do organizacji goszczącej. Pozostałym przypada ich najwyżej %(left)s."),
    ),
    "one_seat_of_the_host": Wording(
        _("Organizacja goszcząca nie ma jeszcze swojego miejsca."),
        _("Organizacja goszcząca ma już swoje miejsce. Drugiego mieć nie może."),
    ),
    "seats_of_one_organisation": Wording(
        _("Organizacja nie ma tu jeszcze wszystkich swoich miejsc."),
        _("Limit miejsc jednej organizacji w tej grupie: %(most)s. Jest już wykorzystany."),
    ),
    "seat_of_a_member": Wording(
        _("Osoba reprezentuje organizację, która należy do sieci."),
        _("Miejsce obejmuje osoba, która reprezentuje organizację należącą do sieci."),
        _("Wskaż organizację członkowską."),
    ),
    "holder_has_mandate": Wording(
        _("Osoba ma mandat tej organizacji."),
        _("Ta osoba nie ma mandatu tej organizacji."),
        _("Mandat nadaje główna osoba reprezentująca organizację."),
    ),
    "coordinator_without_seat": Wording(
        _("Osoba nie jest Koordynator_ką."),
        _("Koordynator_ka uczestniczy w spotkaniach tej grupy z ramienia sekretariatu i nie zajmuje w niej miejsca."),
    ),
    "only_first_appointed": Wording(
        _("To pierwszy skład, powoływany przez sekretariat."),
        _("Powołuje się tylko pierwszy skład. Następne osoby są wybierane."),
    ),
    "appointed_for_a_reason": Wording(
        _("Podano, za co powołano tę osobę."),
        _("Przy każdej powołanej osobie trzeba napisać, dlaczego właśnie ona."),
    ),
    "led_by_members": Wording(
        _("Prowadzi osoba z organizacji członkowskiej."),
        _("Grupę prowadzi osoba z organizacji członkowskiej."),
    ),
    "coordinator_chairs_these": Wording(
        _("Koordynator_ka może prowadzić tę grupę."),
        _("Koordynator_ka prowadzi tylko grupy o znaczeniu strategicznym albo na tematy szczególnie wrażliwe."),
        _("W tej grupie może uczestniczyć bez prowadzenia."),
    ),
    "office_or_leads_fill": Wording(
        _("Miejsce obsadza osoba do tego uprawniona."),
        _("Miejsca obsadza sekretariat, a w grupie, którą ktoś prowadzi, także osoby prowadzące."),
    ),
    "own_seat": Wording(_("To Twoje miejsce."), _("To może zrobić tylko osoba, która zajmuje to miejsce.")),
    "office_or_leads_end": Wording(
        _("Udział kończy osoba do tego uprawniona."),
        _("Czyjś udział może zakończyć sekretariat albo osoba prowadząca grupę."),
    ),
    "seat_ends_for_a_cause": Wording(
        _("Jest powód, dla którego miejsce może się skończyć."),
        _("Z tego powodu nikt nie traci tu miejsca. Nieobecność, także w innych grupach, nim nie jest."),
        _("Osoba może sama zrezygnować."),
    ),
    "reason_given": Wording(_("Podano powód."), _("Napisz, dlaczego.")),
}
COMING_IN = {
    "outsiders_may_come": Wording(
        _("W tej grupie mogą uczestniczyć osoby spoza sieci."),
        _("W tej grupie uczestniczą tylko organizacje z sieci."),
    ),
    "outsiders_may_ask": Wording(
        _("Osoby spoza sieci mogą poprosić o przyjęcie."),
        _("Osoby spoza sieci zapraszają osoby prowadzące grupę."),
    ),
    "outsider_accepts_values": Wording(
        _("Osoba zgodziła się działać zgodnie z wartościami sieci."),
        _("Kto jest spoza sieci, musi najpierw zgodzić się działać zgodnie z jej wartościami."),
    ),
    "outsider_kind_or_reason": Wording(
        _("To podmiot wymieniony w zasadach albo podano powód."),
        _("Takiego podmiotu zasady nie wymieniają, więc potrzebny jest powód."),
    ),
    "open_to_members": Wording(
        _("Grupa jest otwarta dla organizacji z sieci."),
        _("Do tej grupy nie dołącza się samodzielnie."),
        _("Poproś osoby prowadzące o przyjęcie albo poczekaj na zaproszenie."),
    ),
    "open_on_request": Wording(
        _("Do grupy można poprosić o przyjęcie."),
        _("Do tej grupy wchodzi się tylko na zaproszenie."),
    ),
    "body_has_leads": Wording(_("Grupę ktoś prowadzi."), _("Do tej grupy nikogo się nie zaprasza.")),
    "office_or_leads_invite": Wording(
        _("Zaprasza osoba do tego uprawniona."), _("Zapraszać mogą osoby prowadzące grupę.")
    ),
    "office_or_leads_answer": Wording(
        _("Odpowiada osoba do tego uprawniona."), _("Na prośby o przyjęcie odpowiadają osoby prowadzące grupę.")
    ),
    "asked_once": Wording(
        _("Nie ma innej prośby, która czeka na odpowiedź."),
        _("Taka prośba albo zaproszenie już czeka na odpowiedź."),
    ),
    "own_invitation": Wording(
        _("To zaproszenie do Ciebie."), _("Na to zaproszenie może odpowiedzieć tylko osoba, do której je wysłano.")
    ),
    "own_request": Wording(_("To Twoja prośba."), _("Prośbę może wycofać tylko osoba, która ją złożyła.")),
    "seats_see_inside": Wording(
        _("Osoba należy do tej grupy."),
        _("To grupa zamknięta. Jej skład i sprawy znają tylko osoby, które do niej należą."),
    ),
    "network_sees_people": Wording(
        _("Osoba należy do sieci."), _("Kto należy do grupy z imienia i nazwiska, widzą osoby z sieci.")
    ),
}
LIFE = {
    "maker_opens": Wording(
        _("Otwiera osoba do tego uprawniona."),
        _("Grupę tego rodzaju otwiera ktoś inny: %(makers)s."),
    ),
    "heard_before_opening": Wording(
        _("To, co powinno poprzedzać otwarcie, już się odbyło."),
        _("Zanim powstanie grupa tego rodzaju, trzeba zgłosić propozycję albo zapytać o opinię."),
    ),
    "fewer_than_cap": Wording(
        _("Działa %(open)s z najwyżej %(most)s takich grup."),
        _("Działa już tyle takich grup, ile może: %(open)s z %(most)s."),
        _("Najpierw trzeba zamknąć jedną z nich."),
    ),
    "may_be_hidden": Wording(
        _("Istnienie tej grupy może pozostać ukryte."), _("Istnienia takiej grupy się nie ukrywa.")
    ),
    "office_or_leads_keep": Wording(
        _("Robi to osoba do tego uprawniona."), _("Mogą to zrobić osoby prowadzące grupę albo sekretariat.")
    ),
    "leads_hide": Wording(
        _("Decyduje grupa przez osoby, które ją prowadzą."), _("O tym decyduje sama grupa, przez osoby prowadzące.")
    ),
    "summary_given": Wording(
        _("Jest podsumowanie."), _("Napisz, co grupa zrobiła. Podsumowanie zostanie, gdy grupa się zamknie.")
    ),
    "flag_by": Wording(
        _("Oznacza osoba do tego uprawniona."),
        _("Takie oznaczenie nadaje Koordynator_ka. Znaczenie strategiczne może nadać także grupa doradcza."),
    ),
    "office_sets_types": Wording(_("Rodzaje grup ustawia sekretariat."), _("Rodzaje grup ustawia tylko sekretariat.")),
    "charter_leaves_it_open": Wording(
        _("Zasady zostawiają to sieci."),
        _("To określają zasady. Zmienia się to razem z nimi, nie tutaj."),
    ),
    "type_of_the_network": Wording(
        _("Ten rodzaj dodała sieć."), _("Ten rodzaj wynika z zasad, więc nie można go wycofać.")
    ),
    "no_body_open": Wording(
        _("Żadna grupa tego rodzaju nie działa."), _("Działa jeszcze grupa tego rodzaju."), _("Najpierw ją zamknij.")
    ),
}
WORDING = SEATS | COMING_IN | LIFE
