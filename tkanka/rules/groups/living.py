"""The life of a group: its terms of reference, its news and results, its rest and its end."""

from __future__ import annotations

from collections.abc import Set
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ..bodies import BodyKind
from ..defaults import held
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..standing import Office, Standing


def may_write_for(book: Rulebook, by: Standing, *, leads: bool) -> Ruling:
    """Whether somebody writes for the group: its leads, or the secretariat in their place."""
    return check(leads or by.keeps_the_network, "leads_write", book.working_groups.led_by)


def may_amend(book: Rulebook, by: Standing, *, leads: bool, closed: bool) -> Ruling:
    """Writing for a group that is not closed; what a closed group left can be read, not changed."""
    return may_write_for(book, by, leads=leads) & check(not closed, "group_not_closed")


def terms_due(book: Rulebook, first_meeting: date | None) -> date | None:
    """The day by which a group should hand in its terms of reference. No first meeting, no clock."""
    term = book.working_groups.terms_due_months
    return first_meeting + relativedelta(months=term.value) if first_meeting and term else None


def terms_reminders(book: Rulebook, first_meeting: date | None) -> tuple[date, ...]:
    """The days on which the leads are reminded of the terms of reference."""
    if terms_due(book, first_meeting) is None or first_meeting is None:
        return ()
    days = held(book, "working_groups.terms_reminder_days").value
    return tuple(first_meeting + timedelta(days=count) for count in days)


def terms_reminder_due(
    book: Rulebook, first_meeting: date | None, *, today: date, last_sent: date | None, handed_in: bool
) -> date | None:
    """The reminder that is due and was not sent yet; the latest of them where several passed unseen."""
    if handed_in:
        return None
    due = [day for day in terms_reminders(book, first_meeting) if day <= today]
    return due[-1] if due and (last_sent is None or last_sent < due[-1]) else None


def languages_encouraged(book: Rulebook, *, languages: Set[str], interpreted: bool) -> Ruling:
    """Whether the languages are those the charter encourages. It never stands in the way; it is only said."""
    terms = book.languages
    ruling = Ruling()
    if terms.working_group_meetings:
        wanted = set(terms.working_group_meetings.value)
        ruling &= check(wanted <= languages, "encouraged_languages", terms.working_group_meetings)
    if terms.working_group_interpretation:
        ruling &= check(interpreted, "encouraged_interpretation", terms.working_group_interpretation)
    return ruling


def update_due(book: Rulebook, since: date) -> date:
    """When the next short update is asked for, counted from the last one (or from the opening)."""
    months: int = held(book, "working_groups.progress_every_months").value
    return since + relativedelta(months=months)


def seems_dormant(book: Rulebook, *, last_sign: date, today: date) -> bool:
    """Whether nothing was heard of a group for so long that rest may be proposed. It is never put to rest by itself."""
    months: int = held(book, "working_groups.dormant_months").value
    return last_sign + relativedelta(months=months) <= today


def asks_go_on(ends_on: date | None, *, today: date) -> bool:
    """Whether the time frame is over, so that the group is asked: go on, or close?"""
    return ends_on is not None and ends_on <= today


def goes_to_advisory(book: Rulebook, *, kind: str, strategic: bool) -> Ruling:
    """Whether a result becomes an item of the next agenda of the advisory group."""
    if kind == BodyKind.TECHNICAL:
        return check(True, "technical_result_reviewed", book.technical_groups.results_presented_by)
    return check(strategic, "strategic_result_supported", book.advisory_group.duties)


def may_note_review(book: Rulebook, by: Standing, *, advises: bool) -> Ruling:
    """Noting what the advisory group said of a result: its seats and the coordinator."""
    term = book.technical_groups.results_reviewed_by
    return check(advises or Office.COORDINATOR in by.offices, "advisory_reviews", term)
