"""Traces of one person in letters, applications, and what comes between joining and leaving."""

from django.core.files.base import ContentFile

from tests.cast import NOW
from tkanka.ground.notices.models import Message, Preference
from tkanka.network.membership.models import (
    AccessRequest,
    Application,
    Beside,
    Check,
    ContactNote,
    Declaration,
    NamedParty,
    Question,
)
from tkanka.network.people.models import Person
from tkanka.network.tenure.models import Evidence, Outreach, RemovalCase, Resignation

from ..planting import EMAIL, NAME, NEEDLE, OWN, SENTENCE, plant

WITH_TRACES = [
    *(Message, Preference, AccessRequest, Application, Beside, ContactNote, NamedParty, Question),
    *(Evidence, Outreach, RemovalCase, Resignation),
]
KEYS_ONLY = [Check, Declaration]


def sow_letters(cast, zaneta):
    words = {"language": "pl", "written_at": NOW, "next_try_at": NOW}
    mine = {"recipient": str(zaneta.pk), "person": zaneta.pk, "email": EMAIL, "name": NAME}
    Message.objects.create(cause="x:1", subject=OWN, text=OWN, **mine, **words)
    Message.objects.create(cause="x:2", recipient=EMAIL, email=EMAIL, name=NAME, text=OWN, **words)
    to_other = {"recipient": str(cast.ada.pk), "person": cast.ada.pk, "email": cast.ada.email}
    Message.objects.create(cause="x:3", subject=f"Pisze {NAME}", text=SENTENCE, reason=SENTENCE, **to_other, **words)
    Preference.objects.create(recipient=EMAIL, category="x", frequency="off", set_at=NOW)


def sow_applications(zaneta, stock):
    typed = {"contact": {"contact_person": NAME, "phone": OWN}, "profile": {"contact_post": OWN, "about": SENTENCE}}
    own = {"applicant": zaneta, "email": EMAIL, "data": typed, "name": "Nowa", "begun_at": NOW, "saved_at": NOW}
    plant(Application, stock, state="draft", **own)
    received = plant(Application, stock, state="submitted", submitted_at=NOW, explanation=SENTENCE, **own)
    alone = own | {"kind": "individual", "name": NAME, "town": OWN}
    plant(Application, stock, state="submitted", submitted_at=NOW, **alone)
    plant(
        Question, stock | {Application: received}, text=SENTENCE, answer=SENTENCE, answered_at=NOW, answered_by=zaneta
    )
    plant(Check, stock | {Application: received}, item="kind")
    plant(Declaration, stock, code="x", application=received)
    plant(NamedParty, stock, name=NAME, name_key=f"zaneta {NEEDLE}", kind="individual")
    beside = plant(Beside, stock, contact_name=NAME, contact_email=EMAIL, contact_phone=OWN, reason=SENTENCE)
    plant(ContactNote, stock | {Beside: beside}, text=SENTENCE)
    plant(AccessRequest, stock, text=OWN)


def sow_tenure(stock):
    plant(Resignation, stock, message=SENTENCE, told_by=stock[Person])
    said = dict.fromkeys(("reason", "answer", "decision", "objection"), SENTENCE)
    case = plant(RemovalCase, stock, prepared_by=stock[Person], **said)
    file = ContentFile(b"%PDF-1.4", name="x.pdf")
    plant(Evidence, stock | {RemovalCase: case}, text=SENTENCE, name=f"{NAME}.pdf", file=file, added_by=stock[Person])
    plant(Outreach, stock, note=SENTENCE, by=stock[Person])
