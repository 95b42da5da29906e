"""Count ballots from a file."""

import json as json_format
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from tkanka.governance.elections.faults import blt_fault, bounds_fault, unfilled
from tkanka.rules.elections import (
    BadBlt,
    BadBounds,
    Blt,
    Bound,
    CannotFill,
    Count,
    Field,
    TooEntangled,
    count_most_votes,
    count_stv,
    read_blt,
    read_bounds,
    told,
)


class Command(BaseCommand):
    help = "Liczy głosy z pliku BLT: pojedynczy głos przenoszony albo, z --most-votes, najwięcej głosów w progach."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--seats", type=int, help="ile miejsc; bez tego tyle, ile podaje plik")
        parser.add_argument("--bounds", type=Path, help="plik TOML z cechami kandydatur i progami")
        parser.add_argument("--most-votes", action="store_true", help="wygrywa najwięcej głosów w granicach progów")
        parser.add_argument("--json", action="store_true", help="wynik jako JSON")

    def handle(self, *args: Any, file: Path, bounds: Path | None, json: bool, **options: Any) -> None:
        try:
            blt = read_blt(_text_of(file))
        except BadBlt as error:
            raise CommandError(blt_fault(file.name, error)) from error
        seats = blt.seats if options["seats"] is None else options["seats"]
        if seats < 1:
            raise CommandError(_("Miejsc musi być co najmniej jedno."))
        facts, limits = _bounds_of(bounds, blt)
        way = count_most_votes if options["most_votes"] else count_stv
        try:
            count = way(blt.ballots, Field(facts, limits, seats), blt.withdrawn)
        except CannotFill as error:
            raise CommandError(unfilled(error)) from error
        except TooEntangled as error:
            raise CommandError(_("Progi są tak splecione, że nie da się ich sprawdzić w rozsądnym czasie.")) from error
        self.say(count, blt, json)

    def say(self, count: Count, blt: Blt, as_json: bool) -> None:
        result = told(count, blt.names)
        if as_json:
            self.stdout.write(json_format.dumps(result, ensure_ascii=False))
            return
        for name in result["elected"]:
            self.stdout.write(name)
        for one in result["displaced"]:
            self.stdout.write(_("Próg odebrał miejsce: %(name)s (%(bound)s)") % one)
        if not count.exact:
            self.stdout.write(_("Ułamki urosły tak, że obcięto je do sześćdziesięciu miejsc po przecinku."))


def _bounds_of(path: Path | None, blt: Blt) -> tuple[Sequence[Mapping[str, str]], Sequence[Bound]]:
    if path is None:
        return [{}] * len(blt.names), []
    try:
        return read_bounds(_text_of(path), blt.names)
    except BadBounds as error:
        raise CommandError(bounds_fault(path.name, error)) from error


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise CommandError(_("%(file)s: to nie jest tekst w UTF-8.") % {"file": path.name}) from error
    except OSError as error:
        raise CommandError(str(error)) from error
