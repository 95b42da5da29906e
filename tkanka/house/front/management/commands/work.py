"""The one process beside the pages: does what is due."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from tkanka.ground.kit.work import Worker

from ...timetable import TIMETABLE


class Command(BaseCommand):
    help = "Do the work that is due, until stopped. Any number of these may run at once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="do all that is due now, and return")

    def handle(self, *args: Any, once: bool = False, **options: Any) -> None:
        worker = Worker(TIMETABLE)
        return worker.once() if once else worker.stopped_by_signals().forever()
