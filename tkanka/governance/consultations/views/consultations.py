"""All consultations, and one with its text."""

from collections import Counter
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.queries import history_of
from tkanka.rules.consultations import DocumentKind, Party, basis_of, may_keep

from .. import queries
from ..doors import Place, consultation_of, known_at
from ..forms import CallOffForm, ListFilter

PER_PAGE = 100


@require_safe
@in_network
def consultations(visit: Visit) -> HttpResponse:
    """Every consultation the visitor may see."""
    known = known_at(visit)
    rows = queries.visible(visit.network, visit.standing, known.seats, known.types)
    form = ListFilter(visit.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    rows = queries.listed(
        rows, state=asked.get("state", ""), kind=asked.get("kind", ""), words=asked.get("q", "")
    )  # fmt: skip
    circles = queries.circles_to_ask(known.seats)
    keeps = may_keep(known.book, visit.standing, kind=DocumentKind.OTHER, within=False, party=Party())
    shown = {
        "page": page_of(rows, visit), "form": form, "filtered": any(asked.values()), "today": visit.today,
        "may_add": bool(keeps) or bool(circles), "here": "consultations",
        "reads_documents": visit.standing.is_member or bool(keeps) or bool(known.seats),
    }  # fmt: skip
    return render(visit, "consultations/consultations.html", shown)


@require_safe
@in_network
def consultation(visit: Visit, consultation: UUID) -> HttpResponse:
    """The text, paragraph by paragraph, with a button for a remark at each; the plan; what comes next."""
    place = consultation_of(visit, consultation)
    return render(visit, "consultations/consultation.html", shown_of(place))


def shown_of(place: Place) -> dict[str, Any]:
    """What the page of a consultation shows, also to a guest."""
    found, visit = place.consultation, place.visit
    page = page_of(queries.paragraphs_of(found.version), visit, PER_PAGE)
    counted = queries.counts(found, page.items)
    asks = place.guest is not None or visit.standing.person is not None
    own = list(queries.own_remarks(found, visit.standing, place.guest)[:500]) if asks else []
    mine = Counter(one.paragraph_id for one in own if one.withdrawn_at is None)
    term = basis_of(place.facts.book, place.facts.asked.kind)
    return {
        "place_at": place, "consultation": found, "document": found.version.document, "page": page,
        "rows": [(one, counted.get(one.pk, 0), mine[one.pk]) for one in page],
        "whole": queries.on_the_whole(found), "own": own, "mine": mine.total(),
        "open": place.facts.open, "may_remark": place.may_remark, "keeps": place.keeps and place.guest is None,
        "bodies": found.bodies.all()[:50], "cite": term.cite if term else "", "today": visit.today,
        "waiting": queries.unanswered(found).count() if place.keeps else 0,
        "off_form": CallOffForm() if place.keeps else None,
        "history": history_of(found) if place.keeps else [], "here": "consultations",
    }  # fmt: skip
