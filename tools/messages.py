"""Translations without gettext's binaries: extract, check, compile.

    python tools/messages.py update [ROOM ...]   merge what the sources say into each room's catalogues
    python tools/messages.py check               fail on a missing, unused, fuzzy, broken or ambiguous translation
    python tools/messages.py compile             write the .mo files

The wording is written in Polish in the sources; `pl` catalogues therefore hold plural forms only.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import django
from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("pl", "en", "uk")
PLURALS = {
    "pl": "nplurals=4; plural=(n==1 ? 0 : (n%10>=2 && n%10<=4) && (n%100<12 || n%100>14) ? 1 : "
    "n!=1 && (n%10>=0 && n%10<=1) || (n%10>=5 && n%10<=9) || (n%100>=12 && n%100<=14) ? 2 : 3);",
    "en": "nplurals=2; plural=(n != 1);",
    "uk": "nplurals=4; plural=(n % 1 == 0 && n % 10 == 1 && n % 100 != 11 ? 0 : n % 1 == 0 && n % 10 >= 2 && "
    "n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : n % 1 == 0 && (n % 10 ==0 || (n % 10 >=5 && n % 10 <=9) || "
    "(n % 100 >=11 && n % 100 <=14 )) ? 2: 3);",
}
KEYWORDS: dict[str, object] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
HOLES = re.compile(r"%\((\w+)\)[sd]")
Key = tuple[str, str | None]


def rooms() -> list[Path]:
    """Every folder that keeps catalogues of its own: the rooms, and `config` for what is said in settings."""
    found = {p.parent for p in ROOT.glob("tkanka/*/*/apps.py")} | {ROOT / "config"}
    return sorted(found)


def strings_of(room: Path) -> Iterator[tuple[object, str | None, str, int]]:
    """(message, context, file, line) of everything a room says; a plural message is a pair."""
    from django.utils.translation.template import templatize

    files = [p for p in sorted(room.rglob("*")) if p.suffix in {".py", ".html", ".txt", ".mjml", ".svg", ".typ"}]
    for path in files:
        if {"tests", "migrations", "data", "locale", "node_modules"} & set(path.relative_to(room).parts):
            continue
        text = path.read_text("utf8")
        source = text if path.suffix == ".py" else templatize(text, origin=str(path))
        stream = io.BytesIO(source.encode())
        for line, message, _comments, context in extract("python", stream, KEYWORDS, options={"encoding": "utf-8"}):
            yield message, context, str(path.relative_to(ROOT)), line


def wanted_by(room: Path) -> dict[Key, tuple[object, list[str]]]:
    wanted: dict[Key, tuple[object, list[str]]] = {}
    for message, context, file, _line in strings_of(room):
        first = message[0] if isinstance(message, tuple) else message
        known, places = wanted.setdefault((str(first), context), (message, []))
        if isinstance(message, tuple) and not isinstance(known, tuple):
            wanted[(str(first), context)] = (message, places)
        if file not in places:
            places.append(file)
    return wanted


def po_path(room: Path, language: str) -> Path:
    return room / "locale" / language / "LC_MESSAGES" / "django.po"


def read(room: Path, language: str) -> Catalog:
    path = po_path(room, language)
    if not path.exists():
        return Catalog(locale=language)
    return read_po(io.StringIO(path.read_text("utf8")), locale=language)


def save(room: Path, language: str, catalog: Catalog) -> None:
    buffer = io.BytesIO()
    catalog._num_plurals = forms(language)  # babel knows three forms of Polish and Ukrainian, gettext four
    write_po(buffer, catalog, width=110, sort_output=True, omit_header=True, no_location=False)
    header = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Language: {language}\\n"\n"Plural-Forms: {PLURALS[language]}\\n"\n\n'
    )
    path = po_path(room, language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(header + buffer.getvalue().decode(), "utf8")


def forms(language: str) -> int:
    return int(PLURALS[language].split("nplurals=")[1][0])


def update(room: Path) -> None:
    wanted = wanted_by(room)
    for language in LANGUAGES:
        old, new = read(room, language), Catalog(locale=language)
        for (first, context), (message, places) in wanted.items():
            plural = isinstance(message, tuple)
            if language == "pl" and not plural:
                continue
            known = old.get(first, context)
            string = known.string if known else ""
            if plural:
                given = string if isinstance(string, tuple | list) else ()
                string = tuple(list(given)[: forms(language)] + [""] * (forms(language) - len(given)))
            elif isinstance(string, tuple | list):
                string = string[0]
            new.add(message, string, locations=[(p, None) for p in places], context=context)
        if len(new) or po_path(room, language).exists():
            save(room, language, new)


def faults(room: Path) -> Iterator[str]:
    wanted = wanted_by(room)
    for language in LANGUAGES:
        catalog = read(room, language)
        name = f"{room.relative_to(ROOT)} [{language}]"
        for message in catalog:
            if message.id and message.fuzzy:
                yield f"{name}: fuzzy: {message.id!r}"
            if message.id and (message.id[0] if message.pluralizable else message.id, message.context) not in wanted:
                yield f"{name}: no longer said: {message.id!r}"
        for (first, context), (message, places) in wanted.items():
            if language == "pl" and not isinstance(message, tuple):
                continue
            known = catalog.get(first, context)
            strings = [] if known is None else [known.string] if isinstance(known.string, str) else list(known.string)
            needed = forms(language) if isinstance(message, tuple) else 1
            if len(strings) < needed or not all(strings):
                yield f"{name}: missing: {first!r} ({places[0]})"
                continue
            holes = set(HOLES.findall(" ".join(message) if isinstance(message, tuple) else str(message)))
            said = set(HOLES.findall(" ".join(strings)))
            if holes != said:
                yield f"{name}: placeholders differ: {first!r}: {sorted(holes ^ said)}"


def disagreements() -> Iterator[str]:
    """Rooms that translate the same words differently: all catalogues become one, so only one of them would be read."""
    for language in LANGUAGES:
        said: dict[tuple[object, str | None], dict[object, list[str]]] = {}
        for room in rooms():
            for message in read(room, language):
                if message.id:
                    one = message.string if isinstance(message.string, str) else tuple(message.string)
                    said.setdefault((message.id, message.context), {}).setdefault(one, []).append(room.name)
        for (words, _context), ways in said.items():
            if len(ways) > 1:
                told = "; ".join(f"{one!r} in {', '.join(where)}" for one, where in ways.items())
                yield f"[{language}] {words!r} is said in several ways (agree, or give it a context): {told}"


def compile_all() -> int:
    count = 0
    for path in ROOT.glob("**/locale/*/LC_MESSAGES/django.po"):
        if {".venv", "node_modules"} & set(path.parts):
            continue
        language, target = path.parts[-3], path.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= path.stat().st_mtime:
            continue
        catalog = read_po(io.StringIO(path.read_text("utf8")), locale=language)
        with target.open("wb") as file:
            write_mo(file, catalog)
        count += 1
    return count


def main(arguments: list[str]) -> int:
    settings.configure(USE_I18N=True)
    django.setup()
    match arguments:
        case ["update", *names]:
            for room in [Path(n).resolve() for n in names] or rooms():
                update(room)
            return 0
        case ["check"]:
            found = [*(fault for room in rooms() for fault in faults(room)), *disagreements()]
            print(*found, sep="\n", end="\n" if found else "")
            print(f"translations: {len(found)} faults")
            return bool(found)
        case ["compile"]:
            print(f"translations: {compile_all()} catalogues compiled")
            return 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
