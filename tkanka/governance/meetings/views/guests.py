"""A guest without an account: the letter's address is the key."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.meetings import MeetingForm, RegistrationState
from tkanka.rules.standing import Standing

from .. import actions, queries
from ..forms.taking_part import RegisterForm
from ..models import Invitee, Registration
from ..tokens import invitee_of

GUEST = Standing(system="guest")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def guest(visit: Visit, token: str) -> HttpResponse:
    """What, when and where; a place taken or given up; the online address once there is a place."""
    key = invitee_of(token)
    invitee = queries.invitee_by_key(key) if key else None
    if invitee is None or invitee.meeting.network_id != visit.network.pk or invitee.meeting.state == "draft":
        raise Http404
    own = queries.registration_of_guest(invitee)
    form = RegisterForm(
        visit.POST or None, parties=[], hybrid=invitee.meeting.form == MeetingForm.HYBRID, own_name=True
    )
    if visit.method == "POST" and _done(visit, invitee, own, form):
        return redirect("meetings:guest", network=visit.network.slug, token=token)
    has_place = own is not None and own.state == RegistrationState.REGISTERED
    context = {
        "meeting": invitee.meeting, "invitee": invitee, "own": own, "form": form,
        "agenda": queries.agenda_of(invitee.meeting), "link": invitee.meeting.join_link if has_place else "",
        "open": invitee.meeting.state == "called" and timezone.now() < invitee.meeting.starts_at,
    }  # fmt: skip
    return render(visit, "meetings/guest.html", context, status=422 if form.errors else 200)


def _done(visit: Visit, invitee: Invitee, own: Registration | None, form: RegisterForm) -> bool:
    at, step = timezone.now(), visit.POST.get("step", "")
    if own is not None and step == "confirm":
        actions.confirm_place(by=GUEST, at=at, registration=own)
        messages.success(visit, _("Masz miejsce."))
    elif own is not None and step == "give-up":
        actions.give_up_place(by=GUEST, at=at, registration=own)
        messages.success(visit, _("Miejsce zwolnione."))
    elif own is None and form.is_valid():
        given = form.given()
        actions.register(by=GUEST, at=at, meeting=invitee.meeting, invitee=invitee, online=given["online"],
                         needs=given["needs"])  # fmt: skip
        messages.success(visit, _("Zapisano. Potwierdzenie przyjdzie listem."))
    else:
        return False
    return True
