"""Opening bodies, describing them, letting them rest and closing them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import Entry, entry
from tkanka.network.networks.models import Network, Organisation, Subregion
from tkanka.network.networks.queries import rulebook_of
from tkanka.network.people.models import Person
from tkanka.rules.bodies import (
    ADMISSION,
    BODY,
    Basis,
    EndCause,
    Role,
    is_of_secretariat,
    may_close_body,
    may_describe_body,
    may_flag_sensitive,
    may_flag_strategic,
    may_hide_body,
    may_keep_body,
    may_open_body,
)
from tkanka.rules.standing import Standing

from ..index import index_body
from ..letters import tell_person
from ..models import Admission, Body, Seat
from ..queries import open_of_kind, place_in, seats_of, type_in, type_of, types_in, waiting_at
from ..seating import seat_down


@dataclass(frozen=True, slots=True)
class Lead:
    """Who is to lead a body from its first day."""

    person: Person
    organisation: Organisation | None = None
    role: Role = Role.LEAD


def open_body(
    *,
    by: Standing,
    at: datetime,
    network: Network,
    kind: str,
    name: str,
    purpose: str = "",
    leads: Iterable[Lead] = (),
    heard: bool = False,
    strategic: bool = False,
    sensitive_reason: str = "",
    hidden: bool = False,
    subregion: Subregion | None = None,
    held_by: Organisation | None = None,
    opened_on: date | None = None,
) -> Body:
    """A body comes to be, with those who lead it. `heard`: what must come before (a proposal, an opinion) is done."""
    with entry("body.opened", by=by, at=at) as record:
        network, day = locked(network), localdate(at)
        book = rulebook_of(network, day)
        type_ = type_in(types_in(network, day, book), kind)
        record.rests_on(may_open_body(
            book, by, kind=type_, open_now=open_of_kind(network, kind), heard=heard, hidden=hidden
        ))  # fmt: skip
        body = Body.objects.create(
            network=network, kind=kind, name=name, purpose=purpose, opened_on=opened_on or day, hidden=hidden,
            subregion=subregion, held_by=held_by, strategic=strategic, sensitive=bool(sensitive_reason),
            sensitive_reason=sensitive_reason,
        )  # fmt: skip
        for lead in leads:
            seat_down(
                body, type_, by=by, at=at, person=lead.person, organisation=lead.organisation, role=lead.role,
                basis=Basis.JOINED, since=body.opened_on, role_of_actor=Role.LEAD,
            )  # fmt: skip
        index_body(body, at, closed=type_.closed.value)
        record.about(body, kind=kind)
        return body


def announce_body(*, by: Standing, at: datetime, body: Body) -> Body:
    """It was made known to the members."""
    with entry("body.announced", by=by, at=at) as record:
        body = locked(body)
        body.announced_at = at
        body.save(update_fields=["announced_at"])
        record.about(body)
        return body


def describe_body(
    *, by: Standing, at: datetime, body: Body, name: str, purpose: str, held_by: Organisation | None = None
) -> Body:
    """Its name and what it is for; who holds it, where an organisation does."""
    with entry("body.described", by=by, at=at) as record:
        body = locked(body)
        kind, role = type_of(body, localdate(at)), _role(body, by, at)
        record.rests_on(may_describe_body(by, kind=kind, role=role, state=body.state))
        body.name, body.purpose = name, purpose
        body.held_by = held_by if is_of_secretariat(kind) or held_by else body.held_by
        body.save(update_fields=["name", "purpose", "held_by"])
        index_body(body, at, closed=kind.closed.value)
        record.about(body)
        return body


def flag_strategic(*, by: Standing, at: datetime, body: Body, strategic: bool, agreed: bool = False) -> Body:
    """Say that the group is strategic, or no more. `agreed`: the advisory group's decision is on record."""
    with entry("body.flagged_strategic", by=by, at=at) as record:
        body = locked(body)
        record.rests_on(may_flag_strategic(rulebook_of(body.network, localdate(at)), by, agreed_by_advisory=agreed))
        body.strategic = strategic
        body.save(update_fields=["strategic"])
        record.about(body, strategic=strategic)
        return body


def flag_sensitive(*, by: Standing, at: datetime, body: Body, sensitive: bool, reason: str) -> Body:
    """Say that its topic is especially sensitive, or no more; the group sees why."""
    with entry("body.flagged_sensitive", by=by, at=at) as record:
        body = locked(body)
        record.rests_on(may_flag_sensitive(rulebook_of(body.network, localdate(at)), by, reason=reason))
        body.sensitive, body.sensitive_reason = sensitive, reason
        body.save(update_fields=["sensitive", "sensitive_reason"])
        record.about(body, sensitive=sensitive)
        return body


def hide_body(*, by: Standing, at: datetime, body: Body, hidden: bool) -> Body:
    """Hide that a closed group exists, or let its name be seen again."""
    with entry("body.hidden" if hidden else "body.shown", by=by, at=at) as record:
        body = locked(body)
        kind = type_of(body, localdate(at))
        record.rests_on(may_hide_body(by, kind=kind, role=_role(body, by, at)))
        body.hidden = hidden
        body.save(update_fields=["hidden"])
        index_body(body, at, closed=kind.closed.value)
        record.about(body)
        return body


def rest_body(*, by: Standing, at: datetime, body: Body) -> Body:
    """Let it rest: it stays, and nobody expects it to meet."""
    with entry("body.rested", by=by, at=at) as record:
        return _moved(record, body, "rest", by, at)


def wake_body(*, by: Standing, at: datetime, body: Body) -> Body:
    """It takes up its work again."""
    with entry("body.woken", by=by, at=at) as record:
        return _moved(record, body, "wake", by, at)


def close_body(*, by: Standing, at: datetime, body: Body, summary: str) -> Body:
    """Its work is done. What it leaves is its summary; its seats end, and nothing of it changes any more."""
    with entry("body.closed", by=by, at=at) as record:
        body, day = locked(body), localdate(at)
        kind = type_of(body, day)
        record.rests_on(
            may_close_body(rulebook_of(body.network, day), by, kind=kind, role=_role(body, by, at), summary=summary)
        )
        people = [seat.person for seat in seats_of(body, day)[:2000]]
        body.state, body.closed_on, body.closing_summary = BODY.after(body.state, "close"), day, summary
        body.save(update_fields=["state", "closed_on", "closing_summary"])
        for seat in Seat.objects.filter(body=body, until=None) | Seat.objects.filter(body=body, until__gt=day):
            seat.until, seat.ended_because = max(seat.since, day), EndCause.CLOSED
            seat.save(update_fields=["until", "ended_because"])
        index_body(body, at, closed=kind.closed.value)
        for asked in waiting_at(body, invited=False) + waiting_at(body, invited=True):
            _let_go(asked, by, at)
        for person in people:
            if person.pk != by.person:
                tell_person(body, person, f"body.closed:{body.pk}", "closed", at)
        record.about(body)
        return body


def _let_go(asked: Admission, by: Standing, at: datetime) -> None:
    """Nobody comes into a closed body: whoever asked is told, an invitation is withdrawn."""
    asked.state = ADMISSION.after(asked.state, "withdraw" if asked.invited else "decline")
    asked.answered_at, asked.answer = at, "" if asked.invited else _("Grupa zakończyła pracę.")
    asked.answered_by_id = by.person
    asked.save()
    if asked.person and not asked.invited:
        tell_person(asked.body, asked.person, f"admission.answered:{asked.pk}", "answered", at, asked=asked)


def _moved(record: Entry, body: Body, step: str, by: Standing, at: datetime) -> Body:
    body = locked(body)
    kind = type_of(body, localdate(at))
    record.rests_on(may_keep_body(by, kind=kind, role=_role(body, by, at)))
    body.state = BODY.after(body.state, step)
    body.save(update_fields=["state"])
    record.about(body)
    return body


def _role(body: Body, by: Standing, at: datetime) -> Role | None:
    """What the one who acts is in the body."""
    seat = place_in(body, by, localdate(at))
    return Role(seat.role) if seat else None
