"""Joining, asking to come in, being asked in."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.models import Organisation
from tkanka.network.people.models import Person
from tkanka.network.people.queries import person_by_key
from tkanka.rules.bodies import OpenTo, Role, may_answer_admission, may_ask_in, may_invite_in

from .. import actions, queries
from ..doors import Place, body_of, inside_of
from ..forms import AnswerForm, AskForm, InvitedForm, InviteForm, JoinForm
from ..forms.people import choose_kind
from ..naming import kind_outside, type_name
from .showing import done, ready, show, to_body

ASKED = gettext_lazy("Prośba wysłana. Odpowie osoba prowadząca.")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def join(visit: Visit, key: UUID) -> HttpResponse:
    """Come in for one of one's organisations: at once where it is open, else the leads are asked."""
    place, person = body_of(visit, key), _person(visit)
    parties = [o for o in queries.organisations_for(visit.network, person, visit.today)
               if o.pk in visit.standing.members]  # fmt: skip
    outsider = not parties
    may_ask_in(
        visit.standing, kind=place.kind, state=place.body.state, outsider=outsider, accepts_values=True, explained=True
    ).require()  # fmt: skip
    if outsider:
        return _from_outside(visit, place, person)
    form = JoinForm(visit.POST or None, parties)
    if ready(visit, form):
        party = form.parties[form.cleaned_data["organisation"]]
        at_once = place.kind.open_to.value == OpenTo.MEMBERS
        action = actions.join_body if at_once else actions.ask_in
        if done(form, action, visit, body=place.body, person=person, organisation=party):
            messages.success(
                visit, _("Jesteś w grupie.") if at_once else _("Prośba wysłana. Odpowie osoba prowadząca.")
            )
            return to_body(visit, key)
    return show(visit, "join", form=form, body=place.body, kind=place.kind, type=type_name(place.kind))


def _from_outside(visit: Visit, place: Place, person: Person) -> HttpResponse:
    form = AskForm(visit.POST or None, kind=place.kind)
    if (
        visit.method == "POST"
        and form.is_valid()
        and done(form, actions.ask_in, visit, body=place.body, person=person, **form.cleaned_data)
    ):
        messages.success(visit, ASKED)
        return to_body(visit, place.body.pk)
    return show(visit, "join", form=form, body=place.body, kind=place.kind, type=type_name(place.kind), outsider=True)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def invite(visit: Visit, key: UUID) -> HttpResponse:
    """Ask somebody in, by letter."""
    place = inside_of(visit, key)
    may_invite_in(
        visit.standing, kind=place.kind, role=place.role, state=place.body.state, outsider=False
    ).require()  # fmt: skip
    form = InviteForm(
        visit.POST or None, network=visit.network, today=visit.today, initial={"role": Role.MEMBER}
    )  # fmt: skip
    if ready(visit, form):
        given, party = form.cleaned_data, form.party()
        invited: dict[str, Any] = {
            "email": given["email"], "role": Role(given["role"]), "text": given["text"], "person": form.person,
            "outside": "" if party else given["outside"],
        }  # fmt: skip
        if _invited(visit, form, place, party, invited):
            messages.success(visit, _("Zaproszenie wysłane na adres %(email)s.") % {"email": given["email"]})
            return redirect("bodies:people", network=visit.network.slug, key=key)
    return show(visit, "invite", form=form, body=place.body, kind=place.kind)


def _invited(
    visit: Visit, form: InviteForm, place: Place, party: Organisation | None, invited: dict[str, Any]
) -> object:
    return done(form, actions.invite_in, visit, body=place.body, organisation=party, **invited)


@login_required
@require_http_methods(["GET", "HEAD"])
@in_network
def people(visit: Visit, key: UUID) -> HttpResponse:
    """For those who lead: who asks to come in, and who was asked and has not answered."""
    place = inside_of(visit, key)
    may_answer_admission(visit.standing, kind=place.kind, role=place.role).require()
    return show(
        visit,
        "people",
        form=None,
        body=place.body,
        asked=queries.waiting_at(place.body, invited=False),
        invited=queries.waiting_at(place.body, invited=True),
        may_invite=may_invite_in(
            visit.standing, kind=place.kind, role=place.role, state=place.body.state, outsider=False
        ),
        answer_form=AnswerForm(),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def answer(visit: Visit, admission: UUID) -> HttpResponse:
    """Say yes or no to somebody who asked."""
    visible = queries.visible_bodies(visit.network, visit.standing, visit.today)
    found = queries.admission_in(visit.network, admission, visible)
    place = inside_of(visit, found.body_id)
    may_answer_admission(visit.standing, kind=place.kind, role=place.role).require()
    form = AnswerForm(visit.POST or None)
    if ready(visit, form):
        accept = visit.POST.get("step") == "accept"
        if done(form, actions.answer_admission, visit, admission=found, accept=accept, **form.cleaned_data):
            messages.success(visit, _("Odpowiedź wysłana."))
            return redirect("bodies:people", network=visit.network.slug, key=found.body_id)
    return show(visit, "answer", form=form, body=place.body, admission=found, outside=kind_outside(found.outside_kind))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def invitation(visit: Visit, admission: UUID) -> HttpResponse:
    """Somebody reads an invitation addressed to them, and answers."""
    found = queries.invitation_in(visit.network, admission, visit.standing)
    kind = queries.type_of(found.body, visit.today, visit.frame.book)
    form = InvitedForm(visit.POST or None)
    if found.organisation_id or not kind.outsiders_accept_values.value:
        del form.fields["accepts_values"]
    choose_kind(form, kind)
    if found.organisation_id or "outside_kind" not in form.fields:
        for name in {"outside_kind", "reason"} & set(form.fields):
            del form.fields[name]
    if ready(visit, form):
        accept = visit.POST.get("step") == "accept"
        given = {"accept": accept, "person": _person(visit), **form.cleaned_data}
        if done(form, actions.answer_invitation, visit, admission=found, **given):
            messages.success(visit, _("Jesteś w grupie.") if accept else _("Dziękujemy za odpowiedź."))
            return to_body(visit, found.body_id) if accept else redirect("bodies:mine", network=visit.network.slug)
    return show(visit, "invitation", form=form, admission=found, kind=kind, type=type_name(kind))


@login_required
@require_POST
@in_network
def withdraw(visit: Visit, admission: UUID) -> HttpResponse:
    """Take back what one asked for, or an invitation one sent."""
    visible = queries.visible_bodies(visit.network, visit.standing, visit.today)
    found = queries.admission_in(visit.network, admission, visible)
    actions.withdraw_admission(by=visit.standing, at=timezone.now(), admission=found)
    messages.success(visit, _("Wycofano."))
    return to_body(visit, found.body_id)


def _person(visit: Visit) -> Person:
    assert visit.standing.person
    person = person_by_key(visit.standing.person)
    assert person
    return person
