"""Documents, their versions and paragraphs."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Max, Q, QuerySet
from django.http import Http404

from tkanka.governance.bodies.models import Body
from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network

from ..models import Document, Paragraph, Version


def documents_in(network: Network, bodies: Q) -> QuerySet[Document]:
    """Documents of the network, or of the circles given by the condition, the latest first; page it."""
    rows = Document.objects.filter(bodies, network=network).select_related("body")
    return rows.order_by("-made_at", "pk")


def published_or_kept(rows: QuerySet[Document], circles: Iterable[Body], *, wide: bool) -> QuerySet[Document]:
    """Those with a published version, of the whole network only when `wide`; and drafts of the bodies one leads."""
    published = Q(versions__published_at__isnull=False)
    published &= Q() if wide else ~Q(body=None)
    return rows.filter(published | Q(body__in=[body.pk for body in circles])).distinct()


def documents_made(network: Network) -> bool:
    """Whether the network has any document."""
    return Document.objects.filter(network=network).exists()


def document_in(network: Network, key: object) -> Document:
    found = one_of(Document.objects.filter(network=network).select_related("body"), pk=key)
    found.network = network
    return found


def versions_of(document: Document, limit: int = 200) -> list[Version]:
    """The latest first."""
    rows = Version.objects.filter(document=document).select_related("made_by").order_by("-number")
    found: list[Version] = list(rows[:limit])
    for version in found:
        version.document = document
    return found


def version_in(document: Document, number: int) -> Version:
    found = one_of(Version.objects.filter(document=document).select_related("made_by"), number=number)
    found.document = document
    return found


def draft_of(document: Document) -> Version:
    """The version that is being written; 404 when there is none."""
    found = Version.objects.filter(document=document, published_at=None).first()
    if found is None:
        raise Http404
    found.document = document
    return found


def latest_published(document: Document) -> Version | None:
    return Version.objects.filter(document=document, published_at__isnull=False).order_by("-number").first()


def next_number(document: Document) -> int:
    return (Version.objects.filter(document=document).aggregate(last=Max("number"))["last"] or 0) + 1


def paragraphs_of(version: Version) -> QuerySet[Paragraph]:
    """In their order; page it."""
    return Paragraph.objects.filter(version=version).order_by("place", "pk")


def paragraph_in(version: Version, key: object) -> Paragraph:
    found = one_of(Paragraph.objects.filter(version=version).select_related("because"), pk=key)
    found.version = version
    return found


def paragraph_count(version: Version) -> int:
    return Paragraph.objects.filter(version=version).count()


def place_of(paragraph: Paragraph) -> int:
    """How many paragraphs stand before it."""
    rows = Paragraph.objects.filter(version=paragraph.version_id)
    return rows.filter(Q(place__lt=paragraph.place) | Q(place=paragraph.place, pk__lt=paragraph.pk)).count()


def with_changes(version: Version, limit: int = 5_000) -> list[Paragraph]:
    """The paragraphs with who changed each, and because of which remark."""
    rows = paragraphs_of(version).select_related("changed_by", "because", "because__organisation")
    return list(rows[:limit])


def consulted_versions(document: Document) -> set[UUID]:
    """Versions somebody is, or was, asked about."""
    rows = Version.objects.filter(document=document, consultations__isnull=False)
    return set(rows.values_list("pk", flat=True)[:200])
