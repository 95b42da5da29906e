"""What is handed over to be found."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from uuid import NAMESPACE_URL, UUID, uuid5

from tkanka.rules.visibility import Audience

from .analysis import LONGEST_REMEMBERED, analysed, terms_line
from .folding import clean
from .models import Entry

LONGEST_TITLE = 300
LONGEST_READ = 200_000
LONGEST_KEPT = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text of a thing as one audience may read it.

    `url` is the path of its page without the language prefix. With a `circle` only people of that circle find it, and
    of them only those of the audience. `at` is the day that counts for its readers. `boost` is percent: 150 ranks a
    thing half as high again as its words alone would.
    """

    kind: str
    key: UUID
    network: UUID | None
    audience: Audience
    title: str
    text: str
    url: str
    language: str
    at: datetime
    circle: UUID | None = None
    lead: str = ""
    boost: int = 100

    @property
    def slot(self) -> UUID:
        parts = (self.network, self.kind, self.key, Audience(self.audience).value, self.circle, self.language)
        return uuid5(NAMESPACE_URL, "/".join(str(part or "") for part in parts))

    def entry(self) -> Entry:
        """The row of the index, analysed."""
        title, lead = clean(self.title, LONGEST_TITLE), clean(self.lead, LONGEST_KEPT)
        lines = _lines(self.text)
        said = [analysed(title, self.language), *(analysed(part, self.language) for part in (lead, *lines) if part)]
        words = [word for one in said for word in one.words]
        return Entry(
            slot=self.slot,
            network=self.network,
            kind=self.kind,
            key=self.key,
            audience=Audience(self.audience).value,
            circle=self.circle,
            language=self.language,
            at=self.at,
            boost=self.boost,
            length=len(words),
            title=title,
            url=self.url,
            terms=terms_line(*said),
            lead=lead,
            text=" ".join(lines)[:LONGEST_KEPT],
            folded=f" {' '.join(words)} "[:LONGEST_KEPT],
        )


def _lines(text: str) -> list[str]:
    """The lines that say anything, each clean; no more of them than are read."""
    if len(text) > LONGEST_READ:
        return [clean(text, LONGEST_READ)]
    return [line for line in map(_clean_line, text.split("\n")) if line]


def _clean_line(line: str) -> str:
    return _clean_once(line) if len(line) <= LONGEST_REMEMBERED else clean(line, LONGEST_READ)


@lru_cache(maxsize=1_000)
def _clean_once(line: str) -> str:
    return clean(line, LONGEST_READ)
