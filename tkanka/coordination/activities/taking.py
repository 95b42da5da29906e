"""Taking a file in, step by step: the same for a page, the worker and the command."""

from datetime import datetime

import structlog
from django.db import DatabaseError
from django.utils.translation import override

from tkanka.network.networks.queries import standing_of
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Standing

from . import actions
from .models import ImportRun, RunState
from .progress import note_progress
from .queries.imports import register_stamp
from .sheets.problems import FileProblem
from .sheets.running import plan_run, reopened

log = structlog.get_logger(__name__)
TRIES = 5
INLINE_ROWS = 1_000
INLINE_BYTES = 200_000


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
    return actions.keep_preview(by=by, at=at, run=run, plan=plan, table=table)


def _apply(run: ImportRun, by: Standing, at: datetime) -> ImportRun:
    """Plan anew on the register as it is, then write; should somebody write in between, plan again."""
    table = reopened(run)
    for attempt in range(TRIES):
        stamp = register_stamp(run.network)
        plan = plan_run(run, table, by=by, day=at.date(), progress=lambda done: note_progress(run, done))
        try:
            return actions.apply_import(by=by, at=at, run=run, plan=plan, stamp=stamp, table=table)
        except actions.Moved:
            log.info("import.register_moved", run=str(run.pk), attempt=attempt)
    return actions.fail_import(by=by, at=at, run=run, code="broke_off", facts={})


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
        log.exception("import.broke_off", run=str(run.pk))
        return actions.fail_import(by=system, at=at, run=run, code="broke_off", facts={})
