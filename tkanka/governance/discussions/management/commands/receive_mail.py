import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError
from django.utils import timezone

from tkanka.governance.discussions.incoming.folders import empty_folder
from tkanka.governance.discussions.incoming.taking import take_in

TRY_LATER = 75  # what mail servers understand as "keep it and come again" (EX_TEMPFAIL)


class Command(BaseCommand):
    help = "Take in answers to letters about discussions: one letter from standard input, or all letters of a folder."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--folder", type=Path, help="a maildir or a folder of .eml files; what is done is removed")
        parser.add_argument("--recipient", default="", help="the address of the envelope, where the server knows it")

    def handle(self, *args: Any, folder: Path | None, recipient: str, **options: Any) -> None:
        if not settings.REPLY_ADDRESS:
            self.stderr.write("REPLY_ADDRESS is not set: nobody could have been invited to answer.")
            raise SystemExit(TRY_LATER)
        if folder:
            taken = empty_folder(folder, timezone.now())
            self.stdout.write(f"{taken} letters")
            return
        raw = sys.stdin.buffer.read()
        try:
            fate = take_in(raw=raw, at=timezone.now(), recipient=recipient)
        except DatabaseError as trouble:
            self.stderr.write(f"not now: {trouble}")
            raise SystemExit(TRY_LATER) from trouble
        self.stdout.write(fate.value)
