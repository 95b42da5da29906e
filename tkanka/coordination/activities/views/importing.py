"""Taking a file into the register: bring it, name its columns, look at what would become of it, apply."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.ground.kit.downloads import guarded, xlsx_answer
from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.activities import may_import, may_register_by_import
from tkanka.rules.ruling import Refused

from .. import actions, queries
from ..forms.imports import AnswersForm, ColumnsForm, UploadForm
from ..models import ImportRow, ImportRun, Outcome, RunState
from ..queries import imports as reading
from ..sheets.cells import restored
from ..sheets.fields import BY_CODE
from ..sheets.opening import opened
from ..sheets.problems import FileProblem
from ..sheets.reasons import file_sentence, note_sentence, why
from ..sheets.running import missing_columns
from ..sheets.written import csv_lines
from ..taking import go_on, is_small
from ..wording import OUTCOME_KINDS, OUTCOMES, RUN_STATES

SHOWN = ("title", "service", "sector", "organisation", "adm1_name", "adm2_name", "adm3_name", "area", "group", "starts")


def _allowed(visit: Visit) -> None:
    if not (ruling := may_import(visit.frame.book, visit.standing)):
        raise Refused(ruling)


def _told(visit: Visit) -> dict[str, Any]:
    return {"by": visit.standing, "at": timezone.now()}


def _to(visit: Visit, run: ImportRun, page: str = "import-run") -> HttpResponse:
    return redirect(f"activities:{page}", network=visit.network.slug, run=run.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@in_network
def imports(visit: Visit) -> HttpResponse:
    """The files one brought so far, and a place for the next."""
    _allowed(visit)
    posted = visit.method == "POST"
    form = UploadForm(visit.POST, visit.FILES) if posted else UploadForm()
    if posted and form.is_valid():
        run = actions.start_import(
            **_told(visit),
            network=visit.network,
            name=form.cleaned_data["file"].name,
            content=form.content,
            table=form.table,
            organisation=_only(visit),
            person=visit.standing.person,
            language=(get_language() or "pl")[:2],
        )
        return _to(visit, run, "import-columns")
    page = page_of(reading.import_runs(visit.network, visit.standing), visit)
    lines = [(run, RUN_STATES[run.state]) for run in page.items]
    return render(visit, "activities/imports.html", {"form": form, "page": page, "lines": lines})


def _only(visit: Visit) -> Any:
    """The one organisation somebody enters activities for; those in office are asked."""
    if visit.standing.keeps_the_network:
        return None
    found = list(queries.publishable_for(visit.network, visit.standing, visit.today)[:2])
    return found[0] if len(found) == 1 else None


def _run(visit: Visit, key: UUID) -> ImportRun:
    """The file, for whoever brought it and for those in office; for others it does not exist."""
    found = reading.import_run(visit.network, key)
    _allowed(visit)
    if not visit.standing.keeps_the_network and found.person_id != visit.standing.person:
        raise Http404
    return found


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@in_network
def columns(visit: Visit, run: UUID) -> HttpResponse:
    """Which column is what; another sheet of the file may be chosen here."""
    found = _run(visit, run)
    if found.state not in (RunState.COLUMNS, RunState.PREVIEW, RunState.FAILED):
        return _to(visit, found)
    by = visit.standing
    form = ColumnsForm(
        visit.POST if visit.method == "POST" and "sheet" not in visit.POST else None,
        found,
        organisations=queries.publishable_for(visit.network, by, visit.today),
        keeps=by.keeps_the_network,
        may_register=by.keeps_the_network and bool(may_register_by_import(visit.frame.book, by)),
    )
    content = reading.content_of(found)
    try:
        table = opened(content, found.name, visit.POST.get("sheet", found.sheet))
    except FileProblem as problem:
        messages.error(visit, file_sentence(problem.code, problem.facts))
        return _to(visit, found)
    if visit.method == "POST" and "sheet" in visit.POST:
        return _to(visit, actions.choose_sheet(**_told(visit), run=found, table=table), "import-columns")
    if visit.method == "POST" and form.is_valid():
        said = form.cleaned_data
        run_now = actions.read_columns(
            **_told(visit),
            run=found,
            columns=said["columns"],
            scheme=said.get("scheme") or found.scheme,
            organisation=form.chosen,
            register=bool(said.get("register")),
            language=said.get("language", ""),
        )
        return _work(visit, run_now, len(content))
    context = {"run": found, "form": form, "samples": _samples(table.rows()), "ready": not _lacking(found)}
    return render(visit, "activities/import_columns.html", context)


def _lacking(run: ImportRun) -> list[str]:
    return missing_columns(run.columns, has_party=run.organisation_id is not None)


def _samples(rows: Iterator[tuple[int, list[Any]]]) -> dict[int, str]:
    """Place of a column → its first few values."""
    found: dict[int, list[str]] = {}
    for (_number, cells), _n in zip(rows, range(20), strict=False):
        for place, cell in enumerate(cells):
            text = str(cell).strip()[:40]
            if text and len(found.setdefault(place, [])) < 3 and text not in found[place]:
                found[place].append(text)
    return {place: ", ".join(values) for place, values in found.items()}


def _work(visit: Visit, run: ImportRun, size: int) -> HttpResponse:
    """A small file is done at once; a big one is left to the worker, and its page says how far it is."""
    if is_small(run, size):
        go_on(run, visit.standing, timezone.now())
    return _to(visit, run)


@require_safe
@login_required
@in_network
def import_run(visit: Visit, run: UUID) -> HttpResponse:
    """How the file stands: being worked on, looked at, applied, or why not."""
    found = _run(visit, run)
    if found.state == RunState.COLUMNS:
        return _to(visit, found, "import-columns")
    outcome = visit.GET.get("outcome", "")
    outcome = outcome if outcome in Outcome.values else ""
    page = page_of(reading.results_of(found, outcome), visit, per=50)
    context: dict[str, Any] = {
        "run": found,
        "state": RUN_STATES[found.state],
        "counts": [(key, OUTCOMES[key], found.counts.get(key, 0)) for key in Outcome.values],
        "good": found.counts.get("created", 0) + found.counts.get("updated", 0),
        "refused": found.counts.get("refused", 0),
        "outcome": outcome,
        "page": page,
        "lines": [_line(found, row) for row in page.items],
        "form": AnswersForm(None, found) if found.state == RunState.PREVIEW and found.questions else None,
        "trouble": file_sentence(found.trouble["code"], found.trouble["facts"]) if found.trouble else "",
    }
    return render(visit, "activities/import_run.html", context)


def _line(run: ImportRun, row: ImportRow) -> dict[str, Any]:
    """A row of the preview: what it is about, in the words of the file, and why."""
    places = [run.columns[field] for field in SHOWN if field in run.columns]
    said = [restored(row.cells[at]) for at in places if at < len(row.cells) and row.cells[at]]
    return {
        "number": row.number,
        "said": " · ".join(dict.fromkeys(said))[:200],
        "outcome": OUTCOMES[row.outcome],
        "kind": OUTCOME_KINDS[row.outcome],
        "column": _heading(run, row.problems[0][0]) if row.problems else "",
        "reason": why(row.problems),
        "notes": "; ".join(note_sentence(code, facts) for code, facts in row.notes),
    }


def _heading(run: ImportRun, field: str) -> str:
    at = run.columns.get(field, -1)
    heading = run.headers[at] if 0 <= at < len(run.headers) else ""
    return heading or (BY_CODE[field].name if field in BY_CODE else "")


@require_POST
@login_required
@in_network
def answers(visit: Visit, run: UUID) -> HttpResponse:
    """What unclear names and days mean; the file is read anew."""
    found = _run(visit, run)
    form = AnswersForm(visit.POST, found)
    if not form.is_valid() or not (form.answers() or form.dates()):
        messages.error(visit, _("Wybierz przynajmniej jedną odpowiedź."))
        return _to(visit, found)
    now = actions.answer_questions(**_told(visit), run=found, answers=form.answers(), dates=form.dates())
    return _work(visit, now, len(reading.content_of(found)))


@require_POST
@login_required
@in_network
def apply(visit: Visit, run: UUID) -> HttpResponse:
    """Enter the rows: all, or only the good ones."""
    found = _run(visit, run)
    now = actions.ask_to_apply(**_told(visit), run=found, only_good="all" not in visit.POST)
    return _work(visit, now, len(reading.content_of(found)))


@require_POST
@login_required
@in_network
def drop(visit: Visit, run: UUID) -> HttpResponse:
    """Put the file away."""
    actions.drop_import(**_told(visit), run=_run(visit, run))
    messages.success(visit, _("Plik odłożony. W rejestrze nic się nie zmieniło."))
    return redirect("activities:import", network=visit.network.slug)


@require_safe
@login_required
@in_network
def refused_file(visit: Visit, run: UUID, kind: str) -> HttpResponse:
    """The refused rows in the columns of the file, with a column that says why."""
    found = _run(visit, run)
    if kind not in ("csv", "xlsx"):
        raise Http404
    width = len(found.headers)
    reason = _("Dlaczego nie")
    head = [[*found.headers, reason]] + ([[*_wide(found.tags, width), ""]] if found.tags else [])
    rows = ([*map(restored, _wide(row.cells, width)), why(row.problems)] for row in reading.refused_rows(found))
    what = _("odrzucone")
    name = f"{what}-{found.started_at:%Y-%m-%d}"
    if kind == "csv":
        lines = StreamingHttpResponse(csv_lines(head, rows), content_type="text/csv; charset=utf-8")
        answer: HttpResponse = guarded(lines, f"{name}.csv")
        return answer
    return xlsx_answer(name, head[0], [*head[1:], *rows])


def _wide(cells: list[str], width: int) -> list[str]:
    return [*cells[:width], *[""] * (width - len(cells))]
