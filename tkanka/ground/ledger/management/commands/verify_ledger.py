from django.core.management.base import BaseCommand, CommandError

from tkanka.ground.ledger.queries import chains, faults_in


class Command(BaseCommand):
    help = "Check the seals of every chain; name each record that was changed, taken out or moved."

    def handle(self, **options: object) -> None:
        records = found = 0
        for chain in chains():
            records += chain.number
            for fault in faults_in(chain):
                found += 1
                self.stderr.write(str(fault))
        if found:
            raise CommandError(f"The ledger does not hold: {found} faults among {records} records.")
        self.stdout.write(f"The ledger holds: {records} records.")
