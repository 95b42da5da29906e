"""manage.py recount FILE.json: count a published vote again, from nothing but its file."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from tkanka.ground.kit.wording.verdicts import verdict_sentence
from tkanka.rules.voting import BadFile, recount

MOST_BYTES = 50_000_000


class Command(BaseCommand):
    help = "Counts a published vote again and says whether its verdict holds. Ends with 1 where it does not."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        data = _read(options["file"])
        try:
            anew, tally, same = recount(data)
        except BadFile as error:
            raise CommandError(f"{options['file']}: {error}") from error
        if options["json"]:
            self.stdout.write(json.dumps({"verdict": anew, "same": same, "entitled": tally.entitled}))
        else:
            self.stdout.write(verdict_sentence(data | {"verdict": anew}))
        if not same:
            raise CommandError("the published verdict says something else", returncode=1)


def _read(file: Path) -> Any:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise CommandError(f"{file}: larger than any vote")
        return json.loads(file.read_text("utf8"))
    except (OSError, ValueError, RecursionError) as error:
        raise CommandError(f"{file}: {error}") from error
