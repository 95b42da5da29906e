"""The text of a change, from the paragraphs of its document to those of a charter."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tkanka.governance.consultations.models import Paragraph as Drafted
from tkanka.ground.kit.cites import anchor_of
from tkanka.network.networks.models import Paragraph
from tkanka.rules.texts import Paragraph as ParagraphText
from tkanka.rules.texts import Words, slug


@dataclass(slots=True)
class Part:
    """A paragraph of the charter as drafted: its number, its title, and its words."""

    cite: str
    title: str
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n\n".join(self.words)


def parts_of(drafted: Sequence[Drafted]) -> list[Part]:
    """Numbered paragraphs and headings begin a part; what follows them is its text."""
    found: list[Part] = []
    for one in drafted:
        if one.heading or one.label.startswith("§"):
            found.append(Part("" if one.heading else one.label.replace(" ", ""), one.text))
        elif found:
            found[-1].words.append(f"{one.label} {one.text}".strip())
        else:
            found.append(Part("", one.text))
    return found


def charter_text(before: Sequence[Paragraph], drafted: Sequence[Drafted]) -> list[ParagraphText]:
    """The text of the next version. A paragraph whose Polish words stay keeps its translations; of one that changes
    they are left out, for only the Polish text is in force."""
    old = {_key(next((c for c in one.cites if c.startswith("§")), ""), one.title_pl): one for one in before}
    found, anchors = [], set()
    for part in parts_of(drafted):
        was = old.get(_key(part.cite, part.title))
        title = Words(part.title)
        if was and _same(was.title_pl, part.title):
            title = Words(was.title_pl, was.title_en, was.title_uk)
        text = Words(part.text)
        if was and _same(was.text_pl, part.text):
            text = Words(was.text_pl, was.text_en, was.text_uk)
        anchor = was.anchor if was else anchor_of(part.cite) if part.cite else slug(part.title)
        while anchor in anchors:
            anchor = f"{anchor}-2"
        anchors.add(anchor)
        cites = tuple(was.cites) if was else (part.cite,) if part.cite else ()
        found.append(ParagraphText(anchor, cites, title, text, was.level if was else 1))
    return found


def _same(before: str, after: str) -> bool:
    """Whether the words are the same, however they are laid out."""
    return before.split() == after.split()


def _key(cite: str, title: str) -> str:
    return cite.replace(" ", "") or title


def text_in(paragraphs: Sequence[Paragraph]) -> tuple[ParagraphText, ...]:
    """A stored text as the rules read it."""
    return tuple(
        ParagraphText(
            one.anchor, tuple(one.cites), Words(one.title_pl, one.title_en, one.title_uk),
            Words(one.text_pl, one.text_en, one.text_uk), one.level,
        )
        for one in paragraphs
    )  # fmt: skip
