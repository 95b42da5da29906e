"""Letters of this room: to whom a meeting is told, and the calendar file that goes along."""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localdate

from tkanka.governance.bodies.queries import recipients_of_body, seats_of
from tkanka.governance.calendar.ics import Told, calendar_of
from tkanka.ground.notices.actions import write_letter
from tkanka.ground.notices.recipients import Recipient
from tkanka.network.networks.queries import members_of, recipients_for_offices, recipients_of, rulebook_of
from tkanka.network.networks.queries.belonging import recipient
from tkanka.rules.bodies import LEADING, Role
from tkanka.rules.meetings import Gathering, MeetingAudience, MeetingKind, coordinator_invited, may_organise
from tkanka.rules.standing import Capacity, Office, Standing

from .models import Invitee, Meeting, Registration
from .queries.registering import LIVE
from .tokens import token_of

Addressed = dict[str, tuple[Recipient, str, str]]
"""Recipients by their key, with what their right rests on and the page that is theirs ("" for the meeting's own)."""
ALL = (Capacity.MAIN, Capacity.ALTERNATE)


def audience_of(meeting: Meeting, day: date) -> Addressed:
    """Everybody the meeting is told to: those it is for, guests, and whoever has a place or waits for one."""
    found: Addressed = {}
    people = [*_by_audience(meeting, day), *_in_office(meeting, day)]
    for invitee in meeting.invitees.filter(left_out_at=None).select_related("person", "organisation")[:1000]:
        people += _invited(invitee, day)
        if invitee.email:
            guest = guest_of(invitee)
            found.setdefault(guest.key, (guest, "", guest_page(meeting, invitee)))
    for registration in meeting.registrations.filter(state__in=LIVE, person__isnull=False).select_related("person"):
        people.append((recipient(registration.person), ""))  # type: ignore[arg-type]
    for to, basis in people:
        found.setdefault(to.key, (to, basis, ""))
    return found


def _by_audience(meeting: Meeting, day: date) -> list[tuple[Recipient, str]]:
    people: list[tuple[Recipient, str]] = []
    if meeting.body is not None:
        people += recipients_of_body(meeting.body, day)
    members = members_of(meeting.network, day).values_list("pk", flat=True)
    wide = meeting.audience in (MeetingAudience.MEMBERS, MeetingAudience.PUBLIC) or meeting.open_to_members
    if wide and not (meeting.body and meeting.body.hidden):
        people += recipients_of(members, day, *ALL)
    if _is_directors(meeting):
        people += [(to, basis) for to, basis, _ in directors_of(meeting, day)]
    return people


def directors_of(meeting: Meeting, day: date) -> list[tuple[Recipient, str, bool]]:
    """Decision-makers of the members; True marks a main representative invited because none is named."""
    named, found = set(), []
    members = list(members_of(meeting.network, day).values_list("pk", flat=True)[:5000])
    for key in members:
        directors = recipients_of([key], day, Capacity.DIRECTOR)
        for to, basis in directors or recipients_of([key], day, Capacity.MAIN):
            if to.key not in named:
                named.add(to.key)
                found.append((to, basis, not directors))
    return found


def _in_office(meeting: Meeting, day: date) -> list[tuple[Recipient, str]]:
    """The coordinator, to the meetings of the body they attend without a seat."""
    of = Gathering(
        MeetingKind(meeting.kind), MeetingAudience(meeting.audience), meeting.body.kind if meeting.body else ""
    )
    if not coordinator_invited(rulebook_of(meeting.network, day), of):
        return []
    return recipients_for_offices(meeting.network, day, Office.COORDINATOR)


def _invited(invitee: Invitee, day: date) -> list[tuple[Recipient, str]]:
    if invitee.person is not None:
        return [(recipient(invitee.person), "")]
    return recipients_of([invitee.organisation_id], day) if invitee.organisation_id else []


def guest_of(invitee: Invitee) -> Recipient:
    return Recipient(None, invitee.email, invitee.name, invitee.language)


def guest_page(meeting: Meeting, invitee: Invitee) -> str:
    return reverse("meetings:guest", args=[meeting.network.slug, token_of(invitee.pk)])


def organisers_of(meeting: Meeting, day: date) -> list[tuple[Recipient, str]]:
    """Whom to write to about the meeting: whoever prepares it; the offices where nobody else does."""
    book, found = rulebook_of(meeting.network, day), []
    if meeting.body is not None:
        for seat in seats_of(meeting.body, day)[:200]:
            of = Gathering(
                MeetingKind(meeting.kind), MeetingAudience(meeting.audience), meeting.body.kind,
                leads=seat.role in LEADING, sits=seat.role != Role.OBSERVER,
            )  # fmt: skip
            if may_organise(book, Standing(person=seat.person_id), of):
                found.append((recipient(seat.person), f"seat:{seat.pk}"))
    if found or (meeting.body and meeting.body.hidden):
        return found
    return recipients_for_offices(meeting.network, day)


def tell_all(meeting: Meeting, what: str, letter: str, at: datetime, *, method: str = "", **context: Any) -> int:
    """A letter to everybody the meeting is told to; how many there are."""
    day = localdate(at)
    people = audience_of(meeting, day)
    instead = {to.key for to, _, stands_in in directors_of(meeting, day) if stands_in} if _is_directors(meeting) else ()
    for key, (to, basis, page) in people.items():
        more = {**context, "stands_in": key in instead}
        tell(meeting, to, basis, what, letter, at, method=method, page=page, **more)
    return len(people)


def _is_directors(meeting: Meeting) -> bool:
    return meeting.audience == MeetingAudience.DIRECTORS


def tell_organisers(meeting: Meeting, what: str, letter: str, at: datetime, **context: Any) -> None:
    for to, basis in organisers_of(meeting, localdate(at)):
        tell(meeting, to, basis, what, letter, at, **context)


def tell_holder(registration: Registration, what: str, letter: str, at: datetime, **context: Any) -> None:
    """To whoever has the place, or waits for it."""
    meeting, page = registration.meeting, ""
    if registration.person is not None:
        to = recipient(registration.person)
    else:
        assert registration.invitee
        to, page = guest_of(registration.invitee), guest_page(meeting, registration.invitee)
    what = f"{what}:{registration.pk}"
    tell(meeting, to, "", what, letter, at, page=page, registration=registration, **context)


def tell(
    meeting: Meeting,
    to: Recipient,
    basis: str,
    what: str,
    letter: str,
    at: datetime,
    *,
    method: str = "",
    page: str = "",
    **context: Any,
) -> None:
    """One letter about a meeting. Its cause names a hidden body, so that it is hidden like the body."""
    hidden = f":{meeting.body_id}" if meeting.body and meeting.body.hidden else ""
    address = page or reverse("meetings:meeting", args=[meeting.network.slug, meeting.pk])
    write_letter(
        to=to, cause=f"{what}:{meeting.pk}{hidden}", template=f"meetings/mail/{letter}.txt", at=at,
        network=meeting.network_id, network_name=meeting.network.short_name, basis=basis, slug=meeting.network.slug,
        calendar=calendar_for(meeting, to, at, method, address) if method else "", meeting=meeting, page=address,
        **context,
    )  # fmt: skip


def calendar_for(meeting: Meeting, to: Recipient, at: datetime, method: str, page: str) -> str:
    """The meeting as an invitation to one recipient. The address of an online meeting is not in it."""
    site = settings.SITE_URL.rstrip("/")
    organiser = meeting.network.email or settings.DEFAULT_FROM_EMAIL
    told = Told(
        uid=meeting.uid, sequence=meeting.sequence, title=meeting.title, starts_at=meeting.starts_at,
        ends_at=meeting.ends_at, timezone=meeting.timezone, stamped_at=at, text=meeting.about[:2000],
        place=meeting.place if meeting.has_place else "", url=f"{site}{page}", cancelled=method == "CANCEL",
        organiser=(meeting.network.short_name, _bare(organiser)), attendee=(to.name, to.email),
    )  # fmt: skip
    return calendar_of([told], method)


def _bare(address: str) -> str:
    return address.rpartition("<")[2].rstrip("> ")
