"""Who may vote, and who has."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from tkanka.network.networks.models import Organisation
from tkanka.rules.standing import Standing

from ..models import Election, Voter


@dataclass(frozen=True, slots=True)
class Turnout:
    entitled: int = 0
    voted: int = 0
    excluded: int = 0


def roll_of(election: Election) -> QuerySet[Voter]:
    """Everybody on the roll, and those who are not with the reason, by name; page it."""
    return Voter.objects.filter(election=election).select_related("organisation").order_by("organisation__name", "pk")


def turnout_of(election: Election) -> Turnout:
    found = Voter.objects.filter(election=election).aggregate(
        entitled=Count("pk", filter=Q(excluded="")), voted=Count("pk", filter=Q(voted=True)),
        excluded=Count("pk", filter=~Q(excluded="")),
    )  # fmt: skip
    return Turnout(**found)


def own_voters(election: Election, by: Standing) -> list[Voter]:
    """The rows of the organisations the visitor speaks for."""
    return list(roll_of(election).filter(organisation__in=by.speaks_for)[:50]) if by.speaks_for else []


def voter_of(election: Election, organisation: Organisation) -> Voter | None:
    return Voter.objects.filter(election=election, organisation=organisation).select_for_update().first()


def silent_voters(election: Election, limit: int = 20_000) -> list[UUID]:
    rows = Voter.objects.filter(election=election, excluded="", voted=False)
    return list(rows.values_list("organisation", flat=True)[:limit])
