"""Counts a published file of ballots again: `python3 tools/recount_blt.py FILE.blt [BOUNDS.toml] [SEATS]`.

A second opinion on `manage.py count_election`: standard library only, written apart from it, the plain way (every
ballot a fraction, everything added up anew in each round). It trusts the file; it does not look for mistakes in it.
"""

import json
import sys
import tomllib
from fractions import Fraction


def read(text):
    told = (raw.strip() if raw.lstrip().startswith('"') else raw.split("#")[0].strip() for raw in text.splitlines())
    lines = [line for line in told if line]
    candidates, seats = map(int, lines.pop(0).split())
    withdrawn, ballots = set(), []
    while lines[0] != "0":
        numbers = [int(word) for word in lines.pop(0).split()]
        if numbers[0] < 0:
            withdrawn |= {-number - 1 for number in numbers}
        else:
            ballots.append((numbers[0], [number - 1 for number in numbers[1:-1]]))
    return seats, ballots, withdrawn, [line.split('"')[1] for line in lines[1 : candidates + 1]]


def limits(bounds, names):
    """(who counts, at least, at most) for every bound and value."""
    facts = {name: bounds.get("candidates", {}).get(name, {}) for name in names}
    for bound in bounds.get("bound", []):
        attribute = bound["attribute"]
        values = {f[attribute] for f in facts.values() if attribute in f} if "max_each" in bound else {bound["value"]}
        for value in values:
            who = {n for n, name in enumerate(names) if facts[name].get(attribute) == value}
            yield who, bound.get("min", 0), bound.get("max_each", bound.get("max", len(names)))


def possible(rules, seated, open_ones, seats):
    """Whether the seats can be filled from those open so that every limit is kept."""
    if any(len(who & seated) > most or len(who & (seated | open_ones)) < least for who, least, most in rules):
        return False
    if len(seated) == seats:
        return all(len(who & seated) >= least for who, least, _ in rules)
    if len(seated) + len(open_ones) < seats:
        return False
    lacking = [who & open_ones for who, least, _ in rules if len(who & seated) < least]
    one = min(min(lacking, key=len) if lacking else open_ones)
    rest = open_ones - {one}
    return possible(rules, seated | {one}, rest, seats) or possible(rules, seated, rest, seats)


def barred(rules, elected, open_ones, seats):
    return {one for one in open_ones if not possible(rules, {*elected, one}, open_ones - {one}, seats)}


def recount(seats, ballots, withdrawn, rules, candidates):
    open_ones, elected, rounds = set(range(candidates)) - withdrawn, [], []
    values = [Fraction(number) for number, _ in ballots]
    tops = [None] * len(ballots)
    quota = sum(number for number, ranking in ballots if set(ranking) & open_ones) // (seats + 1) + 1
    while len(elected) < seats:
        votes = dict.fromkeys(open_ones, Fraction(0))
        for n, (_, ranking) in enumerate(ballots):
            tops[n] = next((one for one in ranking if one in open_ones), None)
            if tops[n] is not None:
                votes[tops[n]] += values[n]
        rounds.append({one: float(votes[one]) for one in sorted(votes)})
        order = [one for _, one in sorted((-votes[one], one) for one in open_ones)]
        out = barred(rules, elected, open_ones, seats)
        open_ones -= out
        if len(open_ones) == seats - len(elected):
            elected += [one for one in order if one in open_ones]
            break
        before = len(elected)
        for one in order:
            enough = one in open_ones and votes[one] >= quota
            if enough and possible(rules, {*elected, one}, open_ones - {one}, seats):
                elected.append(one)
                open_ones.discard(one)
        if not out and len(elected) == before:
            last = next(one for one in reversed(order) if possible(rules, {*elected}, open_ones - {one}, seats))
            open_ones.discard(last)
        if len(elected) < seats:
            open_ones -= barred(rules, elected, open_ones, seats)
        new = set(elected[before:])
        for n, top in enumerate(tops):
            if top in new:
                values[n] *= (votes[top] - quota) / votes[top]
    return elected, rounds


if __name__ == "__main__":
    file, *more = sys.argv[1:]
    with open(file, encoding="utf-8-sig") as opened:
        seats, ballots, withdrawn, names = read(opened.read())
    bounds = {}
    for word in more:
        if word.isdigit():
            seats = int(word)
        else:
            with open(word, "rb") as opened:
                bounds = tomllib.load(opened)
    elected, rounds = recount(seats, ballots, withdrawn, list(limits(bounds, names)), len(names))
    told = [{names[one]: round(votes, 4) for one, votes in one_round.items()} for one_round in rounds]
    print(json.dumps({"elected": [names[one] for one in elected], "rounds": told}, ensure_ascii=False))
