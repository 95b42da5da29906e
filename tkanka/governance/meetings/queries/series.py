from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from tkanka.governance.bodies.models import Body
from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network
from tkanka.rules.meetings import MeetingAudience, MeetingState
from tkanka.rules.standing import Standing

from ..models import Invitee, Meeting, Series


def series_of(network: Network, by: Standing, bodies: QuerySet[Body]) -> QuerySet[Series]:
    """The series of a network and of those of its bodies the visitor may know of; ended ones last. From outside, only
    public ones."""
    rows = Series.objects.filter(Q(body=None) | Q(body__in=bodies), network=network)
    if not (by.is_member or by.keeps_the_network):
        rows = rows.filter(audience=MeetingAudience.PUBLIC)
    return rows.select_related("body", "network", "area").order_by("ended_at", "title", "pk")


def series_in(network: Network, key: object, by: Standing, bodies: QuerySet[Body]) -> Series:
    return one_of(series_of(network, by, bodies), pk=key)


def live_series(limit: int = 2000) -> list[Series]:
    rows = Series.objects.filter(ended_at=None).select_related("network", "body", "area", "subregion")
    return list(rows.order_by("pk")[:limit])


def live_series_of(body: Body) -> list[Series]:
    """The series of a body that still make drafts."""
    return list(Series.objects.filter(body=body, ended_at=None).order_by("pk")[:200])


def regular_drafts(series: Series, at: datetime) -> QuerySet[Meeting]:
    """Drafts to come that stand just as the series made them: nobody changed, called or cancelled them, and nothing was
    proposed, laid out, handed in or anybody invited for them."""
    rows = series.meetings.filter(state=MeetingState.DRAFT, own_way=False, series_on__isnull=False, starts_at__gt=at)
    asked = Invitee.objects.filter(Q(standing="") | Q(invited_by__isnull=False), meeting=OuterRef("pk"))
    return rows.filter(~Exists(asked), items=None, materials=None, submissions=None)


def exceptions_of(series: Series, at: datetime) -> QuerySet[Meeting]:
    """Meetings of the series still to come that are as somebody wanted them and not as the series has them."""
    regular = regular_drafts(series, at).values("pk")
    return series.meetings.filter(starts_at__gt=at).exclude(pk__in=regular).order_by("starts_at", "pk")
