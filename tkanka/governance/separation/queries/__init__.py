"""Reading cases of separation."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from tkanka.governance.bodies.models import Body
from tkanka.governance.bodies.queries import bodies_of_kind, place_in
from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Membership, Network
from tkanka.network.networks.queries import host_of
from tkanka.network.tenure.models import Resignation
from tkanka.rules.bodies import BodyKind, Role
from tkanka.rules.separation import CaseState
from tkanka.rules.standing import Standing
from tkanka.rules.voting import PollState

from ..models import Case, Matter, Successor

RUNNING = (CaseState.OPEN, CaseState.DECIDED)


def advisory_group(network: Network) -> Body | None:
    """The body that decides on parting."""
    found = bodies_of_kind(network, [BodyKind.ADVISORY]).order_by("opened_on", "pk").first()
    if found:
        found.network = network
    return found


def sits_in_it(network: Network, by: Standing, day: date) -> bool:
    """Whether somebody holds a seat of the body that decides."""
    body = advisory_group(network)
    seat = place_in(body, by, day) if body else None
    return seat is not None and seat.role != Role.OBSERVER


def cases_in(network: Network) -> QuerySet[Case]:
    """Every case, the latest first; page it."""
    return Case.objects.filter(network=network).select_related("host").order_by("-opened_at", "pk")


def case_in(network: Network, key: UUID) -> Case:
    rows = Case.objects.filter(network=network).select_related("host", "poll", "opened_by")
    found = one_of(rows, pk=key)
    found.network = network
    return found


def running_case(network: Network) -> Case | None:
    found = Case.objects.filter(network=network, state__in=RUNNING).select_related("host", "poll").first()
    if found:
        found.network = network
    return found


def successors_of(case: Case, limit: int = 50) -> list[Successor]:
    """Those proposed, the latest first."""
    rows = Successor.objects.filter(case=case).select_related("organisation", "naming")
    return list(rows.order_by("-proposed_at", "pk")[:limit])


def is_named(one: Successor) -> bool:
    return one.naming.state == PollState.PASSED


def is_waiting(one: Successor) -> bool:
    """Whether it may still become the successor: its naming goes on, or it has not refused."""
    return one.naming.state in (PollState.DRAFT, PollState.OPEN) or (is_named(one) and one.accepted is not False)


def successor_of(case: Case) -> Successor | None:
    """The one that waits, is named or has accepted."""
    return next((one for one in successors_of(case) if is_waiting(one)), None)


def successor_in(network: Network, key: UUID) -> Successor:
    rows = Successor.objects.filter(case__network=network)
    return one_of(rows.select_related("case__host", "organisation", "naming"), pk=key)


def matters_of(case: Case, limit: int = 200) -> list[Matter]:
    return list(Matter.objects.filter(case=case).select_related("done_by").order_by("order", "pk")[:limit])


def matter_in(network: Network, key: UUID) -> Matter:
    return one_of(Matter.objects.filter(case__network=network).select_related("case"), pk=key)


def matters_left(case: Case) -> int:
    return Matter.objects.filter(case=case, done_at=None).count()


def asked_to_accept(network: Network, by: Standing) -> list[Successor]:
    """Where an organisation the visitor may commit is named and has not answered."""
    rows = Successor.objects.filter(
        case__network=network, case__state=CaseState.OPEN, naming__state=PollState.PASSED, accepted=None,
        organisation__in=by.represents,
    )  # fmt: skip
    return list(rows.select_related("organisation").order_by("proposed_at")[:10])


def to_ask(limit: int = 100) -> list[Successor]:
    """Successors named by a vote that have not been asked."""
    rows = Successor.objects.filter(case__state=CaseState.OPEN, naming__state=PollState.PASSED, asked_at=None)
    return list(rows.select_related("case__network", "case__host", "organisation").order_by("proposed_at")[:limit])


def to_settle(limit: int = 100) -> list[Case]:
    """Cases whose vote is over."""
    rows = Case.objects.filter(state=CaseState.OPEN, poll__state__in=[PollState.PASSED, PollState.FAILED])
    return list(rows.select_related("network", "host", "poll").order_by("opened_at")[:limit])


def leaving_hosts(day: date, limit: int = 100) -> list[Resignation]:
    """Hosts that announced that they leave, and of whose network no case runs."""
    rows = Resignation.objects.filter(opens_separation=True, undone_at=None)
    rows = rows.exclude(membership__network__separations__state__in=RUNNING)
    found = rows.select_related("membership__network", "membership__organisation").order_by("pk")[:limit]
    return [one for one in found if _still_host(one.membership, day)]


def _still_host(membership: Membership, day: date) -> bool:
    hosting = host_of(membership.network, day)
    return hosting is not None and hosting.organisation_id == membership.organisation_id
