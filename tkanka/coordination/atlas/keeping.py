"""Answers that are kept: in the process for whoever asks next, in the database for every process.

What is kept is never trusted by its age. With it stands the revision of every area it was counted at, and an area that
was revised since is counted again from its rows. So an answer is exact in the moment it is given, and what it costs
depends on how many areas changed, not on how many rows there are. Readers write nothing: the table is filled by a job.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import datetime
from hashlib import sha256

from django.core.cache import caches

from tkanka.coordination.activities.models import Revision
from tkanka.network.networks.models import Network, Subregion

from .counting import Changed, Count, Counts, areas_touched, count, recount
from .models import Kept
from .questions import By, Question

MOST_IN_TABLE, KEPT_FOR = 600, 3_600
Revisions = Changed


@dataclass(frozen=True, slots=True)
class Answer:
    """Counts by area and the revisions they hold for."""

    counts: Counts
    revisions: Revisions


def revisions_of(network: Network) -> dict[str, tuple[str, int]]:
    """Every area of the network in which something is or was published: its voivodeship and its number."""
    rows = Revision.objects.filter(network=network).values_list("area", "unit__admin1", "number")
    return {area: (str(above or ""), number) for area, above, number in rows}


def answer(network: Network, question: Question) -> Counts:
    """Counts by area, exact now: one query when nothing changed since somebody asked."""
    return fresh(network, question, revisions_of(network)).counts


def fresh(network: Network, question: Question, revisions: Revisions) -> Answer:
    """The kept answer brought to these revisions, which were read before anything is counted."""
    name = _name(network, question)
    kept, slot = caches["process"], f"atlas:{network.pk}:{sha256(name.encode()).hexdigest()}"
    before: Answer | None = kept.get(slot) or _stored(network, name)
    if before and before.revisions == revisions:
        kept.add(slot, before, KEPT_FOR)
        return before
    found = _renewed(network, question, before, revisions)
    kept.set(slot, found, KEPT_FOR)
    return found


def _name(network: Network, question: Question) -> str:
    """Subregions may be redrawn: which powiats they hold is part of the question."""
    if question.by is not By.SUBREGION:
        return question.key
    pairs = Subregion.units.through.objects.filter(subregion__network=network).values_list("subregion", "unit")
    return f"{question.key}/{hash(frozenset(pairs)):x}"


def _renewed(network: Network, question: Question, before: Answer | None, revisions: Revisions) -> Answer:
    if before is None:
        return Answer(count(network, question), revisions)
    changed = {area: revisions[area] for area in revisions if before.revisions.get(area) != revisions[area]}
    touched = areas_touched(network, question.by, changed)
    counts = {area: had for area, had in before.counts.items() if area not in touched}
    return Answer(counts | recount(network, question, changed), revisions)


def _stored(network: Network, name: str) -> Answer | None:
    row = Kept.objects.filter(network=network, question=name).only("counts", "revisions").first()
    if row is None:
        return None
    counts = {area: Count(*numbers) for area, numbers in row.counts.items()}
    return Answer(counts, {area: (above, number) for area, (above, number) in row.revisions.items()})


def keep(network: Network, questions: Iterable[Question], at: datetime) -> int:
    """Bring the answers to these questions up to date in the table; how many had to be written."""
    revisions, written = revisions_of(network), 0
    for question in questions:
        name = _name(network, question)
        before = _stored(network, name)
        if before and before.revisions == revisions:
            continue
        found = _renewed(network, question, before, revisions)
        told = {"counts": {a: astuple(c) for a, c in found.counts.items()}, "revisions": found.revisions}
        Kept.objects.update_or_create(network=network, question=name, defaults={**told, "counted_at": at})
        written += 1
    spare = Kept.objects.filter(network=network).order_by("-counted_at").values("pk")[MOST_IN_TABLE:5_000]
    Kept.objects.filter(pk__in=list(spare.values_list("pk", flat=True))).delete()
    return written


def forget_answers() -> None:
    """Forget what this process keeps: for tests and benchmarks."""
    caches["process"].clear()
