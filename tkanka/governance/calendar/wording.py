"""What is said of the events of a file."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .incoming import Found
from .outcomes import Outcome

OUTCOMES: dict[Outcome, Promise] = {
    Outcome.NEW: _("nowe"),
    Outcome.CHANGED: _("zmienione"),
    Outcome.CANCELLED: _("odwołane"),
    Outcome.UNCHANGED: _("bez zmian"),
    Outcome.REFUSED: _("pominięte"),
}
KINDS = {
    Outcome.NEW: "done", Outcome.CHANGED: "next", Outcome.CANCELLED: "waits", Outcome.UNCHANGED: "calm",
    Outcome.REFUSED: "late",
}  # fmt: skip
TROUBLES: dict[str, Promise] = {
    "bad_rule": _("Nie rozumiemy, jak to wydarzenie się powtarza."),
    "ends_before_start": _("Koniec jest przed początkiem."),
    "mixed_ends": _("Początek jest dniem, a koniec godziną, albo odwrotnie."),
    "no_start": _("Brakuje początku."),
    "no_title": _("Brakuje nazwy."),
    "no_uid": _("Brakuje identyfikatora (UID), po którym poznajemy to samo wydarzenie."),
    "out_of_reach": _("Wczytujemy wydarzenia od roku wstecz do dwóch lat naprzód."),
    "private": _("W pliku jest oznaczone jako prywatne."),
    "range": _("Zmiany całej reszty serii naraz (RANGE) nie wczytujemy."),
    "too_long": _("Trwa dłużej niż dwa miesiące."),
    "too_long_ago": _("Seria zaczyna się przed 1970 rokiem."),
    "too_many": _("Seria ma ponad tysiąc terminów."),
    "too_often": _("Powtarza się częściej niż raz dziennie."),
    "unknown_zone": _("Nie znamy strefy czasowej %(zone)s, a plik jej nie opisuje."),
    "unreadable_time": _("Nie da się odczytać czasu (%(what)s)."),
    "written_twice": _("W pliku jest nowsza wersja tego wydarzenia."),
}
FILES: dict[str, Promise] = {
    "no_calendar": _("To nie jest plik kalendarza (.ics)."),
    "no_events": _("W tym kalendarzu nie ma wydarzeń."),
    "too_many": _("W tym kalendarzu jest za dużo wydarzeń. Podziel go na mniejsze."),
}
NOTES: dict[str, Promise] = {
    "floating": _("bez strefy czasowej, przyjęto czas tego kalendarza"),
    "hour_left_out": _("tej godziny nie ma przez zmianę czasu, przesunięto o godzinę"),
    "hour_twice": _("ta godzina jest dwa razy przez zmianę czasu, przyjęto pierwszą"),
}


def why(one: Found) -> str:
    """Why the event is left out, in a sentence; of one cancelled that is not here, that."""
    if one.trouble is None:
        return str(_("W pliku jest odwołane, a u nas go nie ma.")) if one.cancelled else ""
    return str(TROUBLES[one.trouble.code]) % one.trouble.facts


def notes(one: Found) -> str:
    return "; ".join(str(NOTES[code]) for code in one.notes)
