"""Documents: all of them, one with its versions, what changed between two."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.consultations import ConsultationState

from .. import queries
from ..comparing import compared
from ..doors import document_of, known_at
from .consultations import PER_PAGE

OVER = (ConsultationState.CLOSED, ConsultationState.CALLED_OFF)


@login_required
@require_safe
@in_network
def documents(visit: Visit) -> HttpResponse:
    """The documents of the network and of the visitor's bodies; drafts for those who keep them."""
    known = known_at(visit)
    bodies = queries.circles_open_to(visit.standing, known.seats, known.types)
    rows = queries.documents_in(visit.network, bodies)
    circles = queries.circles_to_ask(known.seats)
    if not visit.standing.keeps_the_network:
        rows = queries.published_or_kept(rows, circles, wide=visit.standing.is_member)
    shown = {
        "page": page_of(rows, visit), "here": "consultations",
        "may_add": visit.standing.keeps_the_network or bool(circles),
    }  # fmt: skip
    return render(visit, "consultations/documents.html", shown)


@require_safe
@in_network
def document(visit: Visit, document: UUID) -> HttpResponse:
    """A version of it (`?version`, the last published one by itself), its other versions, what was asked about it."""
    desk = document_of(visit, document)
    every = queries.versions_of(desk.document)
    shown_ones = every if desk.keeps else [one for one in every if one.published_at]
    wanted = visit.GET.get("version", "")
    current = next((one for one in shown_ones if str(one.number) == wanted), None) or desk.published or shown_ones[0]
    known = known_at(visit)
    asked = queries.visible(visit.network, visit.standing, known.seats, known.types)
    consulted = list(asked.filter(version__document=desk.document).order_by("-prepared_at")[:50])
    shown = {
        "document": desk.document, "version": current, "versions": shown_ones, "keeps": desk.keeps,
        "page": page_of(queries.paragraphs_of(current), visit, PER_PAGE), "here": "consultations",
        "draft": next((one for one in every if one.published_at is None), None) if desk.keeps else None,
        "consultations": consulted, "asked_now": any(one.state not in OVER for one in consulted),
    }  # fmt: skip
    return render(visit, "consultations/document.html", shown)


@require_safe
@in_network
def changes(visit: Visit, document: UUID) -> HttpResponse:
    """What changed between two versions (`?from`, `?to`; the last two by themselves), who changed it and why."""
    desk = document_of(visit, document)
    every = [one for one in queries.versions_of(desk.document) if one.published_at or desk.keeps]
    by_number = {str(one.number): one for one in every}
    after = by_number.get(visit.GET.get("to", ""), every[0])
    before = by_number.get(visit.GET.get("from", ""), by_number.get(str(after.number - 1), after))
    found = compared(queries.with_changes(before), queries.with_changes(after)) if before != after else []
    shown = {
        "document": desk.document, "before": before, "after": after, "versions": every,
        "page": page_of(found, visit, 50), "here": "consultations",
    }  # fmt: skip
    return render(visit, "consultations/changes.html", shown)
