"""Reading the lists. One small query tells whether what is kept in memory still holds."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import F, Q, QuerySet

from tkanka.ground.kit.lookup import one_of

from .entries import Choice, Entry, Lists, Node, Vocabulary, Widening
from .models import LANGUAGES, Codelist, Concept, Synonym, Version

Stamp = frozenset[tuple[str, UUID]]
_kept: tuple[Stamp, Vocabulary] | None = None


def vocabulary() -> Vocabulary:
    """All lists as they are now: one query, and two more after a list was changed. Take it once a page."""
    global _kept
    lists = list(Codelist.objects.select_related("below"))
    stamp = frozenset((one.code, one.edition) for one in lists)
    if _kept is None or _kept[0] != stamp:
        _kept = (stamp, _read(lists))
    return _kept[1]


def _read(lists: list[Codelist]) -> Vocabulary:
    codes = {one.pk: one.code for one in lists}
    synonyms: dict[UUID, list[tuple[UUID, str, str]]] = {}
    told = Synonym.objects.order_by("text").values_list("pk", "concept_id", "language", "text")
    for key, concept, language, text in sorted(told, key=lambda row: LANGUAGES.index(row[2])):
        synonyms.setdefault(concept, []).append((key, language, text))
    entries = {c.pk: _entry(c, codes[c.codelist_id], synonyms.get(c.pk, [])) for c in Concept.objects.all()}
    return Vocabulary({one.code: _list(one) for one in lists}, entries)


def _list(one: Codelist) -> Lists:
    below = one.below.code if one.below else ""
    return Lists(one.code, (one.label_pl, one.label_en, one.label_uk), one.number, below, one.fixed)


def _entry(concept: Concept, codelist: str, synonyms: list[tuple[UUID, str, str]]) -> Entry:
    return Entry(
        id=concept.pk,
        codelist=codelist,
        code=concept.code,
        labels=(concept.label_pl, concept.label_en, concept.label_uk),
        definitions=(concept.definition_pl, concept.definition_en, concept.definition_uk),
        parent=concept.parent_id,
        order=concept.order,
        codes=concept.codes,
        entered_in=concept.entered_in,
        retired_in=concept.retired_in,
        successor=concept.successor_id,
        synonyms=tuple(synonyms),
    )


def choices(codelist: str, parent: UUID | None = None) -> list[Choice]:
    """(id, label) of what may be chosen now, for one form field; a page with several takes `vocabulary()` once."""
    return vocabulary().choices(codelist, parent)


def tree(codelist: str) -> list[Node]:
    return vocabulary().tree(codelist)


def labels_of(ids: Iterable[UUID]) -> dict[UUID, str]:
    """Labels in the reader's language, whatever the number of ids: one query."""
    return vocabulary().labels_of(ids)


def synonyms_for(text: str) -> list[Widening]:
    """Other words, in all languages, for what a question names."""
    return vocabulary().synonyms_for(text)


def version_of(codelist: str) -> int:
    """The number of the version in force: what a row keeps when it is entered."""
    return vocabulary().version_of(codelist)


def codelist_named(code: str) -> Codelist:
    return one_of(Codelist.objects.all(), code=code)


def concept_in(codelist: Codelist, key: UUID) -> Concept:
    """A concept of the list or of the list below it."""
    concepts = Concept.objects.select_related("codelist", "parent", "successor")
    return one_of(concepts, pk=key, codelist__in=[codelist, *codelist.lists_below.all()])


def concept_by_key(key: UUID) -> Concept:
    return one_of(Concept.objects.select_related("codelist", "parent", "successor"), pk=key)


def synonym_of(concept: Concept, key: UUID) -> Synonym:
    return one_of(concept.synonyms.all(), pk=key)


def versions_of(codelist: Codelist) -> QuerySet[Version]:
    """The versions of the list and of the one below it, the newest first; page them."""
    lists = [codelist, *codelist.lists_below.all()]
    found = Version.objects.filter(codelist__in=lists).select_related("concept", "codelist")
    return found.order_by("-at", "codelist__order", "-number")


def latest_versions() -> dict[str, Version]:
    """The version in force of every list, by the list's code."""
    rows = Version.objects.filter(number=F("codelist__number")).select_related("codelist")
    return {row.codelist.code: row for row in rows}


def changes_of(concept: Concept, limit: int = 50) -> list[Version]:
    return list(concept.changes.select_related("concept", "codelist").order_by("-number")[:limit])


def concepts_coded(codes: Iterable[str]) -> list[Concept]:
    """The concepts written as "codelist:code"; those that are not there are left out."""
    pairs = [code.partition(":") for code in codes]
    wanted = Q()
    for codelist, _, code in pairs:
        wanted |= Q(codelist__code=codelist, code=code)
    return list(Concept.objects.filter(wanted)) if pairs else []
