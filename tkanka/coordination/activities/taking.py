"""Taking a file in, step by step: the same for a page, the worker and the command."""

import logging
from datetime import datetime
from uuid import UUID

from django.db import DatabaseError
from django.utils.translation import override

from tkanka.ground.kit.work import still_at_it, stopping
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import standing_of
from tkanka.network.places.models import Unit
from tkanka.network.places.queries import units_with
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Standing

from . import actions
from .keeping import divide, keep_rows
from .models import Activity, ImportPiece, ImportRun, RunState, Source, Visibility
from .pieces import units_in, unpacked
from .progress import note_moved, note_progress
from .queries.holding import activities_with
from .queries.imports import pieces_left
from .sheets.problems import FileProblem
from .sheets.running import plan_run, reopened
from .writing import Draft, Prepared, prepared

log = logging.getLogger(__name__)
TRIES = 10
INLINE_ROWS = 1_000
INLINE_BYTES = 200_000
PART, NEW_PARTIES = 1_000, 20
KEPT_IN_ONE = 2_000


def is_small(run: ImportRun, size: int) -> bool:
    """Whether it is done while one waits."""
    return run.rows <= INLINE_ROWS and size <= INLINE_BYTES


def go_on(run: ImportRun, by: Standing, at: datetime) -> ImportRun:
    """Do what the run waits for. Whatever goes wrong with the file is kept on the run; nothing is half written."""
    try:
        return _apply(run, by, at) if run.state == RunState.APPLYING else _preview(run, by, at)
    except FileProblem as problem:
        return actions.fail_import(by=by, at=at, run=run, code=problem.code, facts=problem.facts)


def _preview(run: ImportRun, by: Standing, at: datetime) -> ImportRun:
    table = reopened(run)
    plan = plan_run(run, table, by=by, day=at.date(), progress=lambda done: note_progress(run, done))
    if len(plan.judged) > KEPT_IN_ONE:
        keep_rows(run, plan, table)
    return actions.keep_preview(by=by, at=at, run=run, plan=plan, table=table)


def _apply(run: ImportRun, by: Standing, at: datetime) -> ImportRun:
    """Divide the file into pieces as the register is now, and enter them part by part; whoever breaks off goes on.

    Should somebody write the same meanwhile, what is left is read anew. All of it is entered as of the moment somebody
    asked for it, however long it takes.
    """
    for attempt in range(TRIES):
        if not run.divided:
            table = reopened(run)
            day = run.changed_at.date()
            divide(run, plan_run(run, table, by=by, day=day, progress=lambda done: note_progress(run, done)), table)
        try:
            return _enter(run, by, at)
        except actions.Moved:
            log.info("The register moved under the import %s (attempt %s)", run.pk, attempt)
            note_moved(run)
    return actions.fail_import(by=by, at=at, run=run, code="broke_off", facts={})


def _enter(run: ImportRun, by: Standing, at: datetime) -> ImportRun:
    units: dict[UUID, Unit] = {}
    while pieces := pieces_left(run, PART, NEW_PARTIES):
        if stopping():
            return run
        still_at_it()
        run = actions.enter_part(by=by, at=at, run=run, pieces=pieces, ready=_ready(run, pieces, units))
    return actions.finish_import(by=by, at=at, run=run)


def _ready(run: ImportRun, pieces: list[ImportPiece], units: dict[UUID, Unit]) -> Prepared:
    """The heavy half of entering, done while nobody waits. `units` are those met before."""
    units |= units_with(units_in(piece.facts for piece in pieces) - units.keys())
    known = {one.pk: one for one in activities_with([piece.activity for piece in pieces if piece.seen])}
    if len(known) < sum(piece.seen is not None for piece in pieces):
        raise actions.Moved
    drafts = [
        Draft(known.get(piece.activity) or _new(run.network, piece), unpacked(piece.facts, units)) for piece in pieces
    ]
    return prepared(run.network, drafts, run.changed_at)


def _new(network: Network, piece: ImportPiece) -> Activity:
    return Activity(
        id=piece.activity,
        network=network,
        organisation_id=piece.organisation,
        visibility=Visibility.PUBLISHED,
        source=Source.IMPORT,
    )


def go_on_for(run: ImportRun, at: datetime) -> ImportRun:
    """Do what the run waits for, in the name and with the rights of whoever brought it, as they are now."""
    system = Standing(system="imports")
    if run.person is None:
        return actions.fail_import(by=system, at=at, run=run, code="rights_ended", facts={})
    by = standing_of(run.person, run.network, at.date())
    try:
        with override(run.person.language or "pl"):
            return go_on(run, by, at)
    except Refused:
        return actions.fail_import(by=system, at=at, run=run, code="rights_ended", facts={})
    except DatabaseError:
        raise
    except Exception:
        log.exception("The import %s broke off", run.pk)
        return actions.fail_import(by=system, at=at, run=run, code="broke_off", facts={})
