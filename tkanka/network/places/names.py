"""Reading a unit's name as people write it: with „powiat”, „m.”, (m-w) or the voivodeship beside it."""

import re
from dataclasses import dataclass, replace

from .folding import folded
from .models import Kind, Level

URBAN = frozenset({Kind.URBAN, Kind.CITY})
PREFIXES: tuple[tuple[str, Level | None, frozenset[Kind]], ...] = (
    ("wojewodztwo", Level.VOIVODESHIP, frozenset()),
    ("woj", Level.VOIVODESHIP, frozenset()),
    ("powiat", Level.POWIAT, frozenset()),
    ("pow", Level.POWIAT, frozenset()),
    ("gmina miejsko wiejska", Level.GMINA, frozenset({Kind.URBAN_RURAL})),
    ("gmina miejska", Level.GMINA, frozenset({Kind.URBAN})),
    ("gmina wiejska", Level.GMINA, frozenset({Kind.RURAL})),
    ("gmina", Level.GMINA, frozenset()),
    ("gm", Level.GMINA, frozenset()),
    ("miasto na prawach powiatu", Level.POWIAT, frozenset({Kind.CITY})),
    ("miasto stoleczne", None, URBAN),
    ("m st", None, URBAN),
    ("miasto", None, URBAN),
    ("m", None, URBAN),
)
BRACKETS: dict[str, frozenset[Kind]] = {
    "m": URBAN,
    "miasto": URBAN,
    "miejska": URBAN,
    "miasto na prawach powiatu": frozenset({Kind.CITY}),
    "gmina miejska": frozenset({Kind.URBAN}),
    "w": frozenset({Kind.RURAL}),
    "wiejska": frozenset({Kind.RURAL}),
    "gmina wiejska": frozenset({Kind.RURAL}),
    "m w": frozenset({Kind.URBAN_RURAL}),
    "mw": frozenset({Kind.URBAN_RURAL}),
    "miejsko wiejska": frozenset({Kind.URBAN_RURAL}),
    "gmina miejsko wiejska": frozenset({Kind.URBAN_RURAL}),
}
_BRACKET = re.compile(r"^(?P<name>.*\S)\s*\((?P<inside>[^()]+)\)$")
_SEPARATORS = re.compile(r"\s*[,;/|>·]\s*")


@dataclass(frozen=True, slots=True)
class Said:
    """A name without the words around it, and what those words say about it."""

    name: str
    level: int | None = None
    kinds: frozenset[Kind] = frozenset()


def stripped(name: str, level: int | None = None) -> Said:
    """The folded name without its prefixes; a prefix that contradicts `level` stays, so that nothing will match."""
    said = Said(name, level)
    while found := next((p for p in PREFIXES if said.name.startswith(f"{p[0]} ")), None):
        words, depth, kinds = found
        if depth is not None and said.level not in (None, depth):
            return said
        said = Said(said.name[len(words) + 1 :], said.level if depth is None else depth, said.kinds | kinds)
    return said


def bracketed(text: str) -> tuple[str, list[str]]:
    """ "Chełm (gmina wiejska, chełmski)" → ("Chełm", ["gmina wiejska", "chełmski"])."""
    found = _BRACKET.match(text)
    return (found["name"].strip(), parts(found["inside"])) if found else (text, [])


def kinds_in(text: str) -> frozenset[Kind]:
    return BRACKETS.get(folded(text), frozenset())


def parts(text: str) -> list[str]:
    """ "dolnośląskie, świdnicki" → both names; a text without separators is one."""
    return [part for part in _SEPARATORS.split(text) if part]


def of_kinds(said: Said, kinds: frozenset[Kind]) -> Said:
    return replace(said, kinds=said.kinds | kinds)
