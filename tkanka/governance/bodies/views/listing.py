"""The bodies of a network: all, those that need somebody, and one's own."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Case, QuerySet, Value, When
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from tkanka.ground.kit.paging import page_of
from tkanka.ground.kit.wording import label
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.kept import kept_for_visitors
from tkanka.rules.bodies import BodyState, may_open_body
from tkanka.rules.ruling import check

from .. import queries
from ..doors import own_seats, types_at
from ..forms import ListFilter
from ..models import Body
from ..naming import by_code, health_line, type_name
from .showing import show


@require_safe
@in_network
@kept_for_visitors
def bodies(visit: Visit) -> HttpResponse:
    """Every body one may know of, by type, with a line on how it is."""
    types = types_at(visit)
    states = [(s.value, label(s)) for s in BodyState]
    form = ListFilter(visit.GET or None, by_code(types), states)
    sought = form.cleaned_data if form.is_bound and form.is_valid() else {}
    found = queries.visible_bodies(visit.network, visit.standing, visit.today)
    page = page_of(_ordered(_filtered(visit, found, sought), types), visit)
    return show(
        visit,
        "bodies",
        page=page,
        lines=lines_of(visit, page.items, types),
        filters=form,
        filtered=any(sought.values()) or bool(form.errors),
        may_open=any(
            may_open_body(visit.frame.book, visit.standing, kind=kind, open_now=0)
            for kind in types.values()
            if kind.is_opened_directly
        ),
    )


@require_safe
@in_network
def care(visit: Visit) -> HttpResponse:
    """Where somebody is missing or will be: for those in office."""
    check(visit.standing.keeps_the_network, "office_sets_types").require()
    types = types_at(visit)
    found = queries.visible_bodies(visit.network, visit.standing, visit.today).exclude(state=BodyState.CLOSED)
    page = page_of(_ordered(found, types), visit, per=50)
    lines = lines_of(visit, page.items, types)
    return show(
        visit,
        "care",
        page=page,
        pressing=[line for line in lines if not line["health"].calm],
        calm=[line for line in lines if line["health"].calm],
        place="secretariat",
        here="bodies:care",
    )


@login_required
@require_safe
@in_network
def mine(visit: Visit) -> HttpResponse:
    """Where I sit, what I am asked into, and what waits for my answer as a lead."""
    seats = own_seats(visit)
    types = types_at(visit)
    return show(
        visit,
        "mine",
        seats=[(seat, type_name(queries.type_in(types, seat.body.kind))) for seat in seats],
        invitations=queries.invitations_to(visit.network, visit.standing),
        waiting=queries.waiting_for_leads({seat.body_id for seat in seats if seat.leads}),
        place="desk",
        here="bodies:mine",
    )


def _filtered(visit: Visit, found: QuerySet[Body], sought: dict[str, Any]) -> QuerySet[Body]:
    found = found.filter(state=sought["state"]) if sought.get("state") else found.exclude(state=BodyState.CLOSED)
    if sought.get("kind"):
        found = found.filter(kind=sought["kind"])
    if sought.get("q"):
        found = found.filter(name__icontains=sought["q"])
    if sought.get("mine"):
        found = found.filter(pk__in=queries.bodies_of_person(visit.network, visit.standing, visit.today))
    return found


def _ordered(found: QuerySet[Body], types: queries.Types) -> QuerySet[Body]:
    """By type in the order of the charter, then by name."""
    places = [When(kind=code, then=Value(place)) for place, code in enumerate(types)]
    return found.annotate(place=Case(*places, default=Value(len(places)))).order_by("place", "kind", "name", "pk")


def lines_of(visit: Visit, bodies: list[Body], types: queries.Types) -> list[dict[str, Any]]:
    """Each body with its type and how it is; of a closed group nobody outside learns how many are in it."""
    own = queries.bodies_of_person(visit.network, visit.standing, visit.today)
    healths = queries.healths(visit.network, bodies, types, visit.today)
    lines = []
    for body in bodies:
        kind = queries.type_in(types, body.kind)
        inside = not kind.closed.value or body.pk in own
        lines.append({
            "body": body,
            "type": type_name(kind),
            "health": healths[body.pk] if inside else queries.Health(),
            "line": health_line(healths[body.pk]) if inside else "",
            "inside": inside,
            "own": body.pk in own,
        })  # fmt: skip
    return lines
