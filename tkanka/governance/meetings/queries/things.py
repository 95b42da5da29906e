"""What the items of an agenda are about: things of the network, as far as the reader may know of them."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import get_language

from tkanka.ground.search.queries import Named, named, search
from tkanka.network.networks.models import Network
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.standing import Standing
from tkanka.rules.visibility import audiences_of

from ..models import Item
from ..wording import THINGS
from .seeing import Places

KINDS = frozenset(THINGS)
OFFERED = 12


def _scope(network: Network, by: Standing, places: Places) -> dict[str, Any]:
    return {"network": network.pk, "audiences": audiences_of(by), "circles": frozenset(s.body_id for s in places.seats)}


def find_things(words: str, network: Network, by: Standing, places: Places) -> list[Named]:
    """Things of the network that answer these words, of those the one who asks may know of, best first."""
    if not words.strip():
        return []
    scope = _scope(network, by, places)
    hits = search(words, **scope, kinds=KINDS, size=OFFERED, language=_language(), widen=vocabulary().widen).hits
    found = (Named(h.kind, h.key, "".join(part.text for part in h.title), h.url, h.language) for h in hits)
    return [_in_language(one) for one in found]


def things_named(
    things: Collection[tuple[str, UUID]], network: Network, by: Standing, places: Places
) -> dict[tuple[str, UUID], Named]:
    """What these things are called; nothing of those the reader may not know of."""
    if not things:
        return {}
    found = named(things, **_scope(network, by, places), language=_language())
    return {thing: _in_language(one) for thing, one in found.items()}


def _language() -> str:
    return (get_language() or settings.LANGUAGE_CODE)[:2]


def _in_language(one: Named) -> Named:
    """With the address of the page in the reader's language."""
    return one if _language() == settings.LANGUAGE_CODE else replace(one, url=f"/{_language()}{one.url}")


def things_on(items: Iterable[Item], network: Network, by: Standing, places: Places) -> None:
    """Tell each item what it is about, where the reader may know."""
    linked = [(item, (item.thing_kind, item.thing_key)) for item in items if item.thing_key]
    found = things_named([thing for _, thing in linked], network, by, places)
    for item, thing in linked:
        item.about = found.get(thing)
