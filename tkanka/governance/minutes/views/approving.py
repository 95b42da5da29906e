"""Asking for remarks, writing down the approval, correcting."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.minutes import ApprovalBasis, may_correct

from .. import actions, queries
from ..forms import ApproveForm, CorrectForm
from .finding import back_to, found


@login_required
@require_POST
@in_network
def send_out(visit: Visit, minutes: UUID) -> HttpResponse:
    shown, _facts, at = found(visit, minutes)
    actions.send_out(by=visit.standing, at=at, minutes=shown)
    messages.success(visit, _("Protokół wysłany do uwag."))
    return back_to(visit, shown)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def approve(visit: Visit, minutes: UUID) -> HttpResponse:
    """Write down who approved the minutes, and where."""
    shown, facts, at = found(visit, minutes)
    facts.keep.require()
    facts.approve(ApprovalBasis.MEETING, later=True, where="").require()
    form = ApproveForm(visit.POST or None, meetings=queries.later_meetings(shown.meeting, at))
    if visit.method == "POST" and form.is_valid():
        actions.approve(by=visit.standing, at=at, minutes=shown, **form.given())
        messages.success(visit, _("Protokół zatwierdzony."))
        return back_to(visit, shown)
    context = {"form": form, "minutes": shown, "meeting": shown.meeting, "title": _("Zatwierdzenie protokołu"),
               "place": "desk"}  # fmt: skip
    return render(visit, "minutes/form.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def correct(visit: Visit, minutes: UUID, section: UUID) -> HttpResponse:
    """Correct a section of approved minutes."""
    shown, facts, at = found(visit, minutes)
    one = queries.section_in(shown, section)
    may_correct(facts.book, facts.by, facts.of, facts.work, reason="-").require()
    form = CorrectForm(visit.POST or None, initial={"text": one.text})
    if visit.method == "POST" and form.is_valid():
        actions.correct(by=visit.standing, at=at, section=one, **form.cleaned_data)
        messages.success(visit, _("Poprawka zapisana jako nowa wersja."))
        return back_to(visit, shown)
    context = {"form": form, "minutes": shown, "meeting": shown.meeting, "section": one, "place": "desk",
               "title": _("Poprawka protokołu")}  # fmt: skip
    return render(visit, "minutes/form.html", context, status=422 if form.errors else 200)
