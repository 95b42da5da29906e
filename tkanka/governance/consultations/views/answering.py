"""The remarks and the answers to them: the report for everybody, the desk for those who answer."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.consultations import (
    UNDER_WAY,
    ConsultationState,
    RemarkOutcome,
    RemarkStance,
)

from .. import actions, queries
from ..doors import Place, consultation_of, kept_consultation
from ..forms import AnswerForm, RemarkFilter
from ..likeness import alike
from ..models import Answer, Remark


@require_safe
@in_network
def report(visit: Visit, consultation: UUID) -> HttpResponse:
    """Every remark with the position on it; filtered, counted, to be taken along."""
    place = consultation_of(visit, consultation)
    found = place.consultation
    form = RemarkFilter(
        visit.GET, units=queries.units_with_remarks(found), parties=queries.parties_with_remarks(found)
    )  # fmt: skip
    asked = form.cleaned_data if form.is_valid() else {}
    page = page_of(queries.answering(found, **asked), visit)
    stances, outcomes, parties = queries.stances_and_outcomes(found)
    shown = {
        "consultation": found, "document": found.version.document, "form": form, "page": page,
        "left": queries.left(found, page.items, visit.today),
        "filtered": any(asked.values()), "stances": [(one, stances[one]) for one in RemarkStance],
        "outcomes": [(one, outcomes[one]) for one in RemarkOutcome], "unanswered": outcomes[""],
        "total": stances.total(), "parties": parties, "keeps": place.keeps,
        "answers": place.keeps and found.state == ConsultationState.ANSWERING,
        "groups": place.keeps and found.state in UNDER_WAY, "here": "consultations",
    }  # fmt: skip
    return render(visit, "consultations/report.html", shown)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def answer(visit: Visit, consultation: UUID, remark: UUID) -> HttpResponse:
    """One remark: its answer, and the remarks that say the same."""
    place = kept_consultation(visit, consultation)
    found = queries.remark_in(place.consultation, remark)
    stands = queries.answer_to(found)
    before = {"outcome": stands.outcome, "reason": stands.reason} if stands else {}
    seen = stands.revision if stands else 0
    form = AnswerForm(visit.POST if visit.method == "POST" else None, initial=before | {"seen": seen})
    if visit.method != "POST" or not form.is_valid():
        return _page(place, found, form, stands)
    if form.cleaned_data["seen"] != seen:
        form = AnswerForm({**visit.POST.dict(), "seen": seen})
        form.add_error(None, _("W tym czasie ktoś zapisał inną odpowiedź. Przeczytaj ją i zdecyduj, co dalej."))
        return _page(place, found, form, stands)
    said = form.cleaned_data | {"outcome": RemarkOutcome(form.cleaned_data["outcome"])}
    actions.answer(by=visit.standing, at=timezone.now(), remark=found, **said)
    messages.success(visit, _("Odpowiedź zapisana. Osoby, które zgłosiły uwagę, dostaną list."))
    following = queries.unanswered(place.consultation).order_by("number").first()
    if following is not None:
        return to_remark(visit, following)
    return redirect("consultations:report", network=visit.network.slug, consultation=place.consultation.pk)


def to_remark(visit: Visit, remark: Remark) -> HttpResponse:
    return redirect(
        "consultations:answer", network=visit.network.slug, consultation=remark.consultation_id, remark=remark.pk
    )  # fmt: skip


def _page(place: Place, found: Remark, form: AnswerForm, stands: Answer | None) -> HttpResponse:
    together = [one for one in queries.in_group(found) if one.pk != found.pk]
    others: list[Remark] = []
    if stands is None and found.withdrawn_at is None and place.consultation.state in UNDER_WAY:
        known = {one.pk for one in together}
        others = [one for one in queries.at_the_same_place(found) if one.pk not in known]
    near = alike(found, others)
    shown: dict[str, Any] = {
        "consultation": place.consultation, "document": place.consultation.version.document, "remark": found,
        "form": form, "stands": stands, "together": together, "near": near,
        "others": [one for one in others if one not in near][:50], "here": "consultations",
        "answers": place.consultation.state == ConsultationState.ANSWERING and found.withdrawn_at is None,
        "waiting": queries.unanswered(place.consultation).count(),
    }  # fmt: skip
    return render(place.visit, "consultations/answer.html", shown, status=422 if form.errors else 200)


@login_required
@require_POST
@in_network
def group(visit: Visit, consultation: UUID, remark: UUID) -> HttpResponse:
    """Put the remark together with those that were ticked."""
    place = kept_consultation(visit, consultation)
    found = queries.remark_in(place.consultation, remark)
    ticked = queries.chosen(place.consultation, [key for key in visit.POST.getlist("with")[:200] if _is_key(key)])
    actions.group_remarks(
        by=visit.standing, at=timezone.now(), consultation=place.consultation, remarks=[found, *ticked]
    )  # fmt: skip
    messages.success(visit, _("Połączono. Jedna odpowiedź trafi do wszystkich."))
    return to_remark(visit, found)


def _is_key(key: str) -> bool:
    try:
        return bool(UUID(key))
    except ValueError:
        return False


@login_required
@require_POST
@in_network
def ungroup(visit: Visit, consultation: UUID, remark: UUID) -> HttpResponse:
    place = kept_consultation(visit, consultation)
    found = queries.remark_in(place.consultation, remark)
    actions.ungroup_remark(by=visit.standing, at=timezone.now(), remark=found)
    messages.success(visit, _("Uwaga jest znów osobno."))
    return to_remark(visit, found)
