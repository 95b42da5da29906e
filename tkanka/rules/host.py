"""The host organisation: who may be it, and how long its guarantee lasts."""

from __future__ import annotations

from collections.abc import Set
from datetime import date
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from .defaults import held
from .rulebook import Rulebook
from .ruling import Ruling, check
from .standing import Office, Standing


class Guarantee(StrEnum):
    """What is on record about the host's guarantee."""

    GIVEN = "given"
    RUNNING_OUT = "running_out"
    NONE_ON_RECORD = "none_on_record"


def may_be_host(book: Rulebook, *, is_member: bool, stated: Set[str]) -> Ruling:
    """Whether an organisation may be host: a member that states the qualities the charter asks for."""
    terms = book.host
    if terms.is_member is None:
        return check(False, "host_known")
    missing = tuple(q for q in terms.qualities.value if q not in stated) if terms.qualities else ()
    ruling = check(is_member or not terms.is_member.value, "host_is_member", terms.is_member)
    return ruling & check(not missing, "qualities_stated", terms.qualities, missing=missing)


def may_record_guarantee(book: Rulebook, by: Standing, *, represents_host: bool, until: date, today: date) -> Ruling:
    """Entering or extending the period of the guarantee: the host's own people, or the coordinator for them."""
    speaks = represents_host or Office.COORDINATOR in by.offices
    ruling = check(speaks, "host_or_coordinator", book.host.for_stated_period)
    return ruling & check(until > today, "day_ahead", until=until)


def guarantee(book: Rulebook, until: date | None, today: date) -> Guarantee:
    """What a page says of the guarantee. The host's office goes on after it, with none on record."""
    if until is None or today > until:
        return Guarantee.NONE_ON_RECORD
    return Guarantee.RUNNING_OUT if today >= min(reminders(book, until)) else Guarantee.GIVEN


def reminders(book: Rulebook, until: date) -> tuple[date, ...]:
    """The days on which the end of the guarantee is recalled, earliest first."""
    months = held(book, "host.reminder_months").value
    return tuple(sorted(until - relativedelta(months=n) for n in months))


def reminder_due(book: Rulebook, until: date, *, today: date, last_sent: date | None) -> date | None:
    """The latest reminder whose day has come and which was not sent; None when there is none or the end is past."""
    come = [day for day in reminders(book, until) if day <= today and (last_sent is None or last_sent < day)]
    return max(come) if come and today <= until else None
