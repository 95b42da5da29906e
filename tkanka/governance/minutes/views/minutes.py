"""All minutes, one of them, its versions."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.governance.bodies.queries import visible_bodies
from tkanka.governance.meetings.doors import meeting_of, places_at
from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.kept import kept_for_minutes
from tkanka.network.networks.parts import own
from tkanka.network.networks.queries import history_of

from .. import actions, queries
from ..forms import NoteTakerForm
from ..showing import compared, shown_of
from ..weighing import weighed
from .finding import back_to, found


@require_safe
@in_network
@kept_for_minutes
def all_minutes(visit: Visit) -> HttpResponse:
    """Every protocol the visitor may read, the latest meeting first; `?body` narrows it."""
    asked = visit.GET.get("body", "")
    known = visible_bodies(visit.network, visit.standing, visit.today)[:500] if asked else []
    body = next((body for body in known if str(body.pk) == asked), None)
    key = body.pk if body else None

    def readable() -> list[UUID]:
        found = queries.readable(visit.network, visit.standing, visit.today, visit.frame.book, key, places_at(visit))
        return [minutes.pk for minutes in found]

    page = page_of(own(visit, f"minutes {key}", readable), visit)
    shown = {"page": page, "rows": queries.minutes_with(page.items), "body": body}
    return render(visit, "minutes/all.html", shown)


@require_safe
@in_network
@kept_for_minutes
def minutes(visit: Visit, minutes: UUID) -> HttpResponse:
    """The minutes as they stand, with remarks, results and tasks; the next step for those who keep them."""
    shown, facts, _at = found(visit, minutes)
    context = shown_of(shown, facts)
    if facts.keep:
        context |= {
            "keeps": True,
            "note_form": NoteTakerForm(
                people=queries.people_at(shown.meeting), initial={"person": shown.note_taker_id}
            ),
            "history": history_of(shown),
        }
    return render(visit, "minutes/minutes.html", context)


@login_required
@require_POST
@in_network
def open_minutes(visit: Visit, meeting: UUID) -> HttpResponse:
    """Begin the minutes; where they are begun already, go to them."""
    at = timezone.now()
    of = meeting_of(visit, meeting)
    begun = queries.minutes_of(of)
    if begun is None:
        begun = actions.open_minutes(by=visit.standing, at=at, meeting=of)
        messages.success(visit, _("Szkielet protokołu powstał z porządku i listy obecnych."))
    elif not weighed(of, begun, visit.standing, at, visit.frame.book).read:
        raise Http404
    return back_to(visit, begun)


@login_required
@require_POST
@in_network
def note_taker(visit: Visit, minutes: UUID) -> HttpResponse:
    """Say who takes the notes."""
    shown, facts, at = found(visit, minutes)
    facts.write.require()
    form = NoteTakerForm(visit.POST, people=queries.people_at(shown.meeting))
    if form.is_valid():
        person = form.people.get(form.cleaned_data["person"])
        actions.name_note_taker(by=visit.standing, at=at, minutes=shown, person=person)
        messages.success(visit, _("Zapisano, kto notuje."))
    else:
        messages.error(visit, _("Wybierz osobę z listy obecnych."))
    return back_to(visit, shown)


@require_http_methods(["GET", "HEAD"])
@in_network
def versions(visit: Visit, minutes: UUID) -> HttpResponse:
    """Every version, and what changed between two of them (`?from`, `?to`; the last two of themselves)."""
    shown, _facts, _at = found(visit, minutes)
    every = queries.versions_of(shown)
    if not every:
        return redirect("minutes:minutes", network=visit.network.slug, minutes=shown.pk)
    by_number = {str(one.number): one for one in every}
    after = by_number.get(visit.GET.get("to", ""), every[0])
    before = by_number.get(visit.GET.get("from", ""), by_number.get(str(after.number - 1), after))
    context = {
        "minutes": shown, "meeting": shown.meeting, "page": page_of(every, visit), "before": before, "after": after,
        "changes": compared(before, after) if before != after else [],
    }  # fmt: skip
    return render(visit, "minutes/versions.html", context)
