"""The list of elections, one election, its lot and its roll."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tkanka.governance.bodies.doors import types_at
from tkanka.governance.bodies.queries import visible_bodies
from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.queries import history_of
from tkanka.rules.elections import OVER, ElectionState, digest, is_elected, may_nominate, method_for

from .. import queries
from ..diversity import shown
from ..doors import election_of, let_in
from ..forms import CallOffForm
from ..models import Election
from ..naming import aggregate, bound_sentence, bounds_sentence
from ..weighing import gap_in

HERE = {"place": "network", "here": "bodies", "tab": "elections"}


@login_required
@require_safe
@in_network
def elections(visit: Visit) -> HttpResponse:
    """Every election, the rules they follow, and for the office which bodies may be elected."""
    let_in(visit)
    page = page_of(queries.elections_in(visit.network, visit.standing, visit.today), visit)
    context = {
        "page": page, "process": queries.latest_process(visit.network), "today": visit.today,
        "bodies": _elected_bodies(visit) if visit.standing.keeps_the_network else [],
    }  # fmt: skip
    return render(visit, "elections/elections.html", context | HERE)


def _elected_bodies(visit: Visit) -> list[Any]:
    types = types_at(visit)
    kinds = [code for code, kind in types.items() if is_elected(kind)]
    known = visible_bodies(visit.network, visit.standing, visit.today).filter(kind__in=kinds, hidden=False)
    return list(known.exclude(state="closed").order_by("name")[:20])


@login_required
@require_safe
@in_network
def election(visit: Visit, election: UUID) -> HttpResponse:
    """Where it stands, who stands in it, and what the visitor may do next."""
    return render(visit, "elections/election.html", shown_to(visit, election_of(visit, election)))


def shown_to(visit: Visit, found: Election) -> dict[str, Any]:
    state = found.state
    context: dict[str, Any] = {
        "election": found, "body": found.body, "today": visit.today,
        "bounds": [bound_sentence(bound) for bound in queries.bounds_of(found)],
        "candidates": page_of(queries.candidacies_of(found), visit),
        "mine": queries.own_candidacy(found, visit.standing.person),
        "small": method_for(visit.frame.book, 0) != method_for(visit.frame.book, 10**9),
        "told": aggregate(shown(queries.diversity_of(found))),
    }  # fmt: skip
    if state == ElectionState.NOMINATIONS:
        context |= _nominating(visit, found)
    if state in (ElectionState.VOTING, *OVER):
        own = queries.own_voters(found, visit.standing)
        context |= {"turnout": queries.turnout_of(found), "own": own, "to_cast": _to_cast(visit, found, own)}
    if visit.standing.keeps_the_network:
        again = state == ElectionState.CERTIFIED and found.count_back and gap_in(found, visit.today)
        context |= {"keeps": True, "off_form": CallOffForm(), "history": history_of(found), "count_back": again}
    return context | HERE


def _to_cast(visit: Visit, found: Election, own: list[Any]) -> bool:
    open_now = found.state == ElectionState.VOTING and visit.today <= found.voting_until
    return open_now and any(not one.voted and not one.excluded for one in own)


def _nominating(visit: Visit, found: Election) -> dict[str, Any]:
    """Whether the seats could be filled from those who said yes so far."""
    ready, bounds = queries.readiness(found, queries.accepted(found))
    may = may_nominate(
        visit.frame.book, visit.standing, state=found.state, until=found.nominations_until, today=visit.today,
        again=False,
    )  # fmt: skip
    waiting = queries.nominations_of(found).filter(state="nominated").count() if visit.standing.keeps_the_network else 0
    return {"ready": ready, "short": bounds_sentence(bounds), "may_nominate": may, "waiting": waiting}


@login_required
@require_safe
@in_network
def lot(visit: Visit, election: UUID) -> HttpResponse:
    """The seed, the key of each candidate and the digest that orders them: enough to work it out again."""
    found = election_of(visit, election)
    if not found.seed:
        raise Http404
    rows = [(one, digest(found.seed, str(one.pk))) for one in queries.listed(found)]
    return render(visit, "elections/lot.html", {"election": found, "body": found.body, "rows": rows} | HERE)


@login_required
@require_safe
@in_network
def roll(visit: Visit, election: UUID) -> HttpResponse:
    """Who may vote, who has no ballot and why; who has voted."""
    found = election_of(visit, election)
    if found.opened_at is None:
        raise Http404
    context = {"election": found, "body": found.body, "page": page_of(queries.roll_of(found), visit),
               "turnout": queries.turnout_of(found)}  # fmt: skip
    return render(visit, "elections/roll.html", context | HERE)
