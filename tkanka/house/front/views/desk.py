"""My desk: what I owe and by when, and what is mine in this network."""

from datetime import datetime

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tkanka.coordination.activities.queries import published
from tkanka.governance.calendar.models import Event
from tkanka.governance.calendar.queries import next_own, visible_events
from tkanka.network.membership.queries import applications_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.models import Organisation
from tkanka.network.networks.parts import own
from tkanka.network.networks.queries import active_membership

from ..duties import duties_of


@require_safe
@in_network
def desk(visit: Visit) -> HttpResponse:
    if not visit.standing.person:
        return redirect_to_login(visit.get_full_path())
    at = timezone.now()
    duties = duties_of(visit, at)
    acting = visit.frame.acting or next(iter(visit.frame.can_act_for), None)
    context = {
        "duties": [(duty, duty.kind(visit.today)) for duty in duties],
        "late": sum(duty.kind(visit.today) == "late" for duty in duties),
        "applications": list(applications_of(visit.network, visit.standing.person).prefetch_related(None)[:5]),
        "mine": mine(visit, acting) if acting else None,
        "events": own(visit, "desk.events", lambda: coming(visit, at)),
        "place": "desk",
        "today": visit.today,
    }
    return render(visit, "front/desk.html", context)


def coming(visit: Visit, at: datetime) -> list[Event]:
    """The next few events of one's own calendar."""
    network, by, day = visit.network, visit.standing, visit.today
    return next_own(network, by, day, visible_events(network, by, day), at)


def mine(visit: Visit, party: Organisation) -> dict[str, object]:
    """The organisation one acts for, in figures that open."""
    own = published(visit.network).filter(organisation=party)
    return {
        "party": party,
        "membership": active_membership(visit.network, party, visit.today),
        "activities": own.count(),
        "others": len(visit.frame.can_act_for) - 1,
    }
