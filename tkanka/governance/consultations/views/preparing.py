"""Preparing a consultation: its plan, guests, and the steps of its life."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tkanka.governance.bodies.doors import types_at
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.consultations import DocumentKind, least_days
from tkanka.rules.ruling import Refused, check

from .. import actions, queries
from ..doors import Desk, Place, kept_consultation, kept_document
from ..forms import CallOffForm, GuestForm, PlanForm
from ..models import Consultation, Document

USUAL_DAYS = 14


def _bodies(visit: Visit, document: Document) -> list[Any]:
    if document.body_id is not None:
        return []
    return queries.bodies_to_ask(visit.network, visit.standing, visit.today, types_at(visit))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def prepare(visit: Visit, document: UUID) -> HttpResponse:
    """Ask about the last version of a document: the plan."""
    desk = kept_document(visit, document)
    version = queries.versions_of(desk.document, 1)[0]
    if queries.is_asked_about(desk.document):
        raise Refused(check(False, "not_asked_about_already"))
    form = PlanForm(
        visit.POST if visit.method == "POST" else None, bodies=_bodies(visit, desk.document), today=visit.today,
        inside=desk.document.body_id is not None, initial=_usual(visit, desk),
    )  # fmt: skip
    if visit.method == "POST" and form.is_valid():
        made = actions.prepare_consultation(by=visit.standing, at=timezone.now(), version=version, **form.given())
        messages.success(visit, _("Plan zapisany. Ogłoś go, gdy będzie gotowy."))
        return to(visit, made)
    shown = {"document": desk.document, "form": form, "version": version, "here": "consultations"}
    return render(visit, "consultations/plan.html", shown, status=422 if form.errors else 200)


def _usual(visit: Visit, desk: Desk) -> dict[str, Any]:
    """What the charter asks for, or what is usual."""
    kind = desk.document.kind
    least = least_days(visit.frame.book, kind)
    days = max(least.value if least else 0, USUAL_DAYS)
    asked = queries.bodies_for_charter(visit.network, visit.frame.book) if kind == DocumentKind.CHARTER else []
    return {
        "opens_on": visit.today, "closes_on": visit.today + timedelta(days=days - 1), "members": True,
        "bodies": [str(body.pk) for body in asked],
    }  # fmt: skip


def to(visit: Visit, consultation: Consultation) -> HttpResponse:
    return redirect("consultations:consultation", network=visit.network.slug, consultation=consultation.pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def plan(visit: Visit, consultation: UUID) -> HttpResponse:
    """Change the plan while it is not published."""
    place = kept_consultation(visit, consultation)
    found = place.consultation
    if found.announced_at is not None:
        raise Refused(check(False, "plan_not_published_yet"))
    document = found.version.document
    before = {
        name: getattr(found, name) for name in ("plan", "opens_on", "closes_on", "members", "observers", "public")
    }
    before["bodies"] = [str(body.pk) for body in found.bodies.all()[:500]]
    form = PlanForm(
        visit.POST if visit.method == "POST" else None, bodies=_bodies(visit, document), today=visit.today,
        inside=found.body_id is not None, initial=before,
    )  # fmt: skip
    if visit.method == "POST" and form.is_valid():
        actions.change_plan(by=visit.standing, at=timezone.now(), consultation=found, **form.given())
        messages.success(visit, _("Plan zapisany. Ogłoś go, gdy będzie gotowy."))
        return to(visit, found)
    shown = {"document": document, "form": form, "version": found.version, "consultation": found,
             "here": "consultations"}  # fmt: skip
    return render(visit, "consultations/plan.html", shown, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def guests(visit: Visit, consultation: UUID) -> HttpResponse:
    """People from outside who are asked."""
    place = kept_consultation(visit, consultation)
    form = GuestForm(visit.POST if visit.method == "POST" else None)
    if visit.method == "POST" and form.is_valid():
        actions.invite_guest(
            by=visit.standing, at=timezone.now(), consultation=place.consultation, **form.cleaned_data
        )  # fmt: skip
        messages.success(visit, _("Zapisano. List wyjdzie, gdy konsultacje się zaczną."))
        return redirect("consultations:guests", network=visit.network.slug, consultation=place.consultation.pk)
    shown = {
        "consultation": place.consultation, "document": place.consultation.version.document, "form": form,
        "guests": queries.guests_of(place.consultation), "here": "consultations",
    }  # fmt: skip
    return render(visit, "consultations/guests.html", shown, status=422 if form.errors else 200)


@login_required
@require_POST
@in_network
def guest_out(visit: Visit, consultation: UUID, guest: UUID) -> HttpResponse:
    place = kept_consultation(visit, consultation)
    found = queries.guest_in(place.consultation, guest)
    found.consultation = place.consultation
    actions.leave_guest_out(by=visit.standing, at=timezone.now(), guest=found)
    messages.success(visit, _("Zaproszenie cofnięte. Zgłoszone uwagi zostają."))
    return redirect("consultations:guests", network=visit.network.slug, consultation=place.consultation.pk)


@login_required
@require_POST
@in_network
def step(visit: Visit, consultation: UUID, step: str) -> HttpResponse:
    """Publish the plan, close, or call off."""
    place = kept_consultation(visit, consultation)
    taken = {"announce": _announce, "close": _close, "call-off": _call_off}.get(step)
    if taken is None:
        raise Http404
    taken(visit, place)
    return to(visit, place.consultation)


def _announce(visit: Visit, place: Place) -> None:
    found = actions.announce_consultation(by=visit.standing, at=timezone.now(), consultation=place.consultation)
    opened = found.opened_at is not None
    messages.success(visit, _("Konsultacje trwają. Zaproszenia wyszły.") if opened else _("Plan ogłoszony."))


def _close(visit: Visit, place: Place) -> None:
    actions.close_consultation(by=visit.standing, at=timezone.now(), consultation=place.consultation)
    messages.success(visit, _("Konsultacje zakończone. Raport jest gotowy."))


def _call_off(visit: Visit, place: Place) -> None:
    form = CallOffForm(visit.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    actions.call_off_consultation(
        by=visit.standing, at=timezone.now(), consultation=place.consultation, reason=reason
    )  # fmt: skip
    messages.success(visit, _("Konsultacje odwołane."))
