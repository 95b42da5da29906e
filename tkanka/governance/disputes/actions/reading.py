"""That somebody opened a file. It changes nothing in the dispute, so it stands in the file and not in the ledger."""

from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate

from tkanka.rules.disputes import Part

from ..models import Dispute, Reading


def note_reading(dispute: Dispute, person: UUID, part: Part, at: datetime) -> None:
    """Once a person and day."""
    Reading.objects.get_or_create(
        dispute=dispute, person_id=person, day=localdate(at), defaults={"part": part, "first_at": at}
    )
