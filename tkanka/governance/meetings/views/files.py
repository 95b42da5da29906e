"""Materials, what members hand in, and the calendar file."""

from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.governance.calendar.ics import Told, calendar_of
from tkanka.ground.kit.downloads import file_answer, guarded
from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.meetings import may_hand_in

from .. import actions, queries
from ..forms.taking_part import HandInForm, MaterialForm
from ..publishing import page_of as address_of
from ..showing import parties_of
from .finding import found


@require_safe
@in_network
def calendar(visit: Visit, meeting: UUID) -> HttpResponse:
    """The meeting as a file for one's own calendar."""
    shown, _facts, _at = found(visit, meeting)
    told = Told(
        uid=shown.uid, sequence=shown.sequence, title=shown.title, starts_at=shown.starts_at, ends_at=shown.ends_at,
        timezone=shown.timezone, stamped_at=shown.called_at or shown.created_at, text=shown.about[:2000],
        place=shown.place if shown.has_place else "", cancelled=shown.state == "cancelled",
        url=visit.build_absolute_uri(address_of(shown)),
    )  # fmt: skip
    answer = HttpResponse(calendar_of([told]), content_type="text/calendar; charset=utf-8")
    return cast(HttpResponse, guarded(answer, "spotkanie.ics"))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def add_material(visit: Visit, meeting: UUID) -> HttpResponse:
    shown, facts, at = found(visit, meeting)
    facts.organise.require()
    form = MaterialForm(visit.POST or None, visit.FILES or None)
    if visit.method == "POST" and form.is_valid():
        actions.add_material(by=visit.standing, at=at, meeting=shown, **form.cleaned_data)
        messages.success(visit, _("Materiał dodany."))
        return redirect("meetings:meeting", network=visit.network.slug, meeting=shown.pk)
    context = {"form": form, "meeting": shown, "place": "desk"}
    return render(visit, "meetings/add_material.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
@in_network
def drop_material(visit: Visit, meeting: UUID, material: UUID) -> HttpResponse:
    shown, _facts, at = found(visit, meeting)
    actions.drop_material(by=visit.standing, at=at, material=queries.material_in(shown, material))
    messages.success(visit, _("Materiał usunięty."))
    return redirect("meetings:meeting", network=visit.network.slug, meeting=shown.pk)


@never_cache
@login_required
@require_safe
@in_network
def material(visit: Visit, meeting: UUID, material: UUID) -> HttpResponse:
    """A file for those who may take part."""
    shown, facts, _at = found(visit, meeting)
    facts.take_part.require()
    return _given(queries.material_in(shown, material))


def _given(kept: Any) -> HttpResponse:
    if not kept.file:
        raise Http404
    try:
        return cast(HttpResponse, file_answer(kept.file.open("rb"), kept.name))
    except FileNotFoundError as gone:
        raise Http404 from gone


@login_required
@require_safe
@in_network
def handed_in(visit: Visit, meeting: UUID) -> HttpResponse:
    """The delivery list: who sent what, what came late, what is missing."""
    shown, facts, _at = found(visit, meeting)
    facts.take_part.require()
    if not shown.asks_for:
        raise Http404
    rows = queries.deliveries(shown, visit.today)
    done, of = queries.delivered(rows)
    context = {
        "meeting": shown, "page": page_of(rows, visit), "done": done, "of": of, "organises": bool(facts.organise),
        "may_hand_in": may_hand_in(facts.book, visit.standing, facts.of, state=facts.state),
        "own": visit.standing.represents, "place": "desk",
    }  # fmt: skip
    return render(visit, "meetings/handed_in.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def hand_in(visit: Visit, meeting: UUID) -> HttpResponse:
    shown, facts, at = found(visit, meeting)
    may_hand_in(facts.book, visit.standing, facts.of, state=facts.state).require()
    if not shown.asks_for:
        raise Http404
    parties = [o for o in parties_of(visit) if o.pk in visit.standing.speaks_for]
    form = HandInForm(visit.POST or None, visit.FILES or None, kinds=shown.asks_for, parties=parties)
    if visit.method == "POST" and form.is_valid():
        given = form.cleaned_data | {"organisation": form.parties[form.cleaned_data["organisation"]]}
        by = visit.standing.on_behalf_of(given["organisation"].pk)
        late = actions.hand_in(by=by, at=at, meeting=shown, **given).late
        messages.success(visit, _("Przyjęte, po terminie.") if late else _("Przyjęte, w terminie."))
        return redirect("meetings:handed-in", network=visit.network.slug, meeting=shown.pk)
    context = {"form": form, "meeting": shown, "place": "desk"}
    return render(visit, "meetings/hand_in.html", context, status=422 if form.errors else 200)


@never_cache
@login_required
@require_safe
@in_network
def submission(visit: Visit, meeting: UUID, submission: UUID) -> HttpResponse:
    """A file somebody handed in: for the organisers and for its own organisation."""
    shown, facts, _at = found(visit, meeting)
    kept = queries.submission_in(shown, submission)
    if kept.organisation_id not in visit.standing.represents:
        facts.organise.require()
    return _given(kept)
