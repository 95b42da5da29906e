"""Files that are being taken in, and what became of their rows."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network, Organisation
from tkanka.rules.standing import Standing

from ..models import ColumnMemory, ImportFile, ImportPiece, ImportRow, ImportRun, Outcome
from ..models.runs import WORKING


def import_runs(network: Network, by: Standing) -> QuerySet[ImportRun]:
    """The files one may see, the newest first: one's own; those in office see all."""
    found = (
        ImportRun.objects.filter(network=network).select_related("person", "organisation").order_by("-started_at", "pk")
    )
    return found if by.keeps_the_network else found.filter(person=by.person)


def import_run(network: Network, key: UUID) -> ImportRun:
    """A file of the network, or Http404. The page asks who may see it."""
    found = ImportRun.objects.filter(network=network).select_related("network", "organisation", "person")
    return one_of(found, pk=key)


def runs_to_work_on(limit: int = 20) -> list[ImportRun]:
    """Files that wait to be read or applied, those that wait longest first."""
    rows = ImportRun.objects.filter(state__in=WORKING).select_related("network", "organisation", "person")
    return list(rows.order_by("changed_at", "pk")[:limit])


def content_of(run: ImportRun) -> bytes:
    """The bytes of the file; empty when it was put away."""
    found = ImportFile.objects.filter(run=run).values_list("content", flat=True).first()
    return bytes(found) if found is not None else b""


def results_of(run: ImportRun, outcome: str = "") -> QuerySet[ImportRow]:
    """What becomes of its rows, in the order of the sheet."""
    found = ImportRow.objects.filter(run=run).order_by("number")
    return found.filter(outcome=outcome) if outcome in Outcome.values else found


def refused_rows(run: ImportRun) -> Iterator[ImportRow]:
    """Its refused rows, however many, without holding them all."""
    return results_of(run, Outcome.REFUSED).iterator(chunk_size=1_000)


def memory_of(network: Network, signature: str) -> ColumnMemory | None:
    """How the network read a table with these headings the last time."""
    return ColumnMemory.objects.filter(network=network, signature=signature).first()


def pieces_left(run: ImportRun, most: int, new_parties: int) -> list[ImportPiece]:
    """What is to be entered next, in the order of the sheet, with no more than so many organisations to write down."""
    left = list(ImportPiece.objects.filter(run=run, entered=False).order_by("number")[:most])
    names = list(dict.fromkeys(piece.organisation for piece in left if piece.name))
    if len(names) <= new_parties:
        return left
    first = next(place for place, piece in enumerate(left) if piece.organisation == names[new_parties])
    return left[:first]


def entered_rows(run: ImportRun) -> set[int]:
    """The rows of the file that are in the register already."""
    found = ImportPiece.objects.filter(run=run, entered=True).values_list("rows", flat=True)
    return {number for rows in found for number in rows}


def organisations_among(keys: Iterable[UUID]) -> set[UUID]:
    """Those of the keys that are organisations."""
    wanted = sorted(keys)
    found: set[UUID] = set()
    for start in range(0, len(wanted), 500):
        found |= set(Organisation.objects.filter(pk__in=wanted[start : start + 500]).values_list("pk", flat=True))
    return found


def old_runs(before: datetime, limit: int = 50) -> list[ImportRun]:
    """Files nobody has touched since, of which rows are still kept, the oldest first."""
    kept = ImportRun.objects.filter(Exists(ImportRow.objects.filter(run=OuterRef("pk"))), changed_at__lt=before)
    return list(kept.exclude(state__in=WORKING).select_related("network").order_by("changed_at", "pk")[:limit])
