"""Who is there: the code, the list, the number, the frozen moment, the paper."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.governance.bodies.queries import body_in, place_in
from tkanka.ground.kit.lookup import one_of
from tkanka.ground.kit.paging import page_of
from tkanka.ground.kit.wording import sentence
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.meetings import absence_noted, may_check_in
from tkanka.rules.ruling import Refused, check

from .. import actions, queries
from ..forms.taking_part import CheckInForm, PurposeForm, ThereForm
from ..models import Meeting
from ..showing import parties_of
from ..weighing import Weighed
from .finding import found

TRIES, IN_SECONDS = 10, 600


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def check_in(visit: Visit, meeting: UUID) -> HttpResponse:
    """The code from the screen; ten tries in ten minutes."""
    shown, facts, at = found(visit, meeting)
    may_check_in(
        facts.book, visit.standing, facts.of, state=facts.state, starts_at=shown.starts_at, ends_at=shown.ends_at,
        now=at, code_fits=True,
    ).require()  # fmt: skip
    parties = parties_of(visit)
    before = {"organisation": str(visit.standing.acting_for or (parties[0].pk if parties else ""))}
    form = CheckInForm(visit.POST or None, parties=parties, initial=before)
    if visit.method == "POST" and form.is_valid():
        if too_many(visit, meeting):
            form.add_error("code", _("Za dużo prób. Poczekaj dziesięć minut albo poproś o wpisanie na listę."))
        else:
            try:
                party = form.parties.get(form.cleaned_data.get("organisation", ""))
                actions.check_in(by=visit.standing, at=at, meeting=shown, code=form.cleaned_data["code"],
                                 organisation=party)  # fmt: skip
                messages.success(visit, _("Jesteś na liście obecnych."))
                return redirect("meetings:meeting", network=visit.network.slug, meeting=shown.pk)
            except Refused as refusal:
                if {ground.code for ground in refusal.ruling.failed} != {"code_fits"}:
                    raise
                form.add_error("code", _("To nie jest kod tego spotkania."))
    context = {"form": form, "meeting": shown, "place": "desk"}
    return render(visit, "meetings/check_in.html", context, status=422 if form.errors else 200)


def too_many(visit: Visit, meeting: UUID) -> bool:
    key = f"check-in:{meeting}:{visit.standing.person}"
    cache.add(key, 0, IN_SECONDS)
    return bool(cache.incr(key) > TRIES)


@login_required
@require_safe
@in_network
def presence(visit: Visit, meeting: UUID) -> HttpResponse:
    """The list of those present; for organisers also the code and everybody who has a place."""
    shown, facts, _at = found(visit, meeting)
    facts.take_part.require()
    form = ThereForm(meeting=shown) if facts.note_presence else None
    return render(visit, "meetings/presence.html", _present(visit, shown, facts, form))


def _present(visit: Visit, shown: Meeting, facts: Weighed, there_form: ThereForm | None) -> dict[str, object]:
    organises = bool(facts.organise)
    return {
        "meeting": shown,
        "page": page_of(queries.attendances_of(shown), visit),
        "presence": queries.presence_of(shown),
        "organises": organises,
        "missing": queries.not_there(shown) if there_form else [],
        "there_form": there_form,
        "settled": facts.note_presence if organises and shown.list_settled_at else None,
        "snapshots": queries.snapshots_of(shown) if organises else [],
        "form": PurposeForm(),
        "place": "desk",
    }


@never_cache
@login_required
@require_safe
@in_network
def count(visit: Visit, meeting: UUID) -> HttpResponse:
    """The number alone, asked for every few seconds while a meeting goes on."""
    shown, facts, _at = found(visit, meeting)
    facts.take_part.require()
    context = {"presence": queries.presence_of(shown), "meeting": shown, "live": True}
    return render(visit, "meetings/count.html", context)


@login_required
@require_safe
@in_network
def printed(visit: Visit, meeting: UUID) -> HttpResponse:
    """A list on paper, to be signed: who has a place, by organisation."""
    shown, facts, _at = found(visit, meeting)
    facts.organise.require()
    context = {"meeting": shown, "rows": queries.registrations_of(shown)[:500], "place": "desk"}
    return render(visit, "meetings/printed.html", context)


@login_required
@require_POST
@in_network
def note(visit: Visit, meeting: UUID, registration: UUID) -> HttpResponse:
    """Put somebody with a place on the list of those present."""
    shown, _facts, at = found(visit, meeting)
    one = one_of(shown.registrations.select_related("person", "invitee", "organisation"), pk=registration)
    actions.note_presence(
        by=visit.standing, at=at, meeting=shown, person=one.person, invitee=one.invitee, organisation=one.organisation,
        online=one.online,
    )  # fmt: skip
    return redirect("meetings:presence", network=visit.network.slug, meeting=shown.pk)


@login_required
@require_POST
@in_network
def add(visit: Visit, meeting: UUID) -> HttpResponse:
    """Put somebody without a place on the list, also when the meeting is over."""
    shown, facts, at = found(visit, meeting)
    facts.note_presence.require()
    form = ThereForm(visit.POST, meeting=shown)
    if form.is_valid():
        try:
            actions.note_presence(by=visit.standing, at=at, meeting=shown, **form.given())
        except Refused as refusal:
            for ground in refusal.ruling.failed:
                form.add_error("email", sentence(ground))
        else:
            messages.success(visit, _("Dopisano do listy obecnych."))
            return redirect("meetings:presence", network=visit.network.slug, meeting=shown.pk)
    return render(visit, "meetings/presence.html", _present(visit, shown, facts, form), status=422)


@login_required
@require_POST
@in_network
def left(visit: Visit, meeting: UUID, attendance: UUID) -> HttpResponse:
    """Somebody went before the end."""
    shown, _facts, at = found(visit, meeting)
    one = one_of(shown.attendances.select_related("meeting"), pk=attendance)
    actions.note_leaving(by=visit.standing, at=at, attendance=one)
    return redirect("meetings:presence", network=visit.network.slug, meeting=shown.pk)


@login_required
@require_POST
@in_network
def freeze(visit: Visit, meeting: UUID) -> HttpResponse:
    """Freeze who is there now."""
    shown, _facts, at = found(visit, meeting)
    form = PurposeForm(visit.POST)
    form.is_valid()
    actions.take_snapshot(by=visit.standing, at=at, meeting=shown, purpose=form.cleaned_data.get("purpose", ""))
    messages.success(visit, _("Lista obecnych utrwalona."))
    return redirect("meetings:presence", network=visit.network.slug, meeting=shown.pk)


@login_required
@require_safe
@in_network
def history(visit: Visit, body: UUID) -> HttpResponse:
    """Who came to a body's meetings: for its own people. Nobody loses a seat by it."""
    one = body_in(visit.network, body, visit.standing, visit.today)
    sits = place_in(one, visit.standing, visit.today) is not None
    office = visit.standing.keeps_the_network and not one.hidden
    check(sits or office, "seat_in_body").require()
    meetings, records = queries.attendance_history(one, visit.today, timezone.now())
    rows = [(record, absence_noted(visit.frame.book, record.came)) for record in records]
    context = {"body": one, "meetings": meetings, "page": page_of(rows, visit), "place": "desk"}
    return render(visit, "meetings/history.html", context)
