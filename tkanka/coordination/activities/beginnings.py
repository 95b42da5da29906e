"""What a new entry begins with: most of it is like the last one, or like the profile."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tkanka.network.directory.queries import reached
from tkanka.network.networks.models import Organisation
from tkanka.network.places.models import Unit
from tkanka.rules.activities import ActivityState, Intake, Precision, Price
from tkanka.rules.standing import Standing

from .facts import Facts
from .models import CapacityUnit

LIKE_LAST = ("recipient_kind", "channel", "cost", "contact", "email", "phone", "website", "capacity_unit", "language")


@dataclass(frozen=True, slots=True)
class Beginning:
    """Values of the form's fields, and the areas typed in already."""

    fields: dict[str, Any] = field(default_factory=dict)
    units: list[Unit] = field(default_factory=list)


def beginning_of(organisation: Organisation | None, last: Facts | None, today: date) -> Beginning:
    """A form that is nearly right: today, ongoing, accepting, free, and for the rest like the last entry."""
    usual = {
        "starts": today,
        "status": str(ActivityState.ONGOING),
        "intake": str(Intake.ACCEPTING),
        "cost": str(Price.FREE),
        "channel": "in_person",
        "recipient_kind": "people",
        "capacity_unit": str(CapacityUnit.PEOPLE),
        "precision": str(Precision.GMINA),
        "language": "pl",
    }
    if organisation is None:
        return Beginning(usual)
    # The register is public: only what everybody may read of the organisation's contact is carried over.
    open_to_all = reached(organisation, Standing(), stale=False)
    profile = {"organisation": str(organisation.pk), "language": organisation.language or "pl"}
    profile |= {name: str(getattr(open_to_all, name)) for name in ("email", "phone", "website")}
    if last is None:
        return Beginning(usual | profile, list(organisation.areas.select_related("parent").order_by("code")[:20]))
    like = {name: getattr(last, name) for name in LIKE_LAST}
    like |= {
        "precision": str(last.precision),
        "groups": [str(group) for group in dict.fromkeys(s.group for s in last.spots) if group],
        "languages": [str(key) for key in last.languages],
        "legal_statuses": [str(key) for key in last.legal_statuses],
        "organisation": str(organisation.pk),
    }
    return Beginning(usual | like, [spot.unit for spot in last.spots])
