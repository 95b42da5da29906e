"""Changing the charter."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Wording

WORDING = {
    "there_is_a_charter": Wording(
        _("Sieć ma Kartę."),
        _("Sieć nie ma jeszcze Karty, którą można by zmienić."),
    ),
    "office_advisory_or_two_members": Wording(
        _("Zmianę zaczyna sekretariat, Grupa Doradcza albo dwie organizacje."),
        _("Zmianę zaczyna sekretariat, Grupa Doradcza albo dwie organizacje członkowskie."),
    ),
    "amendment_waits_for_second": Wording(
        _("Zmiana czeka na drugą organizację."),
        _("Ta zmiana nie czeka już na drugą organizację."),
    ),
    "another_member_seconds": Wording(
        _("Popiera inna organizacja."),
        _("Poprzeć może tylko inna organizacja członkowska."),
    ),
    "secretariat_prepares_change": Wording(
        _("Zmianę przygotowuje sekretariat."),
        _("Zmianę przygotowuje tylko sekretariat."),
    ),
    "amendment_open": Wording(
        _("Zmiana jest w drodze."),
        _("Ta zmiana nie jest już w drodze."),
    ),
    "not_presented_yet": Wording(
        _("Zmiany jeszcze nie przedstawiono."),
        _("Zmianę już przedstawiono na spotkaniu, więc jej projekt się nie zmienia."),
    ),
    "all_members_invited": Wording(
        _("Na spotkanie zaproszono wszystkich członków."),
        _("Na to spotkanie nie zaproszono wszystkich członków."),
    ),
    "meeting_was_held": Wording(
        _("Spotkanie się odbyło."),
        _("To spotkanie jeszcze się nie odbyło."),
    ),
    "presented_after_consultation": Wording(
        _("Przedstawiono ją po konsultacjach."),
        _("Zmianę przedstawia się dopiero po zamknięciu konsultacji."),
    ),
    "presented_at_a_meeting": Wording(
        _("Zmianę przedstawiono na spotkaniu Forum."),
        _("Zmiany nie przedstawiono jeszcze na spotkaniu Forum."),
    ),
    "amendment_changes_something": Wording(
        _("Coś się zmienia."),
        _("Ani tekst, ani żadne ustalenie się nie zmienia."),
    ),
    "cites_stand_in_the_text": Wording(
        _("Każde ustalenie ma swój paragraf w tekście."),
        _("Tych paragrafów nie ma w tekście: %(cites)s."),
    ),
    "in_force_later": Wording(
        _("Dzień wejścia w życie jest po spotkaniu."),
        _("Zmiana może obowiązywać najwcześniej od dnia: %(first)s."),
    ),
    "document_of_the_network": Wording(
        _("To dokument tej sieci."),
        _("To nie jest dokument tej sieci."),
    ),
    "charter_not_changed_since": Wording(
        _("Karta się od tego czasu nie zmieniła."),
        _("Karta zmieniła się po rozpoczęciu tej zmiany. Zacznij ją od nowa od obecnej wersji."),
    ),
    "mover_or_office_withdraws": Wording(
        _("Wycofuje ten, kto zaczął, albo sekretariat."),
        _("Zmianę może wycofać tylko ten, kto ją zaczął, albo sekretariat."),
    ),
    "amendment_withdrawn_why": Wording(
        _("Wycofanie ma powód."),
        _("Napisz, dlaczego wycofujesz zmianę."),
    ),
}
