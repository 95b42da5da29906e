"""Traces of one person in groups and motions."""

from django.core.files.base import ContentFile

from tests.cast import DAY, NOW
from tkanka.governance.bodies.models import Body
from tkanka.governance.groups.models import (
    Check,
    Consultation,
    Initiator,
    Intent,
    Opinion,
    OutsideGroup,
    Proposal,
    Question,
    Result,
    SupportRequest,
    Terms,
    Update,
)
from tkanka.governance.motions.models import Motion
from tkanka.network.people.models import Person

from .planting import NAME, SENTENCE, plant

IN_GROUPS = [
    *(Check, Consultation, Intent, Opinion, OutsideGroup, Proposal, Question, Result, SupportRequest, Terms, Update),
    Motion,
]
KEYS_ONLY = [Initiator]


def sow_groups(stock, body):
    """Somebody proposed, asked, answered, wrote and moved."""
    person, stock = stock[Person], stock | {Body: body}
    said = dict.fromkeys(("name", "aims", "time_frame", "meetings", "profile", "strategic_reason"), SENTENCE)
    plant(Proposal, stock, proposed_by=person, state="draft", **said)
    proposal = plant(Proposal, stock, proposed_by=person, state="withdrawn", **said)
    stock |= {Proposal: proposal}
    plant(Initiator, stock, person=person)
    plant(Check, stock, note=SENTENCE, by=person, fine=True)
    plant(Question, stock, text=SENTENCE, answer=SENTENCE, answered_by=person, asked_by=person)
    asked = plant(Consultation, stock, proposal=proposal, text=SENTENCE, asked_by=person)
    plant(Opinion, stock | {Consultation: asked}, text=SENTENCE)
    plant(Intent, stock, name="Zamiar", need=SENTENCE, put_by=person)
    plant(OutsideGroup, stock, name="Sektor", lead=SENTENCE, about=SENTENCE)
    plant(Terms, stock, aims=SENTENCE, written_by=person)
    plant(Update, stock, done=SENTENCE, by=person)
    file = ContentFile(b"%PDF-1.4", name="x.pdf")
    plant(Result, stock, title=SENTENCE[:200], text=SENTENCE, name=f"{NAME}.pdf", file=file, filed_by=person)
    plant(SupportRequest, stock, text=SENTENCE, asked_by=person, granted=0)
    plant(Motion, stock, title="Sprawa", text=SENTENCE, moved_by=person, moved_at=NOW, due=DAY)
