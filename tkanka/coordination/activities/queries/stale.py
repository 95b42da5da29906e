"""Entries nobody has confirmed for half a year."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, Max, QuerySet

from tkanka.network.networks.models import Network
from tkanka.rules.activities import STALE_AFTER_DAYS, ActivityState

from ..models import Activity, Visibility


@dataclass(frozen=True, slots=True)
class Due:
    """What an organisation has to confirm in a network: how many entries, and when the last of them fell due."""

    network: Network
    organisation: UUID
    entries: int
    newest: datetime

    @property
    def cause(self) -> str:
        """The same while nothing new falls due in another month, so nobody is asked twice about the same."""
        return f"activities.stale:{self.network.pk}:{self.organisation}:{self.newest:%Y-%m}"


def stale_activities(at: datetime, network: Network | None = None) -> QuerySet[Activity]:
    """Published entries, not ended, that were confirmed half a year ago or earlier."""
    rows = Activity.objects.filter(
        visibility=Visibility.PUBLISHED, confirmed_at__lte=at - timedelta(days=STALE_AFTER_DAYS)
    ).exclude(status=ActivityState.ENDED)
    return rows if network is None else rows.filter(network=network)


def to_remind(at: datetime, limit: int = 5_000) -> list[Due]:
    """What is due, one a network and organisation, the longest waiting first."""
    groups = stale_activities(at).values("network", "organisation").annotate(n=Count("pk"), newest=Max("confirmed_at"))
    found = list(groups.order_by("newest")[:limit])
    networks = Network.objects.in_bulk({group["network"] for group in found})
    return [Due(networks[g["network"]], g["organisation"], g["n"], g["newest"]) for g in found]
