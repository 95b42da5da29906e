"""Load official boundaries, or another country's units."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.text import slugify

from tkanka.network.places.actions import load_units, replace_geometry
from tkanka.network.places.area_files import Unreadable, read_areas
from tkanka.network.places.hxl_files import read_hxl, tag_row
from tkanka.network.places.models import TERYT, Level
from tkanka.network.places.queries import scheme_named, units_of
from tkanka.network.places.resolver import Resolver
from tkanka.network.places.unit_files import UnitFile, read_table, read_units
from tkanka.rules.standing import Standing

CLERK = Standing(system="import_areas")


class Command(BaseCommand):
    help = "Zastępuje granice (FILE.geojson) albo wczytuje jednostki innego kraju (--scheme NAME FILE.csv, także HXL)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--scheme", default=TERYT, help="rejestr, do którego należą jednostki")
        parser.add_argument("--name", default="", help="nazwa nowego rejestru")
        parser.add_argument("--source", default="", help="źródło danych, pokazywane przy mapie")
        parser.add_argument("--json", action="store_true", help="wynik jako JSON")

    def handle(self, *args: Any, file: Path, scheme: str, json: bool, **options: Any) -> None:
        if scheme != slugify(scheme) or not 0 < len(scheme) <= 40:
            raise CommandError("Nazwa rejestru: najwyżej 40 małych liter bez ogonków, cyfr i łączników.")
        try:
            if file.suffix.lower() in (".geojson", ".json"):
                report = self.boundaries(file, scheme, options["source"] or file.name)
            else:
                report = self.units(file, scheme, options["name"], options["source"])
        except (Unreadable, OSError) as error:
            raise CommandError(str(error)) from error
        self.say(report, json)

    def boundaries(self, file: Path, scheme: str, source: str) -> dict[str, Any]:
        kept = scheme_named(scheme)
        if kept is None:
            raise CommandError(f"Nie ma rejestru „{scheme}”. Wczytaj najpierw jednostki (load_places).")
        areas = read_areas(file, Resolver(scheme))
        matched = 0
        if areas.shapes:
            matched = replace_geometry(by=CLERK, at=timezone.now(), scheme=kept, shapes=areas.shapes, source=source)
        levels = {unit.level for unit in units_of(scheme).filter(code__in=list(areas.shapes))}
        without = [u.code for u in units_of(scheme) if u.level in levels and u.code not in areas.shapes]
        refused = [{"feature": feature, "reason": reason} for feature, reason in areas.refused]
        return {"features": matched + len(refused), "matched": matched, "refused": refused, "without": without}

    def units(self, file: Path, scheme: str, name: str, source: str) -> dict[str, Any]:
        if scheme == TERYT:
            raise CommandError("Podaj rejestr: --scheme NAZWA. Polski rejestr wczytuje load_places.")
        table = read_table(file)
        known = list(units_of(scheme))
        if tag_row(table) is None:
            read: UnitFile = read_units(table, {unit.code: unit.level for unit in known})
        else:
            read = read_hxl(table, {unit.code: unit.name for unit in known})
        tally = load_units(
            by=CLERK, at=timezone.now(), scheme=scheme, facts=read.facts, name=name, source=source or file.name
        )
        return {
            "rows": read.rows,
            "units": len(read.facts),
            "levels": {Level(level).name.lower(): sum(f.level == level for f in read.facts) for level in Level},
            "created": tally.created,
            "updated": tally.updated,
            "unchanged": tally.unchanged,
            "refused": [{"row": r.row, "column": r.column, "reason": r.reason} for r in read.refused],
        }

    def say(self, report: dict[str, Any], as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(report, ensure_ascii=False))
            return
        for name, value in report.items():
            self.stdout.write(f"{name}: {len(value) if isinstance(value, list) else value}")
        for refusal in report["refused"]:
            self.stdout.write(" · ".join(str(part) for part in refusal.values() if part != ""))
        if report.get("without"):
            self.stdout.write("bez granicy: " + ", ".join(report["without"]))
