"""Taking a place, waiting for one, giving it up."""

from datetime import datetime

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Organisation
from tkanka.network.people.queries import person_by_key
from tkanka.rules.meetings import (
    REGISTRATION,
    Gathering,
    MeetingAudience,
    MeetingKind,
    MeetingState,
    RegistrationState,
    may_register,
    outcome,
)
from tkanka.rules.ruling import Ruling, check
from tkanka.rules.standing import Standing

from ..letters import tell_holder
from ..models import Invitee, Meeting, Registration
from ..publishing import mark_place
from ..queries import room_of
from ..queries.registering import LIVE
from ..weighing import weighed
from .queueing import fill_places


def register(
    *,
    by: Standing,
    at: datetime,
    meeting: Meeting,
    organisation: Organisation | None = None,
    invitee: Invitee | None = None,
    online: bool = False,
    needs: str = "",
) -> Registration:
    """Take a place, or one in the queue when all are taken. Of two who want the last one, one gets it.

    A guest registers by their invitation, without an account.
    """
    with entry("place.taken", by=by, at=at) as record:
        meeting = locked(meeting)
        record.rests_on(_ruling(meeting, by, at, organisation, invitee))
        registration = Registration.objects.create(
            meeting=meeting,
            person=None if invitee else person_by_key(by.person) if by.person else None,
            invitee=invitee,
            organisation=organisation,
            state=outcome(room_of(meeting)),
            online=online,
            needs=needs,
            registered_at=at,
        )
        mark_place(meeting, registration)
        tell_holder(registration, "place.taken", _letter(registration), at)
        record.about(registration, meeting, network=meeting.network_id)
        return registration


def _letter(registration: Registration) -> str:
    return "registered" if registration.state == RegistrationState.REGISTERED else "waiting"


def _ruling(
    meeting: Meeting, by: Standing, at: datetime, organisation: Organisation | None, invitee: Invitee | None
) -> Ruling:
    facts = weighed(meeting, by, at)
    live = meeting.registrations.filter(state__in=LIVE)
    of = facts.of
    if invitee is not None:
        fits = invitee.meeting_id == meeting.pk and invitee.left_out_at is None and bool(invitee.email)
        of = Gathering(MeetingKind(meeting.kind), MeetingAudience(meeting.audience), invited=fits)
    mine = live.filter(invitee=invitee) if invitee else live.filter(person=by.person)
    return may_register(
        facts.book, by, of, state=MeetingState(meeting.state), starts_at=meeting.starts_at,
        closes_at=meeting.registration_until, now=at, organisation=organisation.pk if organisation else None,
        room=room_of(meeting, organisation.pk if organisation else None), already=mine.exists(),
    )  # fmt: skip


def confirm_place(*, by: Standing, at: datetime, registration: Registration) -> Registration:
    """Take a place that fell free, within the time it is kept."""
    with entry("place.confirmed", by=by, at=at) as record:
        meeting = locked(registration.meeting)
        registration = locked(registration)
        until = registration.answer_until
        record.rests_on(_own(registration, by))
        record.rests_on(check(until is not None and at < until, "offer_stands", until=until))
        registration.state = REGISTRATION.after(registration.state, "confirm")
        registration.save(update_fields=["state"])
        registration.meeting = meeting
        tell_holder(registration, "place.confirmed", "registered", at)
        record.about(registration, meeting, network=meeting.network_id)
        return registration


def give_up_place(*, by: Standing, at: datetime, registration: Registration) -> Registration:
    """Leave one's place, or the queue; the next who waits is offered it. An organiser may do it for somebody."""
    with entry("place.given_up", by=by, at=at) as record:
        meeting = locked(registration.meeting)
        registration = locked(registration)
        own = _own(registration, by)
        record.rests_on(own if own else weighed(meeting, by, at).organise)
        registration.state, registration.ended_at = REGISTRATION.after(registration.state, "cancel"), at
        registration.needs = ""
        registration.save(update_fields=["state", "ended_at", "needs"])
        mark_place(meeting, registration)
        fill_places(meeting, at)
        record.about(registration, meeting, network=meeting.network_id)
        return registration


def _own(registration: Registration, by: Standing) -> Ruling:
    """Theirs, or a guest's, who is known by the letter's token alone."""
    guest = registration.invitee_id is not None and by.system == "guest"
    mine = by.person is not None and registration.person_id == by.person
    return check(mine or guest, "own_place")


def lapse_offer(*, by: Standing, at: datetime, registration: Registration) -> None:
    """Nobody answered in time: the place goes to the next who waits."""
    with entry("place.lapsed", by=by, at=at) as record:
        meeting = locked(registration.meeting)
        registration = locked(registration)
        until = registration.answer_until
        record.rests_on(check(until is not None and at >= until, "offer_over", until=until))
        registration.state, registration.ended_at = REGISTRATION.after(registration.state, "lapse"), at
        registration.needs = ""
        registration.save(update_fields=["state", "ended_at", "needs"])
        registration.meeting = meeting
        tell_holder(registration, "place.lapsed", "lapsed", at)
        mark_place(meeting, registration)
        fill_places(meeting, at)
        record.about(registration, meeting, network=meeting.network_id)


def clear_needs(*, by: Standing, at: datetime, meeting: Meeting) -> int:
    """Delete what people said they needed: the meeting is over."""
    with entry("needs.cleared", by=by, at=at) as record:
        meeting = locked(meeting)
        cleared = meeting.registrations.exclude(needs="").update(needs="")
        meeting.needs_cleared_at = at
        meeting.save(update_fields=["needs_cleared_at"])
        record.about(meeting, cleared=cleared)
        return cleared
