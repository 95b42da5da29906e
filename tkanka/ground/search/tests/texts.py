"""A small network's texts."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from tkanka.ground.search.texts import Text
from tkanka.rules.visibility import Audience

NETWORK, ELSEWHERE, CIRCLE = UUID(int=101), UUID(int=102), UUID(int=103)
DAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PUBLIC = frozenset({Audience.PUBLIC})
MEMBER = frozenset({Audience.PUBLIC, Audience.MEMBERS})


def text(number, title, body="", **changed):
    """The text of thing `number`, written on the day `number` days after the first."""
    given = {
        "kind": "organisation",
        "key": UUID(int=number),
        "network": NETWORK,
        "audience": Audience.PUBLIC,
        "title": title,
        "text": body,
        "url": f"/n/razem/things/{number}/",
        "language": "pl",
        "at": DAY + timedelta(days=number),
    }
    return Text(**{**given, **changed})


def numbers(results):
    return [hit.key.int for hit in results.hits]


def plain(fragments):
    return "".join(fragment.text for fragment in fragments)


def marked(fragments):
    return [fragment.text for fragment in fragments if fragment.hit]
