"""What is to be done, by whom and by when."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from tkanka.governance.bodies.queries import led_by, seats_in_force
from tkanka.governance.meetings.models import Meeting
from tkanka.governance.meetings.queries.seeing import Places, places_of
from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Mandate, Membership, Network, OfficeHolder
from tkanka.network.networks.models.belonging import in_force
from tkanka.rules.minutes import Owner, TaskState
from tkanka.rules.minutes.tasks import BEFORE
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.standing import Standing

from ..models import Task, TaskStep
from .seeing import of_bodies_known, readable

MOST = 300
WITH = ("meeting__body", "meeting__network", "item", "person", "organisation", "seat__person", "seat__body")


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """Which tasks: of a state (`late` too), of a body, one's own."""

    state: str = TaskState.OPEN.value
    body: UUID | None = None
    mine: bool = False


def owned_by(by: Standing, day: date) -> Q:
    """Tasks that are somebody's: their own, of an organisation they speak for, of a seat they hold."""
    if by.person is None:
        return Q(pk__in=[])
    seats = seats_in_force(day).filter(person=by.person).values("pk")
    return Q(person=by.person) | Q(organisation__in=by.represents & (by.members | by.observers)) | Q(seat__in=seats)


def visible_tasks(
    network: Network, by: Standing, day: date, book: Rulebook, places: Places | None = None
) -> QuerySet[Task]:
    """Tasks of meetings whose minutes they may read, and their own; of hidden bodies only inside."""
    places = places or places_of(network, by, day)
    rows = Task.objects.filter(of_bodies_known(places), meeting__network=network)
    read = Q(meeting__in=[one.meeting_id for one in readable(network, by, day, book, places=places)])
    return rows.filter(read | owned_by(by, day)).select_related(*WITH)


def chosen(rows: QuerySet[Task], by: Standing, day: date, wanted: TaskFilter) -> QuerySet[Task]:
    """Those among them that are asked for, the most pressing first."""
    if wanted.state == "late":
        rows = rows.filter(state=TaskState.OPEN, due__lt=day)
    elif wanted.state != "all":
        rows = rows.filter(state=wanted.state)
    if wanted.body:
        rows = rows.filter(meeting__body=wanted.body)
    if wanted.mine:
        rows = rows.filter(owned_by(by, day))
    return rows.order_by(F("due").asc(nulls_last=True), "given_at", "pk")


def task_in(network: Network, key: object, by: Standing, day: date, book: Rulebook, places: Places) -> Task:
    return one_of(visible_tasks(network, by, day, book, places), pk=key)


def tasks_of(meeting: Meeting) -> list[Task]:
    """The tasks given at one meeting, in the order they were given."""
    rows = Task.objects.filter(meeting=meeting).select_related(*WITH)
    return list(rows.order_by("given_at", "pk")[:MOST])


def carried_to(meeting: Meeting) -> list[Task]:
    """Open tasks of earlier meetings of the same body, or of the same kind where the whole network meets."""
    earlier = Task.objects.filter(state=TaskState.OPEN, meeting__network=meeting.network_id)
    if meeting.body_id:
        earlier = earlier.filter(meeting__body=meeting.body_id)
    else:
        earlier = earlier.filter(meeting__body=None, meeting__kind=meeting.kind, meeting__audience=meeting.audience)
    rows = earlier.filter(meeting__starts_at__lt=meeting.starts_at).exclude(meeting=meeting.pk)
    return list(rows.select_related(*WITH).order_by(F("due").asc(nulls_last=True), "given_at", "pk")[:100])


def orphaned(rows: QuerySet[Task], day: date) -> QuerySet[Task]:
    """Those whose owner is gone: an organisation that left, a seat that ended, somebody without any place here."""
    network = OuterRef("meeting__network")
    belongs = Membership.objects.filter(in_force(day), network=network, organisation=OuterRef("organisation"))
    sits = seats_in_force(day).filter(body__network=network, person=OuterRef("person"))
    inside = Membership.objects.filter(in_force(day), network=OuterRef(OuterRef("meeting__network")))
    mandates = Mandate.objects.filter(
        in_force(day), person=OuterRef("person"), organisation__in=inside.values("organisation")
    )
    office = OfficeHolder.objects.filter(in_force(day), network=network, person=OuterRef("person"))
    gone = Q(organisation__isnull=False) & ~Q(Exists(belongs))
    gone |= Q(seat__isnull=False) & ~Q(seat__in=seats_in_force(day).values("pk"))
    placed = Q(Exists(sits)) | Q(Exists(mandates)) | Q(Exists(office))
    gone |= Q(person__isnull=False) & (Q(person__is_active=False) | ~placed)
    return rows.filter(gone | Q(person=None, organisation=None, seat=None))


def owner_of(task: Task, by: Standing, day: date) -> Owner:
    """Who somebody is to the task: its owner, or whoever answers for it while the owner is gone."""
    one = Task.objects.filter(pk=task.pk)
    gone = orphaned(one, day).exists()
    return Owner(
        owns=not gone and one.filter(owned_by(by, day)).exists(), stands_in=gone and answers_for(task, by, day)
    )


def answers_for(task: Task, by: Standing, day: date) -> bool:
    """The leads of the body answer for what nobody owns any more; of the whole network, the offices."""
    meeting = task.meeting
    if meeting.body_id:
        return meeting.body_id in led_by(meeting.network, by, day)
    return by.keeps_the_network


def own_tasks(network: Network, by: Standing, day: date, places: Places | None = None) -> QuerySet[Task]:
    """Open tasks that are somebody's, the most pressing first."""
    known = of_bodies_known(places or places_of(network, by, day))
    rows = Task.objects.filter(known, owned_by(by, day), meeting__network=network, state=TaskState.OPEN)
    rows = rows.exclude(pk__in=orphaned(rows, day).values("pk"))
    return rows.select_related(*WITH).order_by(F("due").asc(nulls_last=True), "given_at", "pk")


def duties_for(network: Network, by: Standing, day: date) -> list[Task]:
    """Tasks without an owner that fall to the visitor."""
    rows = Task.objects.filter(meeting__network=network, state=TaskState.OPEN)
    led = led_by(network, by, day)
    theirs = Q(meeting__body__in=led) | (Q(meeting__body=None) if by.keeps_the_network else Q(pk__in=[]))
    if not led and not by.keeps_the_network:
        return []
    found = orphaned(rows.filter(theirs), day).select_related(*WITH)
    return list(found.order_by(F("due").asc(nulls_last=True), "given_at", "pk")[:50])


def steps_of(task: Task) -> list[TaskStep]:
    """Its course, the latest first."""
    return list(task.steps.select_related("by").order_by("-at", "pk")[:100])


def near_to_tell(day: date, limit: int = 200) -> list[Task]:
    """Open tasks whose day is near, of which nobody has been told."""
    rows = Task.objects.filter(state=TaskState.OPEN, due__gte=day, due__lte=day + BEFORE, told_near_at=None)
    return list(rows.select_related(*WITH).order_by("due", "pk")[:limit])


def late_to_tell(day: date, limit: int = 200) -> list[Task]:
    """Open tasks past their day, of which nobody has been told."""
    rows = Task.objects.filter(state=TaskState.OPEN, due__lt=day, told_late_at=None)
    return list(rows.select_related(*WITH).order_by("due", "pk")[:limit])


def last_change(task: Task) -> datetime | None:
    return task.steps.order_by("-at").values_list("at", flat=True).first()
