"""The words that "did you mean" offers, and what is left of words that are gone."""

from collections import Counter

from django.db import connection, transaction

from ..models import Entry, Surface

SHORTEST, LONGEST = 4, 24


@transaction.atomic
def refresh_vocabulary() -> int:
    """Count anew which words stand in the index, and drop those that do no longer; how many there are.

    Words of closed circles are left out. Whether a word is offered to somebody is decided by what they would find.
    """
    found: Counter[str] = Counter()
    for folded in Entry.objects.filter(circle=None).values_list("folded", flat=True).iterator(chunk_size=500):
        found.update({word for word in folded.split() if SHORTEST <= len(word) <= LONGEST and word.isalpha()})
    known = dict(Surface.objects.values_list("word", "uses"))
    stale = [word for word in known if word not in found]
    for start in range(0, len(stale), 500):
        Surface.objects.filter(word__in=stale[start : start + 500]).delete()
    Surface.objects.bulk_create(
        [Surface(word=word, uses=uses) for word, uses in sorted(found.items()) if known.get(word) != uses],
        batch_size=400,
        update_conflicts=True,
        unique_fields=["word"],
        update_fields=["uses"],
    )
    return len(found)


def scrub() -> None:
    """After an erasure: leave no forgotten word in the vocabulary or in the inner pages of SQLite's full-text table."""
    refresh_vocabulary()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_fts(search_fts) VALUES ('optimize')")
