"""What is wrong with files, cells and rows, in sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.wording import WORDING
from tkanka.network.places.wording import ASSUMED

from ..wording import FAULTS
from .fields import BY_CODE

WHOLE_ROW = _("Wiersz")
FILES: dict[str, Promise] = {
    "empty_file": _("Ten plik jest pusty."),
    "too_big": _("Plik ma %(size)s, a może mieć najwyżej %(most)s. Podzielcie go na części."),
    "other_archive": _("To spakowane archiwum, a nie arkusz, nawet jeśli nazwa mówi co innego."),
    "locked": _("Plik jest chroniony hasłem. Zapiszcie go bez hasła."),
    "damaged": _("Pliku nie da się odczytać: jest uszkodzony. Zapiszcie go jeszcze raz w programie do arkuszy."),
    "old_excel": _("To plik starego Excela (.xls). Zapiszcie go jako .xlsx."),
    "picture": _("To obraz albo dokument, a nie arkusz."),
    "not_a_table": _("To nie jest arkusz ani plik CSV."),
    "broken_lines": _("Wiersz %(line)s nie da się podzielić na komórki. Czy nie brakuje cudzysłowu?"),
    "no_rows": _("W tym pliku nie ma żadnego wiersza."),
    "no_headings": _("W pierwszych 25 wierszach nie ma nagłówków."),
    "nothing_below_headings": _("Pod nagłówkami nie ma żadnego wiersza."),
    "too_many_rows": _("Plik ma więcej niż %(most)s wierszy. Podzielcie go na części."),
    "rights_ended": _("Osoba, która wczytywała ten plik, nie może już tego robić."),
    "broke_off": _(
        "Coś się nie udało po naszej stronie. Spróbujcie jeszcze raz: co już weszło, nie wejdzie drugi raz."
    ),
}
CELLS: dict[str, Promise] = {
    "organisation_missing": _("Nie wiadomo, czyje to działanie."),
    "organisation_unknown": _("W tej sieci nie ma organizacji „%(text)s”."),
    "organisation_like": _("W tej sieci nie ma organizacji „%(text)s”. Czy chodzi o: %(known)s?"),
    "organisation_asked": _("„%(text)s” to prawie ta sama nazwa co %(known)s. Potwierdźcie, czy to ta organizacja."),
    "not_your_organisation": _("Nie wpisujesz działań organizacji „%(text)s”."),
    "number_unknown": _("W tej sieci nie ma organizacji o numerze %(text)s."),
    "number_and_name": _("Numer %(text)s ma inna organizacja niż ta, której nazwę podano."),
    "service_missing": _("Nie podano usługi ani obszaru."),
    "word_unknown": _("Nie znamy słowa „%(text)s”."),
    "word_like": _("Nie znamy słowa „%(text)s”. Czy chodzi o: %(known)s?"),
    "word_ambiguous": _("„%(text)s” może znaczyć: %(known)s."),
    "word_retired": _("„%(text)s” nie jest już używane. Może: %(known)s?"),
    "not_in_list": _("„%(text)s” nie ma na liście: %(known)s."),
    "area_missing": _("Nie podano miejsca."),
    "area_unknown": _("Nie ma jednostki „%(text)s”."),
    "area_like": _("Nie ma jednostki „%(text)s”. Czy chodzi o: %(known)s?"),
    "area_ambiguous": _("„%(text)s” może znaczyć: %(known)s. Podajcie kod albo województwo."),
    "area_outside": _("„%(text)s” nie leży w jednostce podanej obok."),
    "area_code_and_name": _("Kod i nazwa nie zgadzają się ze sobą: „%(text)s” to nie %(known)s."),
    "no_such_day": _("Nie ma takiego dnia: %(text)s."),
    "not_a_day": _("„%(text)s” to nie data. Najpewniej: 2026-05-31."),
    "day_unclear": _("%(text)s można czytać na dwa sposoby. Powiedzcie, czy najpierw jest dzień, czy miesiąc."),
    "number_unclear": _("%(text)s można czytać na dwa sposoby. Wpiszcie liczbę bez kropek i przecinków."),
    "not_whole": _("%(text)s to nie jest liczba całkowita."),
    "not_a_number": _("„%(text)s” to nie liczba."),
    "not_a_place_on_earth": _("„%(text)s” to nie współrzędna w stopniach."),
    "half_a_point": _("Podajcie obie współrzędne albo żadnej."),
    "not_yes_or_no": _("„%(text)s”: wpiszcie „tak” albo „nie”."),
    "too_long": _("Za długi tekst: może mieć najwyżej %(most)s znaków."),
    "not_an_email": _("„%(text)s” to nie adres e-mail."),
    "not_a_website": _("„%(text)s” to nie adres strony."),
    "repeats_otherwise": _("To samo działanie, miejsce, grupa i początek co w wierszu %(row)s, ale reszta jest inna."),
    "rows_disagree": _("Wiersz %(row)s mówi o tym samym działaniu co innego."),
}
NOTES: dict[str, Promise] = {
    "repeats": _("powtarza wiersz %(row)s"),
    **{f"assumed_{code}": words for code, words in ASSUMED.items()},
}


def file_sentence(code: str, facts: Mapping[str, Any]) -> str:
    """Why a file cannot be read."""
    shown = {**facts, **{size: filesizeformat(facts[size]) for size in ("size",) if size in facts}}
    if code == "too_big":
        shown["most"] = filesizeformat(facts["most"])
    return str(FILES[code]) % shown if code in FILES else code


def cell_sentence(code: str, facts: Mapping[str, Any]) -> str:
    """What is wrong with a cell, or why a row is refused."""
    if code == "price" and facts.get("ground") in WORDING:
        return f"{WORDING[facts['ground']].failed} {facts.get('cite', '')}".strip()
    words = CELLS.get(code) or FAULTS.get(code)
    return str(words) % facts if words else code


def note_sentence(code: str, facts: Mapping[str, Any]) -> str:
    """What had to be assumed, or what a row repeats."""
    return str(NOTES[code]) % facts if code in NOTES else code


def why(problems: Sequence[Sequence[Any]]) -> str:
    """All reasons of a row; the column is named with every one but the first, which stands in the first's column."""
    said = [cell_sentence(code, facts) for _field, code, facts in problems]
    more = [f"{column_name(one[0])}: {words}" for one, words in zip(problems[1:], said[1:], strict=True)]
    return " ".join([*said[:1], *more])


def column_name(field: str) -> str:
    """The heading of a field in the reader's language."""
    return BY_CODE[field].name if field in BY_CODE else str(WHOLE_ROW)
