"""The secretariat's queue, and what it does with an application."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit
from tkanka.network.networks.queries import office_holders
from tkanka.network.people.actions import register_person
from tkanka.rules.membership import Mode, mode

from .. import actions
from ..forms.deciding import AssistForm, QuestionForm, RefusalForm
from ..links import token_of
from ..models import Application, CheckItem
from ..queries import application_in, applications_in, clocks, counts_by_state, open_requests
from .folder import folder_of
from .gates import in_office

FILTERS = ("open", "submitted", "asked", "accepted", "refused", "withdrawn")


@require_safe
@in_office
def applications(visit: Visit) -> HttpResponse:
    state = visit.GET.get("state", "")
    state = state if state in FILTERS else "open"
    rows = page_of(applications_in(visit.network, state), visit)
    ticking = clocks(visit.frame.book, rows.items) if state in ("open", "submitted", "asked") else {}
    counts = counts_by_state(visit.network)
    counts["open"] = counts.get("submitted", 0) + counts.get("asked", 0)
    shown = {
        "rows": [row_of(visit, a, ticking.get(a.pk)) for a in rows.items],
        "page": rows,
        "state": state,
        "filters": [(f, counts.get(f, 0)) for f in FILTERS],
        "verifies": mode(visit.frame.book).value == Mode.VERIFIED,
        "mode": mode(visit.frame.book),
        "requests": open_requests(visit.network),
        "place": "secretariat",
        "here": "membership:applications",
    }
    return render(visit, "membership/applications.html", shown)


def row_of(visit: Visit, application: Application, clock: Any) -> dict[str, Any]:
    checks = {check.item for check in application.checks.all()}
    lacking = [str(item.label) for item in CheckItem if item not in checks]
    return {
        "application": application,
        "clock": clock,
        "gone": min(clock.gone(visit.today), clock.max_workdays) if clock else 0,
        "held": clock.held(visit.today) if clock else False,
        "late": clock.overdue(visit.today) if clock else False,
        "over": clock.gone(visit.today) - clock.max_workdays if clock else 0,
        "held_since": next((q.asked_at for q in application.questions.all() if q.answered_at is None), None),
        "checked": len(checks),
        "of": len(CheckItem),
        "lacking": lacking,
    }


@require_safe
@in_office
def verify(visit: Visit, key: UUID) -> HttpResponse:
    """Everything about one application on one page."""
    found = application_in(visit.network, key)
    forms = {"asking": QuestionForm(), "refusing": RefusalForm()}
    return render(visit, "membership/verify.html", folder_of(visit, found) | forms)


def back(visit: Visit, found: Application) -> HttpResponse:
    return redirect("membership:verify", network=visit.network.slug, key=found.pk)


@require_POST
@in_office
def handler(visit: Visit, key: UUID) -> HttpResponse:
    found = application_in(visit.network, key)
    wanted = visit.POST.get("handler", "")
    people = {str(h.person_id): h.person for h in office_holders(visit.network, visit.today)[:100]}
    if wanted not in people:
        raise Http404
    actions.assign_handler(by=visit.standing, at=timezone.now(), application=found, handler=people[wanted])
    messages.success(visit, _("Zgłoszenie prowadzi: %(who)s.") % {"who": people[wanted]})
    return back(visit, found)


@require_POST
@in_office
def check(visit: Visit, key: UUID) -> HttpResponse:
    """Tick or untick one item of the checklist."""
    found, item = application_in(visit.network, key), visit.POST.get("item", "")
    if item not in CheckItem.values:
        raise Http404
    does = actions.uncheck_item if visit.POST.get("undo") else actions.check_item
    does(by=visit.standing, at=timezone.now(), application=found, item=item)
    return back(visit, found)


@require_POST
@in_office
def ask(visit: Visit, key: UUID) -> HttpResponse:
    found, form = application_in(visit.network, key), QuestionForm(visit.POST)
    if not form.is_valid():
        forms = {"asking": form, "refusing": RefusalForm()}
        return render(visit, "membership/verify.html", folder_of(visit, found) | forms)
    actions.ask_applicant(by=visit.standing, at=timezone.now(), application=found, text=form.cleaned_data["text"])
    messages.success(visit, _("Pytanie wysłane. Zegar stoi, dopóki nie przyjdzie odpowiedź."))
    return back(visit, found)


@require_POST
@in_office
def accept(visit: Visit, key: UUID) -> HttpResponse:
    found = application_in(visit.network, key)
    membership = actions.accept_application(by=visit.standing, at=timezone.now(), application=found)
    messages.success(visit, _("„%(name)s” jest w sieci. List poszedł.") % {"name": membership.organisation.name})
    return back(visit, found)


@require_POST
@in_office
def refuse(visit: Visit, key: UUID) -> HttpResponse:
    found, form = application_in(visit.network, key), RefusalForm(visit.POST)
    if not form.is_valid():
        forms = {"asking": QuestionForm(), "refusing": form}
        return render(visit, "membership/verify.html", folder_of(visit, found) | forms)
    actions.refuse_application(by=visit.standing, at=timezone.now(), application=found, **form.cleaned_data)
    messages.success(visit, _("Odmowa zapisana. List z powodem poszedł do wnioskujących."))
    return back(visit, found)


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def assist(visit: Visit) -> HttpResponse:
    """Type in for an applicant; both persons are recorded, and the applicant hears of it."""
    form = AssistForm(
        visit.POST if visit.method == "POST" else None, initial={"language": (get_language() or "pl")[:2]}
    )
    if visit.method != "POST" or not form.is_valid():
        return render(visit, "membership/assist.html", {"form": form, "place": "secretariat"})
    at: datetime = timezone.now()
    person = register_person(by=visit.standing, at=at, **form.cleaned_data)
    draft = actions.begin_draft(
        by=visit.standing, at=at, network=visit.network, applicant=person, language=person.language
    )
    actions.send_draft_link(by=visit.standing, at=at, draft=draft, own=True, email=person.email,
                            token=token_of(draft.pk))  # fmt: skip
    return redirect("membership:step", network=visit.network.slug, key=draft.pk, step="which")
