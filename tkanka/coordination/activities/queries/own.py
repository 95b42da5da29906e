"""What an organisation, and the secretariat for it, sees of its own activities: drafts and places as stored."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network, Organisation, Status
from tkanka.network.networks.queries import active_membership, members_of
from tkanka.rules.activities import PUBLISHING, ActivityState, Precision
from tkanka.rules.standing import Standing

from ..facts import Facts, Spot
from ..models import Activity, Row, Visibility
from .stale import stale_activities


def activity_of(network: Network, key: UUID) -> Activity:
    """An activity of the network, published or not; Http404 for any other. The page asks who may see it."""
    return one_of(Activity.objects.filter(network=network).select_related("organisation", "network"), pk=key)


def own_activities(network: Network, organisation: UUID, *visibilities: str) -> QuerySet[Activity]:
    """What one organisation entered: all of it, or what the visibilities say."""
    found = Activity.objects.filter(network=network, organisation=organisation)
    return found.filter(visibility__in=visibilities) if visibilities else found


def own_rows(activities: Iterable[Activity]) -> dict[UUID, list[Row]]:
    """Their rows with areas as stored: for the eyes of the organisation and the secretariat only."""
    found: dict[UUID, list[Row]] = defaultdict(list)
    rows = Row.objects.filter(activity__in=[a.pk for a in activities])
    for row in rows.select_related("unit", "unit__parent").order_by("unit__code", "group__order", "pk"):
        found[row.activity_id].append(row)
    return found


def last_of(network: Network, organisation: UUID) -> Activity | None:
    """The one entered last: what the next one will probably be like."""
    return own_activities(network, organisation).order_by("-created_at", "-pk").first()


def belongs_to(network: Network, organisation: Organisation, day: date) -> bool:
    """Whether it is in the network, in whatever status."""
    return active_membership(network, organisation, day) is not None


def publishable_for(network: Network, by: Standing, day: date) -> QuerySet[Organisation]:
    """The organisations somebody may enter activities for: their own members, or, in office, all of the network."""
    if by.keeps_the_network:
        return members_of(network, day, *Status.values).order_by("name")
    keys = {m.organisation for m in by.mandates if m.capacity in PUBLISHING} & by.members
    return Organisation.objects.filter(pk__in=keys).order_by("name")


def facts_of(activities: Iterable[Activity]) -> dict[UUID, Facts]:
    """What is now said of each, as it would be said again: three queries, whatever their number."""
    many = list(activities)
    rows = own_rows(many)
    languages = linked_concepts(Activity.languages.through, many)
    statuses = linked_concepts(Activity.legal_statuses.through, many)
    return {
        one.pk: _facts(one, rows[one.pk], frozenset(languages[one.pk]), frozenset(statuses[one.pk])) for one in many
    }


def lists_of(activity: Activity) -> dict[str, list[UUID]]:
    """The concepts of an activity's lists, by the list."""
    return {
        "languages": sorted(linked_concepts(Activity.languages.through, [activity])[activity.pk]),
        "legal_statuses": sorted(linked_concepts(Activity.legal_statuses.through, [activity])[activity.pk]),
    }


def linked_concepts(through: Any, activities: list[Activity]) -> dict[UUID, set[UUID]]:
    """The concepts linked to each activity by one of its lists."""
    found: dict[UUID, set[UUID]] = defaultdict(set)
    links = through.objects.filter(activity__in=[a.pk for a in activities])
    for activity, concept in links.values_list("activity", "concept"):
        found[activity].add(concept)
    return found


COLUMNS = (
    *("title", "description", "language", "recipient_kind", "starts", "ends", "funding_ends", "horizon", "capacity"),
    *("capacity_unit", "intake", "cost", "channel", "remote", "contact", "email", "phone", "website"),
)


def _facts(one: Activity, rows: list[Row], languages: frozenset[UUID], statuses: frozenset[UUID]) -> Facts:
    return Facts(
        **{column: getattr(one, column) for column in COLUMNS},
        status=ActivityState(one.status),
        precision=Precision(one.precision),
        service=one.service_id,
        sector=one.sector_id,
        spots=tuple(Spot(r.unit, r.group_id, r.targeted, r.reached, r.capacity, r.place, r.lat, r.lon) for r in rows),
        languages=languages,
        legal_statuses=statuses,
    )


ORDERS = {"title": ("title", "pk"), "starts": ("-starts", "pk"), "confirmed": ("confirmed_at", "pk")}


def sought(found: QuerySet[Activity], asked: dict[str, str], at: datetime) -> QuerySet[Activity]:
    """Of one's own activities those asked for: title, status, visibility, due to be confirmed, and their order."""
    if words := asked.get("title"):
        found = found.filter(title__icontains=words)
    for column in ("status", "visibility"):
        found = found.filter(**{column: asked[column]}) if column in asked else found
    if "visibility" not in asked:
        found = found.exclude(visibility=Visibility.WITHDRAWN)
    if "due" in asked:
        found = found.filter(pk__in=stale_activities(at).values("pk"))
    return found.order_by(*ORDERS.get(asked.get("sort", ""), ("-changed_at", "pk")))
