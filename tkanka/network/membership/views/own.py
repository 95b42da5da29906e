"""One's own applications: their course, questions, decision, receipt."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.ground.kit.downloads import guarded
from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit
from tkanka.network.networks.queries import history_of, rulebook_in
from tkanka.rules.membership import Refusal, may_reapply, refusal_cite
from tkanka.rules.membership.states import ApplicationState
from tkanka.rules.parties import Kind

from .. import actions
from ..forms.deciding import AnswerForm
from ..models import Application
from ..queries import applications_of, clock_of, declarations_of
from ..queries.applications import own_application_in
from ..queries.declarations import paragraph_for
from ..receipts import receipt_of
from .gates import me, signed_in


@require_safe
@signed_in
def my_applications(visit: Visit) -> HttpResponse:
    rows = page_of(applications_of(visit.network, me(visit).pk), visit)
    return render(visit, "membership/my_applications.html", {"applications": rows, "place": "desk"})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def application(visit: Visit, key: UUID) -> HttpResponse:
    """The course of an application; an answer to the open question is sent from here."""
    found = own_application_in(visit.network, key, visit.standing)
    question = found.questions.filter(answered_at=None).first() if found.state == ApplicationState.ASKED else None
    form = AnswerForm(visit.POST if visit.method == "POST" else None) if question else None
    if visit.method == "POST" and form is not None and form.is_valid():
        actions.answer_question(by=visit.standing, at=timezone.now(), application=found, own=True,
                                answer=form.cleaned_data["answer"])  # fmt: skip
        messages.success(visit, _("Odpowiedź wysłana. Zegar znowu idzie."))
        return redirect("membership:application", network=visit.network.slug, key=found.pk)
    return render(visit, "membership/application.html", shown(visit, found) | {"form": form, "question": question})


def shown(visit: Visit, found: Application) -> dict[str, Any]:
    assert found.submitted_at
    book = rulebook_in(found.charter, timezone.localtime(found.submitted_at).date())
    clock = clock_of(book, found)
    cite = refusal_cite(book, Refusal(found.reason)) if found.reason else ""
    again = may_reapply(visit.frame.book, visit.standing, kind=Kind(found.kind), earlier=ApplicationState(found.state))
    return {
        "application": found,
        "steps": steps_of(found),
        "clock": clock,
        "gone": clock.gone(visit.today) if clock else 0,
        "late": clock.overdue(visit.today) if clock else False,
        "questions": list(found.questions.all()[:50]),
        "declarations": declarations_of(found),
        "history": history_of(found, 50),
        "cite": cite,
        "paragraph": paragraph_for(found.charter, cite),
        "again": again,
        "place": "desk",
    }


def steps_of(found: Application) -> list[dict[str, Any]]:
    """Draft, handed in, being verified, decided: where it stands."""
    over = found.decided_at is not None or found.state == ApplicationState.WITHDRAWN
    waits = found.state == ApplicationState.ASKED
    sent = {"label": _("Złożone"), "kind": "done"}
    looked = {"label": _("Pytanie do Was") if waits else _("Sprawdzanie"),
              "kind": "done" if over else "waits" if waits else "now"}  # fmt: skip
    last = {"label": found.state_label if over else _("Decyzja"), "kind": "now" if over else ""}
    return [sent, looked, last]


@require_POST
@signed_in
def withdraw(visit: Visit, key: UUID) -> HttpResponse:
    found = own_application_in(visit.network, key, visit.standing)
    actions.withdraw_application(by=visit.standing, at=timezone.now(), application=found, own=True)
    messages.success(visit, _("Zgłoszenie wycofane. Możecie zgłosić się ponownie w każdej chwili."))
    return redirect("membership:application", network=visit.network.slug, key=found.pk)


@require_POST
@signed_in
def reapply(visit: Visit, key: UUID) -> HttpResponse:
    found = own_application_in(visit.network, key, visit.standing)
    draft = actions.reapply(by=visit.standing, at=timezone.now(), application=found, own=True)
    first = "work" if draft.organisation_id else "which"
    return redirect("membership:step", network=visit.network.slug, key=draft.pk, step=first)


@require_safe
@signed_in
def receipt(visit: Visit, key: UUID) -> HttpResponse:
    """The declarations of an application as a PDF, in the reader's language."""
    found = own_application_in(visit.network, key, visit.standing)
    content = receipt_of(visit.network, found.name, declarations_of(found))
    return as_pdf(content, found.name)


def as_pdf(content: bytes, name: str) -> HttpResponse:
    answer: HttpResponse = guarded(
        HttpResponse(content, content_type="application/pdf"), _("Oświadczenia %(name)s.pdf") % {"name": name}
    )
    return answer
