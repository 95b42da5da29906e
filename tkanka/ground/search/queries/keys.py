"""Which things answer, for lists that have other conditions as well."""

from uuid import UUID

from tkanka.rules.visibility import Audience

from ..questions import Widen, read, unfinished
from ..ranking import rank
from .candidates import Scope, candidates, rarities

MOST_KEYS = 1_000


def matching_keys(
    words: str,
    *,
    kind: str,
    network: UUID | None,
    audiences: frozenset[Audience],
    circles: frozenset[UUID] = frozenset(),
    limit: int = MOST_KEYS,
    widen: Widen | None = None,
) -> list[UUID]:
    """The keys of the things of a kind that answer, best first; at most `limit`, at most a thousand.

    Only things that have all words; a last word nobody knows is taken for the beginning of one.
    """
    scope, question = Scope(network, audiences, circles), read(words, widen)
    if not question:
        return []
    rows = candidates(scope, question, frozenset({kind}))
    beginning = unfinished(question)
    if not rows and beginning:
        question = beginning
        rows = candidates(scope, question, frozenset({kind}))
    if not rows:
        return []
    ranked = rank(rows, question, rarities(scope, question), None)
    return [UUID(str(candidate.key)) for candidate in ranked[: min(limit, MOST_KEYS)]]
