"""Who may take part in a meeting, registering for it, its link, its access needs, and being there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from ..defaults import held
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..standing import Capacity, Standing
from .calling import may_organise
from .kinds import Gathering, MeetingAudience
from .states import MeetingState, RegistrationState

NEEDS_KEPT = timedelta(days=3)
DOORS_OPEN = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Room:
    """The places of a meeting: how many there are and how many one organisation may take; None for no bound."""

    capacity: int | None
    per_organisation: int | None = None
    taken: int = 0
    waiting: int = 0
    own: int = 0

    @property
    def free(self) -> bool:
        """Whether there is a place for somebody who comes now: nobody who waits is passed over."""
        return self.capacity is None or (self.taken < self.capacity and not self.waiting)


def may_take_part(book: Rulebook, by: Standing, of: Gathering) -> Ruling:
    """Whether the meeting is one for them. Whoever organises it and whoever is invited to it always may."""
    if of.invited or may_organise(book, by, of):
        return check(True, "invited_or_organises")
    if of.audience is MeetingAudience.PUBLIC:
        return check(True, "open_to_all")
    if of.audience is MeetingAudience.MEMBERS or (of.open_to_members and not of.hidden):
        observer = book.membership.observers_invited_to
        if by.observers and not by.is_member:
            return check(by.keeps_the_network, "observer_invited", observer)
        return check(by.is_member or by.keeps_the_network, "for_members", book.meetings.members_online.held_for)
    if of.audience is MeetingAudience.DIRECTORS:
        directs = any(m.capacity is Capacity.DIRECTOR and m.organisation in by.members for m in by.mandates)
        return check(directs or of.advises, "decision_maker", book.directors_meetings.invited)
    if of.audience is MeetingAudience.BODY:
        return check(of.sits, "seat_in_body")
    return check(False, "personally_invited")


def may_register(
    book: Rulebook,
    by: Standing,
    of: Gathering,
    *,
    state: MeetingState,
    starts_at: datetime,
    closes_at: datetime | None,
    now: datetime,
    organisation: UUID | None,
    room: Room,
    already: bool = False,
) -> Ruling:
    """Registering oneself for an organisation, or in one's own name where the meeting is open to that."""
    ruling = may_take_part(book, by, of)
    ruling &= check(state is MeetingState.CALLED, "meeting_called", state=str(state))
    ruling &= check(now < (closes_at or starts_at), "registration_open", until=closes_at or starts_at)
    ruling &= check(not already, "not_registered_yet")
    if organisation is not None:
        ruling &= check(any(m.organisation == organisation for m in by.mandates), "acts_for_organisation")
        within = room.per_organisation is None or room.own < room.per_organisation
        ruling &= check(within, "places_of_organisation", most=room.per_organisation)
    return ruling


def outcome(room: Room) -> RegistrationState:
    """What a registration becomes: a place, or a place in the queue."""
    return RegistrationState.REGISTERED if room.free else RegistrationState.WAITING


def answer_until(offered_at: datetime, hours: int, starts_at: datetime) -> datetime:
    """Until when a place that fell free is kept for the one who waited."""
    return min(offered_at + timedelta(hours=hours), starts_at)


def may_see_link(book: Rulebook, by: Standing, of: Gathering, *, registered: bool, state: MeetingState) -> Ruling:
    """The address of an online meeting: for those registered and those who organise it, once it is called."""
    if may_organise(book, by, of):
        return Ruling()
    ruling = check(state is MeetingState.CALLED, "meeting_called", state=str(state))
    return ruling & check(registered, "registered_for_link")


def may_see_needs(book: Rulebook, by: Standing, of: Gathering) -> Ruling:
    """What somebody needs to take part is for the organiser's eyes only."""
    return may_organise(book, by, of)


def needs_over(ends_at: datetime, now: datetime) -> bool:
    """Whether access needs have served their purpose and are to be deleted."""
    return now >= ends_at + NEEDS_KEPT


def may_check_in(
    book: Rulebook,
    by: Standing,
    of: Gathering,
    *,
    state: MeetingState,
    starts_at: datetime,
    ends_at: datetime,
    now: datetime,
    code_fits: bool,
) -> Ruling:
    """Saying oneself that one is there: with the code shown at the meeting, from an hour before it to its end."""
    ruling = may_take_part(book, by, of)
    ruling &= check(state is MeetingState.CALLED, "meeting_called", state=str(state))
    ruling &= check(starts_at - DOORS_OPEN <= now <= ends_at + DOORS_OPEN, "doors_open")
    return ruling & check(code_fits, "code_fits")


def may_note_presence(
    book: Rulebook, by: Standing, of: Gathering, *, state: MeetingState, on: date, today: date, settled: bool
) -> Ruling:
    """Putting others on the list of those present, or noting that they left: whoever organises, on the day and after
    it, until the minutes are approved and the list with them."""
    ruling = may_organise(book, by, of)
    ruling &= check(state in {MeetingState.CALLED, MeetingState.HELD}, "meeting_called", state=str(state))
    ruling &= check(on <= today, "meeting_day_come", day=on)
    return ruling & check(not settled, "list_not_settled", held(book, "minutes.approved_by"))


def absences_in_a_row(came: Sequence[bool]) -> int:
    """How many of the last meetings somebody missed in a row; `came` from the newest to the oldest."""
    return next((number for number, present in enumerate(came) if present), len(came))


def absence_noted(book: Rulebook, came: Sequence[bool]) -> Ruling:
    """Whether the group is told of somebody's absences. Nobody loses a seat by them."""
    most = held(book, "advisory_group.absences_noted")
    missed = absences_in_a_row(came)
    return check(missed < most.value, "takes_part_regularly", book.advisory_group.commitments, missed=missed)
