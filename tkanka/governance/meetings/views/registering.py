"""Taking and giving up a place; for organisers, who comes, who waits, who is invited."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.ground.kit.lookup import one_of
from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.models import Status
from tkanka.network.networks.queries import members_of
from tkanka.rules.meetings import MeetingAudience, MeetingForm, RegistrationState, may_register

from .. import actions, queries
from ..forms.taking_part import GuestForm, PartyForm, RegisterForm
from ..models import Meeting
from ..showing import parties_of
from ..weighing import Weighed
from .finding import found


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def register(visit: Visit, meeting: UUID) -> HttpResponse:
    """One form and one button; says beforehand whether it is a place or the queue."""
    shown, facts, at = found(visit, meeting)
    parties = parties_of(visit)
    room = queries.room_of(shown)
    may_register(
        facts.book, visit.standing, facts.of, state=facts.state, starts_at=shown.starts_at,
        closes_at=shown.registration_until, now=at, organisation=None, room=room,
        already=_has_place(shown, visit),
    ).require()  # fmt: skip
    open_to_all = shown.audience == MeetingAudience.PUBLIC or facts.of.invited or visit.standing.keeps_the_network
    form = RegisterForm(
        visit.POST or None, parties=parties, hybrid=shown.form == MeetingForm.HYBRID, own_name=bool(open_to_all),
        initial={"organisation": str(visit.standing.acting_for or (parties[0].pk if parties else ""))},
    )  # fmt: skip
    if visit.method == "POST" and form.is_valid():
        given = form.given()
        by = visit.standing.on_behalf_of(given["organisation"].pk) if given["organisation"] else visit.standing
        made = actions.register(by=by, at=at, meeting=shown, **given)
        if made.state == RegistrationState.REGISTERED:
            messages.success(visit, _("Masz miejsce. Potwierdzenie przyjdzie listem."))
        else:
            messages.info(visit, _("Wszystkie miejsca są zajęte. Czekasz w kolejce."))
        return redirect("meetings:meeting", network=visit.network.slug, meeting=shown.pk)
    context = {"form": form, "meeting": shown, "room": room, "place": "desk"}
    return render(visit, "meetings/register.html", context, status=422 if form.errors else 200)


def _has_place(meeting: Meeting, visit: Visit) -> bool:
    own = queries.own_registration(meeting, visit.standing)
    return own is not None and own.state in queries.LIVE


@login_required
@require_POST
@in_network
def place(visit: Visit, meeting: UUID) -> HttpResponse:
    """Confirm a place that fell free, or give one's own up."""
    shown, _facts, at = found(visit, meeting)
    own = queries.own_registration(shown, visit.standing)
    if own is None:
        raise Http404
    if visit.POST.get("step") == "confirm":
        actions.confirm_place(by=visit.standing, at=at, registration=own)
        messages.success(visit, _("Masz miejsce."))
    else:
        actions.give_up_place(by=visit.standing, at=at, registration=own)
        messages.success(visit, _("Miejsce zwolnione. Dostanie je następna osoba z kolejki."))
    return redirect("meetings:meeting", network=visit.network.slug, meeting=shown.pk)


@login_required
@require_safe
@in_network
def people(visit: Visit, meeting: UUID) -> HttpResponse:
    """For the organisers: places, queue, guests, and what people need."""
    shown, facts, _at = found(visit, meeting)
    facts.organise.require()
    return render(visit, "meetings/people.html", _people(visit, shown, facts))


def _people(visit: Visit, meeting: Meeting, facts: Weighed, **forms: object) -> dict[str, object]:
    outside = members_of(visit.network, visit.today, Status.OBSERVER, Status.PARTNER).only("name").order_by("name")
    return {
        "meeting": meeting,
        "page": page_of(queries.registrations_of(meeting), visit),
        "waiting": queries.waiting_list(meeting),
        "invitees": queries.invitees_of(meeting),
        "room": queries.room_of(meeting),
        "change": facts.change,
        "guest_form": GuestForm(initial={"standing": visit.GET.get("standing", "")}),
        "party_form": PartyForm(parties=list(outside[:500])),
        "place": "desk",
    } | forms


@login_required
@require_POST
@in_network
def invite_guest(visit: Visit, meeting: UUID) -> HttpResponse:
    """A guest by an address."""
    shown, facts, at = found(visit, meeting)
    facts.change.require()
    form = GuestForm(visit.POST)
    if not form.is_valid():
        return render(visit, "meetings/people.html", _people(visit, shown, facts, guest_form=form), status=422)
    actions.invite(by=visit.standing, at=at, meeting=shown, **form.cleaned_data)
    return _invited(visit, shown)


def _invited(visit: Visit, meeting: Meeting) -> HttpResponse:
    if meeting.state == "called":
        messages.success(visit, _("Zaproszenie wysłane."))
    else:
        messages.success(visit, _("Gość jest na liście. List wyjdzie, gdy spotkanie zostanie zwołane."))
    return redirect("meetings:people", network=visit.network.slug, meeting=meeting.pk)


@login_required
@require_POST
@in_network
def invite_party(visit: Visit, meeting: UUID) -> HttpResponse:
    """An observer or a partner of the network."""
    shown, facts, at = found(visit, meeting)
    facts.change.require()
    outside = members_of(visit.network, visit.today, Status.OBSERVER, Status.PARTNER)
    form = PartyForm(visit.POST, parties=list(outside.only("name").order_by("name")[:500]))
    if not form.is_valid():
        return render(visit, "meetings/people.html", _people(visit, shown, facts, party_form=form), status=422)
    party = form.parties[form.cleaned_data["organisation"]]
    actions.invite(by=visit.standing, at=at, meeting=shown, organisation=party)
    return _invited(visit, shown)


@login_required
@require_POST
@in_network
def leave_out(visit: Visit, meeting: UUID, invitee: UUID) -> HttpResponse:
    shown, _facts, at = found(visit, meeting)
    guest = one_of(shown.invitees.all(), pk=invitee)
    actions.leave_out(by=visit.standing, at=at, invitee=guest, reason=visit.POST.get("reason", "")[:2000])
    messages.success(visit, _("Gość skreślony z listy."))
    return redirect("meetings:people", network=visit.network.slug, meeting=shown.pk)
