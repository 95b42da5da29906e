"""Reading motions: their course is open to everybody in the network."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from tkanka.governance.bodies.models import Body
from tkanka.governance.bodies.queries import seats_in_force
from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network
from tkanka.rules.bodies import BodyKind, BodyState
from tkanka.rules.motions import MotionKind, MotionState
from tkanka.rules.standing import Standing

from ..models import Motion


def motions_in(network: Network, shown: str = "open", kind: str = "") -> QuerySet[Motion]:
    """Those that wait, the longest first; or those answered, the latest first. Page it."""
    rows = Motion.objects.filter(network=network).select_related("organisation")
    rows = rows.filter(kind=kind) if kind else rows
    if shown == "answered":
        return rows.exclude(state=MotionState.MOVED).order_by("-moved_at", "pk")
    return rows.filter(state=MotionState.MOVED).order_by("moved_at", "pk")


def motion_in(network: Network, key: UUID) -> Motion:
    rows = Motion.objects.filter(network=network)
    return one_of(rows.select_related("organisation", "moved_by", "answered_by", "network"), pk=key)


def waiting(network: Network, kind: MotionKind, limit: int = 50) -> list[Motion]:
    """Motions of a kind without an answer, those due first."""
    rows = Motion.objects.filter(network=network, kind=kind, state=MotionState.MOVED)
    return list(rows.select_related("organisation").order_by("due", "moved_at")[:limit])


def overdue(day: date, limit: int = 200) -> list[Motion]:
    """Calls to act whose day has passed without an answer, not told of yet."""
    rows = Motion.objects.filter(state=MotionState.MOVED, due__lt=day, told_overdue_at=None)
    return list(rows.select_related("network").order_by("due")[:limit])


def overseers(network: Network) -> QuerySet[Body]:
    """The bodies that watch over the secretariat."""
    return Body.objects.filter(network=network, kind=BodyKind.COUNCIL).exclude(state=BodyState.CLOSED)


def oversees(network: Network, by: Standing, day: date) -> bool:
    """Whether the visitor sits in a body that watches over the secretariat, or speaks for the one that holds it."""
    if by.person is None:
        return False
    watching = overseers(network)
    held = watching.filter(held_by__in=by.represents).exists()
    return held or seats_in_force(day).filter(person=by.person, body__in=watching).exists()
