"""Where a group is on its way, and what is due of it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tkanka.governance.bodies.models import Body
from tkanka.ground.kit.dates import day as worded
from tkanka.ground.kit.dates import only_day
from tkanka.rules.bodies import BodyKind, BodyState
from tkanka.rules.groups import asks_go_on, terms_due
from tkanka.rules.rulebook import Rulebook

from . import queries
from .models import Terms


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way: done, now, waiting for somebody (waits) or still to come."""

    label: str
    note: str = ""
    kind: str = ""
    cite: str = ""


def course_of(book: Rulebook, body: Body, today: date, terms: Terms | None) -> list[Step]:
    """From the proposal to the summary."""
    first = queries.first_meeting_of(body)
    return [*_before(body, first), _terms(book, terms, first), _end(body, terms, today)]


def _before(body: Body, first: date | None) -> list[Step]:
    proposal = getattr(body, "proposal", None)
    steps = []
    if proposal and proposal.submitted_at and proposal.decided_at:
        count = len(queries.initiators_agreed(proposal))
        parties = ngettext("%d organizacja", "%d organizacji", count) % count
        steps.append(Step(_("Zgłoszona"), f"{_day(only_day(proposal.submitted_at))}, {parties}", "done"))
        steps.append(Step(_("Sprawdzona"), _day(only_day(proposal.decided_at)), "done"))
    announced = only_day(body.announced_at) if body.announced_at else None
    steps.append(Step(_("Ogłoszona"), _day(announced), "done" if announced else "now"))
    if body.kind == BodyKind.WORKING or first:
        steps.append(Step(_("Pierwsze spotkanie"), _day(first), "done" if first else "now" if announced else ""))
    return steps


def _terms(book: Rulebook, terms: Terms | None, first: date | None) -> Step:
    term = book.working_groups.terms_due_months
    cite = term.cite if term else ""
    if terms:
        return Step(_("Zasady współpracy"), _day(only_day(terms.written_at)), "done", cite)
    due = terms_due(book, first)
    note = _("do %s, dobra praktyka") % _day(due) if due else _("miesiąc od pierwszego spotkania, dobra praktyka")
    return Step(_("Zasady współpracy"), note, "waits" if due else "", cite)


def _end(body: Body, terms: Terms | None, today: date) -> Step:
    if body.state == BodyState.CLOSED:
        return Step(_("Podsumowanie"), _day(body.closed_on), "done")
    planned = terms or getattr(body, "proposal", None)
    ends = planned.ends_on if planned else None
    return Step(_("Podsumowanie"), _day(ends), "waits" if asks_go_on(ends, today=today) else "")


def _day(day: date | None) -> str:
    return worded(day, "long", day) if day else ""
