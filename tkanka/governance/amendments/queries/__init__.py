"""Reading changes of the charter."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.timezone import localdate

from tkanka.governance.bodies.queries import bodies_of_kind, seats_in_force
from tkanka.governance.consultations.models import Consultation, Document, Version
from tkanka.governance.consultations.queries import last_closed, latest_published, paragraphs_of
from tkanka.governance.meetings.models import Item, Meeting
from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import paragraphs_of as charter_paragraphs
from tkanka.rules.amendments import AmendmentState
from tkanka.rules.bodies import BodyKind, Role
from tkanka.rules.consultations import DocumentKind
from tkanka.rules.meetings import ItemState, MeetingAudience, MeetingState
from tkanka.rules.standing import Standing
from tkanka.rules.texts import Paragraph

from ..models import Amendment, TermChange
from ..text import charter_text, text_in

ON_THEIR_WAY = (AmendmentState.PROPOSED, AmendmentState.OPEN)
MOST = 5_000


def amendments_in(network: Network, *, over: bool = False) -> QuerySet[Amendment]:
    """Those on their way, or those that are over; page it."""
    rows = Amendment.objects.filter(network=network)
    rows = rows.exclude(state__in=ON_THEIR_WAY) if over else rows.filter(state__in=ON_THEIR_WAY)
    return rows.select_related("mover", "version").order_by("-started_at", "pk")


def amendment_in(network: Network, key: UUID) -> Amendment:
    around = ("base", "document", "mover", "seconder", "item__meeting", "version")
    found = one_of(Amendment.objects.filter(network=network).select_related(*around), pk=key)
    found.network = network
    if found.document:
        found.document.network = network
    return found


def advises(network: Network, by: Standing, day: date) -> bool:
    """Whether somebody sits in the advisory group."""
    if by.person is None:
        return False
    groups = bodies_of_kind(network, [BodyKind.ADVISORY])
    return seats_in_force(day).filter(person=by.person, body__in=groups).exclude(role=Role.OBSERVER).exists()


def terms_set(amendment: Amendment) -> list[TermChange]:
    return list(TermChange.objects.filter(amendment=amendment).order_by("path")[:400])


def term_in(amendment: Amendment, key: UUID) -> TermChange:
    return one_of(TermChange.objects.filter(amendment=amendment), pk=key)


def free_documents(network: Network) -> list[Document]:
    """Documents on the charter with a published version that no change is based on."""
    rows = Document.objects.filter(network=network, body=None, kind=DocumentKind.CHARTER, amendment=None)
    return list(rows.filter(versions__published_at__isnull=False).distinct().order_by("-made_at", "pk")[:50])


def document_in(network: Network, key: str) -> Document | None:
    return next((one for one in free_documents(network) if str(one.pk) == key), None)


def text_version(amendment: Amendment) -> Version | None:
    """The version of its text that counts: the latest published one."""
    return latest_published(amendment.document) if amendment.document else None


def texts_of(amendment: Amendment) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """The charter's text as it is, and as the change would have it: the same where it has no text of its own."""
    base = charter_paragraphs(amendment.base)
    version, before = text_version(amendment), text_in(base)
    return before, tuple(charter_text(base, list(paragraphs_of(version)[:MOST]))) if version else before


def consulted_on(amendment: Amendment) -> date | None:
    """The day on which its last consultation was closed."""
    last: Consultation | None = last_closed(amendment.document) if amendment.document else None
    return localdate(last.closed_at) if last and last.closed_at else None


def points_to_present(network: Network, limit: int = 100) -> list[Item]:
    """Points of meetings that were held and to which all members were invited, the latest first."""
    rows = Item.objects.filter(
        meeting__network=network, meeting__state=MeetingState.HELD, state=ItemState.ACCEPTED,
        meeting__audience__in=[MeetingAudience.MEMBERS, MeetingAudience.PUBLIC],
    )  # fmt: skip
    return list(rows.select_related("meeting").order_by("-meeting__starts_at", "order", "pk")[:limit])


def point_in(network: Network, key: str) -> Item | None:
    return next((one for one in points_to_present(network) if str(one.pk) == key), None)


def invites_all(meeting: Meeting) -> bool:
    return meeting.audience in (MeetingAudience.MEMBERS, MeetingAudience.PUBLIC)
