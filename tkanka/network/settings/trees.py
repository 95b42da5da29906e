"""Lists of words laid out for a page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from tkanka.network.vocabulary.entries import Entry, Lists, Node, Vocabulary
from tkanka.network.vocabulary.models import Version
from tkanka.network.vocabulary.words import folded


@dataclass(frozen=True, slots=True)
class ListRow:
    """A list and, where it has one, the list below it."""

    listed: Lists
    count: int
    retired: int
    below: Lists | None
    count_below: int
    changed_at: datetime | None


def rows_of_lists(words: Vocabulary, latest: Mapping[str, Version]) -> list[ListRow]:
    """A row for every list that does not stand below another."""
    return [_row(words, one, latest) for one in words.lists.values() if not one.below]


def _row(words: Vocabulary, one: Lists, latest: Mapping[str, Version]) -> ListRow:
    below = words.list_below(one.code)
    days = [latest[code].at for code in (one.code, below) if code in latest]
    return ListRow(
        listed=one,
        count=len(words.active(one.code)),
        retired=sum(not e.is_active for code in (one.code, below) for e in words.by_list.get(code, ())),
        below=words.lists.get(below),
        count_below=len(words.active(below)),
        changed_at=max(days, default=None),
    )


def branches(words: Vocabulary, codelist: str, asked: str, *, retired: bool) -> list[Node]:
    """The tree of a list; with a question, only what has it in a name or code, below its parents."""
    tree, key = words.tree(codelist, retired=retired), folded(asked)
    if not asked:
        return tree
    return [kept for node in tree if (kept := _kept(node, key, asked))]


def _kept(node: Node, key: str, asked: str) -> Node | None:
    children = tuple(child for child in node.children if _speaks_of(child.entry, key, asked))
    if _speaks_of(node.entry, key, asked):
        return Node(node.entry, children or node.children)
    return Node(node.entry, children) if children else None


def _speaks_of(entry: Entry, key: str, asked: str) -> bool:
    return asked in entry.code or any(key and key in folded(name) for name in _texts(entry))


def _texts(entry: Entry) -> Iterable[str]:
    return (*entry.names, *entry.definitions)
