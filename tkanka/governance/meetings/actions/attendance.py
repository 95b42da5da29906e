"""Who is there: said by oneself with the code, or noted on the list; and one moment frozen."""

from datetime import datetime
from hmac import compare_digest

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Organisation
from tkanka.network.networks.queries import standing_of
from tkanka.network.people.models import Person
from tkanka.network.people.queries import person_by_key
from tkanka.rules.meetings import Gathering, MeetingState, may_check_in, may_take_part
from tkanka.rules.ruling import check
from tkanka.rules.standing import Standing

from ..models import Attendance, Invitee, Meeting, PresenceSnapshot
from ..models.presence import Capacity, Way
from ..queries import gathering_for
from ..queries.attendance import MEMBERS
from ..weighing import weighed


def check_in(
    *,
    by: Standing,
    at: datetime,
    meeting: Meeting,
    code: str,
    organisation: Organisation | None = None,
    online: bool = False,
) -> Attendance:
    """Say oneself that one is there, with the code shown at the meeting; a second time changes nothing but the side
    one came by."""
    with entry("presence.said", by=by, at=at) as record:
        meeting = locked(meeting)
        facts = weighed(meeting, by, at)
        fits = bool(meeting.check_in_code) and compare_digest(code.strip().encode(), meeting.check_in_code.encode())
        record.rests_on(may_check_in(
            facts.book, by, facts.of, state=facts.state, starts_at=meeting.starts_at, ends_at=meeting.ends_at, now=at,
            code_fits=fits,
        ))  # fmt: skip
        if organisation is not None:
            own = any(m.organisation == organisation.pk for m in by.mandates)
            record.rests_on(check(own, "acts_for_organisation"))
        person = person_by_key(by.person) if by.person else None
        attendance, _ = Attendance.objects.update_or_create(
            meeting=meeting, person=person,
            defaults={
                "organisation": organisation, "capacity": capacity_of(facts.of, by, organisation), "online": online,
                "left_at": None,
            },
            create_defaults={
                "organisation": organisation, "capacity": capacity_of(facts.of, by, organisation), "online": online,
                "way": Way.CODE, "came_at": at, "noted_by": person,
            },
        )  # fmt: skip
        record.about(attendance, meeting, network=meeting.network_id)
        return attendance


def capacity_of(of: Gathering, by: Standing, organisation: Organisation | None) -> Capacity:
    """As what somebody is there. Who keeps the network and does not sit in the body attends without a seat."""
    if of.sits:
        return Capacity.SEAT
    if organisation is not None and organisation.pk in by.members:
        return Capacity.MEMBER
    if organisation is not None and organisation.pk in by.observers:
        return Capacity.OBSERVER
    return Capacity.OFFICE if by.keeps_the_network else Capacity.GUEST


def note_presence(
    *,
    by: Standing,
    at: datetime,
    meeting: Meeting,
    person: Person | None = None,
    invitee: Invitee | None = None,
    organisation: Organisation | None = None,
    online: bool = False,
) -> Attendance:
    """Put somebody on the list of those present: the organiser does it, during the meeting or after, until the minutes
    are approved."""
    with entry("presence.noted", by=by, at=at) as record:
        meeting = locked(meeting)
        facts = weighed(meeting, by, at)
        record.rests_on(facts.note_presence)
        capacity = Capacity.GUEST
        if person is not None:
            there = standing_of(person, meeting.network, facts.on)
            of = gathering_for(meeting, there, facts.on)
            record.rests_on(check(bool(may_take_part(facts.book, there, of)), "could_take_part"))
            capacity = capacity_of(of, there, organisation)
        attendance, _ = Attendance.objects.update_or_create(
            meeting=meeting, person=person, invitee=invitee,
            defaults={"organisation": organisation, "capacity": capacity, "online": online, "left_at": None},
            create_defaults={
                "organisation": organisation, "capacity": capacity, "online": online, "way": Way.LIST,
                "came_at": min(at, meeting.ends_at),
                "noted_by": person_by_key(by.person) if by.person else None,
            },
        )  # fmt: skip
        record.about(attendance, meeting, network=meeting.network_id)
        return attendance


def note_leaving(*, by: Standing, at: datetime, attendance: Attendance) -> Attendance:
    """Somebody went before the end, and counts no more from now on."""
    with entry("presence.ended", by=by, at=at) as record:
        attendance = locked(attendance)
        meeting = attendance.meeting
        facts = weighed(meeting, by, at)
        own = by.person is not None and attendance.person_id == by.person
        record.rests_on(check(True, "own_place") if own else facts.organise)
        record.rests_on(check(meeting.list_settled_at is None, "list_not_settled"))
        attendance.left_at = at
        attendance.save(update_fields=["left_at"])
        record.about(attendance, meeting, network=meeting.network_id)
        return attendance


def settle_list(meeting: Meeting, at: datetime) -> None:
    """Part of an action, with the meeting locked: from now on the list of those present stays as it is."""
    meeting.list_settled_at = at
    meeting.save(update_fields=["list_settled_at"])


def take_snapshot(*, by: Standing, at: datetime, meeting: Meeting, purpose: str = "") -> PresenceSnapshot:
    """Freeze who is there at this moment, as for a vote. What is frozen is never changed."""
    with entry("presence.frozen", by=by, at=at) as record:
        meeting = locked(meeting)
        facts = weighed(meeting, by, at)
        record.rests_on(facts.organise)
        record.rests_on(check(facts.state is MeetingState.CALLED, "meeting_called"))
        there = list(meeting.attendances.filter(left_at=None)[:20_000])
        parties = sorted({str(a.organisation_id) for a in there if a.organisation_id and a.capacity in MEMBERS})
        people = sorted(str(a.person_id) for a in there if a.person_id and a.capacity == Capacity.SEAT)
        snapshot = PresenceSnapshot.objects.create(
            meeting=meeting, taken_at=at, taken_by=person_by_key(by.person) if by.person else None, purpose=purpose,
            organisations=parties, people=people,
        )  # fmt: skip
        record.about(snapshot, meeting, network=meeting.network_id, organisations=len(parties), people=len(people))
        return snapshot
