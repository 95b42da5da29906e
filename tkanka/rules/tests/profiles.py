"""Elections made by chance, always the same ones."""

import random


def profile(seed, *, voters=200, candidates=7, short=True):
    """Ranked ballots: some candidates are liked by more people than others, and friends of one like its neighbours."""
    chance = random.Random(seed)
    weights = [chance.uniform(0.3, 3) for _ in range(candidates)]
    ballots = {}
    for _ in range(voters):
        centre = chance.choices(range(candidates), weights)[0]
        liking = [abs(one - centre) / candidates + chance.random() / weights[one] for one in range(candidates)]
        ranking = sorted(range(candidates), key=lambda one: (one != centre, liking[one]))
        ranking = tuple(ranking[: chance.randint(1, candidates)] if short else ranking)
        ballots[ranking] = ballots.get(ranking, 0) + 1
    return ballots


def kinds(seed, candidates, values=("association", "foundation", "network")):
    chance = random.Random(seed)
    return [
        {"organisation": f"o{chance.randrange(candidates)}", "kind": chance.choice(values),
         "region": chance.choice("NES")}
        for _ in range(candidates)
    ]  # fmt: skip
