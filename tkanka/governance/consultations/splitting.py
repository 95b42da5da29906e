"""A pasted text as numbered paragraphs: where each begins, its number as it was typed, and the unit it is cited by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

MOST, LONGEST, LONGEST_TEXT = 2_000, 10_000, 1_500_000
LONGEST_LABEL = 40
MAJOR = re.compile(
    r"(§\s*\d+[a-z]?|(?:art|rozdział|rozdz|część|dział|ustęp|ust)\.?\s+(?:\d+[a-z]?|[IVXLC]+))\b[.)]?\s*", re.IGNORECASE
)
POINT = re.compile(
    r"(\(?\d{1,4}(?:\.\d{1,4}){0,5}[.)]|\d{1,4}(?:\.\d{1,4}){1,5}|\(?[a-ząćęłńóśźż][)]|[IVXLC]{1,6}[.)])\s+(?=\S)"
)
HEADING = re.compile(r"#{1,6}\s+(?=\S)")
BULLET = re.compile(r"[-*•–]\s+(?=\S)")


class Fault(StrEnum):
    """Why a text cannot be taken."""

    EMPTY = "empty"
    TOO_MANY = "too_many"
    TOO_LONG = "too_long"


class BadDocument(ValueError):
    """`unit` says where."""

    def __init__(self, fault: Fault, unit: str = "") -> None:
        self.fault, self.unit = fault, unit
        super().__init__(f"{fault} {unit}".strip())


@dataclass(slots=True)
class Piece:
    """One paragraph of a pasted text."""

    label: str
    unit: str
    text: str
    heading: bool = False


def split(text: str) -> list[Piece]:
    """The paragraphs of a text. A line that begins with a number begins one, and so does a line after an empty line.

    Raises BadDocument for an empty text, for too many paragraphs and for one that is too long.
    """
    if len(text) > LONGEST_TEXT:
        raise BadDocument(Fault.TOO_LONG)
    found: list[Piece] = []
    for piece in _pieces(text):
        if len(found) == MOST:
            raise BadDocument(Fault.TOO_MANY)
        found.append(piece)
    if not found:
        raise BadDocument(Fault.EMPTY)
    number_units(found)
    for piece in found:
        if len(piece.text) > LONGEST:
            raise BadDocument(Fault.TOO_LONG, piece.unit)
    return found


def _pieces(text: str) -> Iterator[Piece]:
    open_one: Piece | None = None
    waits = False  # a number alone on its line: what it numbers comes next
    for line in text.replace("\0", "").replace("\u2028", "\n").splitlines():
        said = " ".join(line.split())
        begun = _begun(said) if said else None
        if begun or not said or (open_one and open_one.heading and not waits):
            waits = waits and not said
            if open_one is not None and not waits:
                if open_one.text or MAJOR.fullmatch(open_one.label):
                    yield open_one
                open_one = None
        if begun:
            open_one, waits = begun, not begun.text
        elif said and open_one is None:
            open_one = Piece("", "", said)
        elif said and open_one is not None:
            open_one.text, waits = f"{open_one.text} {said}".strip(), False
    if open_one is not None and (open_one.text or MAJOR.fullmatch(open_one.label)):
        yield open_one


def _begun(line: str) -> Piece | None:
    """The paragraph a line begins by its number or mark; None for a line that goes on."""
    heading = HEADING.match(line)
    if heading:
        line = line[heading.end() :]
    numbered = MAJOR.match(line) or POINT.match(f"{line} x" if len(line) < LONGEST_LABEL else line)
    if numbered:
        label, rest = numbered[1].strip(), line[numbered.end() :].strip()
        return Piece(label, "", rest, bool(heading))
    if heading:
        return Piece("", "", line, True)
    bullet = BULLET.match(line)
    return Piece("–", "", line[bullet.end() :]) if bullet else None


def number_units(pieces: list[Piece]) -> None:
    """Say of each how it is cited: a paragraph under its §, what has no number by its place."""
    major, within, plain = "", "", 0
    for piece in pieces:
        if MAJOR.fullmatch(piece.label):
            major, within = piece.label, ""
            piece.unit = major
        elif piece.label and piece.label != "–":
            own, is_inner = named(piece.label), piece.label.endswith(")")
            above = () if "." in piece.label.strip("().") else (major, within if is_inner else "")
            piece.unit = " ".join(part for part in (*above, own) if part)
            within = within if is_inner else own
        else:
            plain += 1
            piece.unit = f"¶ {plain}"
        piece.unit = piece.unit[:80]


def named(label: str) -> str:
    """How a number is cited: "1." is ust. 1, "2)" pkt 2, "a)" lit. a; 3.1.2 stays."""
    bare = label.strip("().")
    if "." in bare:
        return bare
    if label.endswith(")"):
        return f"pkt {bare}" if bare.isdigit() else f"lit. {bare}"
    return f"ust. {bare}"
