"""Load the Polish register of territorial units."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from tkanka.network.places.actions import load_teryt
from tkanka.rules.standing import Standing


class Command(BaseCommand):
    help = "Wczytuje rejestr jednostek terytorialnych (TERYT). Można powtarzać: drugi raz niczego nie zmienia."

    def handle(self, *args: Any, **options: Any) -> None:
        tally = load_teryt(by=Standing(system="load_places"), at=timezone.now())
        self.stdout.write(
            f"TERYT: nowe {tally.created}, zmienione {tally.updated}, bez zmian {tally.unchanged}, "
            f"zamknięte {tally.closed}"
        )
