"""Requests for support, and what is left to give."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Case, IntegerField, QuerySet, Sum, Value, When

from tkanka.governance.bodies.models import Body
from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network
from tkanka.rules.groups import SupportState

from ..models import Pot, SupportRequest


@dataclass(frozen=True, slots=True)
class Filled:
    """A pot and how much of it is gone."""

    pot: Pot
    used: Decimal

    @property
    def left(self) -> Decimal:
        return self.pot.amount - self.used


def pots_in(network: Network, day: date, limit: int = 50) -> list[Filled]:
    """The pots of the period, with what is used of them."""
    rows = Pot.objects.filter(network=network, since__lte=day, until__gte=day)
    return [Filled(pot, used_of(pot)) for pot in rows.order_by("name", "pk")[:limit]]


def pots_with_use(network: Network, day: date) -> list[Filled]:
    """The same in one query, for pages."""
    rows = Pot.objects.filter(network=network, since__lte=day, until__gte=day)
    summed = rows.annotate(used=Sum("requests__granted")).order_by("name", "pk")[:50]
    return [Filled(pot, pot.used or Decimal(0)) for pot in summed]


def used_of(pot: Pot) -> Decimal:
    found: Decimal | None = pot.requests.aggregate(used=Sum("granted"))["used"]
    return found or Decimal(0)


def pot_in(network: Network, key: UUID) -> Pot:
    return one_of(Pot.objects.filter(network=network), pk=key)


def request_in(network: Network, key: UUID) -> SupportRequest:
    rows = SupportRequest.objects.filter(body__network=network)
    return one_of(rows.select_related("body", "body__network", "pot", "asked_by", "answered_by"), pk=key)


def support_queue(network: Network, state: str = SupportState.ASKED) -> QuerySet[SupportRequest]:
    """What waits, strategic groups first and then the longest waiting; answered ones by day. Page it."""
    rows = SupportRequest.objects.filter(body__network=network).select_related("body", "pot")
    if state != SupportState.ASKED:
        return rows.exclude(state=SupportState.ASKED).order_by("-answered_at", "pk")
    first = Case(When(body__strategic=True, then=Value(0)), default=Value(1), output_field=IntegerField())
    return rows.filter(state=SupportState.ASKED).annotate(place=first).order_by("place", "asked_at", "pk")


def open_requests_of(body: Body) -> QuerySet[SupportRequest]:
    """What the group asked for and nobody answered."""
    return SupportRequest.objects.filter(body=body, state=SupportState.ASKED).order_by("asked_at", "pk")


def support_of(body: Body, limit: int = 50) -> list[SupportRequest]:
    rows = SupportRequest.objects.filter(body=body).select_related("pot", "answered_by")
    return list(rows.order_by("-asked_at", "pk")[:limit])
