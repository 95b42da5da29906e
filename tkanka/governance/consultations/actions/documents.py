"""Documents: entering one, writing its next version, publishing it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from django.db.models import F
from django.utils.timezone import localdate

from tkanka.governance.bodies.models import Body
from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Network
from tkanka.rules.consultations import DocumentKind, may_change_text, may_publish_version
from tkanka.rules.ruling import Ruling, check
from tkanka.rules.standing import Standing

from ..index import index_document
from ..letters import audience_of, tell
from ..models import Answer, Document, Paragraph, Remark, Version
from ..queries.consultations import is_running, last_closed
from ..queries.documents import latest_published, next_number, paragraph_count, paragraphs_of
from ..splitting import Piece, number_units
from ..weighing import weighed_document

AT_ONCE = 500


def add_document(
    *, by: Standing, at: datetime, network: Network, kind: DocumentKind, title: str, pieces: Sequence[Piece],
    author: str = "", source: str = "", language: str = "pl", body: Body | None = None,
) -> Document:  # fmt: skip
    """Enter a document as its first version, a draft."""
    with entry("document.added", by=by, at=at) as record:
        document = Document(
            network=network, body=body, kind=kind, title=title, author=author, source=source, language=language,
            made_at=at, made_by_id=by.person,
        )  # fmt: skip
        record.rests_on(weighed_document(document, by, localdate(at)).keep)
        record.rests_on(check(bool(pieces), "document_has_paragraphs"))
        document.save()
        version = Version.objects.create(document=document, number=1, made_at=at, made_by_id=by.person)
        _write(version, pieces)
        record.about(document, kind=kind, paragraphs=len(pieces))
        return document


def rewrite_version(*, by: Standing, at: datetime, version: Version, pieces: Sequence[Piece]) -> Version:
    """Put another text in the place of a draft; paragraphs of the same unit stay the same ones."""
    with entry("document.rewritten", by=by, at=at) as record:
        version = _draft(version)
        record.rests_on(_change(version, by, at))
        record.rests_on(check(bool(pieces), "document_has_paragraphs"))
        before = {one.unit: one for one in reversed(list(paragraphs_of(version)))}
        Paragraph.objects.filter(version=version).delete()
        _write(version, pieces, before, by, at)
        record.about(version.document, number=version.number, paragraphs=len(pieces))
        return version


def begin_version(*, by: Standing, at: datetime, document: Document) -> Version:
    """Begin the next version as a copy of the last one."""
    with entry("document.version_begun", by=by, at=at) as record:
        document = locked(document)
        record.rests_on(weighed_document(document, by, localdate(at)).keep)
        last = latest_published(document)
        drafts = document.versions.filter(published_at=None).exists()
        record.rests_on(check(last is not None and not drafts, "last_version_published"))
        assert last
        version = Version.objects.create(
            document=document, number=next_number(document), made_at=at, made_by_id=by.person
        )
        copies = [_copied(one, version) for one in paragraphs_of(last)]
        Paragraph.objects.bulk_create(copies, batch_size=AT_ONCE)
        record.about(document, number=version.number)
        return version


def edit_paragraph(
    *, by: Standing, at: datetime, paragraph: Paragraph, text: str, label: str, because: Remark | None = None
) -> Paragraph:
    """Change one paragraph of a draft; `because` is the remark that asked for it."""
    with entry("document.paragraph_changed", by=by, at=at) as record:
        version = _draft(paragraph.version)
        record.rests_on(_change(version, by, at))
        paragraph = locked(paragraph)
        paragraph.version = version
        paragraph.text, paragraph.changed_at, paragraph.changed_by_id = text.strip(), at, by.person
        paragraph.because = because
        if paragraph.label != label.strip():
            paragraph.label = label.strip()
            paragraph.unit = label.strip() or paragraph.unit
        paragraph.save()
        record.about(version.document, number=version.number, place=paragraph.place)
        return paragraph


def add_paragraph(
    *, by: Standing, at: datetime, after: Paragraph, text: str, label: str = "", because: Remark | None = None
) -> Paragraph:
    """Put a new paragraph behind another one of a draft."""
    with entry("document.paragraph_added", by=by, at=at) as record:
        version = _draft(after.version)
        record.rests_on(_change(version, by, at))
        Paragraph.objects.filter(version=version, place__gt=after.place).update(place=F("place") + 1)
        made = Paragraph.objects.create(
            version=version, place=after.place + 1, label=label.strip(), unit=label.strip() or f"{after.unit} (+)",
            text=text.strip(), changed_at=at, changed_by_id=by.person, because=because,
        )  # fmt: skip
        record.about(version.document, number=version.number, place=made.place)
        return made


def drop_paragraph(*, by: Standing, at: datetime, paragraph: Paragraph) -> Version:
    """Take a paragraph out of a draft."""
    with entry("document.paragraph_dropped", by=by, at=at) as record:
        version = _draft(paragraph.version)
        record.rests_on(_change(version, by, at))
        record.about(version.document, number=version.number, place=paragraph.place)
        paragraph.delete()
        return version


def publish_version(*, by: Standing, at: datetime, version: Version, note: str) -> Version:
    """Publish the next version; those who were asked about the one before learn what changed and why."""
    with entry("document.version_published", by=by, at=at) as record:
        version = _draft(version)
        document, day = version.document, localdate(at)
        facts = weighed_document(document, by, day)
        record.rests_on(_change(version, by, at))
        record.rests_on(may_publish_version(
            facts.book, by, asked=facts.asked, party=facts.party, running=is_running(document),
            paragraphs=paragraph_count(version), explained=bool(note.strip()),
        ))  # fmt: skip
        version.note, version.published_at = note.strip(), at
        version.save(update_fields=["note", "published_at"])
        last = last_closed(document)
        if last is not None and last.version_id != version.pk:
            last.network = document.network
            for answers in (Answer.objects.filter(remark__consultation=last),
                            Answer.objects.filter(group__consultation=last)):  # fmt: skip
                answers.filter(version=None).exclude(outcome="rejected").update(version=version)
            if last.opened_at is not None:
                tell(last, audience_of(last, day), "version", at, about=str(version.pk), version=version)
        index_document(document, version, at)
        record.about(document, number=version.number)
        return version


def _draft(version: Version) -> Version:
    """The version, read again and held, with its document."""
    network = version.document.network
    found = locked(version)
    found.document.network = network
    return found


def _change(version: Version, by: Standing, at: datetime) -> Ruling:
    facts = weighed_document(version.document, by, localdate(at))
    published = version.published_at is not None
    return may_change_text(facts.book, by, asked=facts.asked, party=facts.party, published=published)


def _write(
    version: Version, pieces: Sequence[Piece], before: dict[str, Paragraph] | None = None, by: Standing | None = None,
    at: datetime | None = None,
) -> None:  # fmt: skip
    number_units(list(pieces))
    old = dict(before or {})
    charter = version.document.kind == DocumentKind.CHARTER
    made = []
    for place, piece in enumerate(pieces, start=1):
        was = old.pop(piece.unit, None)
        same = was is not None and was.text == piece.text
        made.append(Paragraph(
            version=version, stable=was.stable if was else uuid4(), place=place, label=piece.label[:40],
            unit=piece.unit, heading=piece.heading, text=piece.text,
            cite=piece.label.replace(" ", "")[:80] if charter and piece.label.startswith("§") else "",
            changed_at=was.changed_at if was and same else at,
            changed_by_id=was.changed_by_id if was and same else (by.person if by else None),
            because=was.because if was and same else None,
        ))  # fmt: skip
    Paragraph.objects.bulk_create(made, batch_size=AT_ONCE)


def _copied(one: Paragraph, version: Version) -> Paragraph:
    return Paragraph(
        version=version, stable=one.stable, place=one.place, label=one.label, unit=one.unit, heading=one.heading,
        text=one.text, cite=one.cite,
    )  # fmt: skip
