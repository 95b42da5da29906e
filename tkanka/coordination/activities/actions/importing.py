"""A file on its way into the register: brought, its columns named, looked at, applied or dropped."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.activities import may_import, may_register_by_import
from tkanka.rules.ruling import Ruling, check
from tkanka.rules.standing import Standing

from ..keeping import findings, keep_rows
from ..models import ColumnMemory, ImportFile, ImportPiece, ImportRow, ImportRun, RunState
from ..queries.imports import memory_of
from ..sheets.opening import Opened
from ..sheets.plan import Plan

OPEN = (RunState.COLUMNS, RunState.PREVIEW, RunState.FAILED)


def start_import(
    *,
    by: Standing,
    at: datetime,
    network: Network,
    name: str,
    content: bytes,
    table: Opened,
    organisation: Organisation | None = None,
    person: UUID | None = None,
    language: str = "pl",
    dates: str = "",
) -> ImportRun:
    """Bring a file. Its columns are taken as the network took them last time, else as its headings say."""
    with entry("import.started", by=by, at=at) as record:
        record.rests_on(_may_import(network, by, at))
        remembered = memory_of(network, table.head.signature)
        run = ImportRun.objects.create(
            network=network,
            person_id=person,
            organisation=organisation,
            name=name[:140],
            hash=sha256(content).hexdigest(),
            sheets=[one.name for one in table.file.tables],
            language=language,
            columns=remembered.columns if remembered else table.head.columns,
            options={"answers": remembered.answers if remembered else {}, "dates": dates},
            started_at=at,
            changed_at=at,
            **_head(table),
        )
        ImportFile.objects.create(run=run, content=content)
        record.about(run, size=len(content))
        return run


def _may_import(network: Network, by: Standing, at: datetime) -> Ruling:
    return may_import(rulebook_of(network, at.date()), by)


def _head(table: Opened) -> dict[str, Any]:
    return {
        "sheet": table.table.name,
        "signature": table.head.signature,
        "headers": table.head.headers,
        "tags": table.head.tags,
        "rows": max(0, table.table.height - table.head.last),
    }


def read_columns(
    *,
    by: Standing,
    at: datetime,
    run: ImportRun,
    columns: Mapping[str, int],
    scheme: str = "teryt",
    organisation: Organisation | None = None,
    register: bool = False,
    language: str = "",
) -> ImportRun:
    """Say which column is what; the file waits to be read. The network remembers it for tables with these headings."""
    with entry("import.columns_read", by=by, at=at) as record:
        run = _held(run, *OPEN, record=record, by=by, at=at)
        if register:
            record.rests_on(may_register_by_import(rulebook_of(run.network, at.date()), by))
        run.columns, run.scheme, run.organisation = dict(columns), scheme, organisation
        run.language = language or run.language
        run.options = {**run.options, "register": register}
        _wait(run, RunState.READING, at)
        _remember(run, at)
        record.about(run, columns=sorted(columns), register=register)
        return run


def choose_sheet(*, by: Standing, at: datetime, run: ImportRun, table: Opened) -> ImportRun:
    """Another sheet of the file is meant."""
    with entry("import.sheet_chosen", by=by, at=at) as record:
        run = _held(run, *OPEN, record=record, by=by, at=at)
        remembered = memory_of(run.network, table.head.signature)
        for field, value in _head(table).items():
            setattr(run, field, value)
        run.columns = remembered.columns if remembered else table.head.columns
        run.state, run.changed_at = RunState.COLUMNS, at
        run.save()
        record.about(run)
        return run


def answer_questions(
    *, by: Standing, at: datetime, run: ImportRun, answers: Mapping[str, str], dates: str = ""
) -> ImportRun:
    """Say what unclear names and days mean; the file waits to be read anew."""
    with entry("import.answered", by=by, at=at) as record:
        run = _held(run, RunState.PREVIEW, record=record, by=by, at=at)
        run.options = {
            **run.options,
            "answers": {**run.options.get("answers", {}), **answers},
            "dates": dates or run.options.get("dates", ""),
        }
        _wait(run, RunState.READING, at)
        _remember(run, at)
        record.about(run, answers=len(answers))
        return run


def _remember(run: ImportRun, at: datetime) -> None:
    ColumnMemory.objects.update_or_create(
        network=run.network,
        signature=run.signature,
        defaults={"columns": run.columns, "answers": run.options.get("answers", {}), "changed_at": at},
    )


def keep_preview(*, by: Standing, at: datetime, run: ImportRun, plan: Plan, table: Opened) -> ImportRun:
    """Keep what would become of each row, for people to look at."""
    with entry("import.previewed", by=by, at=at) as record:
        run = _held(run, RunState.READING, record=record, by=by, at=at)
        keep_rows(run, plan, table)
        for field, value in findings(plan).items():
            setattr(run, field, value)
        run.state, run.changed_at = RunState.PREVIEW, at
        run.save()
        record.about(run, **plan.counts)
        return run


def ask_to_apply(*, by: Standing, at: datetime, run: ImportRun, only_good: bool = True) -> ImportRun:
    """Let the rows be entered: the good ones, or all where none is refused. The file waits to be applied."""
    with entry("import.apply_asked", by=by, at=at) as record:
        run = _held(run, RunState.PREVIEW, record=record, by=by, at=at)
        record.rests_on(check(only_good or not run.counts.get("refused"), "no_row_refused"))
        run.only_good = only_good
        _wait(run, RunState.APPLYING, at)
        record.about(run, only_good=only_good)
        return run


def fail_import(*, by: Standing, at: datetime, run: ImportRun, code: str, facts: Mapping[str, Any]) -> ImportRun:
    """It cannot be read or entered to its end, and why. What was entered before stays; `entered` says how much."""
    with entry("import.failed", by=by, at=at) as record:
        run = locked(run)
        ImportPiece.objects.filter(run=run).delete()
        run.state, run.changed_at, run.divided = RunState.FAILED, at, False
        run.trouble = {"code": code, "facts": dict(facts)}
        run.save()
        record.about(run, code=code)
        return run


def drop_import(*, by: Standing, at: datetime, run: ImportRun) -> ImportRun:
    """Put the file away: its content and the results of its rows are deleted. What was applied stays applied."""
    with entry("import.dropped", by=by, at=at) as record:
        run = locked(run)
        record.rests_on(_may_import(run.network, by, at))
        ImportFile.objects.filter(run=run).delete()
        ImportRow.objects.filter(run=run).delete()
        ImportPiece.objects.filter(run=run).delete()
        run.divided = False
        if run.state != RunState.APPLIED:
            run.state = RunState.DROPPED
        run.changed_at = at
        run.save()
        record.about(run)
        return run


def _held(run: ImportRun, *states: str, record: Any, by: Standing, at: datetime) -> ImportRun:
    """The run, held, if it stands where this can be done to it."""
    run = locked(run)
    record.rests_on(check(run.state in states, "step_not_open") & _may_import(run.network, by, at))
    return run


def _wait(run: ImportRun, state: str, at: datetime) -> None:
    run.state, run.changed_at, run.done, run.trouble = state, at, 0, None
    run.divided, run.to_enter, run.entered = False, 0, 0
    run.save()
