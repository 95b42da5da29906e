"""A charter as its readers see it: every paragraph with the terms that cite it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from tkanka.ground.kit.cites import anchor_of
from tkanka.ground.kit.cites import shown as cite_shown
from tkanka.ground.kit.dates import tongue
from tkanka.ground.kit.wording import chapter_name, is_quoted, name_of, words_of
from tkanka.rules.defaults import where_silent
from tkanka.rules.rulebook import Rulebook, terms_of
from tkanka.rules.terms import Term
from tkanka.rules.texts import slug

from .models import Paragraph


@dataclass(frozen=True, slots=True)
class TermShown:
    """A term in the reader's language. `quoted`: the words are the network's own, in Polish."""

    path: str
    chapter: str
    name: str
    words: list[str]
    cite: str
    value: Any
    quoted: bool

    @property
    def place(self) -> str:
        """The cite as it is shown."""
        return cite_shown(self.cite)

    @property
    def said(self) -> str:
        return "; ".join(self.words)


@dataclass(slots=True)
class Section:
    """A paragraph, its parts, and the terms that rest on it. `cites`: each as it is written, with its anchor."""

    paragraph: Paragraph
    cites: list[tuple[str, str]]
    parts: list[Paragraph] = field(default_factory=list)
    terms: list[TermShown] = field(default_factory=list)


def shown(path: str, term: Term[Any]) -> TermShown:
    return TermShown(
        path=path,
        chapter=chapter_name(path),
        name=name_of(path),
        words=words_of(path, term.value),
        cite=term.cite,
        value=term.value,
        quoted=is_quoted(path),
    )


def terms_shown(book: Rulebook) -> list[TermShown]:
    """Every term the charter fixes, in the order of the chapters."""
    return [shown(path, term) for path, term in terms_of(book)]


def sections_of(paragraphs: list[Paragraph], book: Rulebook) -> tuple[list[Section], list[TermShown]]:
    """The charter by paragraphs, and the terms whose cite no paragraph of the text answers."""
    sections: list[Section] = []
    by_anchor: dict[str, Section] = {}
    for paragraph in paragraphs:
        if paragraph.level > 1 and sections:
            sections[-1].parts.append(paragraph)
            continue
        anchors = [paragraph.anchor, *(slug(cite) for cite in paragraph.cites[1:])]
        cites = [(cite_shown(cite), anchor) for cite, anchor in zip(paragraph.cites, anchors, strict=False)]
        section = Section(paragraph, cites)
        sections.append(section)
        by_anchor |= dict.fromkeys(anchors, section)
    astray: list[TermShown] = []
    for term in terms_shown(book):
        beside = by_anchor.get(anchor_of(term.cite))
        (beside.terms if beside else astray).append(term)
    return sections, astray


@dataclass(frozen=True, slots=True)
class DefaultShown:
    """What the platform does where the charter is silent, and why. It cites nothing, so it has no place to show."""

    name: str
    says: str
    why: str


def defaults_shown(book: Rulebook, *, day_is_inferred: bool) -> dict[str, list[DefaultShown]]:
    """The defaults that hold in the network, by the name of their chapter; what is said alike is said once."""
    said: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for default in where_silent(book):
        if default.term != "book.in_force_from" or day_is_inferred:
            said[(default.term.split(".")[0], *default.told(tongue()))].append(default.term)
    found: dict[str, list[DefaultShown]] = defaultdict(list)
    for (chapter, says, why), paths in said.items():
        path = paths[0] if len(paths) == 1 else paths[0].rpartition(".")[0]
        found[chapter_name(chapter)].append(DefaultShown(name_of(path), says, why))
    return dict(found)


def chapters_in(terms: list[TermShown]) -> dict[str, str]:
    """The chapters the terms belong to: id → name, in their order."""
    found: dict[str, str] = defaultdict(str)
    for term in terms:
        found[term.path.split(".", 1)[0]] = term.chapter
    return dict(found)


def sought(terms: list[TermShown], words: str = "", chapter: str = "") -> list[TermShown]:
    """The terms of a chapter that contain all the words, in their name, value, path or cite."""
    wanted = words.casefold().split()
    return [
        term
        for term in terms
        if (not chapter or term.path.startswith(f"{chapter}."))
        and all(word in f"{term.name} {term.said} {term.path} {term.cite}".casefold() for word in wanted)
    ]
