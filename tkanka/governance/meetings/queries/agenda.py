from collections.abc import Iterable
from datetime import datetime, timedelta

from tkanka.ground.kit.lookup import one_of
from tkanka.rules.meetings import ItemState

from ..models import Item, Material, Meeting, Submission

MOST = 100


def agenda_of(meeting: Meeting) -> list[tuple[datetime, Item]]:
    """Accepted items in their order, each with the moment it is expected to begin."""
    rows = meeting.items.filter(state=ItemState.ACCEPTED).select_related("proposed_for")
    return _on_the_clock(meeting, rows.order_by("order", "proposed_at", "pk")[:MOST])


def agenda_and_waiting(meeting: Meeting) -> tuple[list[tuple[datetime, Item]], int]:
    """The agenda, and how many proposals wait for an answer."""
    rows = meeting.items.filter(state__in=[ItemState.ACCEPTED, ItemState.PROPOSED]).select_related("proposed_for")
    items = list(rows.order_by("state", "order", "proposed_at", "pk")[: 2 * MOST])
    accepted = [item for item in items if item.state == ItemState.ACCEPTED][:MOST]
    return _on_the_clock(meeting, accepted), sum(item.state == ItemState.PROPOSED for item in items)


def _on_the_clock(meeting: Meeting, items: Iterable[Item]) -> list[tuple[datetime, Item]]:
    found, at = [], meeting.starts_at
    for item in items:
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
