"""The secretariat's day: queues with clocks, and the health of what the charter asks for."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tkanka.governance.consultations import queries as consultations
from tkanka.governance.groups import queries as groups
from tkanka.governance.motions import queries as motions
from tkanka.ground.notices import queries as letters
from tkanka.network.membership.queries import applications_in, clocks, counts_by_state, open_requests
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.parts import Place, part
from tkanka.network.networks.queries import rulebook_of
from tkanka.network.tenure.queries import quiet_members
from tkanka.rules.host import Guarantee, guarantee
from tkanka.rules.membership import Mode, mode
from tkanka.rules.outbox import may_watch_work

SHOWN = 5


@require_safe
@in_network
def secretariat(visit: Visit) -> HttpResponse:
    ruling = may_watch_work(visit.standing)
    ruling.require()
    waiting = list(applications_in(visit.network, "open")[:SHOWN])
    ticking = clocks(visit.frame.book, waiting)
    rows = [row_of(visit, application, ticking.get(application.pk)) for application in waiting]
    states = counts_by_state(visit.network)
    context = {
        "rows": rows,
        "waiting": states.get("submitted", 0) + states.get("asked", 0),
        "late": sum(row["late"] for row in rows),
        "requests": open_requests(visit.network),
        "verifies": mode(visit.frame.book).value == Mode.VERIFIED,
        "letters": letters.counts_in(visit.network.pk),
        "hosting": visit.frame.hosting,
        "guarantee": guarantee_of(visit),
        "groups": part(visit, "front/secretariat_groups.html", groups_waiting),
        "quiet": part(visit, "front/secretariat_quiet.html", quiet),
        "place": "secretariat",
        "today": visit.today,
    }
    return render(visit, "front/secretariat.html", context)


def row_of(visit: Visit, application: Any, clock: Any) -> dict[str, Any]:
    """An application and how its clock stands today."""
    gone = clock.gone(visit.today) if clock else 0
    most = clock.max_workdays if clock else 0
    return {
        "application": application,
        "clock": clock,
        "gone": min(gone, most),
        "over": gone - most,
        "most": most,
        "late": bool(clock and clock.overdue(visit.today)),
        "held": bool(clock and clock.held(visit.today)),
    }


def guarantee_of(visit: Visit) -> Guarantee | None:
    """How the host's guarantee stands; None in a network whose charter knows no host."""
    hosting = visit.frame.hosting
    if visit.frame.book.host.is_member is None:
        return None
    return guarantee(visit.frame.book, hosting.guaranteed_until if hosting else None, visit.today)


def groups_waiting(place: Place) -> dict[str, int]:
    """What of groups and motions waits for the secretariat."""
    proposals = groups.open_proposals(place.network)
    book = rulebook_of(place.network, place.day)
    clocks = [groups.clock_of(book, proposal) for proposal in proposals]
    return {
        "proposals": len(proposals),
        "late": sum(clock.overdue(place.day) for clock in clocks),
        "support": groups.support_queue(place.network).count(),
        "remarks": consultations.waiting_for_office(place.network),
        "motions": motions.motions_in(place.network).count(),
    }


def quiet(place: Place) -> dict[str, object]:
    """Members of whom nothing has been heard for long, the first few."""
    return {"quiet": quiet_members(place.network, rulebook_of(place.network, place.day), place.day)[:SHOWN]}
