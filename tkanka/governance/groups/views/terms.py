"""Terms of reference: the page everybody may read and print, and the template that is filled already."""

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tkanka.governance.bodies.models import Body
from tkanka.ground.kit.downloads import guarded
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.bodies import BodyState
from tkanka.rules.groups import fields_missing, languages_encouraged, may_amend

from .. import actions, queries
from ..forms import TermsForm
from ..models import Terms
from ..printing import paper_of


@dataclass
class Prefilled:
    """What the template holds before anybody wrote in it."""

    aims: str = ""
    time_frame: str = ""
    ends_on: date | None = None
    meetings: str = ""
    languages: list[str] = field(default_factory=list)
    interpreted: bool = False
    profile: str = ""


@require_safe
@in_network
def terms(visit: Visit, group: UUID) -> HttpResponse:
    """The terms that hold, or an earlier version (`?version=`)."""
    body = queries.group_in(visit.network, group, visit.standing, visit.today)
    versions, found = _version(visit, body)
    shown = {
        "body": body,
        "terms": found,
        "versions": versions,
        "missing": fields_missing(visit.frame.book, found.filled) if found else (),
        "may_write": _may_write(visit, body),
        "plan": meetings_asked(body, found),
    }
    return render(visit, "groups/terms.html", shown)


def _version(visit: Visit, body: Body) -> tuple[list[Terms], Terms | None]:
    versions = queries.versions_of_terms(body)
    asked = visit.GET.get("version", "")
    return versions, next((one for one in versions if str(one.number) == asked), versions[0] if versions else None)


@require_safe
@in_network
def paper(visit: Visit, group: UUID) -> HttpResponse:
    """The same as a PDF."""
    body = queries.group_in(visit.network, group, visit.standing, visit.today)
    _versions, found = _version(visit, body)
    if found is None:
        raise Http404
    found.body = body
    name = _("Zasady współpracy, %(name)s") % {"name": body.name}
    answer: HttpResponse = guarded(HttpResponse(paper_of(found), content_type="application/pdf"), f"{name}.pdf")
    return answer


def meetings_asked(body: Body, terms: Terms | None) -> str:
    """What the form of a series or a meeting begins with, of what the terms say of meetings."""
    if terms is None or body.state == BodyState.CLOSED:
        return ""
    asked = QueryDict(mutable=True)
    asked["body"], asked["meets"] = str(body.pk), terms.meetings
    asked.setlist("language", terms.languages)
    if terms.interpreted:
        asked["interpreted"] = "1"
    return asked.urlencode()


def _may_write(visit: Visit, body: Body) -> Any:
    leads = queries.leads(body, visit.standing, visit.today)
    return may_amend(visit.frame.book, visit.standing, leads=leads, closed=body.state == BodyState.CLOSED)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def edit(visit: Visit, group: UUID) -> HttpResponse:
    """Write a new version, starting from the last one or from the proposal."""
    body = queries.group_in(visit.network, group, visit.standing, visit.today)
    ruling, book = _may_write(visit, body), visit.frame.book
    ruling.require()
    start = prefilled(visit, body)
    form = TermsForm(visit.POST or None, initial=start)
    if visit.method == "POST" and form.is_valid():
        actions.hand_in_terms(by=visit.standing, at=timezone.now(), body=body, **form.cleaned_data)
        messages.success(visit, _("Zasady współpracy przekazane sekretariatowi."))
        return redirect("groups:terms", network=visit.network.slug, group=body.pk)
    chosen = set(form.data.getlist("languages")) if form.is_bound else set(start["languages"])  # type: ignore[attr-defined]
    shown = {
        "body": body, "form": form, "first": queries.first_meeting_of(body),
        "encouraged": languages_encouraged(book, languages=chosen, interpreted=start["interpreted"]),
    }  # fmt: skip
    return render(visit, "groups/edit_terms.html", shown, status=422 if form.errors else 200)


def prefilled(visit: Visit, body: Body) -> dict[str, Any]:
    """The last version; else what the proposal said; else the languages the charter encourages."""
    source = queries.terms_of(body) or getattr(body, "proposal", None)
    if source:
        return {name: getattr(source, name) for name in asdict(Prefilled())}
    languages = visit.frame.book.languages.working_group_meetings
    return asdict(Prefilled(aims=body.purpose, languages=list(languages.value) if languages else [],
                            interpreted=bool(languages)))  # fmt: skip
