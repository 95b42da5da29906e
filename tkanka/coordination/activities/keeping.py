"""What was found in a file, kept in short steps so that nobody waits; no action, nothing rests on it.

Whoever breaks off between two steps leaves a run that says so itself: its digest is empty, or it is not divided, and
the file is read again.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any
from uuid import UUID, uuid4

from django.db import models, transaction

from tkanka.ground.kit.inserting import insert_values, values_of

from .models import ImportPiece, ImportRow, ImportRun, Outcome
from .pieces import packed
from .queries.imports import entered_rows, organisations_among, results_of
from .sheets.opening import Opened
from .sheets.plan import Judged, Piece, Plan
from .sheets.problems import FileProblem
from .sheets.running import kept_cells

AT_ONCE = 2_000
MOST_QUESTIONS = 40


def keep_rows(run: ImportRun, plan: Plan, table: Opened) -> None:
    """What becomes of each row, beside its cells; left alone where it is kept already."""
    if run.digest == plan.digest:
        return
    ImportRun.objects.filter(pk=run.pk).update(digest="")
    ImportRow.objects.filter(run=run).delete()
    _insert(ImportRow, _results(run, plan, table))
    run.digest = plan.digest
    ImportRun.objects.filter(pk=run.pk).update(digest=run.digest)


def findings(plan: Plan) -> dict[str, Any]:
    """What the run itself keeps of a plan."""
    asked = [
        {"kind": one.kind, "text": one.text, "choices": [list(pair) for pair in one.choices], "rows": rows}
        for one, rows in plan.asked.most_common(MOST_QUESTIONS)
    ]
    rows = plan.counts["rows"]
    return {"counts": plan.counts, "rows": rows, "done": rows, "questions": asked, "digest": plan.digest}


def divide(run: ImportRun, plan: Plan, table: Opened) -> None:
    """Keep what is to be entered, piece by piece. What was entered of the file before stays as it was judged then."""
    done = entered_rows(run)
    if done:
        plan.judged |= {
            row.number: Judged(Outcome(row.outcome), row.problems, row.notes)
            for row in results_of(run).iterator(chunk_size=AT_ONCE)
            if row.number in done
        }
    keep_rows(run, plan, table)
    ImportPiece.objects.filter(run=run, entered=False).delete()
    left = [(rows, piece) for piece in plan.pieces if (rows := sorted(set(piece.rows) - done))]
    _insert(ImportPiece, _pieces(run, left, plan.new_parties))
    to_enter = len(done) + sum(len(rows) for rows, _ in left)
    told = {**findings(plan), "divided": True, "to_enter": to_enter, "entered": len(done)}
    ImportRun.objects.filter(pk=run.pk).update(**told)
    run.refresh_from_db()


def _pieces(
    run: ImportRun, left: list[tuple[list[int], Piece]], new_parties: Mapping[UUID, str]
) -> Iterator[ImportPiece]:
    known = organisations_among(new_parties)
    keys = {party: party if party in known else uuid4() for party in new_parties}
    for rows, piece in left:
        yield ImportPiece(
            run=run,
            number=rows[0],
            activity=piece.activity or uuid4(),
            organisation=keys.get(piece.party, piece.party),
            name=new_parties.get(piece.party, ""),
            seen=piece.seen,
            rows=rows,
            facts=packed(piece.facts),
        )


def _results(run: ImportRun, plan: Plan, table: Opened) -> Iterator[ImportRow]:
    for number, cells in kept_cells(table):
        one = plan.judged.get(number)
        if one is None:
            raise FileProblem("damaged")
        yield ImportRow(
            run=run, number=number, outcome=one.outcome, problems=one.problems, notes=one.notes, cells=cells
        )


def _insert(model: type[models.Model], things: Iterable[models.Model]) -> None:
    left = iter(things)
    while values := values_of(model, islice(left, AT_ONCE)):
        with transaction.atomic():
            insert_values(model, values)
