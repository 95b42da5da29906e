"""The text of a charter, paragraph by paragraph, in three languages, and where a cite is found in it.

A text is Markdown: `### cite, cite · Polish title · English title · Ukrainian title`, then the three texts, each opened
by **pl**, **en** or **uk**. `####` opens a part of a paragraph; it has a title and no cite of its own.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from . import books

LANGUAGES = ("pl", "en", "uk")
HEADING = re.compile(r"(?m)^(?=#{2,4} )")
OPENING = re.compile(r"(?m)^\*\*(\w+)\*\* +(?=\S)")


class BadText(ValueError):
    """The text of a charter cannot be read; the message says where."""


@dataclass(frozen=True, slots=True)
class Words:
    """The same in three languages. The Polish text is the one in force."""

    pl: str = ""
    en: str = ""
    uk: str = ""

    def to(self, language: str) -> str:
        """In this language; in Polish for a language that is not there. "en-gb" is understood as "en"."""
        short = language.split("-")[0].lower()
        return (getattr(self, short) if short in LANGUAGES else "") or self.pl


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, or a part of one (`level` 2, without cites). `anchor` is safe in a URL and stays the same."""

    anchor: str
    cites: tuple[str, ...]
    title: Words
    text: Words
    level: int = 1

    @property
    def anchors(self) -> tuple[str, ...]:
        """An anchor for every cite it answers, its own first; a page gives it all of them."""
        return (self.anchor, *(slug(cite) for cite in self.cites[1:]))


def read_texts(text: str) -> tuple[Paragraph, ...]:
    """Read the paragraphs of one charter. Raises BadText for a missing language, title or cite, or a double cite."""
    found: list[Paragraph] = []
    for block in HEADING.split(text)[1:]:
        heading, _, body = block.partition("\n")
        if not heading.startswith("## "):
            found.append(_paragraph(heading, body, found))
    _refuse_repeated(found)
    return tuple(found)


@lru_cache
def charter_texts(book: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a charter kept here (one of `books.NAMES`). Raises KeyError for any other."""
    for part in re.split(r"(?m)^## ", books.text_of("charter_texts.md"))[1:]:
        name, _, text = part.partition("\n")
        if name.strip() == book:
            return read_texts(text)
    raise KeyError(book)


def anchor_in(paragraphs: tuple[Paragraph, ...], cite: str) -> str | None:
    """The anchor of the paragraph a cite names; None where the text has no such paragraph."""
    return next((p.anchor for p in paragraphs if cite in p.cites), None)


def anchor_of(book: str, cite: str) -> str | None:
    """The same for a charter kept here."""
    return anchor_in(charter_texts(book), cite)


def paragraph_of(paragraphs: tuple[Paragraph, ...], cite: str) -> tuple[Paragraph, ...]:
    """The paragraph a cite names, together with its parts; empty where there is none."""
    anchor = anchor_in(paragraphs, cite)
    return tuple(p for p in paragraphs if anchor and (p.anchor == anchor or p.anchor.startswith(f"{anchor}--")))


def slug(words: str) -> str:
    """A cite as an anchor: "§9" is "p9", "O nas ¶9" is "o-nas-9", "¶1" is "ust-1", "Cel główny" is "cel-glowny"."""
    words = re.sub(r"^¶", "ust ", words).replace("§", "p").replace("ł", "l").replace("Ł", "L")
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def _paragraph(heading: str, body: str, before: list[Paragraph]) -> Paragraph:
    marks, _, rest = heading.partition(" ")
    parts = [part.strip() for part in rest.split(" · ")]
    cites = parts.pop(0) if marks == "###" else ""
    if len(parts) != len(LANGUAGES) or not all(parts):
        raise BadText(f"{heading.strip()}: a title in each of {', '.join(LANGUAGES)} is needed")
    paragraph = Paragraph("", (), Words(*parts), _words(heading, body), level=len(marks) - 2)
    if marks == "###":
        names = tuple(cite.strip() for cite in cites.split(","))
        return replace(paragraph, anchor=slug(names[0]), cites=names)
    if not before:
        raise BadText(f"{heading.strip()}: a part without a paragraph")
    return replace(paragraph, anchor=f"{before[-1].anchor.split('--')[0]}--{slug(parts[0])}")


def _words(heading: str, body: str) -> Words:
    pieces = OPENING.split(body.split("\n---")[0])
    found = dict(zip(pieces[1::2], (text.strip() for text in pieces[2::2]), strict=True))
    if not found and heading.startswith("### "):
        return Words()
    if tuple(found) != LANGUAGES:
        raise BadText(f"{heading.strip()}: the text is needed in {', '.join(LANGUAGES)}, in this order")
    return Words(**found)


def _refuse_repeated(found: list[Paragraph]) -> None:
    cites = [cite for paragraph in found for cite in paragraph.cites]
    anchors = [paragraph.anchor for paragraph in found]
    for one in (*cites, *anchors):
        if not one or cites.count(one) > 1 or anchors.count(one) > 1:
            raise BadText(f"“{one}” stands twice or is empty")
