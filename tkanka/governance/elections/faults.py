"""What is wrong with a file of ballots or of bounds, in a sentence that names the place."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tkanka.rules.elections import BadBlt, BadBounds, CannotFill, named

BLT = {
    "blt.no_header": gettext_lazy("na początku mają stać dwie liczby: kandydatur i miejsc"),
    "blt.fewer_candidates": gettext_lazy("kandydatur (%(candidates)s) jest mniej niż miejsc (%(seats)s)"),
    "blt.goes_on": gettext_lazy("po tytule nic już nie powinno stać"),
    "blt.no_end": gettext_lazy("brakuje wiersza z samym zerem, który kończy karty do głosowania"),
    "blt.no_number": gettext_lazy("„%(word)s” nie jest liczbą całkowitą"),
    "blt.no_weight": gettext_lazy("karta zaczyna się od liczby takich samych kart, a nie od „%(word)s”"),
    "blt.ballot_without_end": gettext_lazy("karta nie kończy się zerem"),
    "blt.zero_within": gettext_lazy("zero stoi w środku karty"),
    "blt.equal_ranks": gettext_lazy("równych miejsc („%(word)s”) nie liczymy: każda kandydatura ma własne miejsce"),
    "blt.left_out": gettext_lazy("pominiętych miejsc („-”) nie liczymy: miejsca idą po kolei"),
    "blt.unknown_candidate": gettext_lazy("nie ma kandydatury numer %(candidate)s, jest ich %(candidates)s"),
    "blt.ranked_twice": gettext_lazy("kandydatura numer %(candidate)s stoi na karcie dwa razy"),
    "blt.names_missing": gettext_lazy("brakuje nazw: jest ich %(names)s, a kandydatur %(candidates)s"),
    "blt.name_empty": gettext_lazy("nazwa kandydatury jest pusta"),
    "blt.name_twice": gettext_lazy("nazwa „%(name)s” stoi już w wierszu %(first)s"),
    "blt.not_quoted": gettext_lazy("nazwy i tytuł stoją w cudzysłowie prostym, a tu jest: %(word)s"),
}
BOUNDS = {
    "bounds.no_toml": gettext_lazy("plik z progami nie jest poprawnym TOML: %(error)s"),
    "bounds.unknown_word": gettext_lazy("nieznane słowo: %(word)s"),
    "bounds.unknown_candidate": gettext_lazy("w pliku z głosami nie ma kandydatury „%(name)s”"),
    "bounds.no_text": gettext_lazy("cechy kandydatury „%(name)s” mają być krótkimi tekstami"),
    "bounds.unknown_attribute": gettext_lazy("żadna kandydatura nie ma cechy „%(attribute)s”"),
    "bounds.unknown_value": gettext_lazy("żadna kandydatura nie ma cechy %(attribute)s = %(value)s"),
    "bounds.each_alone": gettext_lazy("max_each stoi samo, bez value, min i max, i wynosi co najmniej 1"),
    "bounds.says_nothing": gettext_lazy("potrzebne jest value oraz min albo max"),
    "bounds.min_above_max": gettext_lazy("min (%(min)s) jest większe niż max (%(max)s)"),
    "bounds.no_figure": gettext_lazy("%(name)s ma być liczbą całkowitą, nie mniejszą od zera"),
}


def blt_fault(file: str, error: BadBlt) -> str:
    what = str(BLT[error.code]) % error.facts
    return _("%(file)s, wiersz %(line)s: %(what)s.") % {"file": file, "line": error.line, "what": what}


def bounds_fault(file: str, error: BadBounds) -> str:
    what = str(BOUNDS[error.code]) % error.facts
    if not error.number:
        return _("%(file)s: %(what)s.") % {"file": file, "what": what}
    return _("%(file)s, próg %(number)s: %(what)s.") % {"file": file, "number": error.number, "what": what}


def unfilled(error: CannotFill) -> str:
    if not error.bounds:
        return _("Kandydatur jest mniej niż miejsc.")
    bounds = "; ".join(map(named, error.bounds))
    return _("Tych progów nie da się spełnić razem przy tych kandydaturach: %(bounds)s.") % {"bounds": bounds}
