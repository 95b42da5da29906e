"""Joining: the first page, the steps of an application, its link."""

from typing import Any
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.membership import Mode, mode
from tkanka.rules.ruling import Refused

from .. import actions
from ..forms.course import LABELS, Course
from ..forms.deciding import LinkForm
from ..forms.steps import StepForm, WhichForm
from ..forms.typed import as_sent, typed_in
from ..links import draft_behind, token_of
from ..models import Application
from ..queries import applications_of, draft_in, names_anybody, parties_of, similar_parties
from ..queries.declarations import paragraph_for
from .folder import facts_of
from .gates import by_link, hold, holds, me, signed_in, to_sign_in

DRAFTS_AN_HOUR = 30


@never_cache
@require_safe
@in_network
def join(visit: Visit) -> HttpResponse:
    """How one comes into this network, and where one left off."""
    person = visit.standing.person
    shown = {
        "mode": mode(visit.frame.book),
        "parties": parties_of(visit.standing),
        "names": names_anybody(visit.network),
        "mine": applications_of(visit.network, person)[:20] if person else [],
        "belongs": visit.standing.is_member,
        "kinds": visit.frame.book.membership.kinds,
        "eligibility": visit.frame.book.membership.eligibility_any or visit.frame.book.membership.eligibility_all,
    }
    return render(visit, "membership/join.html", shown)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def begin(visit: Visit) -> HttpResponse:
    """The first step, before there is a draft; sent, it becomes one."""
    if mode(visit.frame.book).value != Mode.VERIFIED:
        return redirect("membership:take-part", network=visit.network.slug)
    if visit.method != "POST":
        return step_page(visit, None, "which", WhichForm(visit.frame.book, None))
    if too_many(visit):
        messages.error(visit, _("Za dużo nowych szkiców w krótkim czasie. Spróbujcie za godzinę."))
        return redirect("membership:join", network=visit.network.slug)
    at, person = timezone.now(), me(visit) if visit.standing.person else None
    draft = actions.begin_draft(
        by=visit.standing, at=at, network=visit.network, applicant=person, language=(get_language() or "pl")[:2]
    )
    hold(visit, draft)
    if person:
        actions.send_draft_link(by=visit.standing, at=at, draft=draft, own=True, email=draft.email,
                                token=token_of(draft.pk))  # fmt: skip
    return save_step(visit, draft, "which")


@signed_in
@require_POST
def begin_known(visit: Visit, party: UUID) -> HttpResponse:
    """Apply with an organisation one already speaks for: nothing is typed again."""
    organisation = next((o for o in parties_of(visit.standing) if o.pk == party), None)
    if organisation is None:
        raise Http404
    draft = actions.begin_draft(by=visit.standing, at=timezone.now(), network=visit.network, applicant=me(visit),
                                language=me(visit).language, organisation=organisation)  # fmt: skip
    return redirect("membership:step", network=visit.network.slug, key=draft.pk, step="work")


def too_many(visit: HttpRequest) -> bool:
    """Whether this address begins more drafts than people do."""
    key = f"drafts:{get_adapter().get_client_ip(visit)}"
    cache.add(key, 0, 3600)
    return bool(cache.incr(key) > DRAFTS_AN_HOUR)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def step(visit: Visit, key: UUID, step: str) -> HttpResponse:
    """One step of a draft: shown as it was typed, saved whatever is typed."""
    if sent := sent_by(visit, key):
        return to_sent(visit, sent)
    draft = draft_in(visit.network, key)
    if not holds(visit, draft):
        return not_held(visit, draft)
    course = course_of(visit, draft)
    if step not in course.steps:
        raise Http404
    if visit.method != "POST":
        return send_page(visit, course) if step == "send" else step_page(visit, course, step, course.form(step))
    return send(visit, course) if step == "send" else save_step(visit, draft, step)


def sent_by(visit: Visit, key: UUID) -> Application | None:
    """What was a draft until just now: sent twice, the second finds the application."""
    person = visit.standing.person
    found = applications_of(visit.network, person, typed_too=True).filter(pk=key).first() if person else None
    return found if found and found.submitted_at else None


def to_sent(visit: Visit, sent: Application) -> HttpResponse:
    page = "application" if sent.applicant_id == visit.standing.person else "verify"
    return redirect(f"membership:{page}", network=visit.network.slug, key=sent.pk)


def not_held(visit: Visit, draft: Application) -> HttpResponse:
    if visit.standing.person is None and (draft.applicant_id or by_link(visit, draft.pk)):
        return to_sign_in(visit)
    raise Http404


def course_of(visit: Visit, draft: Application) -> Course:
    version = visit.frame.charter
    return Course(draft, visit.frame.book, version.number if version else 0)


def save_step(visit: Visit, draft: Application, step: str) -> HttpResponse:
    course = course_of(visit, draft)
    typed = typed_in(visit.POST, course.form(step))
    draft = actions.save_draft(by=visit.standing, at=timezone.now(), draft=draft, own=holds(visit, draft), step=step,
                               typed=typed)  # fmt: skip
    course = course_of(visit, draft)
    form = course.form(step, as_sent(typed))
    if not form.is_valid() or (step == "declarations" and not course.reads_in_force()):
        return step_page(visit, course, step, form)
    if step == "details" and form.cleaned_data.get("email") and not draft.applicant_id:
        actions.send_draft_link(by=visit.standing, at=timezone.now(), draft=draft, own=True,
                                email=form.cleaned_data["email"], token=token_of(draft.pk))  # fmt: skip
    return redirect("membership:step", network=visit.network.slug, key=draft.pk, step=course.after(step))


def step_page(visit: Visit, course: Course | None, step: str, form: StepForm) -> HttpResponse:
    draft = course.application if course else None
    version = visit.frame.charter if step == "declarations" else None
    term = visit.frame.book.membership.declarations
    shown: dict[str, Any] = {
        "form": form,
        "step": step,
        "course": course,
        "here": "membership:join",
        "draft": draft,
        "steps": steps_shown(visit, course, step),
        "similar": similar(visit, draft, form),
        "version": version,
        "term": term,
        "paragraph": paragraph_for(version, term.cite) if term else None,
        "back": address(visit, draft, before) if course and draft and (before := course.before(step)) else "",
        "changed": step == "declarations" and form.is_bound and course is not None and not course.reads_in_force(),
    }
    return render(visit, "membership/step.html", shown)


def steps_shown(visit: Visit, course: Course | None, now: str) -> list[dict[str, Any]]:
    """The course of the form above it: done steps are links back."""
    found = []
    for step in course.steps if course else tuple(LABELS):
        kind = "now" if step == now else "done" if course and course.is_done(step) else ""
        url = ""
        if course and kind != "now" and (kind == "done" or step in course.application.data):
            url = address(visit, course.application, step)
        found.append({"label": str(LABELS[step]), "kind": kind, "url": url})
    return found


def address(visit: Visit, draft: Application, step: str) -> str:
    return reverse("membership:step", kwargs={"network": visit.network.slug, "key": draft.pk, "step": step})


def similar(visit: Visit, draft: Application | None, form: StepForm) -> list[Any]:
    """Parties that may be the same one, as long as it is not chosen which it is."""
    if draft is None or draft.organisation_id or not draft.name:
        return []
    numbers = form.numbers() if isinstance(form, WhichForm) and form.is_bound and form.is_valid() else {}
    return similar_parties(visit.network, visit.today, draft.name, numbers)


def send_page(visit: Visit, course: Course) -> HttpResponse:
    draft = course.application
    shown = {
        "course": course,
        "here": "membership:join",
        "draft": draft,
        "step": "send",
        "steps": steps_shown(visit, course, "send"),
        "missing": [(address(visit, draft, step), str(LABELS[step])) for step in course.missing],
        "summary": facts_of(course.profile(), course.words) if not course.missing else [],
        "similar": similar(visit, draft, course.kept("which")) if not course.known else [],
    }
    return render(visit, "membership/send.html", shown)


def send(visit: Visit, course: Course) -> HttpResponse:
    """Hand it in. A visitor without an account signs in first; nothing typed is lost on the way."""
    draft, at = course.application, timezone.now()
    if visit.standing.person is None:
        return to_sign_in(visit)
    if course.missing:
        return send_page(visit, course)
    if draft.applicant_id is None:
        draft = actions.give_draft(by=visit.standing, at=at, draft=draft, own=holds(visit, draft), person=me(visit))
    try:
        actions.submit_application(
            by=visit.standing,
            at=at,
            application=draft,
            own=draft.applicant_id == visit.standing.person,
            profile=course.profile(),
            made=course.made,
            charter=visit.frame.charter,
        )
    except Refused as refused:
        if not sent_already(refused):
            raise
    messages.success(visit, _("Zgłoszenie wysłane. Potwierdzenie idzie e-mailem."))
    return to_sent(visit, draft)


def sent_already(refused: Refused) -> bool:
    """Sent twice at once: the first is the one that counts, and both see it."""
    return {g.code for g in refused.ruling.failed} == {"step_not_open"}


@require_POST
@in_network
def send_link(visit: Visit, key: UUID) -> HttpResponse:
    """Send the link of a draft once more, or to another address."""
    draft = draft_in(visit.network, key)
    if not holds(visit, draft):
        return not_held(visit, draft)
    form = LinkForm(visit.POST)
    if form.is_valid():
        actions.send_draft_link(by=visit.standing, at=timezone.now(), draft=draft, own=True,
                                email=form.cleaned_data["email"], token=token_of(draft.pk))  # fmt: skip
        messages.success(visit, _("Link do szkicu wysłany na %(email)s.") % {"email": form.cleaned_data["email"]})
    else:
        messages.error(visit, " ".join(str(error) for errors in form.errors.values() for error in errors))
    course = course_of(visit, draft)
    step = next(iter(course.missing), "send")
    return redirect("membership:step", network=visit.network.slug, key=draft.pk, step=step)


@require_POST
@in_network
def discard(visit: Visit, key: UUID) -> HttpResponse:
    """Throw a draft away."""
    draft = draft_in(visit.network, key)
    if not holds(visit, draft):
        return not_held(visit, draft)
    actions.withdraw_application(by=visit.standing, at=timezone.now(), application=draft, own=True)
    messages.success(visit, _("Szkic usunięty, z wszystkim, co w nim było."))
    return redirect("membership:join", network=visit.network.slug)


@never_cache
@require_safe
@in_network
def resume(visit: Visit, token: str) -> HttpResponse:
    """Back into a draft by its link."""
    key = draft_behind(token)
    if key is None:
        return render(visit, "membership/no_draft.html", status=410)
    try:
        draft = draft_in(visit.network, key)
    except Http404:
        return render(visit, "membership/no_draft.html", status=410)
    hold(visit, draft)
    course = course_of(visit, draft)
    step = next(iter(course.missing), "send")
    return redirect("membership:step", network=visit.network.slug, key=draft.pk, step=step)
