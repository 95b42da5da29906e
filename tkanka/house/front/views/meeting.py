"""The page of one meeting, with what every room knows of it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tkanka.governance.meetings.doors import meeting_of
from tkanka.governance.meetings.showing import history_for, meeting_context
from tkanka.governance.minutes.showing import of_meeting
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.kept import kept_for_minutes


@require_safe
@in_network
@kept_for_minutes
def meeting(visit: Visit, meeting: UUID) -> HttpResponse:
    """When, where and about what; who is there; one's own place; for those who prepare it, the next step."""
    found = meeting_of(visit, meeting)
    at = timezone.now()
    shown = meeting_context(visit, found, at)
    shown |= of_meeting(visit, found, at, bool(shown["takes_part"]), shown["facts"].of)
    history = history_for(found) if shown["organises"] else []
    return render(visit, "front/meeting.html", shown | {"history": history})
