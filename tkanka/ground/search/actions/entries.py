"""What is found."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import TypeVar
from uuid import UUID

from django.db import transaction

from tkanka.ground.kit.inserting import insert_values, values_of
from tkanka.rules.visibility import Audience

from ..models import Entry
from ..texts import Text

THINGS_AT_ONCE = 300
_REPLACED = [f.name for f in Entry._meta.concrete_fields if f.name not in {"id", "slot"}]
T = TypeVar("T")


def index(
    *,
    kind: str,
    key: UUID,
    network: UUID | None,
    audience: Audience,
    title: str,
    text: str,
    url: str,
    language: str,
    at: datetime,
    circle: UUID | None = None,
    lead: str = "",
    boost: int = 100,
) -> None:
    """Let a thing be found by this text and by no other: what was indexed of it before is gone.

    So a text that becomes private leaves nothing public behind. For a thing with a text for everyone and another for
    members, or in several languages, hand all of them to `index_many` at once. The arguments: see `Text`.
    """
    index_many(
        [
            Text(
                kind=kind,
                key=key,
                network=network,
                audience=audience,
                title=title,
                text=text,
                url=url,
                language=language,
                at=at,
                circle=circle,
                lead=lead,
                boost=boost,
            )
        ]
    )


def index_many(texts: Iterable[Text]) -> None:
    """Let each thing among the texts be found by exactly those of its texts that are listed here."""
    index_entries(entries_of(texts))


def entries_of(texts: Iterable[Text]) -> list[Entry]:
    """The rows of the index for these texts. Analysing takes long and writes nothing: do it before others wait."""
    return [text.entry() for text in texts]


@transaction.atomic
def index_entries(entries: Iterable[Entry]) -> None:
    """`index_many` for what `entries_of` made."""
    things: dict[tuple[str, str, UUID], dict[UUID, Entry]] = {}
    for entry in entries:
        things.setdefault((str(entry.network or ""), entry.kind, entry.key), {})[entry.slot] = entry
    for batch in _batches(sorted(things), THINGS_AT_ONCE):
        _write([entry for thing in batch for entry in things[thing].values()])


def index_new(entries: Iterable[Entry]) -> None:
    """The same for things nobody could find before, which is quicker."""
    insert_values(Entry, values_of(Entry, entries))


def _write(entries: list[Entry]) -> None:
    """The texts of whole things."""
    slots = [entry.slot for entry in entries]
    for network, kind in {(entry.network, entry.kind) for entry in entries}:
        keys = [entry.key for entry in entries if entry.network == network and entry.kind == kind]
        Entry.objects.filter(network=network, kind=kind, key__in=keys).exclude(slot__in=slots).delete()
    Entry.objects.bulk_create(entries, update_conflicts=True, unique_fields=["slot"], update_fields=_REPLACED)


def _batches(things: Iterable[T], size: int) -> Iterator[list[T]]:
    left = iter(things)
    while batch := list(islice(left, size)):
        yield batch


def forget(*, kind: str, key: UUID, network: UUID | None = None) -> None:
    """Take a thing out of the index: of one network, or of all when none is named."""
    found = Entry.objects.filter(kind=kind, key=key)
    (found if network is None else found.filter(network=network)).delete()


def forget_network(*, network: UUID) -> None:
    """Take everything of a network out of the index."""
    Entry.objects.filter(network=network).delete()


@transaction.atomic
def rebuild(*, kind: str, network: UUID | None, texts: Iterable[Text]) -> int:
    """Replace all texts of a kind in a network by these, which may be many; how many things are found now."""
    whole = list(texts)
    Entry.objects.filter(kind=kind, network=network).delete()
    index_many(whole)
    return len({text.key for text in whole})
