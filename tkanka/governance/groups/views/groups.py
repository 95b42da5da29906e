"""The groups of a network, and closing one."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.bodies import BodyKind
from tkanka.rules.groups import groups_known, may_close, routes_of
from tkanka.rules.ruling import Refused

from .. import actions, queries
from ..forms import CloseForm

SHOWN = 5


@require_safe
@in_network
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
        "mine": list(queries.own_proposals(visit.network, visit.standing)[:SHOWN]),
        "invited": queries.invited_to_initiate(visit.network, visit.standing),
        "insider": visit.standing.is_member or visit.standing.keeps_the_network,
    }
    return render(visit, "groups/groups.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def close(visit: Visit, group: UUID) -> HttpResponse:
    """Close a group with a summary."""
    body = queries.group_in(visit.network, group, visit.standing, visit.today)
    leads = queries.leads(body, visit.standing, visit.today)
    ruling = may_close(visit.frame.book, visit.standing, kind=body.kind, leads=leads, summarised=True)
    if not ruling:
        raise Refused(ruling)
    form = CloseForm(visit.POST or None)
    if visit.method == "POST" and form.is_valid():
        actions.close_group(by=visit.standing, at=timezone.now(), body=body, **form.cleaned_data)
        messages.success(visit, _("Grupa zamknięta. Jej dorobek zostaje do czytania."))
        return redirect("bodies:body", network=visit.network.slug, key=body.pk)
    return render(visit, "groups/close.html", {"form": form, "body": body}, status=422 if form.errors else 200)
