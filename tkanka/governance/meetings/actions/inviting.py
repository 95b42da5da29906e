"""Guests: whom a meeting is told to besides those it is for."""

from datetime import datetime

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Organisation
from tkanka.network.networks.queries import recipients_of
from tkanka.network.networks.queries.belonging import recipient
from tkanka.network.people.models import Person
from tkanka.network.people.queries import person_by_key
from tkanka.rules.meetings import may_leave_out
from tkanka.rules.ruling import check
from tkanka.rules.standing import Standing

from ..letters import guest_of, guest_page, tell
from ..models import Invitee, Meeting
from ..publishing import mark_place
from ..queries.registering import places_by
from ..weighing import weighed
from .planning import told_with


def invite(
    *,
    by: Standing,
    at: datetime,
    meeting: Meeting,
    organisation: Organisation | None = None,
    person: Person | None = None,
    email: str = "",
    name: str = "",
    party: str = "",
    language: str = "pl",
    standing: str = "",
) -> Invitee:
    """Invite an organisation, a person, or a guest by an address. Once the meeting is called the letter goes at once.

    An entry for a standing guest, who has no address yet, is completed instead of written twice.
    """
    with entry("guest.invited", by=by, at=at) as record:
        meeting = locked(meeting)
        record.rests_on(weighed(meeting, by, at).change)
        email = email.strip().lower()
        found = meeting.invitees.filter(standing=standing).first() if standing else None
        known = Invitee.objects.filter(meeting=meeting, left_out_at=None)
        twice = (
            (organisation is not None and known.filter(organisation=organisation).exists())
            or (person is not None and known.filter(person=person).exists())
            or (bool(email) and known.filter(email=email).exists())
        )
        record.rests_on(check(not twice, "invited_once"))
        invitee = found or Invitee(meeting=meeting, standing=standing)
        invitee.organisation, invitee.person, invitee.email, invitee.name = organisation, person, email, name
        invitee.party, invitee.language, invitee.invited_at = party or invitee.party, language, at
        invitee.invited_by = person_by_key(by.person) if by.person else None
        invitee.left_out_at, invitee.reason = None, ""
        _again(invitee)
        invitee.save()
        if meeting.state == "called":
            _tell(meeting, invitee, at)
        record.about(invitee, meeting, network=meeting.network_id)
        return invitee


def _again(invitee: Invitee) -> None:
    """Somebody left out before who is invited after all: the old entry gives way to the new."""
    gone = Invitee.objects.filter(meeting=invitee.meeting, left_out_at__isnull=False).exclude(pk=invitee.pk)
    if invitee.email:
        gone.filter(email=invitee.email).delete()
    if invitee.organisation_id:
        gone.filter(organisation=invitee.organisation_id).delete()
    if invitee.person_id:
        gone.filter(person=invitee.person_id).delete()


def _tell(meeting: Meeting, invitee: Invitee, at: datetime) -> None:
    more = told_with(meeting)
    if invitee.email:
        page = guest_page(meeting, invitee)
        tell(meeting, guest_of(invitee), "", "meeting.called", "called", at, method="REQUEST", page=page, **more)
    elif invitee.person is not None:
        tell(meeting, recipient(invitee.person), "", "meeting.called", "called", at, method="REQUEST", **more)
    elif invitee.organisation_id:
        for to, basis in recipients_of([invitee.organisation_id], localdate(at)):
            tell(meeting, to, basis, "meeting.called", "called", at, method="REQUEST", **more)


def leave_out(*, by: Standing, at: datetime, invitee: Invitee, reason: str = "") -> Invitee:
    """Take a guest off the list; one whom the charter invites, only with a reason."""
    with entry("guest.left_out", by=by, at=at) as record:
        meeting = locked(invitee.meeting)
        facts = weighed(meeting, by, at)
        record.rests_on(facts.change)
        if invitee.standing:
            record.rests_on(may_leave_out(facts.book, reason=reason, standing=invitee.standing))
        invitee = locked(invitee)
        invitee.left_out_at, invitee.reason = at, reason
        invitee.save(update_fields=["left_out_at", "reason"])
        for place in places_by(invitee):
            mark_place(meeting, place)
        record.about(invitee, meeting, network=meeting.network_id)
        return invitee
