"""Who writes minutes, who reads them when, who remarks on them, and what has to be so before they are approved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from ..bodies import BodyKind
from ..defaults import held
from ..meetings import Gathering, MeetingAudience, MeetingKind, MeetingState, may_organise, may_take_part
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..standing import Standing
from ..terms import Term
from .states import ApprovalBasis, MinutesState

OPEN = {MinutesState.DRAFT, MinutesState.COMMENT}


@dataclass(frozen=True, slots=True)
class Work:
    """Minutes as the rules see them: where they stand, until when remarks are taken, and who the one who acts is.

    `notes`: the named note-taker, or whoever chaired the meeting.
    """

    state: MinutesState
    notes: bool = False
    until: date | None = None
    unanswered: int = 0


def may_open_minutes(book: Rulebook, by: Standing, of: Gathering, *, state: MeetingState, begun: bool) -> Ruling:
    """Beginning the minutes: whoever prepares the meeting, once it has begun."""
    ruling = may_organise(book, by, of)
    taking_place = state in {MeetingState.CALLED, MeetingState.HELD}
    return ruling & check(taking_place and begun, "meeting_begun", state=str(state))


def may_keep_minutes(book: Rulebook, by: Standing, of: Gathering, work: Work) -> Ruling:
    """Whether the minutes are theirs to keep: the named note-taker, the chair, whoever prepares the meeting. What a
    closed body leaves is read, not changed."""
    return _keeps(book, by, of, work) & check(not of.closed, "body_not_closed")


def _keeps(book: Rulebook, by: Standing, of: Gathering, work: Work) -> Ruling:
    organises = may_organise(book, by, replace(of, closed=False))
    if organises:
        return organises
    return check(work.notes and bool(may_take_part(book, by, of)), "note_taker", book.programme.roles_credited)


def may_write(book: Rulebook, by: Standing, of: Gathering, work: Work) -> Ruling:
    """Writing in them, until they are approved."""
    return may_keep_minutes(book, by, of, work) & check(work.state in OPEN, "minutes_open", state=str(work.state))


def may_send_out(book: Rulebook, by: Standing, of: Gathering, work: Work, *, written: bool) -> Ruling:
    """Asking for remarks; empty minutes are not sent out."""
    return may_keep_minutes(book, by, of, work) & check(written, "minutes_written")


def comment_until(book: Rulebook, sent: date) -> date:
    """The last day on which remarks are taken."""
    return sent + timedelta(days=held(book, "minutes.comment_days").value)


def may_remark(
    book: Rulebook, by: Standing, of: Gathering, work: Work, *, organisation: UUID | None, today: date
) -> Ruling:
    """A remark on a section: whoever may take part in the meeting, for their organisation, while remarks are taken.

    Somebody who sits in the body without an organisation remarks in their own name.
    """
    ruling = may_take_part(book, by, of) & check(by.person is not None, "signed_in")
    ruling &= check(not of.closed, "body_not_closed")
    term = held(book, "minutes.comment_days")
    taken = work.state is MinutesState.COMMENT and work.until is not None and today <= work.until
    ruling &= check(taken, "remarks_taken", term, until=work.until)
    own = {m.organisation for m in by.mandates} & (by.members | by.observers)
    return ruling & check(organisation in own or (organisation is None and of.sits), "acts_for_organisation")


def may_answer_remark(book: Rulebook, by: Standing, of: Gathering, work: Work, *, text: str) -> Ruling:
    """Every remark gets an answer in words, from whoever keeps the minutes."""
    return may_write(book, by, of, work) & check(bool(text.strip()), "answer_given")


def may_approve(
    book: Rulebook, by: Standing, of: Gathering, work: Work, *, basis: str, later: bool, where: str, today: date
) -> Ruling:
    """Writing down that the minutes were approved: by a later meeting, or as the body's own rule says.

    Remarks are taken until their day, and each is answered first.
    """
    term = held(book, "minutes.approved_by")
    ruling = may_keep_minutes(book, by, of, work)
    over = work.until is None or today > work.until
    ruling &= check(over, "remarks_over", held(book, "minutes.comment_days"), until=work.until)
    ruling &= check(not work.unanswered, "remarks_answered", count=work.unanswered)
    if basis == ApprovalBasis.MEETING:
        return ruling & check(later, "later_meeting", term)
    return ruling & check(bool(where.strip()), "own_rule_told", term)


def may_correct(book: Rulebook, by: Standing, of: Gathering, work: Work, *, reason: str) -> Ruling:
    """Correcting approved minutes: a new version, with the reason; the old one stays to be read."""
    approved = work.state is MinutesState.APPROVED
    ruling = may_organise(book, by, of) & check(approved, "minutes_approved", state=str(work.state))
    return ruling & check(bool(reason.strip()), "reason_given")


def read_by(book: Rulebook, of: Gathering) -> Term[Any] | None:
    """To whom approved minutes are open beyond the meeting's own people: `members` or `public`; None for nobody."""
    if of.hidden or of.body_kind == BodyKind.CLOSED or of.audience is MeetingAudience.INVITED:
        return None
    if of.kind is MeetingKind.DIRECTORS:
        return held(book, "directors_meetings.minutes_to")
    return held(book, "minutes.open_to")


def may_read(book: Rulebook, by: Standing, of: Gathering, work: Work) -> Ruling:
    """Drafts for those who keep them; minutes in comment for those the meeting is for; approved ones for whoever the
    charter opens them to."""
    keeps = _keeps(book, by, of, work)
    if keeps or work.state is MinutesState.DRAFT:
        return keeps
    part = may_take_part(book, by, of)
    if part or work.state is MinutesState.COMMENT:
        return part
    term = read_by(book, of)
    if term is None:
        return check(of.sits or of.invited, "seat_in_body")
    if term.value == "public":
        return check(True, "minutes_public", book.purpose.values)
    return check(by.is_member or by.keeps_the_network, "minutes_for_members", term)
