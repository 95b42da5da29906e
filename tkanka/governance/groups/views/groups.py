"""The groups of a network, and closing one."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tkanka.governance.bodies.doors import inside_of
from tkanka.governance.bodies.queries import waiting_at
from tkanka.governance.meetings.queries import ahead_of, unsettled_of
from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.kept import kept_for_visitors
from tkanka.network.networks.parts import own
from tkanka.rules.bodies import BodyKind, BodyState, may_close_body
from tkanka.rules.groups import groups_known, routes_of
from tkanka.rules.ruling import Refused, check

from .. import actions, queries
from ..forms import CloseForm

SHOWN = 5


@require_safe
@in_network
@kept_for_visitors
def groups(visit: Visit) -> HttpResponse:
    """For everybody: the working groups, how to propose one, what groups have made."""
    state = visit.GET.get("state", "")
    found = queries.visible_groups(visit.network, visit.standing, visit.today, BodyKind.WORKING, state)
    context = {
        "page": page_of(found, visit),
        "state": state,
        "known": groups_known(visit.frame.book),
        "routes": routes_of(visit.frame.book),
        "terms": visit.frame.book.working_groups,
        "mine": own(visit, "groups.mine", lambda: list(queries.own_proposals(visit.network, visit.standing)[:SHOWN])),
        "invited": own(visit, "groups.invited", lambda: queries.invited_to_initiate(visit.network, visit.standing)),
        "insider": visit.standing.is_member or visit.standing.keeps_the_network,
    }
    return render(visit, "groups/groups.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def close(visit: Visit, group: UUID) -> HttpResponse:
    """Close a body with a summary; the page says what is still open and what becomes of it."""
    place = inside_of(visit, group)
    body = place.body
    ruling = may_close_body(visit.frame.book, visit.standing, kind=place.kind, role=place.role, summary="…")
    if not ruling or body.state == BodyState.CLOSED:
        raise Refused(ruling & check(body.state != BodyState.CLOSED, "body_not_closed"))
    form = CloseForm(visit.POST or None)
    if visit.method == "POST" and form.is_valid():
        actions.close_group(by=visit.standing, at=timezone.now(), body=body, **form.cleaned_data)
        messages.success(visit, _("Grupa zamknięta. Jej dorobek zostaje do czytania."))
        return redirect("bodies:body", network=visit.network.slug, key=body.pk)
    at = timezone.now()
    shown = {
        "form": form,
        "body": body,
        "ahead": ahead_of(body, at),
        "unsettled": unsettled_of(body, at),
        "asked": list(queries.open_requests_of(body)[:50]),
        "waiting": len(waiting_at(body, invited=False)) + len(waiting_at(body, invited=True)),
    }
    return render(visit, "groups/close.html", shown, status=422 if form.errors else 200)
