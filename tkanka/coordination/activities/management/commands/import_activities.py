import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.http import Http404
from django.utils import timezone
from django.utils.translation import get_language, gettext, override

from tkanka.network.networks.queries import network_by_slug
from tkanka.network.places.models import TERYT
from tkanka.network.places.queries import scheme_named
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Standing

from ... import actions
from ...models import ImportRun, RunState
from ...queries.imports import refused_rows
from ...sheets.fields import BY_CODE, heading_key
from ...sheets.opening import Opened, opened
from ...sheets.problems import FileProblem
from ...sheets.reasons import column_name, file_sentence, why
from ...sheets.running import missing_columns
from ...taking import go_on

HELP = """Take a file (XLSX, ODS, CSV, with or without HXL tags) into the register of a network.

Without --apply nothing is written to the register: it is said what would become of each row."""


class Command(BaseCommand):
    help = HELP

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("network", help="the network's short name in addresses")
        parser.add_argument("file", type=Path)
        parser.add_argument("--apply", action="store_true", help="enter the rows that can be taken")
        parser.add_argument("--json", action="store_true", help="print the report as JSON")
        parser.add_argument("--sheet", default="", help="the sheet, where the file has several")
        parser.add_argument(
            "--mapping", action="append", default=[], metavar="FIELD=COLUMN",
            help="what a column is: its heading, or its number from 1; may be repeated. Fields: " + ", ".join(BY_CODE),
        )  # fmt: skip
        parser.add_argument("--scheme", default=TERYT, help="the units places are named in (default: teryt)")
        parser.add_argument("--dates", choices=["dmy", "mdy"], default="", help="how 05/06/2026 is meant")
        parser.add_argument("--language", choices=[code for code, _ in settings.LANGUAGES], default="pl")
        parser.add_argument(
            "--register-organisations", action="store_true",
            help="organisations the network does not know become its partners",
        )  # fmt: skip

    def handle(self, *args: Any, **asked: Any) -> None:
        with override(get_language() or "pl"):
            try:
                run = self._run(asked)
            except FileProblem as problem:
                raise CommandError(file_sentence(problem.code, problem.facts)) from problem
            except Refused as refusal:
                raise CommandError(str(refusal)) from refusal
            report = _report(run)
            self.stdout.write(json.dumps(report, ensure_ascii=False) if asked["json"] else _told(report))

    def _run(self, asked: dict[str, Any]) -> ImportRun:
        by, at = Standing(system="import_activities"), timezone.now()
        content, table = _opened(asked["file"], asked["sheet"])
        try:
            network = network_by_slug(asked["network"])
        except Http404 as missing:
            raise CommandError(f"no network {asked['network']}") from missing
        if scheme_named(asked["scheme"]) is None:
            raise CommandError(f"no units of {asked['scheme']}: load them with import_areas --scheme")
        run = actions.start_import(
            by=by, at=at, network=network, name=asked["file"].name, content=content, table=table,
            language=asked["language"], dates=asked["dates"],
        )  # fmt: skip
        columns = {**run.columns, **_mapping(asked["mapping"], table)}
        if lacking := missing_columns(columns, has_party=False):
            raise CommandError(gettext("Brakuje kolumn: %(names)s.") % {"names": ", ".join(map(column_name, lacking))})
        choices: dict[str, Any] = {"scheme": asked["scheme"], "register": asked["register_organisations"]}
        run = go_on(actions.read_columns(by=by, at=at, run=run, columns=columns, **choices), by, at)
        if asked["apply"] and run.state == RunState.PREVIEW:
            run = go_on(actions.ask_to_apply(by=by, at=at, run=run), by, at)
        if run.trouble:
            raise CommandError(file_sentence(run.trouble["code"], run.trouble["facts"]))
        return run


def _opened(path: Path, sheet: str) -> tuple[bytes, Opened]:
    try:
        content = path.read_bytes()
    except OSError as wrong:
        raise CommandError(f"{path}: {wrong.strerror}") from wrong
    return content, opened(content, path.name, sheet)


def _mapping(said: list[str], table: Opened) -> dict[str, int]:
    """FIELD=COLUMN as field → place; the column by its heading or its number from 1."""
    places = {heading_key(heading): at for at, heading in reversed(list(enumerate(table.head.headers)))}
    found = {}
    for one in said:
        field, _, column = one.partition("=")
        place = places.get(heading_key(column), int(column) - 1 if column.isascii() and column.isdigit() else -1)
        if field not in BY_CODE or not 0 <= place < len(table.head.headers):
            raise CommandError(f"--mapping {one}: no such field or column")
        found[field] = place
    return found


def _report(run: ImportRun) -> dict[str, Any]:
    heads = {field: run.headers[at] for field, at in run.columns.items() if at < len(run.headers)}
    refused = [
        {
            "row": row.number,
            "column": heads.get(row.problems[0][0]) or column_name(row.problems[0][0]),
            "reason": why(row.problems),
        }
        for row in refused_rows(run)
    ]
    counts = {key: run.counts[key] for key in ("rows", "created", "updated", "unchanged")}
    return {**counts, "refused": refused}


def _told(report: dict[str, Any]) -> str:
    lines = [f"{key}: {value}" for key, value in report.items() if key != "refused"]
    lines.append(f"refused: {len(report['refused'])}")
    return "\n".join([*lines, *(f"  {one['row']}  {one['column']}: {one['reason']}" for one in report["refused"])])
