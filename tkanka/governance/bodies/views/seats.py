"""Seats of a body: who sits there, who did, who will; filling, giving up, ending."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.ground.kit.downloads import csv_answer
from tkanka.ground.kit.paging import page_of
from tkanka.ground.kit.wording import label
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.bodies import (
    Basis,
    EndCause,
    Role,
    causes_to_end,
    may_end_seat,
    may_give_up_seat,
    term_end,
)

from .. import actions, queries
from ..doors import Place, inside_of, may_fill
from ..forms import EndForm, GiveUpForm, RoleForm, SeatForm
from ..models import Seat
from ..naming import commitments_of, health_line, type_name
from .showing import done, ready, show, to_seats

MOST_IN_A_FILE = 20_000


@require_safe
@in_network
def seats(visit: Visit, key: UUID) -> HttpResponse:
    """Who sits there today, who will, and everybody who did."""
    place = _seen(visit, key)
    now = list(queries.seats_of(place.body, visit.today)[:500])
    health = queries.health_of(place.body, place.kind, now, visit.today)
    return show(
        visit,
        "seats",
        place_in=place,
        body=place.body,
        kind=place.kind,
        type=type_name(place.kind),
        now=now,
        to_come=queries.seats_to_come(place.body, visit.today),
        page=page_of(queries.history_of_seats(place.body), visit, per=50),
        health=health,
        line=health_line(health),
        may_fill=may_fill(visit, place),
        commitments=commitments_of(place.kind),
        print=visit.GET.get("print") == "1",
    )


@require_safe
@in_network
def seats_csv(visit: Visit, key: UUID) -> HttpResponseBase:
    """The whole history of the body's seats as a file."""
    place = _seen(visit, key)
    columns = [_("Osoba"), _("Organizacja"), _("Rola"), _("Podstawa"), _("Od"), _("Do"), _("Po kim"),
               _("Dlaczego ta osoba"), _("Przyczyna końca")]  # fmt: skip
    rows = (
        (
            str(seat.person), seat.organisation.name if seat.organisation else seat.outside, label(Role(seat.role)),
            label(Basis(seat.basis)), seat.since, seat.until or "",
            str(seat.predecessor.person) if seat.predecessor else "", seat.reason,
            label(EndCause(seat.ended_because)) if seat.ended_because else "",
        )
        for seat in queries.history_of_seats(place.body)[:MOST_IN_A_FILE]
    )  # fmt: skip
    return csv_answer(f"{visit.network.slug}-seats", columns, rows)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def fill(visit: Visit, key: UUID) -> HttpResponse:
    """Enter somebody into a seat."""
    place = inside_of(visit, key)
    may_fill(visit, place).require()
    before = list(queries.seats_of(place.body, visit.today)[:200])
    basis = place.kind.basis.value
    form = SeatForm(
        visit.POST or None, network=visit.network, today=visit.today, kind=place.kind, before=before,
        initial={"since": visit.today, "basis": basis, "role": Role.MEMBER},
    )  # fmt: skip
    if ready(visit, form) and _filled(visit, place, form, before):
        messages.success(visit, _("Miejsce obsadzone."))
        return to_seats(visit, place)
    ends = term_end(place.kind, visit.today, basis=basis)
    return show(visit, "fill", form=form, body=place.body, ends=ends, kind=place.kind)


def _filled(visit: Visit, place: Place, form: SeatForm, before: list[Seat]) -> object:
    given, at = form.cleaned_data, timezone.now()
    return done(
        form, actions.fill_seat, visit,
        body=place.body, person=form.person, basis=Basis(given["basis"]), role=Role(given["role"]),
        since=given["since"], until=given["until"], organisation=form.party(),
        outside="" if form.party() else given.get("outside", ""), reason=given["reason"],
        values_accepted_at=at if given.get("values") else None, outside_kind=given.get("outside_kind", ""),
        predecessor=next((seat for seat in before if str(seat.pk) == given["predecessor"]), None),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def give_up(visit: Visit, seat: UUID) -> HttpResponse:
    """Give up one's own seat."""
    held, place = _seat(visit, seat)
    may_give_up_seat(visit.frame.book, visit.standing, person=held.person_id).require()
    form = GiveUpForm(visit.POST or None, today=visit.today, initial={"on": visit.today})
    if (
        visit.method == "POST"
        and form.is_valid()
        and done(form, actions.give_up_seat, visit, seat=held, **form.cleaned_data)
    ):
        messages.success(visit, _("Zapisano rezygnację. Dziękujemy za wspólną pracę."))
        return to_mine(visit)
    return show(visit, "give_up", form=form, body=place.body, seat=held)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def end(visit: Visit, seat: UUID) -> HttpResponse:
    """End the seat of somebody else."""
    held, place = _seat(visit, seat)
    causes = causes_to_end(place.kind)
    may_end_seat(
        visit.frame.book, visit.standing, kind=place.kind, role=place.role, cause=causes[0], reason="…"
    ).require()  # fmt: skip
    form = EndForm(visit.POST or None, causes=causes, initial={"cause": causes[0]})
    if ready(visit, form):
        given = form.cleaned_data
        if done(form, actions.end_seat, visit, seat=held, cause=EndCause(given["cause"]), reason=given["reason"]):
            messages.success(visit, _("Udział zakończony."))
            return to_seats(visit, place)
    return show(visit, "end", form=form, body=place.body, seat=held)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def role(visit: Visit, seat: UUID) -> HttpResponse:
    """The same person in another role."""
    held, place = _seat(visit, seat)
    may_fill(visit, place).require()
    form = RoleForm(visit.POST or None, initial={"role": held.role})
    if (
        visit.method == "POST"
        and form.is_valid()
        and done(form, actions.change_role, visit, seat=held, role=Role(form.cleaned_data["role"]))
    ):
        messages.success(visit, _("Rola zmieniona."))
        return to_seats(visit, place)
    return show(visit, "role", form=form, body=place.body, seat=held)


@login_required
@require_POST
@in_network
def accept(visit: Visit, seat: UUID) -> HttpResponse:
    """Accept what goes with one's seat."""
    held, place = _seat(visit, seat)
    actions.accept_commitments(by=visit.standing, at=timezone.now(), seat=held)
    messages.success(visit, _("Zobowiązania przyjęte."))
    return to_seats(visit, place)


def _seat(visit: Visit, key: UUID) -> tuple[Seat, Place]:
    visible = queries.visible_bodies(visit.network, visit.standing, visit.today)
    found = queries.seat_in(visit.network, key, visible)
    return found, inside_of(visit, found.body_id)


def _seen(visit: Visit, key: UUID) -> Place:
    place = inside_of(visit, key)
    place.sees_people.require()
    return place


def to_mine(visit: Visit) -> HttpResponse:
    return redirect("bodies:mine", network=visit.network.slug)
