"""What groups wrote, and what is due of them."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from django.db.models import Count, Max, QuerySet
from django.http import Http404

from tkanka.governance.bodies.models import Body
from tkanka.governance.bodies.queries import seats_of, visible_bodies
from tkanka.governance.meetings.models import Meeting
from tkanka.governance.meetings.queries import first_meeting
from tkanka.ground.kit.dates import only_day
from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network
from tkanka.network.networks.models.belonging import in_force
from tkanka.rules.bodies import BodyKind, BodyState
from tkanka.rules.meetings import MeetingState
from tkanka.rules.standing import Standing

from ..models import Intent, Reminder, Result, Terms, Update
from .advisory import advises

KINDS = (BodyKind.WORKING, BodyKind.TECHNICAL)
COUNTED = ("asked",)


def group_in(network: Network, key: UUID, by: Standing, day: date) -> Body:
    """A group that writes terms, updates and results: a working or a technical one the visitor may know of."""
    return one_of(visible_bodies(network, by, day).filter(kind__in=KINDS).select_related("network"), pk=key)


def known_group(network: Network, key: UUID) -> Body:
    """A group of which somebody has been shown already that they may know, with the proposal it came from."""
    return one_of(Body.objects.filter(network=network).select_related("network", "proposal"), pk=key)


def groups_open(network: Network) -> QuerySet[Body]:
    """Working and technical groups that are not closed."""
    return Body.objects.filter(network=network, kind__in=KINDS).exclude(state=BodyState.CLOSED).order_by("name")


def terms_of(body: Body) -> Terms | None:
    """The terms of reference that hold."""
    return Terms.objects.filter(body=body).select_related("written_by").order_by("-number").first()


def versions_of_terms(body: Body, limit: int = 100) -> list[Terms]:
    return list(Terms.objects.filter(body=body).select_related("written_by").order_by("-number")[:limit])


def updates_of(body: Body) -> QuerySet[Update]:
    """Short updates, the latest first; page it."""
    return Update.objects.filter(body=body).select_related("by").order_by("-at", "pk")


def results_of(body: Body) -> QuerySet[Result]:
    return Result.objects.filter(body=body).select_related("filed_by").order_by("-filed_at", "pk")


def result_in(network: Network, key: UUID, by: Standing, day: date) -> Result:
    rows = Result.objects.filter(body__in=visible_bodies(network, by, day)).select_related("body", "body__network")
    return one_of(rows, pk=key)


def results_to_review(network: Network, limit: int = 50) -> list[Result]:
    """Results that wait for the next agenda of the advisory group, the oldest first."""
    rows = Result.objects.filter(body__network=network, to_advisory=True, reviewed_at=None)
    return list(rows.select_related("body").order_by("filed_at")[:limit])


def results_in(network: Network, by: Standing, day: date) -> QuerySet[Result]:
    """The results of all groups the visitor may know of, the latest first; page it."""
    rows = Result.objects.filter(body__in=visible_bodies(network, by, day))
    return rows.select_related("body").order_by("-filed_at", "pk")


def last_reminder(body: Body, about: str) -> date | None:
    found: date | None = Reminder.objects.filter(body=body, about=about).aggregate(Max("day"))["day__max"]
    return found


def last_sign(body: Body) -> date:
    """When something was last heard of a group: an update, a result, its terms; else the day it opened."""
    signs = [
        Update.objects.filter(body=body).aggregate(last=Max("at"))["last"],
        Result.objects.filter(body=body).aggregate(last=Max("filed_at"))["last"],
        Terms.objects.filter(body=body).aggregate(last=Max("written_at"))["last"],
    ]
    return max([body.opened_on, *(only_day(at) for at in signs if at)])


def last_update(body: Body) -> date:
    """When its leads last told of it; else the day it opened."""
    at = Update.objects.filter(body=body).aggregate(last=Max("at"))["last"]
    return max(body.opened_on, only_day(at)) if at else body.opened_on


def handed_in(bodies: Iterable[UUID]) -> frozenset[UUID]:
    """Which of the groups have terms of reference."""
    return frozenset(Terms.objects.filter(body__in=list(bodies)).values_list("body", flat=True))


def technical_running(network: Network, but: UUID | None = None) -> list[str]:
    """The names of the technical groups that count against the limit: open ones, and those being set up."""
    bodies = Body.objects.filter(network=network, kind=BodyKind.TECHNICAL).exclude(state=BodyState.CLOSED)
    intents = Intent.objects.filter(network=network, state__in=COUNTED)
    intents = intents.exclude(pk=but) if but else intents
    names = [*bodies.values_list("name", flat=True)[:100], *intents.values_list("name", flat=True)[:100]]
    return sorted(names)


def intent_in(network: Network, key: UUID, by: Standing, day: date) -> Intent:
    """An intention, for the offices and the advisory group; for others there is none (404)."""
    if by.keeps_the_network or advises(network, by, day):
        return one_of(Intent.objects.filter(network=network).select_related("put_by", "body", "network"), pk=key)
    raise Http404


def intents_in(network: Network) -> QuerySet[Intent]:
    return Intent.objects.filter(network=network).select_related("body").order_by("-put_at", "pk")


def visible_groups(network: Network, by: Standing, day: date, kind: str, state: str = "") -> QuerySet[Body]:
    """The groups of a kind the visitor may know of, by name: those that work or rest, or those that are closed."""
    rows = visible_bodies(network, by, day).filter(kind=kind)
    closed = rows.filter(state=BodyState.CLOSED)
    open_ones = rows.exclude(state=BodyState.CLOSED)
    found = closed if state == BodyState.CLOSED else open_ones
    return found.annotate(people=Count("seats", filter=in_force(day, "seats__"))).order_by("name", "pk")


def sits_in(body: Body, by: Standing, day: date) -> bool:
    return by.person is not None and seats_of(body, day).filter(person=by.person).exists()


def first_meeting_of(body: Body) -> date | None:
    """The day of its first meeting that was called and not cancelled; None while there is none."""
    meeting = first_meeting(body)
    return only_day(meeting.starts_at) if meeting else None


def led_groups(network: Network, keys: Collection[UUID]) -> list[tuple[Body, date | None, Terms | None]]:
    """The open groups among these, each with the day it met first and the terms that hold. Three queries."""
    if not keys:
        return []
    bodies = list(groups_open(network).filter(pk__in=keys)[:50])
    firsts: dict[UUID, date] = {}
    called = Meeting.objects.filter(body__in=bodies, state__in=[MeetingState.CALLED, MeetingState.HELD])
    for key, at in called.order_by("-starts_at").values_list("body", "starts_at")[:2000]:
        if key:
            firsts[key] = only_day(at)
    latest = {one.body_id: one for one in Terms.objects.filter(body__in=bodies).order_by("number")}
    return [(body, firsts.get(body.pk), latest.get(body.pk)) for body in bodies]
