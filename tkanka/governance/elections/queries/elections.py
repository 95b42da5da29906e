"""Elections of a network, and the published rules they follow."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from tkanka.governance.bodies.models import Body
from tkanka.governance.bodies.queries import visible_bodies
from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network
from tkanka.rules.elections import RUNNING, ElectionState
from tkanka.rules.standing import Standing

from ..models import Diversity, Election, Process


def elections_in(network: Network, by: Standing, day: date) -> QuerySet[Election]:
    """Elections of bodies the visitor may know of, the latest first; drafts for those who prepare them. Page it."""
    rows = Election.objects.filter(network=network, body__in=visible_bodies(network, by, day))
    if not by.keeps_the_network:
        rows = rows.exclude(state=ElectionState.DRAFT)
    return rows.select_related("body", "process").order_by("-planned_at", "pk")


def election_in(network: Network, key: UUID, by: Standing, day: date) -> Election:
    found = one_of(elections_in(network, by, day), pk=key)
    found.network = found.body.network = network
    return found


def elections_of_body(body: Body, by: Standing, limit: int = 5) -> list[Election]:
    rows = Election.objects.filter(body=body).exclude(state=ElectionState.CALLED_OFF)
    if not by.keeps_the_network:
        rows = rows.exclude(state=ElectionState.DRAFT)
    return list(rows.order_by("-planned_at", "pk")[:limit])


def running_of(body: Body) -> Election | None:
    return Election.objects.filter(body=body, state__in=RUNNING).first()


def last_certified(body: Body) -> Election | None:
    """The election whose ballots a count-back would read."""
    rows = Election.objects.filter(body=body, state=ElectionState.CERTIFIED).select_related("body", "network")
    return rows.order_by("-certified_at").first()


def processes_in(network: Network) -> QuerySet[Process]:
    """Every published version of the rules of elections, the latest first."""
    return Process.objects.filter(network=network).order_by("-number")


def latest_process(network: Network) -> Process | None:
    return processes_in(network).first()


def process_in(network: Network, number: int) -> Process:
    return one_of(processes_in(network), number=number)


def diversity_of(election: Election) -> dict[str, dict[str, int]]:
    """How many said what; empty once the answers are deleted."""
    found = Diversity.objects.filter(election=election).first()
    return dict(found.counts) if found else {}
