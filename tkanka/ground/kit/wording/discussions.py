"""Discussions: reading, writing, moderating, designating."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Wording

WORDING = {
    "sits_in_the_body": Wording(
        _("Ma miejsce w tej grupie albo prowadzi sieć."),
        _("W tej dyskusji biorą udział tylko osoby, które mają miejsce w grupie."),
        _("Zapytaj osoby prowadzące grupę, jak do niej dołączyć."),
    ),
    "designated_by_own_organisation": Wording(
        _("Wskazała ją własna organizacja."),
        _("Do forum mają dostęp tylko osoby wskazane przez swoje organizacje."),
        _("Poproś główną osobę reprezentującą Twoją organizację, żeby Cię wskazała."),
    ),
    "discusses_as_member": Wording(
        _("Działa w organizacji członkowskiej."),
        _("W dyskusjach sieci biorą udział osoby z organizacji członkowskich."),
    ),
    "body_still_open": Wording(
        _("Grupa działa."),
        _("Grupa zakończyła pracę. Jej dyskusje można czytać, ale już nie pisać."),
    ),
    "thread_still_open": Wording(
        _("Wątek jest otwarty."),
        _("Wątek jest zamknięty. Nikt już w nim nie pisze."),
        _("Możesz założyć nowy wątek."),
    ),
    "moderates_here": Wording(
        _("Prowadzi tę dyskusję."),
        _("O tym decydują osoby prowadzące dyskusję."),
    ),
    "own_post": Wording(
        _("To własny wpis."),
        _("Poprawiać można tylko własne wpisy."),
    ),
    "post_not_removed": Wording(
        _("Wpis nie jest usunięty."),
        _("Ten wpis usunięto."),
    ),
    "time_to_edit": Wording(
        _("Na poprawki jest jeszcze czas."),
        _("Wpis można poprawić tylko przez pierwsze %(minutes)s minut. Ten jest starszy."),
        _("Dopisz sprostowanie pod spodem."),
    ),
    "post_of_another": Wording(
        _("To wpis innej osoby."),
        _("Własnego wpisu nie trzeba zgłaszać."),
        _("Możesz go poprawić albo napisać do osób prowadzących dyskusję."),
    ),
    "post_is_shown": Wording(
        _("Wpis jest widoczny."),
        _("Tego wpisu już nie widać."),
    ),
    "access_by_designation": Wording(
        _("Dostęp do forum mają osoby wskazane przez organizacje."),
        _("W tej sieci nikogo nie trzeba wskazywać: forum jest otwarte dla członków."),
    ),
    "main_names_readers": Wording(
        _("Wskazuje główna osoba reprezentująca organizację."),
        _("Osoby do forum wskazuje główna osoba reprezentująca organizację członkowską."),
    ),
    "reader_of_own_organisation": Wording(
        _("Wskazana osoba działa w tej organizacji."),
        _("Wskazać można tylko osobę, która ma mandat tej organizacji."),
        _("Najpierw zaproś ją na stronie „Nasze osoby”."),
    ),
    "readers_within_limit": Wording(
        _("Liczba wskazanych osób mieści się w zasadach."),
        _("Organizacja może wskazać najwyżej tyle osób: %(limit)s."),
        _("Najpierw odbierz dostęp komuś innemu."),
    ),
    "ends_designation": Wording(
        _("Ma prawo odebrać dostęp."),
        _("Dostęp odbiera główna osoba reprezentująca organizację, sekretariat albo sama wskazana osoba."),
    ),
    "channel_of_a_body": Wording(
        _("To dyskusja grupy."),
        _("Inny kanał może wskazać tylko grupa."),
    ),
    "own_channel_allowed": Wording(
        _("Grupa może mieć własny kanał."),
        _("Zasady nie przewidują własnych kanałów takich grup."),
    ),
}
