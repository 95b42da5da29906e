"""One event: its page, its file, and writing it down."""

from hashlib import sha256
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.ground.kit.downloads import guarded
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.kept import kept_for_minutes
from tkanka.network.networks.queries import history_of, members_of
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.calendar import EventAudience, EventSource, enters_for, may_change_event, may_enter_event
from tkanka.rules.ruling import Refused, Ruling

from .. import actions, queries
from ..feeds import file_of
from ..forms.events import EventForm, event_before
from ..models import Event
from ..queries import Clash, clashes, listing

MOST_PARTIES = 2_000


@require_safe
@in_network
@kept_for_minutes
def event(visit: Visit, event: UUID) -> HttpResponse:
    """What, when, where, who; a meeting leads on to its own page."""
    found = queries.event_in(visit.network, event, visit.standing, visit.today)
    may_change = _may_change(visit, found)
    labels = vocabulary().labels_of(listing.themed(found))
    shown = {
        "event": found, "themes": sorted(labels.values()), "hosts": listing.held_together(found),
        "is_meeting": found.source == EventSource.MEETING, "may_change": may_change,
        "may_copy": bool(_may_enter(visit, found)), "history": history_of(found) if may_change else [],
        "here": "calendar:calendar",
    }  # fmt: skip
    return render(visit, "calendar/event.html", shown)


@require_safe
@in_network
def event_file(visit: Visit, event: UUID) -> HttpResponse:
    """The event as a file for one's own calendar."""
    found = queries.event_in(visit.network, event, visit.standing, visit.today)
    answer = HttpResponse(file_of([found], visit.network, ""), content_type="text/calendar; charset=utf-8")
    return guarded(answer, f"{found.starts:%Y-%m-%d}.ics")  # type: ignore[no-any-return]


def _may_enter(visit: Visit, found: Event) -> Ruling:
    return may_enter_event(visit.frame.book, visit.standing, organisation=found.organisation_id)


def _may_change(visit: Visit, found: Event) -> bool:
    """A meeting is changed where it is called."""
    ruling = may_change_event(
        visit.frame.book, visit.standing, organisation=found.organisation_id, cancelled=found.cancelled_at is not None
    )
    return bool(ruling) and found.source != EventSource.MEETING


def _form(visit: Visit, initial: dict[str, Any], of: Event | None = None) -> EventForm:
    """For whom it may be entered; an event that stands keeps its organisation."""
    by, parties = visit.standing, members_of(visit.network, visit.today).only("name").order_by("name")
    members = list(parties[:MOST_PARTIES])
    if of is not None:
        owners = [of.organisation] if of.organisation else []
    elif by.keeps_the_network:
        owners = members
    else:
        owners = listing.parties_with(enters_for(by))
    network = visit.network.name if (of is None and by.keeps_the_network) or (of and not of.organisation) else ""
    return EventForm(
        visit.POST or None, owners=owners, network=network, parties=members, themes=vocabulary().choices("sectors"),
        initial=initial,
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def new(visit: Visit) -> HttpResponse:
    """A new event, or with `?copy=` one like another."""
    by = visit.standing
    if not (by.keeps_the_network or enters_for(by)):
        raise Refused(may_enter_event(visit.frame.book, by, organisation=None))
    form = _form(visit, _beginning(visit))
    if visit.method == "POST" and form.is_valid():
        near = _near(visit, form)
        if form.cleaned_data["seen"] == _mark(near):
            party, told = form.owner_party, form.told()
            made = actions.enter_event(
                by=by.on_behalf_of(party.pk) if party else by, at=timezone.now(), network=visit.network,
                organisation=party, clashes=len(near), **told,
            )  # fmt: skip
            messages.success(visit, _("Wydarzenie jest w kalendarzu."))
            return redirect("calendar:event", network=visit.network.slug, event=made.pk)
        return _asked_again(visit, form, near)
    return _page(visit, form)


def _beginning(visit: Visit) -> dict[str, Any]:
    text = visit.GET.get("copy", "")
    if not text:
        party = visit.frame.acting
        return {"owner": str(party.pk)} if party else {}
    found = queries.event_in(visit.network, text, visit.standing, visit.today)
    kept = event_before(found)
    return kept | {"starts_on": None, "ends_on": None} if _may_enter(visit, found) else {}


def _near(visit: Visit, form: EventForm, besides: UUID | None = None) -> list[Clash]:
    told = form.told()
    return clashes(
        visit.network, told["starts_at"], told["ends_at"], told["area"], told["themes"],
        EventAudience(told["audience"]), by=visit.standing, day=visit.today, timezone=told["timezone"],
        besides=besides,
    )  # fmt: skip


def _mark(near: list[Clash]) -> str:
    """What of the events nearby somebody has been shown; nothing where there are none."""
    keys = "".join(sorted(str(one.event.pk) for one in near))
    return sha256(keys.encode()).hexdigest()[:16] if near else ""


def _asked_again(visit: Visit, form: EventForm, near: list[Clash], of: Event | None = None) -> HttpResponse:
    """The form once more with what lies close; the next click publishes anyway."""
    again = visit.POST.copy()
    again["seen"] = _mark(near)
    form.data = again
    return _page(visit, form, of, near)


def _page(visit: Visit, form: EventForm, of: Event | None = None, near: list[Clash] | None = None) -> HttpResponse:
    term = visit.frame.book.calendar.dates_coordinated
    shown = {"form": form, "event": of, "near": near or [], "cite": term.cite if term else "", "place": "desk",
             "here": "calendar:mine"}  # fmt: skip
    return render(visit, "calendar/edit.html", shown, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def edit(visit: Visit, event: UUID) -> HttpResponse:
    """Say of an event what holds now."""
    found = _own(visit, event)
    form = _form(visit, event_before(found), found)
    if visit.method == "POST" and form.is_valid():
        near = _near(visit, form, found.pk)
        if form.cleaned_data["seen"] == _mark(near):
            told = form.told()
            actions.change_event(by=_behalf(visit, found), at=timezone.now(), event=found, clashes=len(near), **told)
            messages.success(visit, _("Zapisano. Kalendarze, które go śledzą, dowiedzą się same."))
            return redirect("calendar:event", network=visit.network.slug, event=found.pk)
        return _asked_again(visit, form, near, found)
    return _page(visit, form, found)


def _own(visit: Visit, key: UUID) -> Event:
    """The event, for those who may change it; a refusal says why. A meeting is changed on its own page."""
    found = queries.event_in(visit.network, key, visit.standing, visit.today)
    if found.source == EventSource.MEETING:
        raise Http404
    ruling = may_change_event(
        visit.frame.book, visit.standing, organisation=found.organisation_id, cancelled=found.cancelled_at is not None
    )
    ruling.require()
    return found


def _behalf(visit: Visit, found: Event) -> Any:
    by = visit.standing
    return by.on_behalf_of(found.organisation_id) if found.organisation_id else by


@login_required
@require_POST
@in_network
def cancel(visit: Visit, event: UUID) -> HttpResponse:
    """It does not take place: crossed out here and in the calendars that follow it."""
    found = _own(visit, event)
    actions.call_off_event(by=_behalf(visit, found), at=timezone.now(), event=found)
    messages.success(visit, _("Wydarzenie odwołane. W kalendarzu zostaje przekreślone."))
    return redirect("calendar:event", network=visit.network.slug, event=found.pk)
