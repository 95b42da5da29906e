"""The most votes within the bounds, for small electorates."""

from __future__ import annotations

from collections.abc import Iterable

from .bounds import Field
from .counted import CannotFill, Count, Event, Happened, Round, displaced
from .guard import Guard
from .stv import Ballots


def count_most_votes(ballots: Ballots, field: Field, withdrawn: Iterable[int] = ()) -> Count:
    """A ballot gives one vote to each of its first candidates, as many as there are seats, whatever their order. Down
    the list from the most votes, equal ones by lot, everybody is elected whose election leaves the bounds possible."""
    gone = frozenset(withdrawn)
    hopeful = {one for one in range(len(field.candidates)) if one not in gone}
    if field.complete((), hopeful) is None:
        raise CannotFill(field.contradiction((), hopeful))
    votes, valid = dict.fromkeys(sorted(hopeful), 0), 0
    for ranking, weight in ballots.items():
        named = [one for one in ranking if one in hopeful][: field.seats]
        valid += weight if named else 0
        for one in named:
            votes[one] += weight
    order = sorted(hopeful, key=lambda one: (-votes[one], one))
    elected: list[int] = []
    events: list[Happened] = []
    guard = Guard(field)
    for one in order:
        if len(elected) == field.seats:
            break
        hopeful.discard(one)
        if guard.allows(elected, hopeful, one):
            elected.append(one)
            events.append(Happened(Event.ELECTED, one))
        else:
            events.append(Happened(Event.PASSED_OVER, one, guard.why_not_elected(elected, hopeful, one)))
    rounds = (Round(1, votes, 0, 1, tuple(events)),)
    lost = displaced(rounds, elected, order[: field.seats])
    return Count(tuple(elected), rounds, valid, sum(ballots.values()) - valid, displaced=lost)
