"""Reading positions: drafts and signing for members, what was signed for everybody."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network
from tkanka.rules.positions import PositionState
from tkanka.rules.standing import Standing

from .models import Addressee, DraftRemark, Position, Signature

STANDING = Q(signatures__withdrawn_at=None, signatures__isnull=False)


def positions_in(network: Network, by: Standing, state: str = "") -> QuerySet[Position]:
    """Those the visitor may see, the latest first; page it."""
    rows = Position.objects.filter(network=network).select_related("initiator")
    if not (by.is_member or by.keeps_the_network):
        rows = rows.filter(state=PositionState.CLOSED)
    rows = rows.filter(state=state) if state else rows
    return rows.annotate(signed=Count("signatures", filter=STANDING)).order_by("-begun_at", "pk")


def position_in(network: Network, key: object) -> Position:
    found = one_of(Position.objects.filter(network=network).select_related("initiator", "begun_by"), pk=key)
    found.network = network
    return found


def signatures_of(position: Position) -> QuerySet[Signature]:
    """Everybody who signed, by day; those who withdrew stay on the list, marked; page it."""
    rows = Signature.objects.filter(position=position).select_related("organisation", "person")
    return rows.order_by("signed_at", "pk")


def standing_signatures(position: Position) -> int:
    return Signature.objects.filter(position=position, withdrawn_at=None).count()


def signed_by(position: Position, organisations: Iterable[UUID]) -> list[Signature]:
    """Signatures that stand, of these organisations."""
    rows = Signature.objects.filter(position=position, organisation__in=list(organisations), withdrawn_at=None)
    return list(rows.select_related("organisation").order_by("organisation__name")[:50])


def signatories(position: Position) -> list[UUID]:
    rows = Signature.objects.filter(position=position, withdrawn_at=None)
    return list(rows.values_list("organisation", flat=True)[:20_000])


def addressees_of(position: Position) -> list[Addressee]:
    return list(Addressee.objects.filter(position=position).order_by("order")[:50])


def addressee_in(position: Position, key: object) -> Addressee:
    return one_of(Addressee.objects.filter(position=position), pk=key)


def remarks_of(position: Position) -> QuerySet[DraftRemark]:
    """The latest last; page it."""
    rows = DraftRemark.objects.filter(position=position).select_related("organisation", "person")
    return rows.order_by("made_at", "pk")


def due_to_close(day: date, limit: int = 100) -> list[Position]:
    rows = Position.objects.filter(state=PositionState.SIGNING, sign_until__lt=day)
    return list(rows.select_related("network", "initiator").order_by("sign_until", "pk")[:limit])
