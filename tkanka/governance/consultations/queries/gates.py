"""What a change of the charter asks of its consultation."""

from uuid import UUID

from tkanka.governance.bodies.models import Body
from tkanka.governance.bodies.queries import bodies_of_kind
from tkanka.network.networks.models import Network
from tkanka.rules.consultations import ConsultationState, Gates, bodies_asked
from tkanka.rules.rulebook import Rulebook

from ..models import Consultation, Document
from .remarks import unanswered


def bodies_for_charter(network: Network, book: Rulebook) -> list[Body]:
    """The open bodies that are asked about every change of the charter."""
    rows = bodies_of_kind(network, bodies_asked(book)).filter(hidden=False)
    return list(rows.order_by("name", "pk")[:500])


def missing_bodies(consultation: Consultation, book: Rulebook) -> list[Body]:
    """Those of them that are not asked in this consultation."""
    asked: set[UUID] = set(consultation.bodies.values_list("pk", flat=True))
    return [body for body in bodies_for_charter(consultation.network, book) if body.pk not in asked]


def gates_of(document: Document, book: Rulebook) -> Gates:
    """What the last consultation on a document has behind it: bodies and members asked, closed, remarks answered."""
    rows = Consultation.objects.filter(version__document=document).exclude(state=ConsultationState.CALLED_OFF)
    last = rows.select_related("network").order_by("-version__number", "-prepared_at").first()
    if last is None or last.opened_at is None:
        return Gates()
    return Gates(
        bodies_invited=not missing_bodies(last, book),
        members_invited=last.members and last.body_id is None,
        closed=last.state == ConsultationState.CLOSED,
        unanswered=unanswered(last).count(),
    )
