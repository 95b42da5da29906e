"""Choices of who keeps the secretariat: their rounds, who was asked and what they said."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network, Organisation
from tkanka.rules.choosing import ChoiceState
from tkanka.rules.standing import Standing

from ..models import Choice, Round, Stance

MOST_SHOWN = 300


@dataclass(frozen=True, slots=True)
class Tally:
    """How a round stands, in figures."""

    agreed: int = 0
    objections: int = 0
    silent: int = 0

    @property
    def asked(self) -> int:
        return self.agreed + self.objections + self.silent


def choices_in(network: Network) -> QuerySet[Choice]:
    """Every choice of the network, the latest first; page it."""
    return Choice.objects.filter(network=network).select_related("chosen").order_by("-opened_at", "pk")


def choice_in(network: Network, key: UUID) -> Choice:
    found = one_of(Choice.objects.filter(network=network).select_related("chosen", "remarked_by"), pk=key)
    found.network = network
    return found


def open_choice(network: Network) -> Choice | None:
    found = Choice.objects.filter(network=network, state=ChoiceState.OPEN).first()
    if found:
        found.network = network
    return found


def last_round(choice: Choice) -> Round | None:
    return next(iter(rounds_of(choice)), None)


def rounds_of(choice: Choice) -> list[Round]:
    """Its rounds, the last first."""
    found = list(Round.objects.filter(choice=choice).select_related("candidate").order_by("-number")[:20])
    for one in found:
        one.choice = choice
    return found


def tally(asked: Round) -> Tally:
    return tallies([asked])[asked.pk]


def tallies(rounds: list[Round]) -> dict[UUID, Tally]:
    """How each of the rounds stands, in one query."""
    rows = Stance.objects.filter(round__in=rounds).values("round").order_by()
    counted = rows.annotate(
        agreed=Count("pk", filter=Q(agrees=True)), objections=Count("pk", filter=Q(agrees=False)),
        silent=Count("pk", filter=Q(agrees=None)),
    )  # fmt: skip
    found = {row["round"]: Tally(row["agreed"], row["objections"], row["silent"]) for row in counted}
    return {one.pk: found.get(one.pk, Tally()) for one in rounds}


def objections_in(rounds: list[Round]) -> dict[UUID, list[Stance]]:
    """The objections of each of the rounds, with their reasons."""
    found: dict[UUID, list[Stance]] = {one.pk: [] for one in rounds}
    rows = Stance.objects.filter(round__in=rounds, agrees=False).select_related("organisation")
    for stance in rows.order_by("organisation__name", "pk")[:MOST_SHOWN]:
        found[stance.round_id].append(stance)
    return found


def roll_of(asked: Round) -> QuerySet[Stance]:
    """Everybody who was asked, by name; page it."""
    rows = Stance.objects.filter(round=asked).select_related("organisation")
    return rows.order_by("organisation__name", "pk")


def listed(asked: Round, limit: int = 20_000) -> list[UUID]:
    return list(Stance.objects.filter(round=asked).values_list("organisation", flat=True)[:limit])


def stance_of(asked: Round, organisation: Organisation) -> Stance | None:
    return Stance.objects.filter(round=asked, organisation=organisation).first()


def own_stances(asked: Round, by: Standing) -> list[Stance]:
    """The words of the organisations the visitor speaks for."""
    return list(roll_of(asked).filter(organisation__in=by.speaks_for)[:50])


def stances_owed(network: Network, by: Standing, day: date) -> list[Stance]:
    """Where the visitor's organisations are asked and said nothing yet."""
    open_rounds = {
        "round__choice__network": network, "round__choice__state": ChoiceState.OPEN, "round__closed_at": None,
        "round__until__gte": day,
    }  # fmt: skip
    rows = Stance.objects.filter(organisation__in=by.speaks_for, agrees=None, **open_rounds)
    return list(rows.select_related("round", "round__candidate", "organisation").order_by("organisation__name")[:20])


def rounds_to_close(network: Network, day: date) -> list[Round]:
    """Rounds whose last day is past and that nobody closed."""
    rows = Round.objects.filter(choice__network=network, choice__state=ChoiceState.OPEN, closed_at=None, until__lt=day)
    return list(rows.select_related("candidate")[:5])
