"""Invitations: sent again, taken back, taken up."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.people.models import Person
from tkanka.network.people.queries import person_by_email
from tkanka.rules.membership import may_see_people
from tkanka.rules.standing import Standing

from .. import actions, queries
from ..forms import AcceptForm
from ..models import Invitation


@login_required
@require_POST
@in_network
def resend(visit: Visit, invitation: UUID) -> HttpResponse:
    found = _own(visit, invitation)
    actions.resend_invitation(
        by=visit.standing.on_behalf_of(found.organisation_id), at=timezone.now(), invitation=found
    )
    messages.success(visit, _("Wysłano jeszcze raz na adres %(email)s.") % {"email": found.email})
    return redirect("representation:people", network=visit.network.slug, organisation=found.organisation_id)


@login_required
@require_POST
@in_network
def revoke(visit: Visit, invitation: UUID) -> HttpResponse:
    found = _own(visit, invitation)
    actions.revoke_invitation(
        by=visit.standing.on_behalf_of(found.organisation_id), at=timezone.now(), invitation=found
    )
    messages.success(visit, _("Zaproszenie cofnięte. Link z listu już nie działa."))
    return redirect("representation:people", network=visit.network.slug, organisation=found.organisation_id)


def _own(visit: Visit, key: UUID) -> Invitation:
    found = queries.invitation_in(visit.network, key, visit.today)
    ruling = may_see_people(visit.standing, organisation=found.organisation_id)
    ruling.require()
    return found


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def invitation(visit: Visit, token: str) -> HttpResponse:
    """The page a letter leads to. Opening it does nothing; one button takes the invitation up."""
    found = queries.invitation_by_token(visit.network, token, visit.today)
    visitor = visit.frame.person
    ruling = queries.may_accept(found, visitor.email if visitor else "", visit.today)
    form = _form(visit, found, visitor)
    if visit.method == "POST" and ruling and (form is None or form.is_valid()):
        return _accept(visit, found, visitor, form.cleaned_data["name"] if form else "")
    refused = visit.method == "POST" and not ruling
    shown = {
        "invitation": found, "ruling": ruling, "form": form, "visitor": visitor,
        "token": token, "taken_by_visitor": bool(visitor and found.accepted_by_id == visitor.pk),
    }  # fmt: skip
    return render(
        visit, "representation/invitation.html", shown, status=409 if refused else 422 if form and form.errors else 200
    )


def _form(visit: Visit, found: Invitation, visitor: Person | None) -> AcceptForm | None:
    """Only somebody who has no account yet is asked for a name."""
    known = visitor or person_by_email(found.email)
    return None if known and known.name else AcceptForm(visit.POST or None, initial={"name": found.name})


def _accept(visit: Visit, found: Invitation, visitor: Person | None, name: str) -> HttpResponse:
    by = visit.standing if visitor else Standing(system="invitation")
    mandate = actions.accept_invitation(by=by, at=timezone.now(), invitation=found, visitor=visitor, name=name)
    if visitor is None:
        messages.success(visit, _("Zaproszenie przyjęte. Zaloguj się: wyślemy kod na adres %(email)s.") % {
            "email": mandate.person.email
        })  # fmt: skip
        return redirect(
            f"{reverse('account_login')}?next={reverse('representation:our-people', args=[visit.network.slug])}"
        )
    messages.success(visit, _("Zaproszenie przyjęte. Możesz teraz działać w imieniu tej organizacji."))
    return redirect("representation:people", network=visit.network.slug, organisation=found.organisation_id)
