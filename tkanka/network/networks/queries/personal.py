"""What the networks keep of one person, for that person."""

from typing import Any
from uuid import UUID

from ..models import Mandate, OfficeHolder

MOST = 1000


def export_of(person: UUID) -> dict[str, Any]:
    """For which organisations somebody acts or acted, and in which offices they keep or kept a network."""
    mandates = Mandate.objects.filter(person_id=person).order_by("since", "pk")
    offices = OfficeHolder.objects.filter(person_id=person).order_by("since", "pk")
    return {
        "mandates": list(mandates.values("organisation__name", "capacity", "post", "since", "until")[:MOST]),
        "offices": list(offices.values("network__name", "office", "is_deputy", "since", "until")[:MOST]),
    }
