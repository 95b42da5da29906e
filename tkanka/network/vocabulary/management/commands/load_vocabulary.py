"""manage.py load_vocabulary: enter the shipped lists, or bring them up to date."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from tkanka.network.vocabulary.actions import load_vocabulary
from tkanka.rules.standing import Standing


class Command(BaseCommand):
    help = "Load or update the shipped vocabulary; what secretariats have edited stays as it is."

    def handle(self, *args: Any, **options: Any) -> None:
        told = load_vocabulary(by=Standing(system="load_vocabulary"), at=timezone.now())
        self.stdout.write(f"{told['added']} added, {told['changed']} changed, {told['synonyms']} synonyms")
