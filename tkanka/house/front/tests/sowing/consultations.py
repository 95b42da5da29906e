"""Traces of one person in consultations and joint positions."""

from tests.cast import DAY, NOW
from tkanka.governance.consultations.index import index_document
from tkanka.governance.consultations.models import (
    Answer,
    Consultation,
    Document,
    Guest,
    Paragraph,
    Remark,
    RemarkGroup,
    Version,
)
from tkanka.governance.positions.index import index_position
from tkanka.governance.positions.models import Addressee, DraftRemark, Position, Signature
from tkanka.network.people.models import Person

from ..planting import EMAIL, NAME, SENTENCE, plant

WITH_TRACES = [
    *(Answer, Consultation, Document, Guest, Paragraph, Remark, Version),
    *(Addressee, DraftRemark, Position),
]
KEYS_ONLY = [RemarkGroup, Signature]


def sow_consultations(stock):
    """Somebody wrote, was asked, remarked and answered."""
    person, link = stock[Person], f"https://example.org/?to={EMAIL}"
    said = {"title": SENTENCE, "author": NAME, "source": link, "kind": "strategy"}
    document = plant(Document, stock, body=None, made_by=person, made_at=NOW, **said)
    stock = stock | {Document: document}
    version = plant(Version, stock, number=1, note=SENTENCE, made_by=person, made_at=NOW, published_at=NOW)
    paragraph = plant(Paragraph, stock | {Version: version}, place=1, unit="§ 1", text=SENTENCE, changed_by=person,
                      because=None)  # fmt: skip
    told = {"plan": SENTENCE, "called_off_because": SENTENCE, "state": "called_off", "prepared_by": person}
    asked = plant(Consultation, stock | {Version: version}, body=None, prepared_at=NOW, **told)
    stock = stock | {Version: version, Consultation: asked, Paragraph: paragraph}
    guest = plant(Guest, stock, email=EMAIL, name=NAME, party=NAME, invited_at=NOW)
    group = plant(RemarkGroup, stock, made_by=person, made_at=NOW)
    words = {"stance": "for", "text": SENTENCE, "proposal": SENTENCE, "party": NAME, "made_at": NOW}
    remark = plant(Remark, stock, number=1, paragraph=paragraph, guest=guest, group=None, person=person,
                   organisation=None, entered_by=person, **words)  # fmt: skip
    plant(Answer, stock, remark=remark, group=None, outcome="partly", reason=SENTENCE, answered_by=person,
          answered_at=NOW, version=version)  # fmt: skip
    assert group.pk
    index_document(document, version, NOW)


def sow_positions(stock):
    """Somebody began a position, remarked on it and signed it."""
    person = stock[Person]
    words = {"title": SENTENCE, "text": SENTENCE, "withdrawn_because": SENTENCE, "source": f"/?to={EMAIL}"}
    position = plant(Position, stock, begun_by=person, begun_at=NOW, **words)
    stock = stock | {Position: position}
    plant(Addressee, stock, order=1, name=NAME, delivered_how=SENTENCE, delivered_on=DAY, answer=SENTENCE)
    plant(DraftRemark, stock, person=person, text=SENTENCE, made_at=NOW)
    plant(Signature, stock, person=person, signed_at=NOW)
    index_position(position, NOW)
