"""Remarks on a section, and their answers."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tkanka.governance.meetings.showing import parties_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.minutes import may_remark

from .. import actions, queries
from ..forms import AnswerForm, RemarkForm
from .finding import back_to, found


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def remark(visit: Visit, minutes: UUID, section: UUID) -> HttpResponse:
    """Say what is wrong or missing in a section."""
    shown, facts, at = found(visit, minutes)
    one = queries.section_in(shown, section)
    parties = parties_of(visit)
    first = parties[0].pk if parties else None
    may_remark(facts.book, facts.by, facts.of, facts.work, organisation=first, today=facts.today).require()
    own_name = not parties
    form = RemarkForm(visit.POST or None, parties=parties, own_name=own_name)
    if visit.method == "POST" and form.is_valid():
        actions.remark(by=visit.standing, at=at, section=one, **form.given())
        messages.success(visit, _("Uwaga wysłana. Odpowiedź przyjdzie listem i stanie przy tej części."))
        return back_to(visit, shown)
    context = {"form": form, "minutes": shown, "meeting": shown.meeting, "section": one, "place": "desk",
               "title": _("Uwaga do protokołu")}  # fmt: skip
    return render(visit, "minutes/form.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def answer(visit: Visit, minutes: UUID, remark: UUID) -> HttpResponse:
    """Answer a remark in words."""
    shown, facts, at = found(visit, minutes)
    one = queries.remark_in(shown, remark)
    facts.write.require()
    form = AnswerForm(visit.POST or None)
    if visit.method == "POST" and form.is_valid():
        actions.answer_remark(by=visit.standing, at=at, remark=one, **form.cleaned_data)
        messages.success(visit, _("Odpowiedź zapisana i wysłana."))
        return back_to(visit, shown)
    context = {"form": form, "minutes": shown, "meeting": shown.meeting, "section": one.section, "remark": one,
               "place": "desk", "title": _("Odpowiedź na uwagę")}  # fmt: skip
    return render(visit, "minutes/form.html", context, status=422 if form.errors else 200)
