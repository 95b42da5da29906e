from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network, Organisation
from tkanka.rules.membership import LinkState

from ..models import Link


@dataclass(frozen=True, slots=True)
class Ties:
    """The confirmed links of an organisation: what it belongs to, and who belongs to it."""

    above: list[Link]
    below: list[Link]

    def __bool__(self) -> bool:
        return bool(self.above or self.below)


def links_of(organisation: Organisation, limit: int = 200) -> list[Link]:
    """Every link of an organisation, in whatever state, the newest first: for its own people."""
    rows = Link.objects.filter(Q(upper=organisation) | Q(lower=organisation))
    return list(rows.select_related("upper", "lower", "network").order_by("-claimed_at", "pk")[:limit])


def awaiting_confirmation(organisations: frozenset[UUID], limit: int = 20) -> list[Link]:
    """Links that somebody else claims with one of these, and that await its word."""
    rows = Link.objects.filter(state=LinkState.CLAIMED).exclude(claimed_by__in=organisations)
    rows = rows.filter(Q(upper__in=organisations) | Q(lower__in=organisations))
    return list(rows.select_related("upper", "lower").order_by("claimed_at")[:limit])


def confirmed_links(organisation: UUID, limit: int = 200) -> Ties:
    """What both sides say, for everybody: shown on the page of the organisation."""
    rows = Link.objects.filter(Q(upper=organisation) | Q(lower=organisation), state=LinkState.CONFIRMED)
    found = list(rows.select_related("upper", "lower").order_by("since", "pk")[:limit])
    return Ties(
        above=[link for link in found if link.lower_id == organisation],
        below=[link for link in found if link.upper_id == organisation],
    )


def live_link(upper: Organisation, lower: Organisation) -> Link | None:
    return Link.objects.filter(upper=upper, lower=lower, state__in=[LinkState.CLAIMED, LinkState.CONFIRMED]).first()


def link_in(network: Network, key: UUID, sides: frozenset[UUID]) -> Link:
    """A link of one of the given organisations, claimed in this network; to everybody else it does not exist."""
    rows = Link.objects.filter(Q(upper__in=sides) | Q(lower__in=sides), network=network)
    return one_of(rows.select_related("upper", "lower", "network"), pk=key)


def organisations_like(
    members: QuerySet[Organisation], words: str, besides: UUID, limit: int = 20
) -> list[Organisation]:
    """Organisations whose name holds the words, by name."""
    if not words.strip():
        return []
    rows = members.exclude(pk=besides).filter(Q(name__icontains=words.strip()) | Q(short_name__icontains=words.strip()))
    return list(rows.order_by("name")[:limit])
