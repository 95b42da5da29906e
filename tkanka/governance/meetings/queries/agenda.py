from datetime import datetime, timedelta

from tkanka.ground.kit.lookup import one_of
from tkanka.rules.meetings import ItemState

from ..models import Item, Material, Meeting, Submission

MOST = 100


def agenda_of(meeting: Meeting) -> list[tuple[datetime, Item]]:
    """Accepted items in their order, each with the moment it is expected to begin."""
    found, at = [], meeting.starts_at
    rows = meeting.items.filter(state=ItemState.ACCEPTED).select_related("proposed_for")
    for item in rows.order_by("order", "proposed_at", "pk")[:MOST]:
        found.append((at, item))
        at += timedelta(minutes=item.minutes or 0)
    return found


def open_proposals(meeting: Meeting) -> list[Item]:
    """Items that wait for an answer, and those declined with their reasons."""
    rows = meeting.items.filter(state__in=[ItemState.PROPOSED, ItemState.DECLINED])
    return list(rows.select_related("proposed_by", "proposed_for").order_by("state", "proposed_at", "pk")[:MOST])


def item_in(meeting: Meeting, key: object) -> Item:
    return one_of(meeting.items.select_related("proposed_by", "proposed_for"), pk=key)


def materials_of(meeting: Meeting) -> list[Material]:
    return list(meeting.materials.select_related("item").order_by("item__order", "added_at", "pk")[:MOST])


def material_in(meeting: Meeting, key: object) -> Material:
    return one_of(meeting.materials.all(), pk=key)


def submission_in(meeting: Meeting, key: object) -> Submission:
    return one_of(meeting.submissions.select_related("organisation"), pk=key)
