"""A list of words as rows of a sheet."""

from collections.abc import Iterator
from uuid import UUID

from tkanka.network.vocabulary.entries import LANGUAGES, Entry, Vocabulary

COLUMNS = (
    "list code parent label_pl label_en label_uk definition_pl definition_en definition_uk "
    "synonyms_pl synonyms_en synonyms_uk external_codes entered_in retired_in successor"
).split()


def rows_of(words: Vocabulary, codelist: str) -> Iterator[list[object]]:
    """The concepts of the list and of the one below it, retired ones too, in the list's order."""
    for code in (codelist, words.list_below(codelist)):
        for entry in words.by_list.get(code, ()):
            yield _row(words, entry)


def _row(words: Vocabulary, entry: Entry) -> list[object]:
    return [
        entry.codelist,
        entry.code,
        _code_of(words, entry.parent),
        *entry.labels,
        *entry.definitions,
        *("; ".join(entry.synonyms_in(language)) for language in LANGUAGES),
        "; ".join(f"{kind}={code}" for kind, code in entry.codes.items()),
        entry.entered_in,
        entry.retired_in,
        _code_of(words, entry.successor),
    ]


def _code_of(words: Vocabulary, key: UUID | None) -> str:
    return words.entries[key].code if key in words.entries and key else ""
