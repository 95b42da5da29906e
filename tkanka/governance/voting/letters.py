"""The letters of this room. Called inside the actions that cause them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from tkanka.governance.bodies.queries import recipients_of_body, seats_of
from tkanka.ground.kit.dates import only_day
from tkanka.ground.notices.actions import write_letter
from tkanka.ground.notices.recipients import Recipient
from tkanka.network.networks.queries import recipients_for_offices, recipients_of
from tkanka.network.networks.queries.belonging import recipient

from .models import Poll
from .queries import roll_of, silent_organisations, silent_people

Addressed = Iterable[tuple[Recipient, str]]


def _tell(poll: Poll, people: Addressed, letter: str, at: datetime, **more: Any) -> None:
    told: dict[str, tuple[Recipient, str]] = {}
    for to, basis in people:
        told.setdefault(to.key, (to, basis))
    for to, basis in told.values():
        write_letter(
            to=to, cause=f"poll.{letter}:{poll.pk}", template=f"voting/mail/{letter}.txt", at=at,
            network=poll.network_id, basis=basis, network_name=poll.network.short_name, slug=poll.network.slug,
            poll=poll, **more,
        )  # fmt: skip


def _seated(poll: Poll, people: set[Any], at: datetime) -> list[tuple[Recipient, str]]:
    """Those of the body's seats that are held by these people: the letter rests on the seat."""
    if poll.body is None:
        return []
    seats = seats_of(poll.body, only_day(at))[:2_000]
    return [(recipient(seat.person), f"seat:{seat.pk}") for seat in seats if seat.person_id in people]


def tell_opened(poll: Poll, at: datetime) -> None:
    """Everybody who may cast a vote."""
    lines = roll_of(poll).filter(entitled=True).values_list("person", "organisation", "as_organisation")[:20_000]
    people, parties = {p for p, _, whole in lines if not whole}, {o for _, o, whole in lines if whole}
    _tell(poll, [*_seated(poll, people, at), *recipients_of(parties, only_day(at))], "opened", at)


def tell_silent(poll: Poll, at: datetime) -> None:
    """Those from whom nothing has come: the only reminder there is."""
    people = {line.person_id for line in silent_people(poll)}
    _tell(poll, [*_seated(poll, people, at), *recipients_of(silent_organisations(poll), only_day(at))], "reminder", at)


def tell_ended(poll: Poll, at: datetime) -> None:
    """Everybody on the roll, the body whose vote it was, and the secretariat."""
    day = only_day(at)
    parties = roll_of(poll).filter(as_organisation=True).values_list("organisation", flat=True)
    people = [*recipients_of(parties[:20_000], day)]
    if poll.body is not None:
        people += recipients_of_body(poll.body, day)
    if poll.body is None or not poll.body.hidden:
        people += recipients_for_offices(poll.network, day)
    _tell(poll, people, "ended", at)
