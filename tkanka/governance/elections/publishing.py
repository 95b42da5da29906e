"""What is published of a count: the ballots, the bounds and the result, for anybody to count again."""

from typing import Any

from tkanka.rules.elections import Blt, write_blt, write_bounds

from . import queries
from .models import Candidacy, Election, Urn
from .naming import bounds_sentence, names_of, told_bounds


def ballots_of(election: Election) -> str:
    """The ballots as BLT, candidates in the order of the lot."""
    candidates, urn = queries.listed(election), Urn.objects.get(election=election)
    blt = Blt(tuple(names_of(candidates)), election.seats, urn.counted, f"{election.body} {election.term_from:%Y}")
    return write_blt(blt, [f"lot: {election.seed}", f"method: {election.method}"])


def bounds_file_of(election: Election) -> str:
    candidates = queries.listed(election)
    facts = [{name: value for name, value in one.facts.items() if value} for one in candidates]
    return write_bounds(names_of(candidates), facts, queries.bounds_of(election))


def result_of(election: Election) -> dict[str, Any]:
    """The result with the names of today."""
    names = names_of(queries.listed(election))
    result = election.result or {}
    return {
        "elected": [names[place] for place in result["elected"]],
        "rounds": [
            {"votes": {names[int(n)]: votes for n, votes in one["votes"].items()}, "exhausted": one["exhausted"],
             "events": [{"event": event, "name": names[n]} for event, n, _bounds in one["events"]]}
            for one in result["rounds"]
        ],
        "displaced": [
            {"name": names[n], "bound": bounds_sentence(told_bounds(bounds))} for n, bounds in result["displaced"]
        ],
        "quota": result["quota"], "valid": result["valid"], "empty": result["empty"], "method": election.method,
    }  # fmt: skip


def rounds_of(election: Election, candidates: list[Candidacy]) -> list[dict[str, Any]]:
    """Each round as the page shows it: what happened to whom, and the votes of everybody in it."""
    rounds = (election.result or {}).get("rounds", ())
    return [
        {
            "number": number, "exhausted": one["exhausted"], "votes": {int(n): v for n, v in one["votes"].items()},
            "events": [(what, candidates[n], bounds_sentence(told_bounds(why))) for what, n, why in one["events"]],
        }
        for number, one in enumerate(rounds, 1)
    ]  # fmt: skip
