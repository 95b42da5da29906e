"""Who hosted the yearly meeting, and whose turn it may be."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.queries import members_of
from tkanka.rules.calendar import in_turn
from tkanka.rules.meetings import MeetingKind, host_is_new

from .. import queries

SHOWN = 12


@require_safe
@in_network
def hosts(visit: Visit) -> HttpResponse:
    """Year by year who hosted with whom, where the charter lets the host change; then who has waited longest."""
    terms = visit.frame.book.meetings.plenary
    if terms.host_changes_every_months is None:
        raise Http404
    held = queries.hosted_meetings(visit.network, MeetingKind.PLENARY)
    days = queries.hosts_of(visit.network, MeetingKind.PLENARY)
    rows = [
        (one, host_is_new(visit.frame.book, one.host_id, one.starts_at.date(), days).failed, one.cohosts.all())
        for one in held
    ]
    members = {party.pk: party for party in members_of(visit.network, visit.today).order_by("name")[:2_000]}
    waiting = [members[key] for key in in_turn(members, days)[:SHOWN]]
    last = dict(sorted((host, day) for day, host in days))
    shown = {"rows": rows, "every": terms.host_changes_every_months, "together": terms.hosted_with,
             "waiting": [(party, last.get(party.pk)) for party in waiting], "here": "meetings"}  # fmt: skip
    return render(visit, "meetings/hosts.html", shown)
