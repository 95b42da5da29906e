"""What the page of a meeting shows: composed here, completed by the front with what other rooms know of it."""

from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from tkanka.governance.calendar.queries import Clash, clashes, event_from
from tkanka.network.networks.doors import Visit
from tkanka.network.networks.models import Organisation, Status
from tkanka.network.networks.queries import members_of
from tkanka.rules.calendar import EventSource
from tkanka.rules.meetings import MeetingAudience, RegistrationState, may_see_link
from tkanka.rules.ruling import Ruling

from . import queries
from .doors import places_at
from .models import Meeting, Registration
from .publishing import AUDIENCES
from .tongues import TONGUES
from .weighing import Weighed, weighed

TONGUE_NAMES = dict(TONGUES)


def meeting_context(visit: Visit, meeting: Meeting, at: datetime) -> dict[str, Any]:
    """Head, agenda, materials, presence, one's own place, and what one may do."""
    facts = weighed(meeting, visit.standing, at, visit.frame.book, places_at(visit))
    takes_part = facts.take_part
    own = queries.own_registration(meeting, visit.standing)
    room = queries.room_of(meeting)
    inside = bool(takes_part)
    return {
        "meeting": meeting,
        "facts": facts,
        "takes_part": takes_part,
        "organises": bool(facts.organise),
        "own": own if own and own.state in queries.LIVE else None,
        "queue_place": queries.queue_place(own) if own and own.state == RegistrationState.WAITING else 0,
        "room": room,
        "free": max(0, (room.capacity or 0) - room.taken),
        "link": link_for(facts, own),
        "agenda": queries.agenda_of(meeting),
        "proposals": len([i for i in queries.open_proposals(meeting) if i.state == "proposed"]) if inside else 0,
        "materials": queries.materials_of(meeting) if inside else [],
        "presence": queries.presence_of(meeting) if inside else None,
        "cohosts": list(meeting.cohosts.all()[:20]),
        "languages": [TONGUE_NAMES.get(code, code) for code in meeting.languages],
        "interpretation": [str(TONGUE_NAMES.get(code, code)) for code in meeting.interpretation],
        "may_propose": facts.propose,
        "clashes": near(visit, meeting) if facts.organise and meeting.state == "draft" else [],
        "may_call": facts.call if facts.organise and meeting.state == "draft" else None,
        "over": meeting.ends_at < at,
        "doors": localdate(at) == facts.on and meeting.state == "called",
        "calls_for_registration": meeting.state == "called" and at < meeting.starts_at,
    }


def near(visit: Visit, meeting: Meeting) -> list[Clash]:
    """Other events too close to it."""
    own = event_from(visit.network, EventSource.MEETING, str(meeting.pk))
    themes = [concept.pk for concept in meeting.themes.all()]
    return clashes(
        visit.network, meeting.starts_at, meeting.ends_at, meeting.area, themes,
        AUDIENCES[MeetingAudience(meeting.audience)], by=visit.standing, day=visit.today, timezone=meeting.timezone,
        besides=own.pk if own else None,
    )  # fmt: skip


def link_for(facts: Weighed, own: Registration | None) -> str:
    """The address of the online meeting, for those who may see it; nothing for the others."""
    registered = own is not None and own.state == RegistrationState.REGISTERED
    return facts.meeting.join_link if _sees_link(facts, registered) else ""


def _sees_link(facts: Weighed, registered: bool) -> Ruling:
    return may_see_link(facts.book, facts.by, facts.of, registered=registered, state=facts.state)


def parties_of(visit: Visit) -> list[Organisation]:
    """The organisations somebody may come for: those they hold any mandate of that belong to the network."""
    keys = {m.organisation for m in visit.standing.mandates} & (visit.standing.members | visit.standing.observers)
    if not keys:
        return []
    rows = members_of(visit.network, visit.today, *Status.values).filter(pk__in=keys)
    return list(rows.order_by("name")[:50])
