from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from tkanka.ground.kit.dates import only_day
from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network
from tkanka.rules.membership import verification_clock
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.standing import Standing
from tkanka.rules.workdays import Clock, Pause

from ..models import Application, Check
from ..models.applications import DRAFT_KEPT, OPEN, RECEIVED

STATES = {"open": OPEN, "decided": ("accepted", "refused"), "withdrawn": ("withdrawn",)} | {s: (s,) for s in RECEIVED}


def draft_in(network: Network, key: UUID) -> Application:
    """A draft of the network, or 404; whether the visitor holds it is the page's to ask."""
    return one_of(Application.objects.filter(network=network, state="draft").select_related("organisation"), pk=key)


def application_in(network: Network, key: UUID) -> Application:
    """An application that was handed in, or 404."""
    rows = Application.objects.filter(network=network).exclude(submitted_at=None)
    return one_of(
        rows.select_related("applicant", "typed_by", "handler", "decided_by", "organisation", "charter"), pk=key
    )


def is_own(application: Application, standing: Standing) -> bool:
    """Whether somebody acts for the party that applies: the applicant, or who represents the party."""
    if standing.person is None:
        return False
    return standing.person == application.applicant_id or application.organisation_id in standing.represents


def own_application_in(network: Network, key: UUID, standing: Standing) -> Application:
    """An application of one's own party; somebody else's does not exist for its pages."""
    application = application_in(network, key)
    if not is_own(application, standing):
        raise Http404
    return application


def applications_in(network: Network, shown: str = "open") -> QuerySet[Application]:
    """The secretariat's queue, the longest waiting first; decided ones with the newest first. Page it."""
    rows = Application.objects.filter(network=network, state__in=STATES.get(shown, OPEN)).exclude(submitted_at=None)
    order = "submitted_at" if shown in ("open", "submitted", "asked") else "-submitted_at"
    return rows.select_related("handler", "organisation").prefetch_related("questions", "checks").order_by(order, "pk")


def counts_by_state(network: Network) -> dict[str, int]:
    rows = Application.objects.filter(network=network).exclude(submitted_at=None)
    return dict(rows.values_list("state").annotate(n=Count("pk")).order_by())


def applications_of(network: Network, person: UUID, *, typed_too: bool = False) -> QuerySet[Application]:
    """What a person applied for, drafts first; with `typed_too` also what they typed in for others."""
    mine = Q(applicant=person) | Q(typed_by=person) if typed_too else Q(applicant=person)
    rows = Application.objects.filter(mine, network=network)
    return rows.prefetch_related("questions").order_by("submitted_at", "-saved_at")


def open_of(network: Network, person: UUID, name_key: str) -> Application | None:
    """An application of the same person for the same party that is still being worked on."""
    rows = Application.objects.filter(network=network, applicant=person, name_key=name_key, state__in=OPEN)
    return rows.first()


def open_for(network: Network, organisation: UUID) -> Application | None:
    return Application.objects.filter(network=network, organisation=organisation, state__in=OPEN).first()


def pauses_of(application: Application) -> tuple[Pause, ...]:
    """The days in which the applicant owed an answer."""
    return tuple(
        (only_day(q.asked_at), only_day(q.answered_at) if q.answered_at else None) for q in application.questions.all()
    )


def clock_of(book: Rulebook, application: Application) -> Clock | None:
    """The clock of the verification; None where the network promises nothing."""
    assert application.submitted_at
    return verification_clock(book, only_day(application.submitted_at), pauses_of(application))


def clocks(book: Rulebook, applications: Iterable[Application]) -> dict[UUID, Clock]:
    found = {a.pk: clock_of(book, a) for a in applications if a.submitted_at}
    return {key: clock for key, clock in found.items() if clock}


def overdue(network: Network, book: Rulebook, today: date, limit: int = 500) -> list[Application]:
    """Applications whose time is up: the promise was not kept."""
    waiting = applications_in(network, "submitted")[:limit]
    return [a for a in waiting if (clock := clock_of(book, a)) and clock.overdue(today)]


def checks_of(application: Application) -> dict[str, Check]:
    return {c.item: c for c in application.checks.select_related("by")[:20]}


def drafts_forgotten(at: datetime, limit: int = 200) -> list[Application]:
    """Drafts nobody has touched for as long as drafts are kept."""
    return list(Application.objects.filter(state="draft", saved_at__lt=at - DRAFT_KEPT).order_by("saved_at")[:limit])
