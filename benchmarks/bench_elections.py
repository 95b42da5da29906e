"""Ten thousand ballots for forty candidates and eight seats: read and counted here, and by votelib and pyrankvote."""

import random
from fractions import Fraction
from statistics import median
from time import perf_counter

from tkanka.rules.elections import Blt, Bound, Field, count_stv, read_blt, write_blt

BALLOTS, CANDIDATES, SEATS, SEED, TIMES = 10_000, 40, 8, 8, 5
BOUND = 0.1


def profile():
    """Everybody ranks everybody, hardly two alike; some candidates are liked better than others."""
    chance = random.Random(SEED)
    liked = [chance.uniform(1, 1.2) for _ in range(CANDIDATES)]
    found = {}
    for _ in range(BALLOTS):
        drawn = [chance.random() * like for like in liked]
        ranking = tuple(sorted(range(CANDIDATES), key=lambda one: -drawn[one]))
        found[ranking] = found.get(ranking, 0) + 1
    return found


def seconds(work, times=TIMES):
    def once():
        began = perf_counter()
        work()
        return perf_counter() - began

    return f"{median(once() for _ in range(times)):.3f}"


def with_bounds():
    facts = [{"organisation": f"o{n // 2}", "kind": "abcd"[n % 4], "region": "NES"[n % 3]} for n in range(CANDIDATES)]
    kinds = [Bound("kind", kind, 1, 3) for kind in "abcd"]
    return Field(facts, [Bound("organisation", most=1), *kinds, *(Bound("region", r, 2) for r in "NES")], SEATS)


def by_votelib(ballots):
    from votelib.evaluate.sequential import TransferableVoteSelector

    votes = {ranking: Fraction(weight) for ranking, weight in ballots.items()}
    return lambda: TransferableVoteSelector(quota_function="droop", transferer="Gregory").evaluate(votes, SEATS)


def by_pyrankvote(ballots):
    from pyrankvote import Ballot, Candidate, single_transferable_vote

    people = [Candidate(str(one)) for one in range(CANDIDATES)]
    papers = [Ballot([people[one] for one in r]) for r, weight in ballots.items() for _ in range(weight)]
    return lambda: single_transferable_vote(people, papers, SEATS)


def rows():
    ballots = profile()
    field, size = Field([{}] * CANDIDATES, (), SEATS), f"{BALLOTS:,} × {CANDIDATES}, {SEATS} seats"
    text = write_blt(Blt(tuple(f"K{n}" for n in range(CANDIDATES)), SEATS, ballots, "Bench"))
    yield "count", f"{size}, {len(ballots):,} different", seconds(lambda: count_stv(ballots, field)), "s", BOUND
    yield "count within bounds", size, seconds(lambda: count_stv(ballots, with_bounds())), "s", ""
    yield "read the BLT", f"{len(text) / 1e6:.1f} MB", seconds(lambda: read_blt(text)), "s", ""
    for peer, counting in (("votelib", by_votelib), ("pyrankvote", by_pyrankvote)):
        try:
            yield f"count by {peer}", size, seconds(counting(ballots), 1), "s", ""
        except ImportError:
            yield f"count by {peer}", size, "not installed", "", ""


if __name__ == "__main__":
    for row in rows():
        print(*row, sep="  ")
