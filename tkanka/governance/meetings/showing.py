"""What the page of a meeting shows: composed here, completed by the front with what other rooms know of it."""

from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import ngettext

from tkanka.network.networks.doors import Visit
from tkanka.network.networks.models import Organisation, Status
from tkanka.network.networks.queries import Line, history_of, members_of
from tkanka.rules.meetings import RegistrationState, Room, may_see_link
from tkanka.rules.ruling import Ruling

from . import queries
from .doors import places_at
from .models import Meeting, Registration
from .nearby import hints, near
from .tongues import TONGUES
from .weighing import Weighed, weighed

TONGUE_NAMES = dict(TONGUES)
COUNTED = frozenset(
    {"place.taken", "place.given_up", "place.confirmed", "place.lapsed", "presence.said", "presence.noted",
     "presence.ended", "submission.handed_in", "item.moved"}
)  # fmt: skip
MOST_LINES, SHOWN_LINES = 300, 30


def meeting_context(visit: Visit, meeting: Meeting, at: datetime) -> dict[str, Any]:
    """Head, agenda, materials, presence, one's own place, and what one may do."""
    facts = weighed(meeting, visit.standing, at, visit.frame.book, places_at(visit))
    takes_part = facts.take_part
    own = queries.own_registration(meeting, visit.standing)
    room = queries.room_of(meeting) if meeting.capacity else Room(None, meeting.per_organisation)
    inside = bool(takes_part)
    agenda, waiting = queries.agenda_and_waiting(meeting)
    queries.things_on([item for _, item in agenda], visit.network, visit.standing, places_at(visit))
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
        "agenda": agenda,
        "proposals": waiting if inside else 0,
        "materials": queries.materials_of(meeting) if inside else [],
        "presence": queries.presence_of(meeting) if inside and facts.on <= localdate(at) else None,
        "cohosts": list(meeting.cohosts.all()[:20]),
        "languages": [TONGUE_NAMES.get(code, code) for code in meeting.languages],
        "interpretation": [str(TONGUE_NAMES.get(code, code)) for code in meeting.interpretation],
        "may_propose": facts.propose,
        "may_call": facts.call if facts.organise and meeting.state == "draft" else None,
        **(_pointed_out(visit, meeting) if facts.organise and meeting.state == "draft" else {}),
        "over": meeting.ends_at < at,
        "doors": localdate(at) == facts.on and meeting.state == "called",
        "calls_for_registration": meeting.state == "called" and at < meeting.starts_at,
    }


def _pointed_out(visit: Visit, meeting: Meeting) -> dict[str, Any]:
    """What whoever is about to send the invitations should know before."""
    return {"clashes": near(visit, meeting), "hints": hints(visit, meeting)}


def link_for(facts: Weighed, own: Registration | None) -> str:
    """The address of the online meeting, for those who may see it; nothing for the others."""
    registered = own is not None and own.state == RegistrationState.REGISTERED
    return facts.meeting.join_link if _sees_link(facts, registered) else ""


def _sees_link(facts: Weighed, registered: bool) -> Ruling:
    return may_see_link(facts.book, facts.by, facts.of, registered=registered, state=facts.state)


def history_for(meeting: Meeting) -> list[Line]:
    """What was done about the meeting, the newest first. People who registered, came or handed something in on one day
    are counted in one line."""
    lines: list[Line] = []
    for (verb, _day), group in groupby(
        history_of(meeting, MOST_LINES), key=lambda line: (line.verb, localdate(line.at))
    ):
        same = list(group)
        lines += [_counted(same)] if verb in COUNTED and len(same) > 1 else same
    return lines[:SHOWN_LINES]


def _counted(same: list[Line]) -> Line:
    """One line for all of them, without names."""
    times = ngettext("%d raz", "%d razy", len(same)) % len(same)
    return replace(same[0], sentence=f"{same[0].sentence} ({times})", who="", behalf="", person=None, about=())


def parties_of(visit: Visit) -> list[Organisation]:
    """The organisations somebody may come for: those they hold any mandate of that belong to the network."""
    keys = {m.organisation for m in visit.standing.mandates} & (visit.standing.members | visit.standing.observers)
    if not keys:
        return []
    rows = members_of(visit.network, visit.today, *Status.values).filter(pk__in=keys)
    return list(rows.order_by("name")[:50])
