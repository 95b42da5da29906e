"""What happens by itself: drafts ahead, reminders, places that nobody took, needs that are over."""

from datetime import datetime

from tkanka.ground.kit.work import MORE, each
from tkanka.rules.standing import Standing

from . import actions, queries

SYSTEM = Standing(system="meetings")
AT_ONCE = 200


def draft_series_ahead(now: datetime) -> None:
    """Every series has its drafts ahead."""
    for series in each(queries.series_short_of_drafts(now)):
        actions.draft_ahead(by=SYSTEM, at=now, series=series)


def lapse_offers(now: datetime) -> object:
    """Places that were offered and not taken go to the next who waits."""
    found = queries.offers_over(now, AT_ONCE)
    for registration in each(found):
        actions.lapse_offer(by=SYSTEM, at=now, registration=registration)
    return MORE if len(found) == AT_ONCE else None


def recall_meetings(now: datetime) -> None:
    """Materials to the organisers, what is to be handed in to members, the day before and the day itself to all."""
    for meeting in each(queries.materials_to_recall(now)):
        actions.remind_organisers(by=SYSTEM, at=now, meeting=meeting)
    for meeting in each(queries.submissions_to_recall(now)):
        actions.remind_submissions(by=SYSTEM, at=now, meeting=meeting)
    for meeting in each(queries.meetings_tomorrow(now)):
        actions.remind_day_before(by=SYSTEM, at=now, meeting=meeting)
    for meeting in each(queries.meetings_today(now)):
        actions.remind_day_of(by=SYSTEM, at=now, meeting=meeting)


def clear_needs(now: datetime) -> object:
    """What people said they needed is deleted once a meeting is over."""
    found = queries.needs_to_clear(now, AT_ONCE)
    for meeting in each(found):
        actions.clear_needs(by=SYSTEM, at=now, meeting=meeting)
    return MORE if len(found) == AT_ONCE else None
