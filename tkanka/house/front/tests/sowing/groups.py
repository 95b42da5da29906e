"""Traces of one person in groups and motions."""

from django.core.files.base import ContentFile

from tests.cast import DAY, NOW
from tkanka.governance.bodies.models import Body
from tkanka.governance.groups.index import index_result
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
from tkanka.governance.motions.models import Choice, Motion, Round, Stance
from tkanka.network.people.models import Person

from ..planting import EMAIL, NAME, SENTENCE, plant

WITH_TRACES = [
    *(Check, Consultation, Intent, Opinion, OutsideGroup, Proposal, Question, Result, SupportRequest, Terms, Update),
    *(Choice, Motion, Round, Stance),
]
KEYS_ONLY = [Initiator]


def sow_groups(stock, body):
    """Somebody proposed, asked, answered, wrote and moved."""
    person, stock = stock[Person], stock | {Body: body}
    charge = dict.fromkeys(("aims", "time_frame", "meetings", "profile"), SENTENCE)
    said = charge | dict.fromkeys(("name", "strategic_reason", "sensitive_reason", "explanation"), SENTENCE)
    plant(Proposal, stock, proposed_by=person, state="draft", **said)
    proposal = plant(Proposal, stock, proposed_by=person, state="withdrawn", **said)
    stock |= {Proposal: proposal}
    plant(Initiator, stock, person=person, agreed_at=NOW)
    plant(Check, stock, note=SENTENCE, by=person, fine=True)
    plant(Question, stock, text=SENTENCE, answer=SENTENCE, answered_by=person, asked_by=person, answered_at=NOW)
    asked = plant(Consultation, stock, proposal=proposal, text=SENTENCE, asked_by=person)
    plant(Opinion, stock | {Consultation: asked}, text=SENTENCE)
    plant(Intent, stock, name=f"Zamiar, {NAME}", need=SENTENCE, purposes=[SENTENCE], put_by=person)
    outside = dict.fromkeys(("name", "lead", "co_lead", "sector", "area", "about"), SENTENCE)
    plant(OutsideGroup, stock, link=f"https://example.org/?to={EMAIL}", **outside)
    plant(Terms, stock, written_by=person, **charge)
    plant(Update, stock, done=SENTENCE, ahead=SENTENCE, by=person)
    file = ContentFile(b"%PDF-1.4", name="x.pdf")
    filed = {"name": f"{NAME}.pdf", "file": file, "filed_by": person, "link": f"https://example.org/?to={EMAIL}"}
    result = plant(
        Result, stock, title=SENTENCE, text=SENTENCE, review=SENTENCE, reviewed_by=person, reviewed_at=NOW, **filed
    )
    index_result(result, NOW)
    answered = {"reason": SENTENCE, "answered_by": person, "answered_at": NOW}
    plant(SupportRequest, stock, text=SENTENCE, asked_by=person, granted=0, **answered)


def sow_motions(stock):
    person = stock[Person]
    words = dict.fromkeys(("title", "text", "answer", "carried_to"), SENTENCE)
    answered = {"answered_by": person, "answered_at": NOW, "source": f"/?to={EMAIL}"}
    plant(Motion, stock, moved_by=person, moved_at=NOW, due=DAY, **words, **answered)
    off = {"state": "called_off", "called_off_because": SENTENCE, "chosen": None}
    choice = plant(Choice, stock, opened_by=person, remark=SENTENCE, remarked_by=person, remarked_at=NOW, **off)
    asked = plant(Round, stock | {Choice: choice}, text=SENTENCE, until=DAY, closed_at=NOW)
    plant(Stance, stock | {Round: asked}, agrees=False, reason=SENTENCE, taken_by=person, taken_at=NOW)
