"""The facts the rules ask for."""

from dataclasses import replace
from datetime import date, datetime

from tkanka.governance.bodies.queries import place_in
from tkanka.rules.bodies import LEADING
from tkanka.rules.standing import Standing

from .models import Poll, Voter
from .queries import cast_count


def leads(poll: Poll, by: Standing, day: date) -> bool:
    """Whether somebody leads the body whose vote it is."""
    seat = place_in(poll.body, by, day) if poll.body else None
    return seat is not None and seat.role in LEADING


def weighed_in(poll: Poll, by: Standing) -> Standing:
    """Whoever the vote itself involves does nothing in it by office; their vote as a member stays."""
    return replace(by, offices=frozenset()) if str(by.person) in poll.marks else by


def is_own(voter: Voter, by: Standing) -> bool:
    """Whether somebody may speak for this line of a roll."""
    if voter.as_organisation:
        return voter.organisation_id in by.speaks_for
    return by.person is not None and voter.person_id == by.person


def is_over(poll: Poll, at: datetime) -> bool:
    return poll.closes_at is not None and at >= poll.closes_at


def silent(poll: Poll) -> int:
    """How many of the entitled have said nothing."""
    cast, entitled = cast_count(poll)
    return entitled - cast
