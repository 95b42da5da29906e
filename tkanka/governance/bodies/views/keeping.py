"""Opening bodies, describing them, letting them rest, closing them."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.people.queries import person_by_key
from tkanka.rules.bodies import (
    Maker,
    may_describe_body,
    may_flag_strategic,
    may_open_body,
)

from .. import actions, queries
from ..doors import body_of, inside_of
from ..forms import DescribeForm, FlagForm, OpenForm
from ..models import Body
from ..naming import type_name
from .showing import done, ready, show, to_body


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def open_body(visit: Visit) -> HttpResponse:
    """A new body. Whoever opens a group for a member leads it."""
    types = queries.types_in(visit.network, visit.today, visit.frame.book)
    rulings = {
        code: may_open_body(
            visit.frame.book, visit.standing, kind=kind, open_now=queries.open_of_kind(visit.network, code)
        )
        for code, kind in types.items()
        if kind.is_opened_directly
    }
    next((r for r in rulings.values() if r), next(iter(rulings.values()))).require()
    kinds = [(code, type_name(types[code])) for code, ruling in rulings.items() if ruling]
    form = OpenForm(visit.POST or None, kinds=kinds, initial={"opened_on": visit.today, "kind": kinds[0][0]})
    if ready(visit, form):
        leads = _leads(visit, Maker.MEMBER in types[form.cleaned_data["kind"]].made_by.value)
        body: Body | None = done(
            form, actions.open_body, visit, network=visit.network, leads=leads, **form.cleaned_data
        )
        if body:
            messages.success(visit, _("Grupa jest otwarta."))
            return to_body(visit, body.pk)
    full = [(type_name(types[code]), ruling) for code, ruling in rulings.items() if not ruling]
    return show(visit, "open", form=form, full=full)


def _leads(visit: Visit, by_member: bool) -> list[actions.Lead]:
    person = person_by_key(visit.standing.person) if visit.standing.person else None
    party = next((o for o in visit.frame.can_act_for if o.pk in visit.standing.members), None)
    acting = visit.frame.acting
    chosen = acting if acting and acting.pk in visit.standing.members else party
    return [actions.Lead(person, chosen)] if by_member and person and chosen else []


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def describe(visit: Visit, key: UUID) -> HttpResponse:
    place = inside_of(visit, key)
    body = place.body
    may_describe_body(visit.standing, kind=place.kind, role=place.role, state=body.state).require()
    form = DescribeForm(visit.POST or None, initial={"name": body.name, "purpose": body.purpose})
    if ready(visit, form):
        given = form.cleaned_data | {"held_by": body.held_by}
        if done(form, actions.describe_body, visit, body=body, **given):
            messages.success(visit, _("Zapisano."))
            return to_body(visit, key)
    return show(visit, "describe", form=form, body=body)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def flag(visit: Visit, key: UUID) -> HttpResponse:
    """Whether a group is strategic or especially sensitive."""
    place = inside_of(visit, key)
    body = place.body
    may_flag_strategic(visit.frame.book, visit.standing).require()
    before = {"strategic": body.strategic, "sensitive": body.sensitive, "reason": body.sensitive_reason}
    form = FlagForm(visit.POST or None, initial=before)
    if ready(visit, form):
        given = form.cleaned_data
        said = {"sensitive": given["sensitive"], "reason": given["reason"]}
        kept = done(form, actions.flag_strategic, visit, body=body, strategic=given["strategic"])
        if kept and (
            given["sensitive"] == body.sensitive or done(form, actions.flag_sensitive, visit, body=body, **said)
        ):
            messages.success(visit, _("Zapisano."))
            return to_body(visit, key)
    return show(visit, "flag", form=form, body=body)


@login_required
@require_POST
@in_network
def step(visit: Visit, key: UUID) -> HttpResponse:
    """Let it rest, take it up again, hide it or show it."""
    body, by, at = body_of(visit, key).body, visit.standing, timezone.now()
    asked = visit.POST.get("step")
    if asked == "rest":
        actions.rest_body(by=by, at=at, body=body)
    elif asked == "wake":
        actions.wake_body(by=by, at=at, body=body)
    elif asked in {"hide", "reveal"}:
        actions.hide_body(by=by, at=at, body=body, hidden=asked == "hide")
    else:
        return redirect("bodies:bodies", network=visit.network.slug)
    messages.success(visit, _("Zapisano."))
    return to_body(visit, key)
