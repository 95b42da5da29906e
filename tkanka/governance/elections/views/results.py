"""The result: who is elected, what happened in each round, whom a bound displaced; files to count it again."""

import json
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tkanka.ground.kit.downloads import guarded
from tkanka.network.networks.doors import Visit, in_network

from .. import queries
from ..doors import election_of
from ..models import Election
from ..naming import bounds_sentence, told_bounds
from ..publishing import ballots_of, bounds_file_of, result_of, rounds_of
from .elections import HERE


def _counted(visit: Visit, key: UUID) -> Election:
    found = election_of(visit, key)
    if found.result is None:
        raise Http404
    return found


@login_required
@require_safe
@in_network
def result(visit: Visit, election: UUID) -> HttpResponse:
    found = _counted(visit, election)
    assert found.result is not None
    candidates = queries.listed(found)
    rounds = rounds_of(found, candidates)
    cells = [(one, [r["votes"].get(place, "") for r in rounds]) for place, one in enumerate(candidates)]
    context = {
        "election": found, "body": found.body, "result": found.result, "rounds": rounds, "cells": cells,
        "elected": [candidates[place] for place in found.result["elected"]],
        "displaced": [(candidates[n], bounds_sentence(told_bounds(bounds))) for n, bounds in found.result["displaced"]],
        "turnout": queries.turnout_of(found),
    }  # fmt: skip
    return render(visit, "elections/result.html", context | HERE)


@login_required
@require_safe
@in_network
def file(visit: Visit, election: UUID, kind: str) -> HttpResponse:
    """ballots (BLT), bounds (TOML) or result (JSON)."""
    found = _counted(visit, election)
    if kind == "ballots":
        text, name, content = ballots_of(found), "ballots.blt", "text/plain; charset=utf-8"
    elif kind == "bounds":
        text, name, content = bounds_file_of(found), "bounds.toml", "text/plain; charset=utf-8"
    elif kind == "result":
        text = json.dumps(result_of(found), ensure_ascii=False, indent=1)
        name, content = "result.json", "application/json"
    else:
        raise Http404
    answer: HttpResponse = guarded(HttpResponse(text, content_type=content), name)
    return answer
