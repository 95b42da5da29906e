"""What is handed over to be found."""

from dataclasses import dataclass
from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from tkanka.rules.visibility import Audience

from .analysis import terms_line, weigh
from .folding import clean, words_of
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
        text = clean(self.text, LONGEST_READ)
        body = f"{lead} {text}"
        words = words_of(f"{title} {body}")
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
            terms=terms_line(weigh(title, body, self.language), title, self.language),
            lead=lead,
            text=text[:LONGEST_KEPT],
            folded=f" {' '.join(words)} "[:LONGEST_KEPT],
        )
