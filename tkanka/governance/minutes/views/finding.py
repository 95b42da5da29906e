"""What every page of minutes begins with."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from tkanka.governance.meetings.doors import places_at
from tkanka.network.networks.doors import Visit

from .. import queries
from ..models import Minutes
from ..weighing import Weighed, weighed


def found(visit: Visit, key: UUID) -> tuple[Minutes, Weighed, datetime]:
    """The minutes, the facts for their rulings, and now; 404 for whoever may not read them."""
    at = timezone.now()
    by, book = visit.standing, visit.frame.book
    minutes, of = queries.minutes_in(visit.network, key, by, visit.today, book, places_at(visit))
    return minutes, weighed(minutes.meeting, minutes, by, at, book, of), at


def back_to(visit: Visit, minutes: Minutes) -> HttpResponse:
    return redirect("minutes:minutes", network=visit.network.slug, minutes=minutes.pk)
