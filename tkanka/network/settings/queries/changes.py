"""Who changed what in a list, with names."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from tkanka.ground.kit.deeds import verb_sentence
from tkanka.network.networks.models import Network
from tkanka.network.people.models import Person
from tkanka.network.people.queries import people_by_key
from tkanka.network.vocabulary.models import Concept, Version
from tkanka.network.vocabulary.queries import changes_of


@dataclass(frozen=True, slots=True)
class Change:
    """One version of a list in the reader's language. `who` is named to the network whose office it was."""

    number: int
    at: datetime
    text: str
    what: str
    who: str
    concept: Concept | None
    codelist: str
    cites: tuple[str, ...] = ()


def changes_in(versions: Iterable[Version], network: Network) -> list[Change]:
    """The versions of one page of a history. Two queries, whatever their number."""
    rows = list(versions)
    people = people_by_key({row.person for row in rows if row.person})
    others = {row.network for row in rows if row.network and row.network != network.pk}
    networks = Network.objects.in_bulk(others) if others else {}
    return [_change(row, network, people, networks) for row in rows]


def changes_of_concept(concept: Concept, network: Network) -> list[Change]:
    return changes_in(changes_of(concept), network)


def _change(row: Version, network: Network, people: dict[UUID, Person], networks: dict[UUID, Network]) -> Change:
    code = row.concept.code if row.concept else ""
    return Change(
        number=row.number,
        at=row.at,
        text=verb_sentence(row.verb, {"code": code}),
        what=_what(row.change),
        who=_who(row, network, people, networks),
        concept=row.concept,
        codelist=row.codelist.label,
    )


def _who(row: Version, network: Network, people: dict[UUID, Person], networks: dict[UUID, Network]) -> str:
    if row.network in networks:
        return networks[row.network].short_name if row.network else ""
    if row.person in people and row.network == network.pk:
        return str(people[row.person]) if row.person else ""
    return _("platforma") if row.person is None else ""


def _what(change: dict[str, object]) -> str:
    """The words before and after, the synonym, the successor or the number of what was loaded."""
    before, after = change.get("before"), change.get("labels")
    if isinstance(before, list) and isinstance(after, list):
        pairs = [f"{old} → {new}" for old, new in zip(before, after, strict=False) if old != new]
        return "; ".join(pairs)
    if change.get("text"):
        return f"{change['text']} ({change.get('language', '')})"
    if change.get("successor"):
        return _("następca: %(code)s") % {"code": change["successor"]}
    if change.get("place"):
        return _("miejsce na liście: %(place)s") % {"place": change["place"]}
    if change.get("added"):
        return _("nowe pojęcia: %(count)s") % {"count": change["added"]}
    return ""
