"""The count: by hand, against brute force, and within bounds."""

from collections import Counter
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tkanka.rules.elections import (
    Bound,
    CannotFill,
    Event,
    Field,
    TooEntangled,
    count_most_votes,
    count_stv,
    drawn_order,
)
from tkanka.rules.elections import bounds as bounds_module

from .profiles import kinds, profile

COUNTS = pytest.mark.parametrize("count", [count_stv, count_most_votes])


def plain(candidates, seats):
    return Field([{}] * candidates, (), seats)


def keeps(field, chosen):
    """Whether a full set keeps every bound, said in the plainest way."""
    for bound in field.bounds:
        has = Counter(field.candidates[one].get(bound.attribute) for one in chosen)
        most = len(chosen) if bound.most is None else bound.most
        for value in [bound.value] if bound.value else set(has) - {None}:
            if not bound.least <= has[value] <= most:
                return False
    return True


def full_sets(field, chosen=(), hopeful=None):
    open_ones = set(range(len(field.candidates)) if hopeful is None else hopeful) - set(chosen)
    for more in combinations(sorted(open_ones), field.seats - len(chosen)):
        if keeps(field, {*chosen, *more}):
            yield frozenset({*chosen, *more})


def test_a_count_followed_by_hand():
    """Ten ballots, two seats, quota 4: A has 6 and passes on a third of each ballot; C goes; B is elected."""
    count = count_stv({(0, 1): 3, (0, 2): 3, (1,): 2, (2, 1): 2}, plain(3, 2))
    assert (count.quota, count.valid, count.elected) == (4, 10, (0, 1))
    first, second = count.rounds[:2]
    assert first.votes == {0: 6, 1: 2, 2: 2}
    assert (second.share(1), second.share(2), second.spent) == (3, 3, 0)
    assert second.events[0].candidate == 2, "equal votes: the lot prefers who stands first"
    assert count.exact


def test_fractions_stay_exact():
    count = count_stv({(0, 1): 4, (0, 2): 3, (1, 2): 1, (2,): 2, (3, 1): 1}, plain(4, 2))
    assert count.rounds[1].share(1) == 1 + Fraction(3, 7) * 4
    assert count.rounds[1].share(2) == 2 + Fraction(3, 7) * 3


def test_empty_ballots_and_those_for_nobody_left_are_told_apart():
    count = count_stv({(): 3, (2,): 2, (0,): 4, (1,): 1}, plain(3, 1), withdrawn=[2])
    assert (count.valid, count.empty, count.elected) == (5, 5, (0,))


@COUNTS
def test_too_few_candidates_are_not_counted(count):
    with pytest.raises(CannotFill) as cannot:
        count({(0,): 1}, plain(2, 2), withdrawn=[1])
    assert cannot.value.bounds == ()


@COUNTS
def test_contradictory_bounds_are_named_and_no_others(count):
    facts = [{"kind": "a", "region": "N"}, {"kind": "a", "region": "S"}, {"kind": "b", "region": "N"}]
    idle, least, most = Bound("region", "N", 0, 2), Bound("kind", "a", 2), Bound("region", "S", 0, 0)
    with pytest.raises(CannotFill) as cannot:
        count({(0,): 1}, Field(facts, (idle, least, most), 2))
    assert cannot.value.bounds == (least, most)


@COUNTS
def test_at_most_one_seat_an_organisation(count):
    facts = [{"organisation": "x"}, {"organisation": "x"}, {"organisation": "y"}]
    counted = count({(0, 1): 5, (1, 0): 4, (2,): 2}, Field(facts, (Bound("organisation", most=1),), 2))
    assert counted.elected == (0, 2)
    assert [(d.candidate, d.bounds) for d in counted.displaced] == [(1, (Bound("organisation", "x", 0, 1),))]


@COUNTS
def test_a_minimum_is_kept_and_whoever_it_displaced_is_named(count):
    facts = [{"kind": "big"}, {"kind": "big"}, {"kind": "big"}, {"kind": "small"}]
    least = Bound("kind", "small", 1)
    ballots = {(0, 1, 2): 40, (1, 0, 2): 30, (2, 0, 1): 20, (3,): 10}
    counted = count(ballots, Field(facts, (least,), 2))
    assert counted.elected == (0, 3)
    assert [(d.candidate, d.bounds) for d in counted.displaced] == [(1, (least,))]


def test_whoever_is_needed_is_not_excluded_and_the_round_says_so():
    facts = [{"kind": "big"}, {"kind": "big"}, {"kind": "small"}]
    count = count_stv({(0,): 4, (1,): 3, (2,): 1}, Field([*facts, {"kind": "big"}], (Bound("kind", "small", 1),), 3))
    guarded = [e.candidate for one in count.rounds for e in one.events if e.event is Event.GUARDED]
    assert 2 in count.elected and guarded in ([], [2])


FIELDS = some.builds(
    lambda seed, candidates, seats, figures: Field(
        kinds(seed, candidates),
        [Bound("organisation", most=1)] * (seed % 2)
        + [Bound(attribute, value, least, least + room) for attribute, value, least, room in figures],
        min(seats, candidates),
    ),
    some.integers(0, 10_000), some.integers(2, 8), some.integers(1, 4),
    some.lists(
        some.one_of(
            some.tuples(some.just("kind"), some.sampled_from(["association", "foundation", "network"]),
                        some.integers(0, 2), some.integers(0, 2)),
            some.tuples(some.just("region"), some.sampled_from("NES"), some.integers(0, 2), some.integers(0, 2)),
        ), max_size=4,
    ),
)  # fmt: skip


@settings(deadline=None)
@given(FIELDS, some.data())
def test_whether_the_seats_can_be_filled_is_what_trying_everything_says(field, data):
    everybody = range(len(field.candidates))
    chosen = data.draw(some.sets(some.sampled_from(everybody), max_size=field.seats))
    hopeful = data.draw(some.sets(some.sampled_from(everybody))) - chosen
    possible = set(full_sets(field, chosen, hopeful))
    found = field.complete(chosen, hopeful)
    assert (found in possible) if possible else found is None
    if not possible:
        kept = field.contradiction(chosen, hopeful)
        again = Field(field.candidates, kept, field.seats)
        assert not any(full_sets(again, chosen, hopeful)), "what is named is contradictory by itself"
        for spared in kept:
            rest = Field(field.candidates, [b for b in kept if b is not spared], field.seats)
            assert any(full_sets(rest, chosen, hopeful)), "and nothing too much is named"


@settings(deadline=None)
@given(FIELDS, some.integers(0, 1000))
def test_the_most_votes_within_bounds_are_the_best_of_all_sets(field, seed):
    candidates = len(field.candidates)
    ballots = profile(seed, voters=15, candidates=candidates)
    possible = list(full_sets(field))
    if not possible:
        with pytest.raises(CannotFill):
            count_most_votes(ballots, field)
        return
    count = count_most_votes(ballots, field)
    order = sorted(count.rounds[0].votes, key=lambda one: (-count.rounds[0].votes[one], one))
    assert set(count.elected) == max(possible, key=lambda full: [one in full for one in order])


@settings(deadline=None)
@given(FIELDS, some.integers(0, 1000))
def test_the_bounded_count_is_the_one_that_tries_every_set_at_every_step(field, seed):
    ballots = profile(seed, voters=40, candidates=len(field.candidates))
    possible = list(full_sets(field))
    if not possible:
        with pytest.raises(CannotFill):
            count_stv(ballots, field)
        return
    count = count_stv(ballots, field)
    assert frozenset(count.elected) in possible
    chosen, hopeful = set(), set(range(len(field.candidates)))
    for one in count.rounds:
        in_seats = count.quota * len(chosen)
        assert sum(map(one.share, one.votes)) + one.spent + in_seats == count.valid, "no vote is lost"
        for happened in one.events:
            who = happened.candidate
            left = [full for full in possible if chosen <= full <= chosen | hopeful]
            if happened.event in (Event.ELECTED, Event.REMAINED):
                assert any(who in full for full in left)
                chosen.add(who)
            elif happened.event is Event.PASSED_OVER:
                assert not any(who in full for full in left) and happened.bounds
            elif happened.event is Event.GUARDED:
                assert all(who in full for full in left) and happened.bounds
            else:
                assert any(who not in full for full in left)
            if happened.event is not Event.GUARDED:
                hopeful.discard(who)
    assert all(one.bounds and one.candidate not in count.elected for one in count.displaced)


@given(some.integers(0, 1000))
def test_bounds_that_ask_nothing_change_nothing(seed):
    ballots = profile(seed, voters=50)
    facts = [{"kind": "x"}] * 7
    free, bounded = count_stv(ballots, plain(7, 3)), count_stv(ballots, Field(facts, [Bound("kind", "x", 0, 3)], 3))
    assert (free.elected, free.rounds, bounded.displaced) == (bounded.elected, bounded.rounds, ())


def test_bounds_beyond_reason_end_in_a_word_and_not_in_an_hour(monkeypatch):
    monkeypatch.setattr(bounds_module, "MOST_STEPS", 3)
    field = Field(
        kinds(1, 20), [Bound("organisation", most=1), Bound("kind", "network", 2), Bound("region", "N", 3)], 8
    )
    with pytest.raises(TooEntangled):
        field.complete((), range(20))


def test_the_lot_is_worked_out_again_by_anybody():
    keys = [f"candidate-{n}" for n in range(6)]
    assert drawn_order("seed", keys) == drawn_order("seed", reversed(keys)) != keys
    assert drawn_order("seed", keys) != drawn_order("other", keys)


def test_many_seats_are_counted_with_fractions_cut_and_say_so():
    count = count_stv(profile(1, voters=4000, candidates=45, short=False), plain(45, 30))
    assert len(count.elected) == 30 and not count.exact
