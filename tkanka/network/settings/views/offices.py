from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tkanka.network.networks.actions import end_office as end
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.queries import coordinates_without
from tkanka.network.people.queries import person_by_email
from tkanka.rules.networks import may_end_office, may_give_office
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Office

from .. import queries
from ..actions import appoint
from ..forms import AppointForm, EndOfficeForm
from .showing import show


@require_safe
@in_network
def offices(visit: Visit) -> HttpResponse:
    """Who keeps the network now, who will and who did."""
    return show(
        visit,
        "offices.html",
        present=queries.present_offices(visit.network, visit.today),
        past=queries.past_offices(visit.network, visit.today),
        may_give=may_give_office(visit.standing),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def give_office(visit: Visit) -> HttpResponse:
    may_give_office(visit.standing).require()
    posted = visit.POST if visit.method == "POST" else None
    form = AppointForm(posted, initial={"since": visit.today, "office": Office.SECRETARIAT.value})
    if visit.method == "POST" and form.is_valid() and _appointed(visit, form):
        messages.success(visit, _("Powierzono funkcję."))
        return redirect("network_settings:offices", network=visit.network.slug)
    return show(visit, "give_office.html", form=form)


def _appointed(visit: Visit, form: AppointForm) -> bool:
    given = form.cleaned_data | {"office": Office(form.cleaned_data["office"])}
    known = person_by_email(given["email"])
    if known and queries.already_holds(visit.network, known.pk, given["office"]):
        form.add_error("email", _("Ta osoba pełni już tę funkcję."))
        return False
    try:
        appoint(
            by=visit.standing, at=timezone.now(), network=visit.network, **given | {"office": Office(given["office"])}
        )
    except Refused as refusal:
        form.lay(refusal)
        return False
    return True


@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def end_office(visit: Visit, key: UUID) -> HttpResponse:
    holder = queries.holder_in(visit.network, key, visit.today)
    own, alone = visit.standing.person == holder.person_id, not coordinates_without(holder, visit.today)
    may_end_office(visit.frame.book, visit.standing, own=own, leaves_none=False).require()
    form = EndOfficeForm(visit.POST if visit.method == "POST" else None, holder.since, visit.today)
    if visit.method == "POST" and form.is_valid():
        try:
            end(by=visit.standing, at=timezone.now(), holder=holder, on=form.cleaned_data["until"])
            messages.success(visit, _("Zapisano koniec pełnienia funkcji."))
            return redirect("network_settings:offices", network=visit.network.slug)
        except Refused as refusal:
            form.lay(refusal)
    return show(visit, "end_office.html", form=form, holder=holder, alone=alone)
