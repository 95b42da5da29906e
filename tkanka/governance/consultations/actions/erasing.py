from datetime import datetime

from tkanka.ground.kit.traces import Traces
from tkanka.ground.ledger.actions import entry
from tkanka.network.people.models import Person
from tkanka.rules.standing import Standing

from ..index import index_document
from ..models import Answer, Consultation, Document, Guest, Paragraph, Remark, Version
from ..queries.documents import latest_published

DOCUMENT = ("title", "author", "source")


def forget_person(*, by: Standing, at: datetime, traces: Traces) -> None:
    """What was consulted, remarked and answered stays; the person's name and addresses in it do not."""
    with entry("person.consultations_forgotten", by=by, at=at) as record:
        touched = {one.pk: one for one in traces.omit(Document.objects.select_related("network"), *DOCUMENT)}
        changed = traces.omit(Paragraph.objects.select_related("version__document__network"), "text", "label", "unit")
        noted = traces.omit(Version.objects.select_related("document__network"), "note")
        touched |= {one.version.document_id: one.version.document for one in changed}
        touched |= {one.document_id: one.document for one in noted}
        for document in touched.values():
            version = latest_published(document)
            if version is not None:
                index_document(document, version, version.published_at or at)
        traces.omit(Consultation.objects.all(), "plan", "called_off_because")
        traces.omit(Remark.objects.all(), "text", "proposal", "party")
        traces.omit(Answer.objects.all(), "reason")
        traces.omit(Guest.objects.all(), "name", "party")
        for guest in Guest.objects.filter(email__in=traces.emails):
            guest.email, guest.name, guest.left_out_at = f"{guest.pk}@erased.invalid", "", at
            guest.save(update_fields=["email", "name", "left_out_at"])
        record.about(Person(pk=traces.key))
