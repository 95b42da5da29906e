"""Who organises a meeting, who calls it, and what has to be so before it is called."""

from __future__ import annotations

from datetime import date

from ..bodies import BodyKind
from ..defaults import held
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..standing import Office, Standing
from ..terms import Term
from ..workdays import add_workdays
from .kinds import Gathering, MeetingAudience, MeetingKind, terms_of

LED = {BodyKind.WORKING, BodyKind.TECHNICAL, BodyKind.CLOSED}


def may_organise(book: Rulebook, by: Standing, of: Gathering) -> Ruling:
    """Preparing a meeting: drafting, changing, inviting, sending materials, noting who came.

    The advisory group's meetings are prepared by its members and the coordinator, the directors' also by the
    secretariat; a group's by its leads, one that has none by the secretariat; those of the whole network by the
    secretariat or, where the charter says so, by the regional council. What a closed body leaves is read, not changed.
    """
    return _organises(book, by, of) & check(not of.closed, "body_not_closed")


def _organises(book: Rulebook, by: Standing, of: Gathering) -> Ruling:
    if of.kind is MeetingKind.DIRECTORS:
        return check(of.advises or by.keeps_the_network, "advisory_or_secretariat", book.directors_meetings.convened_by)
    if of.kind is not MeetingKind.BODY:
        return _for_the_network(book, by, of)
    if of.body_kind == BodyKind.ADVISORY:
        helps = Office.COORDINATOR in by.offices
        return check(of.sits or helps, "advisory_seat_or_coordinator", book.coordinator.duties)
    if of.body_kind in LED:
        return _leads(book, by, of)
    return check(of.leads or (by.keeps_the_network and not of.hidden), "leads_or_secretariat_organise")


def may_call(
    book: Rulebook,
    by: Standing,
    of: Gathering,
    *,
    on: date,
    today: date,
    decision: str = "",
    first: bool = False,
    announced_on: date | None = None,
    told_on: date | None = None,
) -> Ruling:
    """Sending the invitations: the meeting is on from then.

    Directors' meetings are called by a seat of the advisory group, after a decision that is written down. A working
    group's first meeting waits for its announcement to the members, is open to them, and is told to them in time:
    `told_on` is the day they learn of it, today where it is called only now.
    """
    ruling = may_organise(book, by, of)
    if of.kind is MeetingKind.DIRECTORS:
        ruling = check(of.advises, "advisory_seat_calls", book.directors_meetings.convened_by)
        ruling &= check(bool(decision.strip()), "decision_noted", held(book, "directors_meetings.called_by"))
    if of.kind is MeetingKind.BODY and of.body_kind == BodyKind.WORKING and first:
        ruling &= _first_meeting(book, of, on=on, announced_on=announced_on, told_on=told_on or today)
    return ruling & check(on >= today, "meeting_ahead", day=on)


def may_cancel(book: Rulebook, by: Standing, of: Gathering) -> Ruling:
    """Calling a meeting off: whoever may prepare it; a directors' meeting, whoever may call it."""
    if of.kind is MeetingKind.DIRECTORS:
        return check(of.advises, "advisory_seat_calls", book.directors_meetings.convened_by)
    return may_organise(book, by, of)


def may_close(book: Rulebook, by: Standing, of: Gathering, *, on: date, today: date) -> Ruling:
    """Saying that it took place."""
    return may_organise(book, by, of) & check(on <= today, "meeting_day_come", day=on)


def earliest_first_meeting(book: Rulebook, told_on: date) -> date:
    """The first day on which a working group may meet, when the members learn of it and of the meeting that day."""
    return add_workdays(told_on, held(book, "working_groups.announce_workdays_before").value)


def _first_meeting(book: Rulebook, of: Gathering, *, on: date, announced_on: date | None, told_on: date) -> Ruling:
    rule = book.working_groups.announce_before_first_meeting
    if rule is None or not rule.value:
        return Ruling()
    ruling = check(announced_on is not None, "group_announced", rule)
    if announced_on is not None:
        from_day, lead = (
            earliest_first_meeting(book, max(announced_on, told_on)),
            held(book, "working_groups.announce_workdays_before"),
        )
        ruling &= check(on > announced_on, "after_announcement", rule, day=on)
        ruling &= check(on >= from_day, "time_to_join", lead, since=from_day, days=lead.value)
    wide = of.open_to_members or of.audience in {MeetingAudience.MEMBERS, MeetingAudience.PUBLIC}
    return ruling & check(wide, "first_meeting_open", rule)


def _leads(book: Rulebook, by: Standing, of: Gathering) -> Ruling:
    convenes = of.body_kind == BodyKind.TECHNICAL and Office.COORDINATOR in by.offices
    rest = (
        book.working_groups.lead_duties if of.body_kind == BodyKind.WORKING else book.technical_groups.sets_own_cadence
    )
    stands_in = not of.led and not of.hidden and by.keeps_the_network
    return check(of.leads or convenes or stands_in, "leads_organise", rest)


def _for_the_network(book: Rulebook, by: Standing, of: Gathering) -> Ruling:
    initiated = book.partners.works_initiated_by
    if initiated and initiated.value == "regional_ngo_council":
        return check(by.keeps_the_network or of.in_council, "secretariat_or_council_organises", initiated)
    return check(by.keeps_the_network, "secretariat_organises", _organised_by(book, of.kind))


def _organised_by(book: Rulebook, kind: MeetingKind) -> Term[str] | Term[tuple[str, ...]] | None:
    terms = terms_of(book, kind)
    return terms.organised_by if terms and terms.organised_by else book.secretariat.duties
