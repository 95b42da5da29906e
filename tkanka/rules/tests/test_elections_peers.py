"""The same ballots counted by others: votelib, pyrankvote, and a script of our own that shares no line with the count.

Without ties our count is votelib's, vote for vote. pyrankvote takes the exact quota (votes over seats and one) where we
take the next whole vote, and floats; so its elected are compared where no decision hung on a few votes.
"""

import random
import runpy
from fractions import Fraction
from pathlib import Path

import pytest

from tkanka.rules.elections import Bound, Event, Field, count_stv

from .profiles import kinds, profile

SEEDS = range(40)
ASKED = [{"attribute": "organisation", "max_each": 1}, {"attribute": "region", "value": "N", "max": 2}]
FEW = 6
SCRIPT = Path(__file__).resolve().parents[3] / "tools" / "recount_blt.py"


def elections():
    for seed in SEEDS:
        chance = random.Random(seed)
        candidates = chance.randint(3, 10)
        seats = chance.randint(1, candidates - 1)
        yield seats, candidates, profile(seed, voters=chance.randint(30, 900), candidates=candidates)


def closest(count):
    """By how much the closest decision was taken: against the quota, and between the last and the last but one."""
    margins = []
    for one in count.rounds:
        shares = sorted(map(one.share, one.votes))
        margins += [abs(share - count.quota) for share in shares]
        if any(e.event is Event.EXCLUDED for e in one.events):
            margins.append(shares[1] - shares[0])
    return min(margins)


def votelib_elects(seats, ballots):
    sequential = pytest.importorskip("votelib.evaluate.sequential", reason="votelib is not installed (dev.lock)")
    votes = {ranking: Fraction(weight) for ranking, weight in ballots.items()}
    return sequential.TransferableVoteSelector(quota_function="droop", transferer="Gregory").evaluate(votes, seats)


def test_votelib_elects_the_same():
    compared = 0
    for seats, candidates, ballots in elections():
        ranked = {one for ranking in ballots for one in ranking}
        try:
            theirs = votelib_elects(seats, ballots)
        except NotImplementedError:
            continue
        if len(ranked) < candidates:
            continue
        compared += 1
        ours = count_stv(ballots, Field([{}] * candidates, (), seats))
        assert set(theirs) == set(ours.elected)
    assert compared > len(SEEDS) / 2


def test_pyrankvote_elects_the_same_where_no_decision_is_close():
    peer = pytest.importorskip("pyrankvote", reason="pyrankvote is not installed (dev.lock)")
    compared = 0
    for seats, candidates, ballots in elections():
        ours = count_stv(ballots, Field([{}] * candidates, (), seats))
        if closest(ours) <= FEW:
            continue
        people = [peer.Candidate(str(one)) for one in range(candidates)]
        papers = [peer.Ballot([people[one] for one in r]) for r, weight in ballots.items() for _ in range(weight)]
        theirs = peer.single_transferable_vote(people, papers, seats).get_winners()
        compared += 1
        assert {int(one.name) for one in theirs} == set(ours.elected)
    assert compared >= 5


@pytest.mark.parametrize("bounded", [False, True])
def test_another_script_counts_every_round_the_same(bounded):
    script = runpy.run_path(str(SCRIPT))
    for seats, candidates, ballots in elections():
        facts = kinds(seats, candidates)
        asked = [Bound("organisation", most=1), Bound("region", "N", 0, 2)] if bounded else []
        field = Field(facts, asked, seats)
        if field.complete((), range(candidates)) is None:
            continue
        names = [f"K{one}" for one in range(candidates)]
        said = {"candidates": dict(zip(names, facts, strict=True)), "bound": ASKED if bounded else []}
        papers = [(weight, list(ranking)) for ranking, weight in ballots.items()]
        elected, rounds = script["recount"](seats, papers, set(), list(script["limits"](said, names)), candidates)
        ours = count_stv(ballots, field)
        assert tuple(elected) == ours.elected
        mine = [{one: float(r.share(one)) for one in sorted(r.votes)} for r in ours.rounds]
        assert [pytest.approx(one) for one in rounds] == mine
