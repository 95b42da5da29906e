"""Coming in: applications, declarations and their verification."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Wording

WORDING = {
    "network_verifies": Wording(
        _("O przyjęciu decyduje się po sprawdzeniu wniosku."),
        _("Ta sieć nie sprawdza wniosków: można do niej dołączyć od razu."),
    ),
    "network_is_open": Wording(
        _("Udział w tej sieci jest otwarty."),
        _("W tej sieci sam udział nie wystarcza."),
        _("Sprawdź, jak można do niej dołączyć."),
    ),
    "network_takes_declarations": Wording(
        _("Do tej sieci przystępuje się przez własne oświadczenie."),
        _("Do tej sieci nie przystępuje się przez samo oświadczenie."),
        _("Sprawdź, jak można do niej dołączyć."),
    ),
    "secretariat_names_parties": Wording(
        _("Listę wymienionych organizacji układa sekretariat."),
        _("Listę wymienionych organizacji układa tylko sekretariat."),
    ),
    "named_is_an_organisation": Wording(
        _("Wymienić można organizację albo grupę."),
        _("Pojedynczych osób nie wymienia się publicznie bez ich udziału."),
    ),
    "kind_belongs": Wording(
        _("Podmiot tego rodzaju (%(kind)s) może należeć do sieci."),
        _("Podmiot tego rodzaju (%(kind)s) nie może należeć do sieci."),
        _("Zapytaj sekretariat o status obserwatora lub partnera."),
    ),
    "network_has_ballots": Wording(
        _("Sieć prowadzi wykaz uprawnionych do głosowania."),
        _("Udział w tej sieci jest otwarty, więc nie ma wykazu uprawnionych do głosowania."),
    ),
    "earlier_application_over": Wording(
        _("Wcześniejszy wniosek jest zamknięty, można złożyć nowy."),
        _("Wcześniejszy wniosek jest jeszcze w toku."),
        _("Poczekaj na decyzję albo wycofaj ten wniosek."),
    ),
    "no_condition": Wording(
        _("Zasady nie stawiają warunków udziału."),
        _("Zasady nie określają warunków udziału."),
    ),
    "pursuit_stated": Wording(
        _("Osoba podała, że planuje własną działalność lub ją zawiesiła."),
        _("Zaznacz, czy własna działalność jest planowana, czy zawieszona."),
    ),
    "one_condition_met": Wording(
        _("Spełniony jest co najmniej jeden z warunków członkostwa."),
        _("Nie jest spełniony żaden z warunków członkostwa. Wystarczy jeden."),
    ),
    "one_limb_met": Wording(
        _("Organizacja wspiera inne organizacje albo aktywność społeczną mieszkańców_ek."),
        _("Nie podano, że organizacja wspiera inne organizacje lub aktywność mieszkańców_ek. Wystarczy jedno."),
    ),
    "every_condition_met": Wording(
        _("Wszystkie warunki udziału są spełnione."),
        _("Niespełnione warunki: %(missing)s."),
    ),
    "every_declaration_made": Wording(
        _("Złożono wszystkie oświadczenia (%(count)s)."),
        _("Brakujące oświadczenia: %(missing)s."),
    ),
    "declared_in_force": Wording(
        _("Oświadczenia dotyczą obowiązującej wersji tekstów."),
        _("Teksty oświadczeń zmieniły się od czasu, gdy je złożono."),
        _("Przeczytaj nową wersję i złóż oświadczenia jeszcze raz."),
    ),
    "own_application": Wording(
        _("Działa osoba, która składa wniosek."),
        _("To nie jest Twój wniosek."),
    ),
    "assisted_application": Wording(
        _("Sekretariat pomaga wypełnić wniosek; zapisane zostaną obie osoby."),
        _("Sekretariat nie wypełnia tu wniosków za organizacje."),
    ),
    "secretariat_verifies": Wording(
        _("Wniosek sprawdza sekretariat."),
        _("Wnioski sprawdza tylko sekretariat."),
    ),
    "reason_on_the_list": Wording(
        _("Powód jest na zamkniętej liście: %(reason)s."),
        _("Odmówić można tylko z powodu, który jest na liście."),
    ),
    "reason_explained": Wording(
        _("Powód jest wyjaśniony."),
        _("Wyjaśnij powód własnymi słowami: przeczyta go organizacja, która złożyła wniosek."),
    ),
    "reason_holds": Wording(
        _("Powód zgadza się z danymi wniosku."),
        _("Powód „%(reason)s” nie zgadza się z danymi wniosku."),
    ),
    "not_yet_representing": Wording(
        _("Osoba jeszcze nie działa w imieniu tej organizacji."),
        _("Już działasz w imieniu tej organizacji."),
    ),
    "was_unregistered": Wording(
        _("Do tej pory działano bez rejestracji (%(kind)s)."),
        _("Ta organizacja ma już formę prawną (%(kind)s)."),
        _("Inną zmianę danych wpisz w profilu organizacji."),
    ),
    "is_registered_now": Wording(
        _("Nowa forma jest zarejestrowana (%(kind)s)."),
        _("Nowa forma (%(kind)s) też jest bez rejestracji."),
        _("Wybierz formę prawną, w której działacie teraz."),
    ),
    "secretariat_notes_contacts": Wording(
        _("Kontakty zapisuje sekretariat."),
        _("Kontakty zapisuje tylko sekretariat."),
    ),
}
