"""Meetings: the list, and a meeting being prepared, called, moved, called off, held."""

from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.governance.bodies.queries import visible_bodies
from tkanka.ground.kit.paging import Asked, page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.kept import kept_for_minutes
from tkanka.network.networks.parts import Place, lately, part
from tkanka.network.networks.queries import members_of, rulebook_of
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.meetings import kinds_in
from tkanka.rules.standing import Standing

from .. import actions, queries
from ..doors import places_at
from ..forms.listing import ListFilter
from ..forms.meeting import OneMeetingForm, meeting_before
from ..forms.taking_part import ReasonForm
from ..models import Meeting
from ..nearby import hints, near
from ..queries.seeing import places_of
from .beginning import asked_for
from .finding import found


@require_safe
@in_network
@kept_for_minutes
def meetings(visit: Visit) -> HttpResponse:
    """What is ahead, or with `?when=past` what was; of one kind with `?kind=`, of one body with `?body=`."""
    return _list(visit, "network")


@login_required
@require_safe
@in_network
def my_meetings(visit: Visit) -> HttpResponse:
    """The same list from the desk: what one may take part in, with one's own places."""
    return _list(visit, "desk")


def _list(visit: Visit, place: str) -> HttpResponse:
    facts = Asked(visit.GET.urlencode()), visit.path, visit.standing, _since(visit), lately(timezone.now())
    matter = part(visit, "meetings/listed.html", listed, *facts)
    return render(visit, "meetings/list.html", {"matter": matter, "place": place, "may_prepare": _prepares(visit)})


def listed(at: Place, asked: Asked, path: str, by: Standing, since: date, now: datetime) -> dict[str, object]:
    """The meetings of the question as somebody may know of them, with their own places, and those that are missing."""
    network, day = at.network, at.day
    book = rulebook_of(network, day)
    bodies = visible_bodies(network, by, day).order_by("name")[:200]
    filters = ListFilter(asked.GET, kinds=kinds_in(book), bodies=bodies)
    said = filters.said
    past = said.pop("when", "") == "past"
    found = (queries.past_meetings if past else queries.upcoming_for)(
        network, by, day, now, places_of(network, by, day)
    )
    page = page_of(found.filter(**said), asked)
    own = queries.own_states(page.items, by)
    return {
        "page": page, "past": past, "filters": filters, "kept": urlencode(said), "path": path, "book": book,
        "rows": [(meeting, own.get(meeting.pk, "")) for meeting in page.items],
        "gaps": queries.gaps_of(network, book, day, since) if _insider(by) else [],
        "counted": queries.counted(network, book),
    }  # fmt: skip


def _insider(by: Standing) -> bool:
    return by.is_member or by.keeps_the_network


def _prepares(visit: Visit) -> bool:
    """Whether there is some meeting they could prepare."""
    by = visit.standing
    return by.keeps_the_network or places_at(visit).prepares


def _since(visit: Visit) -> Any:
    charter = visit.frame.charter
    return charter.in_force_from if charter else visit.today


def _form(visit: Visit, meeting: Meeting | None = None) -> OneMeetingForm:
    parties = members_of(visit.network, visit.today).only("name").order_by("name")[:2000]
    before = meeting_before(meeting) if meeting else {"kind": visit.GET.get("kind", "")} | asked_for(visit)[0]
    bodies = list(visible_bodies(visit.network, visit.standing, visit.today).exclude(state="closed")[:300])
    chairs = queries.may_chair(visit.network, bodies, visit.today, meeting.chair if meeting else None)
    keep = [UUID(key) for key in before.get("themes", ())]
    return OneMeetingForm(
        visit.POST or None, kinds=kinds_in(visit.frame.book), bodies=bodies, parties=list(parties), initial=before,
        chairs=chairs if meeting or _prepares(visit) else [], themes=vocabulary().choices("sectors", keep=keep),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def new(visit: Visit) -> HttpResponse:
    """A draft. Whether one may prepare this very meeting is said when it is known what it is."""
    form = _form(visit)
    if visit.method == "POST" and form.is_valid():
        meeting = actions.draft_meeting(by=visit.standing, at=timezone.now(), network=visit.network, **form.fields_of())
        messages.success(visit, _("Szkic zapisany. Nikt jeszcze nie dostał zaproszenia."))
        return redirect("meetings:meeting", network=visit.network.slug, meeting=meeting.pk)
    return render(visit, "meetings/new.html", {"form": form, "place": "desk"}, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def edit(visit: Visit, meeting: UUID) -> HttpResponse:
    """Change or move it. What lies close in the calendar, a place or a host used before is pointed out."""
    shown, facts, at = found(visit, meeting)
    facts.change.require()
    prefetch_related_objects([shown], "themes", "cohosts")
    form = _form(visit, shown)
    if visit.method == "POST" and form.is_valid():
        actions.change_meeting(by=visit.standing, at=at, meeting=shown, **form.fields_of())
        if shown.state == "called":
            messages.success(visit, _("Zapisano. O zmianie terminu albo miejsca wszyscy dostaną list."))
        else:
            messages.success(visit, _("Zapisano."))
        return redirect("meetings:meeting", network=visit.network.slug, meeting=shown.pk)
    context = {"form": form, "meeting": shown, "clashes": near(visit, shown), "hints": hints(visit, shown)}
    return render(visit, "meetings/edit.html", context | {"place": "desk"}, status=422 if form.errors else 200)


@login_required
@require_POST
@in_network
def call(visit: Visit, meeting: UUID) -> HttpResponse:
    """Send the invitations."""
    shown, _facts, at = found(visit, meeting)
    actions.call_meeting(by=visit.standing, at=at, meeting=shown)
    messages.success(visit, _("Spotkanie zwołane. Zaproszenia z plikiem kalendarza są w drodze."))
    return redirect("meetings:meeting", network=visit.network.slug, meeting=shown.pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def cancel(visit: Visit, meeting: UUID) -> HttpResponse:
    """Call it off, with the reason everybody will read."""
    shown, facts, at = found(visit, meeting)
    facts.cancel.require()
    form = ReasonForm(visit.POST or None)
    if visit.method == "POST" and form.is_valid():
        actions.cancel_meeting(by=visit.standing, at=at, meeting=shown, reason=form.cleaned_data["reason"])
        messages.success(visit, _("Spotkanie odwołane."))
        return redirect("meetings:meeting", network=visit.network.slug, meeting=shown.pk)
    context = {"form": form, "meeting": shown, "place": "desk"}
    return render(visit, "meetings/cancel.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
@in_network
def held(visit: Visit, meeting: UUID) -> HttpResponse:
    """Say that it took place."""
    shown, _facts, at = found(visit, meeting)
    actions.close_meeting(by=visit.standing, at=at, meeting=shown)
    messages.success(visit, _("Zapisano, że spotkanie się odbyło."))
    return redirect("meetings:meeting", network=visit.network.slug, meeting=shown.pk)
