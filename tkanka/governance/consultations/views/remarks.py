"""Remarks: making one, one's own, entering one for somebody."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.models import Organisation, Status
from tkanka.network.networks.queries import members_of
from tkanka.rules.ruling import Refused

from .. import actions, queries
from ..doors import Place, consultation_of, kept_consultation
from ..forms import EnterForm, RemarkForm, WordsForm
from ..models import Paragraph, Remark
from .consultations import PER_PAGE


def paragraph_asked(place: Place, visit: Visit) -> Paragraph | None:
    """The paragraph named by `?paragraph=`; None for the whole document."""
    key = visit.GET.get("paragraph", "")
    return queries.paragraph_in(place.consultation.version, key) if key else None


def back_to(place: Place, paragraph: Paragraph | None) -> HttpResponse:
    """To the place in the text one came from."""
    visit, found = place.visit, place.consultation
    answer = redirect("consultations:consultation", network=visit.network.slug, consultation=found.pk)
    if paragraph is not None:
        answer["Location"] += where(paragraph)
    return answer


def where(paragraph: Paragraph) -> str:
    number = queries.place_of(paragraph) // PER_PAGE + 1
    return f"{f'?page={number}' if number > 1 else ''}#p-{paragraph.place}"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def remark(visit: Visit, consultation: UUID) -> HttpResponse:
    """Remark on the paragraph asked for, or on the whole document."""
    place = consultation_of(visit, consultation)
    parties = place.parties
    if not place.may_remark:
        raise Refused(place.may_remark)
    paragraph = paragraph_asked(place, visit)
    form = RemarkForm(visit.POST if visit.method == "POST" else None, parties=parties, own_name=place.own_name)
    if visit.method == "POST" and form.is_valid():
        said = form.given()
        by = visit.standing.on_behalf_of(said["organisation"].pk) if said["organisation"] else visit.standing
        actions.remark(
            by=by, at=timezone.now(), consultation=place.consultation, paragraph=paragraph, **said
        )  # fmt: skip
        messages.success(visit, _("Uwaga zapisana. Do końca konsultacji możesz ją zmienić."))
        return back_to(place, paragraph)
    return _form(place, form, paragraph, "consultations/remark.html")


def _form(place: Place, form: Any, paragraph: Paragraph | None, template: str, **more: Any) -> HttpResponse:
    found = place.consultation
    shown = {
        "consultation": found, "document": found.version.document, "form": form, "paragraph": paragraph,
        "here": "consultations", **more,
    }  # fmt: skip
    return render(place.visit, template, shown, status=422 if form.errors else 200)


@login_required
@require_safe
@in_network
def mine(visit: Visit, consultation: UUID) -> HttpResponse:
    """What the visitor and their organisations said, and what became of it."""
    place = consultation_of(visit, consultation)
    page = page_of(queries.own_remarks(place.consultation, visit.standing), visit)
    shown = {
        "consultation": place.consultation, "document": place.consultation.version.document, "page": page,
        "open": place.facts.open, "may_remark": place.may_remark, "here": "consultations",
    }  # fmt: skip
    return render(visit, "consultations/mine.html", shown)


def own_remark(place: Place, key: UUID) -> Remark:
    found = queries.remark_in(place.consultation, key)
    if not queries.is_own(found, place.visit.standing):
        raise Http404
    return found


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def edit(visit: Visit, consultation: UUID, remark: UUID) -> HttpResponse:
    """Change one's own remark until the end."""
    place = consultation_of(visit, consultation)
    found = own_remark(place, remark)
    before = {"stance": found.stance, "text": found.text, "proposal": found.proposal}
    form = WordsForm(visit.POST if visit.method == "POST" else None, initial=before)
    if visit.method == "POST" and form.is_valid():
        actions.change_remark(by=visit.standing, at=timezone.now(), remark=found, **form.words())
        messages.success(visit, _("Zmiana zapisana."))
        return redirect("consultations:mine", network=visit.network.slug, consultation=place.consultation.pk)
    return _form(place, form, found.paragraph, "consultations/remark.html", remark=found)


@login_required
@require_POST
@in_network
def withdraw(visit: Visit, consultation: UUID, remark: UUID) -> HttpResponse:
    place = consultation_of(visit, consultation)
    actions.withdraw_remark(by=visit.standing, at=timezone.now(), remark=own_remark(place, remark))
    messages.success(visit, _("Uwaga wycofana."))
    return redirect("consultations:mine", network=visit.network.slug, consultation=place.consultation.pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def enter(visit: Visit, consultation: UUID) -> HttpResponse:
    """Enter what came on paper or by mail."""
    place = kept_consultation(visit, consultation)
    found = place.consultation
    texts = {str(one.pk): one for one in queries.paragraphs_of(found.version).only("unit", "version", "place")[:2_000]}
    units = [(key, one.unit) for key, one in texts.items()]
    form = EnterForm(
        visit.POST if visit.method == "POST" else None, units=units, initial={"unit": visit.GET.get("paragraph", "")}
    )
    if visit.method == "POST" and form.is_valid():
        party = form.cleaned_data["party"].strip()
        known = party_named(visit, party)
        actions.enter_remark(
            by=visit.standing, at=timezone.now(), consultation=found, paragraph=texts.get(form.cleaned_data["unit"]),
            organisation=known, party=party, **form.words(),
        )  # fmt: skip
        messages.success(visit, _("Uwaga wpisana."))
        return redirect("consultations:report", network=visit.network.slug, consultation=found.pk)
    return _form(place, form, None, "consultations/enter.html")


def party_named(visit: Visit, name: str) -> Organisation | None:
    """An organisation of the network of exactly this name."""
    return members_of(visit.network, visit.today, *Status.values).filter(name__iexact=name).first()
