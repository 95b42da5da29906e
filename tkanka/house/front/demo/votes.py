"""The demo's votes: decided and still open, by seats and by organisations, in the open and in secret."""

import tomllib
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from tkanka.governance.bodies.models import Body
from tkanka.governance.bodies.queries import bodies_of_kind
from tkanka.governance.voting import actions
from tkanka.governance.voting.models import Poll
from tkanka.governance.voting.queries import roll_of
from tkanka.network.networks.queries import main_representatives, network_by_slug
from tkanka.rules.bodies import BodyKind
from tkanka.rules.standing import Office
from tkanka.rules.voting import Choice, PollKind, PollState, Secrecy

from .groups import Told
from .networks import DEMO
from .reading import DATA

Say = Callable[[str], None]


def build_votes(say: Say, now: datetime) -> None:
    """Some votes of Razem, unless there are any."""
    razem = network_by_slug("razem")
    if razem.polls.exists():
        return
    words = tomllib.loads((DATA / "votes.toml").read_text("utf8"))
    told, group = Told(razem, now), bodies_of_kind(razem, [BodyKind.ADVISORY]).first()
    with transaction.atomic():
        for row in words["advisory"] if group else []:
            vote(told, row, PollKind.ORDINARY, body=group)
        for row in words["members"]:
            vote(told, row, PollKind.MEMBERS)
        for row in words["secret"]:
            vote(told, row, PollKind.MEMBERS, choices={"secrecy": Secrecy.SECRET})
    say("Votes")


def vote(told: Told, row: Mapping[str, Any], kind: PollKind, *, body: Body | None = None, **choices: Any) -> Poll:
    """One vote as far as it has come."""
    at = told.ago(row["days"])
    office, closes_at = told.office(Office.SECRETARIAT, at), at + timedelta(days=row["lasts"])
    poll = actions.draft_poll(
        by=office, at=at, network=told.network, kind=kind, title=row["title"], text=row["text"].strip(), body=body,
        closes_at=closes_at, **choices,
    )  # fmt: skip
    poll = actions.open_poll(by=office, at=at, poll=poll)
    cast(told, poll, row["said"], at + timedelta(hours=5))
    if closes_at > told.now:
        return poll
    poll = actions.close_poll(by=DEMO, at=closes_at, poll=poll)
    if poll.state == PollState.PASSED and "follow_up" in row:
        review = told.today + timedelta(days=row["review"])
        later = told.ago(1)
        actions.follow_up(by=told.office(Office.SECRETARIAT, later), at=later, poll=poll, text=row["follow_up"],
                          review_on=review, done=False)  # fmt: skip
    return poll


def cast(told: Told, poll: Poll, said: list[str], at: datetime) -> None:
    """The first lines of the roll say what is told, each by somebody who may."""
    speakers = {one.organisation_id: one.person for one in main_representatives(told.network, at.date(), 500)}
    waiting = iter(said)
    for line in roll_of(poll).filter(entitled=True)[:50]:
        person = line.person or (speakers.get(line.organisation_id) if line.organisation_id else None)
        if person is None:
            continue
        choice = next(waiting, None)
        if choice is None:
            return
        party = line.organisation if line.as_organisation else None
        actions.cast(by=told.by(person, at, party), at=at, voter=line, choice=Choice(choice))
