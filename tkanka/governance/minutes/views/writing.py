"""Writing a section together, and noting what came out of an item."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tkanka.governance.meetings.queries import agenda_of
from tkanka.network.networks.doors import Visit, in_network

from .. import actions, queries
from ..forms import DecisionForm, SectionForm
from .finding import back_to, found


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def write(visit: Visit, minutes: UUID, section: UUID) -> HttpResponse:
    """One section. Where somebody changed the same lines, both texts are shown and nothing is written yet."""
    shown, facts, at = found(visit, minutes)
    one = queries.section_in(shown, section)
    facts.write.require()
    form = SectionForm(visit.POST or None, initial={"text": one.text, "revision": one.revision})
    theirs = None
    if visit.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            done = actions.write_section(by=visit.standing, at=at, section=one, **said)
        except actions.Clash as clash:
            theirs = clash.theirs
            form = SectionForm(initial={"text": said["text"], "revision": clash.revision})
        else:
            mine = "\n".join(said["text"].splitlines())
            together = _("Zapisano razem ze zmianami innej osoby.") if done.text != mine else _("Zapisano.")
            messages.success(visit, together)
            return back_to(visit, shown)
    writers = queries.writers_lately(shown, at, visit.standing.person).get(one.pk, [])
    context = {"form": form, "minutes": shown, "meeting": shown.meeting, "section": one, "theirs": theirs,
               "writers": writers, "place": "desk"}  # fmt: skip
    return render(visit, "minutes/write.html", context, status=422 if form.errors or theirs is not None else 200)


@login_required
@require_POST
@in_network
def save(visit: Visit, minutes: UUID, section: UUID) -> HttpResponse:
    """Save on the way. Where somebody else has written meanwhile nothing is saved until the writer says so."""
    shown, facts, at = found(visit, minutes)
    one = queries.section_in(shown, section)
    facts.write.require()
    form = SectionForm(visit.POST)
    saved = None
    if form.is_valid() and form.cleaned_data["revision"] == one.revision:
        try:
            saved = actions.write_section(by=visit.standing, at=at, section=one, **form.cleaned_data)
        except actions.Clash:
            saved = None
    writers = queries.writers_lately(shown, at, visit.standing.person).get(one.pk, [])
    context = {"saved": saved, "at": at, "writers": writers, "invalid": bool(form.errors)}
    return render(visit, "minutes/parts/saved.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def decide(visit: Visit, minutes: UUID) -> HttpResponse:
    """Note what came out of an item."""
    shown, facts, at = found(visit, minutes)
    facts.write.require()
    items = [item for _at, item in agenda_of(shown.meeting)]
    form = DecisionForm(visit.POST or None, items=items, initial={"item": visit.GET.get("item", "")})
    if visit.method == "POST" and form.is_valid():
        actions.note_decision(by=visit.standing, at=at, minutes=shown, **form.given())
        messages.success(visit, _("Wynik zapisany."))
        return back_to(visit, shown)
    context = {"form": form, "minutes": shown, "meeting": shown.meeting, "title": _("Wynik punktu"), "place": "desk"}
    return render(visit, "minutes/form.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
@in_network
def drop_decision(visit: Visit, minutes: UUID, decision: UUID) -> HttpResponse:
    shown, _facts, at = found(visit, minutes)
    one = queries.decision_in(shown.meeting, decision)
    actions.drop_decision(by=visit.standing, at=at, minutes=shown, decision=one)
    messages.success(visit, _("Wynik usunięty."))
    return back_to(visit, shown)
