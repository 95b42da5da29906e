"""Removal cases: the secretariat's list, the case, the member's answer, the evidence."""

from collections.abc import Callable
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.ground.kit.downloads import file_answer
from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.queries import history_of, organisation_in
from tkanka.rules.membership import RemovalState, may_prepare_removal, removable
from tkanka.rules.ruling import Ruling

from .. import actions, queries
from ..forms import AnswerForm, CaseForm, DecisionForm, EvidenceForm, ObjectionForm
from ..models import RemovalCase
from ..weighing import rulings_of


@login_required
@require_safe
@in_network
def cases(visit: Visit) -> HttpResponse:
    """All cases of the network, by state."""
    if not visit.standing.keeps_the_network:
        raise Http404
    state = visit.GET.get("state", "")
    state = state if state in set(RemovalState) else ""
    page = page_of(queries.cases_in(visit.network, state), visit)
    shown = {
        "page": page, "state": state, "states": list(RemovalState), "removable": removable(visit.frame.book),
        "place": "secretariat",
    }  # fmt: skip
    return render(visit, "tenure/cases.html", shown)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def prepare(visit: Visit, organisation: UUID) -> HttpResponse:
    """Begin a case, or go on with the one that is open."""
    if not visit.standing.keeps_the_network:
        raise Http404
    party = organisation_in(visit.network, organisation, visit.today)
    membership = queries.membership_for(visit.network, party, visit.today)
    begun = queries.open_case(membership)
    if begun:
        return redirect("tenure:case", network=visit.network.slug, case=begun.pk)
    book = visit.frame.book
    ruling = may_prepare_removal(book, visit.standing, organisation=party.pk)
    grounds = book.membership.removal_grounds.value if book.membership.removal_grounds else ()
    asked = {"ground": visit.GET.get("ground", "")}
    form = CaseForm(visit.POST or None, grounds=grounds, initial=asked)
    if visit.method == "POST" and ruling and form.is_valid():
        case = actions.prepare_removal(by=visit.standing, at=timezone.now(), membership=membership, **form.cleaned_data)
        messages.success(visit, _("Sprawa zapisana. Dodaj materiały, zanim wyślesz zawiadomienie."))
        return redirect("tenure:case", network=visit.network.slug, case=case.pk)
    if visit.method == "POST":
        ruling.require()
    shown = {
        "party": party, "form": form, "ruling": ruling, "signs": queries.signs_for(book, membership, visit.today),
        "last": queries.last_contribution(visit.network, party), "place": "secretariat",
    }  # fmt: skip
    return render(visit, "tenure/prepare.html", shown, status=422 if form.errors else 200)


@never_cache
@login_required
@require_safe
@in_network
def case(visit: Visit, case: UUID) -> HttpResponse:
    """A case as its two sides see it: ground, facts, evidence, answer, decision, and what may be done now."""
    found = queries.case_in(visit.network, case, visit.standing)
    return render(visit, "tenure/case.html", _shown(visit, found))


def _allowed(ruling: Ruling) -> None:
    ruling.require()


def _shown(visit: Visit, found: RemovalCase, **forms: Any) -> dict[str, Any]:
    keeps = visit.standing.keeps_the_network
    speaks = queries.speaks_in_case(found, visit.standing)
    return {
        "case": found,
        "evidence": queries.evidence_of(found),
        "rulings": rulings_of(found, visit.standing, timezone.now()),
        "speaks": speaks,
        "evidence_form": EvidenceForm(),
        "answer_form": AnswerForm(),
        "decision_form": DecisionForm(),
        "objection_form": ObjectionForm(),
        "history": history_of(found) if keeps else [],
        "place": "secretariat" if keeps else "desk",
    } | forms


@login_required
@require_POST
@in_network
def add_evidence(visit: Visit, case: UUID) -> HttpResponse:
    found = queries.case_in(visit.network, case, visit.standing)
    _allowed(rulings_of(found, visit.standing, timezone.now()).evidence)
    form = EvidenceForm(visit.POST, visit.FILES)
    if not form.is_valid():
        return render(visit, "tenure/case.html", _shown(visit, found, evidence_form=form), status=422)
    actions.add_evidence(by=visit.standing, at=timezone.now(), case=found, **form.cleaned_data)
    messages.success(visit, _("Dodano do sprawy."))
    return redirect("tenure:case", network=visit.network.slug, case=found.pk)


@login_required
@require_POST
@in_network
def notify(visit: Visit, case: UUID) -> HttpResponse:
    found = queries.case_in(visit.network, case, visit.standing)
    actions.notify_of_removal(by=visit.standing, at=timezone.now(), case=found)
    messages.success(visit, _("Zawiadomienie wysłane do wszystkich, którzy reprezentują organizację."))
    return redirect("tenure:case", network=visit.network.slug, case=found.pk)


@login_required
@require_POST
@in_network
def answer(visit: Visit, case: UUID) -> HttpResponse:
    found = queries.case_in(visit.network, case, visit.standing)
    _allowed(rulings_of(found, visit.standing, timezone.now()).answer)
    form = AnswerForm(visit.POST, visit.FILES)
    if not form.is_valid():
        return render(visit, "tenure/case.html", _shown(visit, found, answer_form=form), status=422)
    actions.answer_removal(
        by=visit.standing.on_behalf_of(found.organisation_id), at=timezone.now(), case=found, **form.cleaned_data
    )
    messages.success(visit, _("Odpowiedź zapisana. Przeczyta ją Koordynator_ka i sekretariat."))
    return redirect("tenure:case", network=visit.network.slug, case=found.pk)


STEPS: dict[str, Callable[..., RemovalCase]] = {"remove": actions.remove_member, "drop": actions.drop_removal}


@login_required
@require_POST
@in_network
def decide(visit: Visit, case: UUID) -> HttpResponse:
    """Remove, or drop the case; the step is in the form."""
    found = queries.case_in(visit.network, case, visit.standing)
    step = STEPS.get(visit.POST.get("step", ""))
    if step is None:
        raise Http404
    _allowed(rulings_of(found, visit.standing, timezone.now()).by_step(visit.POST["step"]))
    form = DecisionForm(visit.POST)
    if not form.is_valid():
        return render(visit, "tenure/case.html", _shown(visit, found, decision_form=form), status=422)
    step(by=visit.standing, at=timezone.now(), case=found, **form.cleaned_data)
    messages.success(visit, _("Decyzja zapisana. Organizacja dostanie list."))
    return redirect("tenure:case", network=visit.network.slug, case=found.pk)


@login_required
@require_POST
@in_network
def object_to(visit: Visit, case: UUID) -> HttpResponse:
    found = queries.case_in(visit.network, case, visit.standing)
    _allowed(rulings_of(found, visit.standing, timezone.now()).objection)
    form = ObjectionForm(visit.POST)
    if not form.is_valid():
        return render(visit, "tenure/case.html", _shown(visit, found, objection_form=form), status=422)
    actions.object_to_removal(by=visit.standing, at=timezone.now(), case=found, **form.cleaned_data)
    messages.success(visit, _("Sprzeciw zapisany. Nie wstrzymuje decyzji, trafi do grupy doradczej."))
    return redirect("tenure:case", network=visit.network.slug, case=found.pk)


@never_cache
@login_required
@require_safe
@in_network
def evidence(visit: Visit, evidence: UUID) -> HttpResponse:
    """A file of a case, for its two sides."""
    found = queries.evidence_in(visit.network, evidence, visit.standing)
    if not found.file:
        raise Http404
    try:
        return cast(HttpResponse, file_answer(found.file.open("rb"), found.name))
    except FileNotFoundError as gone:
        raise Http404 from gone
