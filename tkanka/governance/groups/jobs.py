"""What happens by itself: overdue proposals, reminders to leads. Nothing here opens, declines or closes anything."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from tkanka.governance.bodies.models import Body
from tkanka.ground.kit.work import each
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import listed_networks, rulebook_of
from tkanka.rules.groups import asks_go_on, seems_dormant, terms_due, terms_reminder_due, update_due
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.standing import Standing

from . import actions, queries

SYSTEM = Standing(system="groups")


def tell_of_overdue(now: datetime) -> None:
    """Proposals whose working days are over are shown to the coordinator, once."""
    for network in each(listed_networks()):
        book = rulebook_of(network, localdate(now))
        for proposal in each(queries.open_proposals(network)):
            clock = queries.clock_of(book, proposal)
            if clock.overdue(localdate(now)) and proposal.told_overdue_for != clock.due:
                actions.tell_overdue(by=SYSTEM, at=now, proposal=proposal)


def remind_leads(now: datetime) -> None:
    """Terms of reference, short updates, the end of the time frame, long silence: each recalled on its day, once."""
    for network in each(listed_networks()):
        _remind(network, now)


def _remind(network: Network, now: datetime) -> None:
    book, day = rulebook_of(network, localdate(now)), localdate(now)
    for body in each(queries.groups_open(network)[:2000]):
        for about, due, context in _due(book, body, day):
            last = queries.last_reminder(body, about)
            if last is None or last < due:
                actions.remind_leads(by=SYSTEM, at=now, body=body, about=about, day=due, **context)


def _due(book: Rulebook, body: Body, day: date) -> Iterator[tuple[str, date, dict[str, Any]]]:
    """What is to be recalled to the leads of a group: about what, of which day."""
    first = queries.first_meeting_of(body)
    terms = queries.terms_of(body)
    reminded = queries.last_reminder(body, "terms")
    due = terms_reminder_due(book, first, today=day, last_sent=reminded, handed_in=terms is not None)
    if due:
        yield "terms", due, {"due": terms_due(book, first)}
    if body.state != "open":
        return
    update = update_due(book, queries.last_update(body))
    silence = queries.last_sign(body)
    if seems_dormant(book, last_sign=silence, today=day):
        yield "dormant", silence, {}
    elif update <= day:
        yield "update", update, {}
    said = terms or getattr(body, "proposal", None)
    ends = said.ends_on if said else None
    if ends and asks_go_on(ends, today=day):
        yield "end", ends, {}
