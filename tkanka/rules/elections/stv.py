"""The single transferable vote: Droop quota, weighted inclusive Gregory transfers, minimums and maximums guarded.

In each round whoever has reached the quota is elected; the surpluses of all of them are passed on together, each ballot
at its value times surplus over votes. Where nobody has, the one with the fewest votes is excluded and the ballots go on
at their value. Whoever cannot be elected within the bounds any more is passed over at once, and whoever is needed for
them is not excluded. Equal votes: the lot decides, which is the order of the candidates; who stands first is preferred.

Votes are whole numbers of a common unit, so that they are exact without fractions being reduced at every step. The unit
squares with every surplus; beyond MOST_BITS it is cut to FINEST, which the count then says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import gcd

from .bounds import Field
from .counted import CannotFill, Count, Event, Happened, Round, displaced
from .guard import Guard

MOST_BITS = 1 << 15
FINEST = 10**60

Ballots = Mapping[tuple[int, ...], int]


def count_stv(ballots: Ballots, field: Field, withdrawn: Iterable[int] = ()) -> Count:
    """Count ranked ballots for the candidates of a field. Raises CannotFill before anything is counted."""
    gone = frozenset(withdrawn)
    hopeful = {one for one in range(len(field.candidates)) if one not in gone}
    if field.complete((), hopeful) is None:
        raise CannotFill(field.contradiction((), hopeful))
    bounded = _Counting(ballots, field, hopeful).run()
    if not field:
        return bounded
    free = _Counting(ballots, Field(field.candidates, (), field.seats), hopeful).run()
    lost = displaced(bounded.rounds, bounded.elected, free.elected, bounded.quota)
    return replace(bounded, displaced=lost)


class _Counting:
    def __init__(self, ballots: Ballots, field: Field, hopeful: Iterable[int]) -> None:
        self.seats, self.guard = field.seats, Guard(field)
        self.hopeful = {*hopeful}
        self.standing = [one in self.hopeful for one in range(len(field.candidates))]
        self.weights = list(ballots.values())
        self.following = [iter(ranking) for ranking in ballots]
        self.values = [1]
        self.unit, self.exhausted, self.exact = 1, 0, True
        self.votes = dict.fromkeys(sorted(self.hopeful), 0)
        self.piles: dict[int, dict[int, list[int]]] = {one: {} for one in self.votes}
        self.elected: list[int] = []
        self.rounds: list[Round] = []
        self._deal(0, range(len(self.weights)))
        self.empty, self.exhausted = self.exhausted, 0
        self.valid = sum(self.votes.values())
        self.quota = self.valid // (self.seats + 1) + 1

    def run(self) -> Count:
        while len(self.elected) < self.seats:
            shown, exhausted, unit = dict(self.votes), self.exhausted, self.unit
            events = self._round()
            self.rounds.append(Round(len(self.rounds) + 1, shown, exhausted, unit, tuple(events)))
        return Count(tuple(self.elected), tuple(self.rounds), self.valid, self.empty, self.quota, self.exact)

    def _round(self) -> list[Happened]:
        events = self._pass_over()
        if len(self.hopeful) == self.seats - len(self.elected):
            return events + [self._elect(one, Event.REMAINED) for one in self._best_first()]
        events += self._elect_at_quota()
        if not events:
            events = self._exclude_last()
        if len(self.elected) < self.seats:
            events += self._pass_over()
            self._pass_on([h for h in events if h.event is not Event.GUARDED])
        return events

    def _best_first(self) -> list[int]:
        return sorted(self.hopeful, key=lambda one: (-self.votes[one], one))

    def _elect(self, one: int, event: Event = Event.ELECTED) -> Happened:
        self._leave(one)
        self.elected.append(one)
        return Happened(event, one)

    def _leave(self, one: int) -> None:
        self.hopeful.discard(one)
        self.standing[one] = False

    def _elect_at_quota(self) -> list[Happened]:
        events, enough = [], self.quota * self.unit
        for one in self._best_first():
            if self.votes[one] < enough:
                break
            if self.guard.allows(self.elected, self.hopeful, one):
                events.append(self._elect(one))
        return events

    def _pass_over(self) -> list[Happened]:
        """Whoever cannot be elected within the bounds does not keep ballots that could help others."""
        barred = self.guard.cannot_be_elected(self.elected, self.hopeful)
        barred.sort(key=lambda one: (-self.votes[one], one))
        why = [self.guard.why_not_elected(self.elected, self.hopeful, one) for one in barred]
        for one in barred:
            self._leave(one)
        return [Happened(Event.PASSED_OVER, one, bounds) for one, bounds in zip(barred, why, strict=True)]

    def _exclude_last(self) -> list[Happened]:
        events: list[Happened] = []
        for one in reversed(self._best_first()):
            if self.guard.allows(self.elected, self.hopeful - {one}):
                self._leave(one)
                return [*events, Happened(Event.EXCLUDED, one)]
            events.append(Happened(Event.GUARDED, one, self.guard.why_kept(self.elected, self.hopeful, one)))
        raise AssertionError("as many are needed as there are seats, and these are elected before")

    def _pass_on(self, events: Sequence[Happened]) -> None:
        for one in [happened.candidate for happened in events]:
            votes, pile = self.votes.pop(one), self.piles.pop(one)
            if one in self.elected:
                surplus = votes - self.quota * self.unit
                if not surplus:
                    continue
                part = gcd(surplus, votes)
                self._divide(votes // part)
                pile = self._at_value(pile, surplus // part, votes // part)
            for value, ballots in pile.items():
                self._deal(value, ballots)
        self._cut()

    def _divide(self, by: int) -> None:
        """A finer unit: everything is counted in more of it."""
        self.unit *= by
        self.exhausted *= by
        self.votes = {one: votes * by for one, votes in self.votes.items()}
        self.values = [value * by for value in self.values]

    def _at_value(self, pile: dict[int, list[int]], times: int, over: int) -> dict[int, list[int]]:
        first = len(self.values)
        self.values += [self.values[value] * times // over for value in pile]
        return dict(enumerate(pile.values(), first))

    def _deal(self, value: int, ballots: Iterable[int]) -> None:
        """Each ballot to the next of its preferences who still stands."""
        dealt: dict[int, list[int]] = {}
        standing, following, lost = self.standing, self.following, []
        for ballot in ballots:
            for one in following[ballot]:
                if standing[one]:
                    if one in dealt:
                        dealt[one].append(ballot)
                    else:
                        dealt[one] = [ballot]
                    break
            else:
                lost.append(ballot)
        worth, weight = self.values[value], self.weights.__getitem__
        self.exhausted += worth * sum(map(weight, lost))
        for one, got in dealt.items():
            self.votes[one] += worth * sum(map(weight, got))
            self.piles[one].setdefault(value, []).extend(got)

    def _cut(self) -> None:
        if self.unit.bit_length() <= (MOST_BITS if self.exact else FINEST.bit_length()):
            return
        old, self.unit, self.exact = self.unit, FINEST, False
        self.values = [value * FINEST // old for value in self.values]
        self.votes = {
            one: sum(self.values[value] * sum(map(self.weights.__getitem__, got)) for value, got in pile.items())
            for one, pile in self.piles.items()
        }
        self.exhausted = self.valid * FINEST - self.quota * FINEST * len(self.elected) - sum(self.votes.values())
