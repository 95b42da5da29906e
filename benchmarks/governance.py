"""Groups, meetings, minutes, talks, motions and a calendar of one network, written in bulk; for benchmarks only.

The sizes are those of a large network after three years; the group, the meeting, the minutes and the thread that are
looked at are among the fullest.
"""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from tests.cast import DAY, LONG_AGO, NOW
from tkanka.governance.bodies.models import Body, Seat
from tkanka.governance.calendar.models import Event
from tkanka.governance.discussions.models import Post, Thread
from tkanka.governance.groups.models import Result, Terms, Update
from tkanka.governance.meetings.models import Attendance, Item, Material, Meeting, Registration
from tkanka.governance.meetings.models.presence import Capacity, Way
from tkanka.governance.minutes.models import Decision, Minutes, Remark, Section, Task, Version
from tkanka.governance.motions.models import Motion
from tkanka.network.people.models import Person
from tkanka.rules.bodies import Basis, BodyKind, Role
from tkanka.rules.calendar import EventAudience, EventKind, EventSource
from tkanka.rules.meetings import MeetingAudience, MeetingForm, MeetingKind

PEOPLE, GROUPS, SEATS, MEETINGS, ITEMS, PRESENT = 300, 70, 15, 400, 12, 60
THREADS, POSTS, LONG_THREAD, MOTIONS, EVENTS = 600, 4, 200, 80, 2_000
TEXT = "Omówiono plan i podział dyżurów. Ustalono, kto przygotuje grafik i do kiedy.\n\n" * 3


def governance(network, parties):
    """What the keys in the addresses of governance stand for."""
    people = Person.objects.bulk_create(
        Person(email=f"osoba{n}@example.org", name=f"Osoba {n}", created_at=NOW) for n in range(PEOPLE)
    )
    bodies = groups(network, people, parties)
    held = meetings(network, bodies, people, parties)
    return {
        "group": bodies[0].pk,
        "meeting": held[0].pk,
        "minutes": minutes(held, people, parties),
        "thread": threads(network, bodies, people, parties),
        "motion": motions(network, people, parties),
    } | {"event": events(network, EVENTS, DAY.year)}


def groups(network, people, parties):
    bodies = Body.objects.bulk_create(
        Body(network=network, kind=BodyKind.TECHNICAL if n % 7 == 6 else BodyKind.WORKING, name=f"Grupa robocza {n}",
             purpose=TEXT, opened_on=LONG_AGO, announced_at=NOW)
        for n in range(GROUPS)
    )  # fmt: skip
    Seat.objects.bulk_create(
        Seat(body=body, person=people[(n * 7 + k) % PEOPLE], organisation=parties[(n * 7 + k) % len(parties)],
             role=Role.MEMBER if k else Role.LEAD, basis=Basis.JOINED, since=LONG_AGO)
        for n, body in enumerate(bodies) for k in range(SEATS)
    )  # fmt: skip
    Terms.objects.bulk_create(
        Terms(body=body, number=k, aims=TEXT, written_at=NOW) for body in bodies for k in (1, 2, 3)
    )
    Update.objects.bulk_create(
        Update(body=body, done=TEXT, ahead=TEXT, at=NOW - timedelta(weeks=k)) for body in bodies for k in range(12)
    )
    Result.objects.bulk_create(
        Result(body=body, title=f"Wzór {k}", text=TEXT, filed_at=NOW) for body in bodies for k in range(6)
    )
    return bodies


def meetings(network, bodies, people, parties):
    """Half of them held and half ahead, one every third day; the first is for everybody."""
    held = []
    for n in range(MEETINGS):
        past = n % 2
        starts = NOW + timedelta(days=-1 - 3 * n if past else 1 + n // 2)
        body = bodies[n % GROUPS] if n % 4 == 1 else None
        held.append(
            Meeting(
                network=network, body=body, title=f"Spotkanie {n}", about=TEXT, form=MeetingForm.ONLINE,
                kind=MeetingKind.BODY if body else MeetingKind.MEMBERS_ONLINE,
                audience=MeetingAudience.PUBLIC if n < 20 else MeetingAudience.MEMBERS,
                starts_at=starts, ends_at=starts + timedelta(hours=2), state="held" if past else "called",
                created_at=NOW, called_at=NOW, held_at=starts if past else None, check_in_code="000000",
            )
        )  # fmt: skip
    Meeting.objects.bulk_create(held)
    Item.objects.bulk_create(
        Item(meeting=meeting, order=k, title=f"Punkt {k}", text=TEXT, minutes=10, state="accepted", proposed_at=NOW,
             thing_kind="organisation", thing_key=parties[k].pk)
        for meeting in held for k in range(ITEMS)
    )  # fmt: skip
    Material.objects.bulk_create(
        Material(meeting=meeting, title=f"Materiał {k}", url="https://example.org/", added_at=NOW)
        for meeting in held[:40] for k in range(6)
    )  # fmt: skip
    taking_part = [
        (meeting, k, {"person": people[k], "organisation": parties[k]}) for meeting in held for k in range(PRESENT)
    ]
    Registration.objects.bulk_create(
        (Registration(meeting=m, state="registered", registered_at=NOW, **who) for m, _, who in taking_part), 1_000
    )
    Attendance.objects.bulk_create(
        (Attendance(meeting=m, capacity=Capacity.MEMBER, way=Way.LIST, came_at=m.starts_at, **who)
         for m, _, who in taking_part if m.held_at), 1_000,
    )  # fmt: skip
    return held


def minutes(held, people, parties):
    """Minutes of all that were held; the key of one that was approved."""
    met = [meeting for meeting in held if meeting.held_at]
    made = Minutes.objects.bulk_create(
        Minutes(meeting=meeting, opened_at=NOW, version=3, sent_out_at=NOW, remarks_until=DAY + timedelta(days=9),
                **({"state": "comment"} if n % 8 == 7 else
                   {"state": "approved", "approved_at": NOW, "approval_basis": "own_rule", "approved_where": "e-mail"}))
        for n, meeting in enumerate(met)
    )  # fmt: skip
    items = {}
    for item in Item.objects.filter(meeting__in=met):
        items.setdefault(item.meeting_id, []).append(item)
    sections = Section.objects.bulk_create(
        (Section(minutes=one, order=k, kind="item", item=item, title=item.title, text=TEXT)
         for one in made for k, item in enumerate(items[one.meeting_id])), 1_000,
    )  # fmt: skip
    parts = {}
    for section in sections:
        told = {"key": str(section.pk), "title": section.title, "text": section.text}
        parts.setdefault(section.minutes_id, []).append(told)
    Version.objects.bulk_create(
        Version(minutes=one, number=k, parts=parts[one.pk], made_at=NOW) for one in made for k in (1, 2, 3)
    )
    Remark.objects.bulk_create(
        Remark(section=section, organisation=parties[k], person=people[k], text="Brak daty.", made_at=NOW,
               answer="Dopisano.", answered_at=NOW)
        for section in sections[: ITEMS * 20] for k in range(2)
    )  # fmt: skip
    Decision.objects.bulk_create(
        Decision(meeting=one.meeting, item=items[one.meeting_id][k], kind="decision", text=TEXT, noted_at=NOW)
        for one in made for k in range(4)
    )  # fmt: skip
    Task.objects.bulk_create(
        Task(meeting=one.meeting, item=items[one.meeting_id][k], title=f"Zadanie {k}", text=TEXT, given_at=NOW,
             organisation=parties[k], due=DAY + timedelta(days=k))
        for one in made for k in range(4)
    )  # fmt: skip
    return made[0].pk


def threads(network, bodies, people, parties):
    """The forum of the network and the rooms of its groups; the key of a long thread in the forum."""
    made = Thread.objects.bulk_create(
        Thread(network=network, body=bodies[n % GROUPS] if n % 2 else None, title=f"Wątek {n}", opened_by=people[0],
               opened_at=NOW, last_at=NOW - timedelta(minutes=n), last_number=POSTS if n else LONG_THREAD)
        for n in range(THREADS)
    )  # fmt: skip
    Post.objects.bulk_create(
        (Post(thread=thread, number=k + 1, author=people[k % PEOPLE], organisation=parties[k], text=TEXT,
              written_at=NOW, shown_at=NOW)
         for thread in made for k in range(thread.last_number)), 1_000,
    )  # fmt: skip
    return made[0].pk


def motions(network, people, parties):
    made = Motion.objects.bulk_create(
        Motion(network=network, kind="action", state="moved" if n % 3 else "taken_up", title=f"Wniosek {n}", text=TEXT,
               organisation=parties[n], moved_by=people[n], moved_at=NOW, due=DAY + timedelta(days=14),
               **({} if n % 3 else {"answer": TEXT, "answered_at": NOW}))
        for n in range(MOTIONS)
    )  # fmt: skip
    return made[0].pk


def events(network, count, year):
    """Events all over one year, by turns for everybody and for members; the key of one for everybody."""
    first, kinds, made = datetime(year, 1, 1, 8, tzinfo=UTC), list(EventKind), []
    for n in range(count):
        key, starts = uuid4(), first + timedelta(minutes=n * 365 * 24 * 60 // count)
        made.append(
            Event(
                network=network,
                title=f"Wydarzenie {n}",
                kind=kinds[n % len(kinds)],
                starts_at=starts,
                ends_at=starts + timedelta(hours=2),
                uid=f"{key}@bench",
                source=EventSource.OWN,
                source_key=str(key),
                audience=EventAudience.MEMBERS if n % 4 == 0 else EventAudience.PUBLIC,
                created_at=NOW,
                changed_at=NOW,
                published_at=NOW,
            )
        )
    Event.objects.bulk_create(made, batch_size=500)
    return made[count // 2 + 1].pk
