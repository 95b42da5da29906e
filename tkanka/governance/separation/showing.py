"""A case in words: how far it has come, and what is handed over."""

from typing import Any

from django.utils.translation import gettext as _

from tkanka.ground.kit import dates
from tkanka.rules.separation import CaseState

from .models import Case, Successor
from .queries import is_named, matters_of


def shown_of(case: Case, one: Successor | None) -> dict[str, Any]:
    """What every page of a case shows."""
    return {"steps": steps_of(case, one), "matters": matters_of(case)}


def steps_of(case: Case, one: Successor | None) -> list[dict[str, str]]:
    """From the reason to the day on which the successor takes over."""

    def day(at: Any) -> str:
        return dates.day(at, "long", at) if at else ""

    named = one.naming.closed_at if one and is_named(one) else None
    accepted = one.answered_at if one and one.accepted else None
    reached = [
        (_("Powód podany"), dates.only_day(case.opened_at)),
        (_("Następca wskazany"), dates.only_day(named) if named else None),
        (_("Następca się zgodził"), dates.only_day(accepted) if accepted else None),
        (_("Głosowanie"), dates.only_day(case.settled_at) if case.poll_id and case.settled_at else None),
        (_("Przekazanie"), case.taken_over_on),
    ]
    rows, current = [], case.state in (CaseState.OPEN, CaseState.DECIDED)
    for name, on in reached:
        kind = "done" if on else "now" if current else ""
        current = current and bool(on)
        rows.append({"label": name, "note": day(on), "kind": kind})
    return rows
