"""Disputes: bringing them, mediation, the keys, and who stands in for whom."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Wording

WORDING = {
    "disputes_known": Wording(
        _("Zasady mówią, jak rozwiązuje się spory."),
        _("Zasady tej sieci nie mówią o sporach."),
    ),
    "member_brings_dispute": Wording(
        _("Spór zgłasza organizacja członkowska."),
        _("Spór może zgłosić tylko osoba, która reprezentuje organizację członkowską."),
    ),
    "dispute_among_members": Wording(
        _("Spór jest między członkami."),
        _("Stronami sporu mogą być tylko różne organizacje członkowskie."),
        _("Wybierz inną organizację członkowską niż własna."),
    ),
    "good_faith_accepted": Wording(
        _("Strona działa w dobrej wierze i dba o dobre imię społeczności."),
        _("Brakuje oświadczenia o działaniu w dobrej wierze."),
    ),
    "own_party": Wording(
        _("Mówi osoba, która reprezentuje stronę."),
        _("W imieniu strony mówi tylko osoba, która ją reprezentuje."),
    ),
    "own_dispute": Wording(
        _("Wycofuje strona, która zgłosiła spór."),
        _("Spór może wycofać tylko strona, która go zgłosiła."),
    ),
    "dispute_runs": Wording(
        _("Sprawa jest w toku."),
        _("Sprawa jest już zamknięta."),
    ),
    "may_be_involved": Wording(
        _("Osoba pełni funkcję albo pracuje dla strony."),
        _("Wskazać można osobę na funkcji albo z organizacji, która jest stroną."),
    ),
    "involved_are_replaced": Wording(
        _("Osoby na funkcjach, których spór dotyczy, mają zastępstwo."),
        _("Spór dotyczy osobiście osoby na funkcji, a nikt jej jeszcze nie zastępuje."),
        _("Zastępstwo wskazują osoby z grupy doradczej, których spór nie dotyczy."),
    ),
    "still_in_mediation": Wording(
        _("Sprawa jest na etapie mediacji."),
        _("Sprawa jest już po etapie mediacji."),
    ),
    "mediator_from_there": Wording(
        _("Mediator_ka może być z sieci albo spoza niej."),
        _("Zasady nie przewidują takiej osoby do mediacji."),
    ),
    "mediator_is_no_party": Wording(
        _("Mediator_ka nie jest stroną sporu."),
        _("Strona sporu nie może być w nim mediatorem_ką."),
        _("Zaproponujcie kogoś, kogo spór nie dotyczy."),
    ),
    "mediator_is_open": Wording(
        _("Propozycja mediacji czeka na odpowiedź."),
        _("Na tę propozycję mediacji już odpowiedziano."),
    ),
    "mediation_or_reason": Wording(
        _("Była mediacja albo podano, dlaczego jej nie ma."),
        _("Najpierw mediacja. Bez niej trzeba podać powód."),
        _("Napisz, dlaczego sprawa ma iść na naradę bez mediacji."),
    ),
    "others_are_heard": Wording(
        _("Pozostałe strony zabrały głos albo miały na to dwa tygodnie."),
        _("Pozostałe strony jeszcze nie odpowiedziały, a nie minęły dwa tygodnie."),
    ),
    "involved_hold_no_key": Wording(
        _("Decyduje osoba, której spór nie dotyczy."),
        _("Osoba, której spór dotyczy osobiście, nie ma w nim klucza."),
    ),
    "holds_a_key": Wording(
        _("Decyduje Koordynator_ka, osoba z grupy doradczej albo kto je zastępuje."),
        _("Decydują tylko Koordynator_ka, grupa doradcza i osoby, które je zastępują."),
    ),
    "admission_is_asked": Wording(
        _("Strona poprosiła o naradę członków."),
        _("Żadna strona nie prosi teraz o naradę członków."),
    ),
    "key_not_turned": Wording(
        _("Ten głos jeszcze nie padł."),
        _("Ta decyzja już zapadła."),
    ),
    "key_says_why": Wording(
        _("Decyzja ma uzasadnienie."),
        _("Brakuje uzasadnienia decyzji."),
    ),
    "uninvolved_advisers_name": Wording(
        _("Zastępstwo wskazuje grupa doradcza, bez osób, których spór dotyczy."),
        _("Zastępstwo wskazują osoby z grupy doradczej, których spór nie dotyczy. Gdy ich nie ma, wskazuje los."),
    ),
    "somebody_to_replace": Wording(
        _("Ta osoba potrzebuje zastępstwa."),
        _("Ta osoba nie potrzebuje zastępstwa."),
    ),
    "substitute_of_another_member": Wording(
        _("Zastępuje osoba z innej organizacji członkowskiej."),
        _("Zastępować może tylko osoba z innej organizacji członkowskiej, której spór nie dotyczy."),
    ),
    "admitted_by_both_keys": Wording(
        _("Koordynator_ka i grupa doradcza zgodziły się na naradę."),
        _("Na naradę członków trafia tylko spór, na który zgodziły się Koordynator_ka i grupa doradcza."),
    ),
    "handlers_only": Wording(
        _("Sprawę prowadzi osoba, której spór nie dotyczy."),
        _("Mogą to zrobić tylko osoby, które prowadzą tę sprawę."),
    ),
    "handlers_or_mediator": Wording(
        _("Ugodę zapisuje mediator_ka albo osoba, która prowadzi sprawę."),
        _("Ugodę zapisuje tylko mediator_ka albo osoba, która prowadzi sprawę."),
    ),
    "no_vote_runs": Wording(
        _("Żadne głosowanie w tej sprawie nie trwa."),
        _("Głosowanie w tej sprawie już otwarto."),
    ),
    "before_the_vote": Wording(
        _("Głosowania jeszcze nie otwarto."),
        _("Głosowanie już otwarto."),
    ),
    "of_this_file": Wording(
        _("Osoba ma dostęp do akt."),
        _("Do akt dopisują tylko osoby, które mogą je czytać."),
    ),
    "verdict_is_there": Wording(
        _("Głosowanie się skończyło."),
        _("Głosowanie w tej sprawie jeszcze się nie skończyło."),
    ),
    "day_of_deletion_came": Wording(
        _("Nadszedł dzień usunięcia akt."),
        _("Dzień usunięcia akt jeszcze nie nadszedł."),
    ),
}
