"""What every page of a meeting begins with: the meeting, and what the visitor may do with it."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from tkanka.network.networks.doors import Visit

from ..doors import meeting_of, places_at
from ..models import Meeting
from ..weighing import Weighed, weighed


def found(visit: Visit, key: UUID) -> tuple[Meeting, Weighed, datetime]:
    """The meeting, the facts for its rulings, and now; 404 for whoever may not know of it."""
    at = timezone.now()
    meeting = meeting_of(visit, key)
    return meeting, weighed(meeting, visit.standing, at, visit.frame.book, places_at(visit)), at


def place_of(facts: Weighed) -> str:
    """Which of the three places a page of the meeting stands in."""
    return "secretariat" if facts.by.keeps_the_network and facts.of.kind != "body" else "desk"
