"""A file on its way into the register: brought, its columns named, looked at, applied or dropped."""

from collections.abc import Iterable, Mapping
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

from ..models import ColumnMemory, ImportFile, ImportRow, ImportRun, RunState
from ..queries.imports import memory_of
from ..sheets.opening import Opened
from ..sheets.plan import Plan
from ..sheets.problems import FileProblem
from ..sheets.running import kept_cells

AT_ONCE = 500
OPEN = (RunState.COLUMNS, RunState.PREVIEW, RunState.FAILED)
MOST_QUESTIONS = 40


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
        keep_results(run, plan, table)
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
    """It cannot be read or applied, and why. Nothing of it was written."""
    with entry("import.failed", by=by, at=at) as record:
        run = locked(run)
        run.state, run.changed_at = RunState.FAILED, at
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
    run.save()


def keep_results(run: ImportRun, plan: Plan, table: Opened) -> None:
    """What becomes of each row, beside its cells; left alone where it is kept already. Called inside actions."""
    run.counts, run.rows, run.done = plan.counts, plan.counts["rows"], plan.counts["rows"]
    run.questions = [
        {"kind": one.kind, "text": one.text, "choices": [list(pair) for pair in one.choices], "rows": rows}
        for one, rows in plan.asked.most_common(MOST_QUESTIONS)
    ]
    if run.digest == plan.digest:
        return
    run.digest = plan.digest
    ImportRow.objects.filter(run=run).delete()
    for some in _batches(_results(run, plan, table)):
        ImportRow.objects.bulk_create(some)


def _results(run: ImportRun, plan: Plan, table: Opened) -> Iterable[ImportRow]:
    for number, cells in kept_cells(table):
        one = plan.judged.get(number)
        if one is None:
            raise FileProblem("damaged")
        yield ImportRow(
            run=run, number=number, outcome=one.outcome, problems=one.problems, notes=one.notes, cells=cells
        )


def _batches(rows: Iterable[ImportRow]) -> Iterable[list[ImportRow]]:
    some: list[ImportRow] = []
    for row in rows:
        some.append(row)
        if len(some) == AT_ONCE:
            yield some
            some = []
    yield some
