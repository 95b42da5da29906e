"""What search knows of documents: the last published version, found by those who may read it."""

from datetime import datetime

from django.urls import reverse

from tkanka.ground.search.actions import index
from tkanka.rules.visibility import Audience

from .models import Consultation, Document, Version
from .queries.documents import paragraphs_of

KIND = "document"
LONGEST = 200_000


def index_document(document: Document, version: Version, at: datetime) -> None:
    """Called in the action that publishes it, or lets more people read it."""
    inside = document.body_id is not None
    asked = Consultation.objects.filter(version__document=document, public=True, announced_at__isnull=False)
    public = inside or asked.exists()
    text = "\n".join(f"{p.label} {p.text}".strip() for p in paragraphs_of(version)[:2_000])
    index(
        kind=KIND, key=document.pk, network=document.network_id, circle=document.body_id,
        audience=Audience.PUBLIC if public else Audience.MEMBERS, title=document.title, lead=version.note,
        text=text[:LONGEST], url=reverse("consultations:document", args=[document.network.slug, document.pk]),
        language=document.language, at=at,
    )  # fmt: skip


def index_consulted(consultation: Consultation, at: datetime) -> None:
    document = consultation.version.document
    document.network = consultation.network
    index_document(document, consultation.version, at)
