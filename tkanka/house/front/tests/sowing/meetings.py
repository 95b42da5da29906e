"""Traces of one person in meetings."""

from datetime import timedelta

from django.core.files.base import ContentFile

from tests.cast import NOW
from tkanka.governance.bodies.models import Body
from tkanka.governance.meetings.models import (
    Attendance,
    Invitee,
    Item,
    Material,
    Meeting,
    PresenceSnapshot,
    Registration,
    Series,
    Submission,
)
from tkanka.governance.meetings.publishing import index_meeting
from tkanka.network.people.models import Person

from ..planting import EMAIL, NAME, OWN, SENTENCE, plant

WITH_TRACES = [Invitee, Item, Material, Meeting, PresenceSnapshot, Registration, Series, Submission]
KEYS_ONLY = [Attendance]
LINK = f"https://example.org/?to={EMAIL}"


def sow_meetings(cast, stock, body):
    """Somebody called, proposed, handed in, registered and came; to another meeting they are a guest."""
    person, stock = stock[Person], stock | {Body: body}
    plan = dict.fromkeys(("title", "about", "place"), SENTENCE) | {"join_link": LINK, "body": body}
    plant(Series, stock, hour=NOW.time(), minutes=60, created_by=person, **plan)
    when = {"state": "called", "starts_at": NOW, "ends_at": NOW + timedelta(hours=1), "called_at": NOW}
    said = dict.fromkeys(("access", "decision", "cancel_reason"), SENTENCE)
    meeting = plant(Meeting, stock, chair=person, created_by=person, called_by=person, **plan, **said, **when)
    plain = plant(Meeting, stock, title="Spotkanie", audience="public", created_by=cast.ada, **when)
    stock |= {Meeting: meeting}
    sow_papers(stock, plain)
    sow_places(stock, plain)
    for each in (meeting, plain):
        index_meeting(each)


def sow_papers(stock, plain):
    person = stock[Person]
    words = dict.fromkeys(("title", "text", "owner", "reason"), SENTENCE)
    plant(Item, stock, proposed_by=person, **words)
    plant(Item, stock, meeting=plain, state="accepted", **words)
    file = {"file": ContentFile(b"%PDF-1.4", name="x.pdf"), "name": f"{NAME}.pdf", "url": LINK}
    plant(Material, stock, title=SENTENCE, added_by=person, **file)
    plant(Submission, stock, kind="report", text=SENTENCE, delivered_by=person, **file)


def sow_places(stock, plain):
    person = stock[Person]
    plant(Registration, stock, person=person, state="registered", needs=OWN)
    plant(Attendance, stock, person=person, came_at=NOW)
    plant(PresenceSnapshot, stock, purpose=SENTENCE, people=[str(person.pk)], taken_by=person)
    plant(Invitee, stock, person=person, name=NAME)
    guest = plant(Invitee, stock, meeting=plain, email=EMAIL, name=NAME, party=OWN, reason=SENTENCE)
    plant(Registration, stock, meeting=plain, invitee=guest, state="registered", needs=OWN, registered_at=NOW)
    plant(Attendance, stock, meeting=plain, invitee=guest, came_at=NOW)
    other = {"email": "gosc@example.org", "invited_by": person}
    plant(Invitee, stock, name="Gość", party=NAME, reason=SENTENCE, **other)
    plant(Invitee, stock, standing="authority", email=EMAIL, name=NAME, invited_at=NOW)
