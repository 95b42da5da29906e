"""What is due in elections: by itself, and by somebody."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from django.db.models import Q

from tkanka.governance.bodies.models import Seat
from tkanka.network.networks.models import Network
from tkanka.rules.bodies import EndCause
from tkanka.rules.elections import EXTENDED_AT_MOST, REMINDED_BEFORE, RUNNING, CandidacyState, ElectionState
from tkanka.rules.standing import Standing

from ..models import Candidacy, Election, Voter

AT_ONCE = 50


def nominations_over(day: date) -> list[Election]:
    rows = Election.objects.filter(state=ElectionState.NOMINATIONS, nominations_until__lt=day)
    return list(rows.select_related("body", "network").order_by("nominations_until", "pk")[:AT_ONCE])


def votes_to_open(day: date) -> list[Election]:
    rows = Election.objects.filter(state=ElectionState.LISTED, voting_from__lte=day)
    return list(rows.select_related("body", "network").order_by("voting_from", "pk")[:AT_ONCE])


def votes_to_recall(day: date) -> list[Election]:
    """Votes that end soon and of which nobody was reminded."""
    rows = Election.objects.filter(
        state=ElectionState.VOTING, reminded_at=None, voting_until__lte=day + REMINDED_BEFORE, voting_until__gte=day
    )
    return list(rows.select_related("body", "network").order_by("voting_until", "pk")[:AT_ONCE])


def votes_over(day: date) -> list[Election]:
    rows = Election.objects.filter(state=ElectionState.VOTING, voting_until__lt=day, voters__voted=True).distinct()
    return list(rows.select_related("body", "network").order_by("voting_until", "pk")[:AT_ONCE])


def answers_owed(network: Network, by: Standing) -> list[Candidacy]:
    """Nominations that wait for the visitor's yes or no."""
    rows = Candidacy.objects.filter(
        election__network=network, election__state=ElectionState.NOMINATIONS, person=by.person,
        state=CandidacyState.NOMINATED,
    )  # fmt: skip
    return list(rows.select_related("election__body", "organisation").order_by("nominated_at")[:20])


def ballots_owed(network: Network, by: Standing, day: date) -> list[Voter]:
    """Organisations the visitor speaks for that may vote and have not."""
    rows = Voter.objects.filter(
        election__network=network, election__state=ElectionState.VOTING, election__voting_until__gte=day, excluded="",
        voted=False, organisation__in=by.speaks_for,
    )  # fmt: skip
    return list(rows.select_related("election__body", "organisation").order_by("organisation__name")[:20])


def to_certify(network: Network) -> list[Election]:
    rows = Election.objects.filter(network=network, state=ElectionState.COUNTED)
    return list(rows.select_related("body").order_by("counted_at")[:AT_ONCE])


def to_call_off(network: Network, day: date) -> list[Election]:
    """What goes on past its day: too few stand, however often nominations were extended, or nobody voted."""
    late = Q(state=ElectionState.NOMINATIONS, nominations_until__lt=day, extended__gte=EXTENDED_AT_MOST)
    late |= Q(state=ElectionState.VOTING, voting_until__lt=day)
    rows = Election.objects.filter(late, network=network).select_related("body")
    return list(rows.order_by("nominations_until", "pk")[:AT_ONCE])


def vacated(vacant: Mapping[UUID, int], day: date) -> dict[UUID, Seat]:
    """By body, the seat whose end left the oldest of so many vacancies; none where nobody ever held them."""
    ended = Seat.objects.filter(body__in=vacant, until__lte=day).exclude(ended_because=EndCause.MISTAKE)
    found: dict[UUID, list[Seat]] = {}
    for seat in ended.order_by("-until", "pk")[:2_000]:
        found.setdefault(seat.body_id, []).append(seat)
    return {body: seats[: vacant[body]][-1] for body, seats in found.items() if vacant[body]}


def provided_for(bodies: Collection[UUID], day: date) -> set[UUID]:
    """Those of the bodies for which an election is on its way, or has given the seats to come already."""
    states = [*RUNNING, ElectionState.COUNTED]
    running = Election.objects.filter(body__in=bodies, state__in=states).values_list("body", flat=True)
    coming = Seat.objects.filter(body__in=bodies, since__gt=day).values_list("body", flat=True)
    return {*running[:2_000], *coming[:20_000]}
