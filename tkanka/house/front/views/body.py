"""The page of one body, with what every room knows of it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tkanka.governance.bodies.doors import Place, body_of, may_fill
from tkanka.governance.bodies.naming import commitments_of, facts_of, health_line, type_name
from tkanka.governance.bodies.queries import health_of, healths, own_admission, seats_of, waiting_at
from tkanka.governance.discussions.queries import takes_part
from tkanka.governance.elections.sections import elections_of
from tkanka.governance.groups.sections import sections_of
from tkanka.governance.meetings.sections import meetings_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.kept import kept_for_visitors
from tkanka.network.networks.queries import history_of, office_holders
from tkanka.rules.bodies import (
    BodyKind,
    Composition,
    OpenTo,
    may_ask_in,
    may_close_body,
    may_flag_strategic,
    may_hide_body,
)
from tkanka.rules.discussions import Place as Talk
from tkanka.rules.discussions import may_read
from tkanka.rules.standing import Office

SHOWN = 6
MOST = 2_000


@require_safe
@in_network
@kept_for_visitors
def body(visit: Visit, key: UUID) -> HttpResponse:
    """What it is for, who is in it, how to come in; what it does is told by the rooms above."""
    place = body_of(visit, key)
    context = {
        "body": place.body,
        "kind": place.kind,
        "type": type_name(place.kind),
        "seat": place.seat,
        "inside": place.inside,
        "admission": own_admission(place.body, visit.standing),
        "may_join": joins(visit, place),
        "here": "bodies",
    }
    if place.inside:
        context |= people(visit, place) | keeping(visit, place)
        context |= {"commitments": commitments_of(place.kind), "facts": facts_of(place.kind)}
        context |= sections_of(visit, place) | meetings_of(visit, place, timezone.now()) | elections_of(visit, place)
        context |= {"talks": talks(visit, place)}
    return render(visit, "front/body.html", context)


def talks(visit: Visit, place: Place) -> bool:
    """Whether the visitor may read what is said in the body's own discussions."""
    kind, by = place.kind, visit.standing
    sits = place.seat is not None or takes_part(kind, by)
    shut = place.body.hidden or bool(kind.closed.value)
    talk = Talk(kind=place.body.kind, shut=shut, is_open=place.is_open, sits=sits, leads=place.leads)
    return bool(by.person and may_read(visit.frame.book, by, place=talk))


def people(visit: Visit, place: Place) -> dict[str, Any]:
    """Who is in it, as far as the visitor may know; the organisations may be known to all."""
    found = place.body, place.kind
    if not place.kind.has_seats:
        offices = office_holders(visit.network, visit.today)
        if place.body.kind == BodyKind.COORDINATOR:
            offices = offices.filter(office=Office.COORDINATOR)
        of_offices = place.kind.composition.value == Composition.OFFICES
        health = healths(visit.network, [place.body], {place.body.kind: place.kind}, visit.today)[place.body.pk]
        return {
            "offices": list(offices[:20]) if of_offices else [],
            "sees_people": place.sees_people,
            "line": health_line(health),
        }
    seats = list(seats_of(place.body, visit.today)[:MOST])
    health = health_of(*found, seats, visit.today)
    sees = bool(place.sees_people)
    # A seat of eight is shown with all its people, a group with its first few.
    shown = seats if place.kind.seats is not None else seats[:SHOWN]
    return {
        "shown": shown if sees else [],
        "more": len(seats) - len(shown) if sees else 0,
        "parties": [] if sees else sorted({s.called for s in seats if s.called})[:50],
        "sees_people": sees,
        "health": health,
        "line": health_line(health),
    }


def keeping(visit: Visit, place: Place) -> dict[str, Any]:
    """What those who lead or keep it may do here, and its history for them."""
    keeps = place.leads_or_keeps
    return {
        "may_keep": place.may_keep if keeps else None,
        "may_close": keeps
        and may_close_body(visit.frame.book, visit.standing, kind=place.kind, role=place.role, summary="…"),
        "may_fill": may_fill(visit, place) if visit.standing.person else None,
        "may_hide": may_hide_body(visit.standing, kind=place.kind, role=place.role),
        "may_flag": place.kind.has_leads and may_flag_strategic(visit.frame.book, visit.standing),
        "waiting": len(waiting_at(place.body, invited=False)) if keeps and place.kind.has_leads else 0,
        "history": history_of(place.body) if keeps or place.seat else [],
    }


def joins(visit: Visit, place: Place) -> bool:
    """Whether there is a way in for the visitor."""
    if place.seat or place.kind.open_to.value in {OpenTo.NOBODY, OpenTo.INVITED} or not place.kind.has_seats:
        return False
    by, state = visit.standing, place.body.state
    return bool(
        may_ask_in(by, kind=place.kind, state=state, outsider=not by.is_member, accepts_values=True, explained=True)
    )
