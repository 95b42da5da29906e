"""What things are called, for pages of other rooms that speak of them."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from tkanka.rules.visibility import Audience

from .candidates import Scope

MOST_NAMED = 200


@dataclass(frozen=True, slots=True)
class Named:
    """A thing the visitor may know of. `url` has no language prefix."""

    kind: str
    key: UUID
    title: str
    url: str
    language: str

    @property
    def thing(self) -> tuple[str, UUID]:
        return self.kind, self.key


def named(
    things: Collection[tuple[str, UUID]],
    *,
    network: UUID | None,
    audiences: frozenset[Audience],
    circles: frozenset[UUID] = frozenset(),
    language: str = "",
) -> dict[tuple[str, UUID], Named]:
    """Of these things, those the visitor would find, by kind and key; the text in the reader's language first."""
    wanted = list(dict.fromkeys(things))[:MOST_NAMED]
    if not wanted:
        return {}
    asked = Q()
    for kind in {kind for kind, _ in wanted}:
        asked |= Q(kind=kind, key__in=[key for other, key in wanted if other == kind])
    rows = Scope(network, audiences, circles).entries().filter(asked).order_by("id")
    found: dict[tuple[str, UUID], Named] = {}
    for row in rows.only("kind", "key", "title", "url", "language")[: MOST_NAMED * 3]:
        if (row.kind, row.key) not in found or row.language == language:
            found[row.kind, row.key] = Named(row.kind, row.key, row.title, row.url, row.language)
    return found
