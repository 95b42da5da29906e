"""The agenda, what is read before the meeting and what is handed in."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.files.base import File
from django.db.models import Max
from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.kit.uploads import safe_name
from tkanka.ground.ledger.actions import entry
from tkanka.ground.notices.actions import write_letter
from tkanka.network.networks.models import Organisation
from tkanka.network.networks.queries.belonging import recipient
from tkanka.network.people.queries import person_by_key
from tkanka.rules.meetings import AGENDA_ITEM, ItemState, is_late, may_hand_in
from tkanka.rules.ruling import check
from tkanka.rules.standing import Standing

from ..letters import tell_organisers
from ..models import Item, Material, Meeting, Submission
from ..publishing import index_meeting, page_of
from ..weighing import weighed


def propose_item(
    *,
    by: Standing,
    at: datetime,
    meeting: Meeting,
    title: str,
    text: str = "",
    minutes: int | None = None,
    owner: str = "",
    thing: tuple[str, UUID] | None = None,
) -> Item:
    """Propose something for the agenda. Of whoever shapes the agenda it is accepted at once."""
    with entry("item.proposed", by=by, at=at) as record:
        meeting = locked(meeting)
        facts = weighed(meeting, by, at)
        record.rests_on(facts.propose)
        kind, key = thing or ("", None)
        settled = bool(facts.settle)
        item = Item.objects.create(
            meeting=meeting, title=title, text=text, minutes=minutes, owner=owner, thing_kind=kind, thing_key=key,
            order=_last(meeting) + 1, state=ItemState.ACCEPTED if settled else AGENDA_ITEM.start, proposed_at=at,
            proposed_by=person_by_key(by.person) if by.person else None, proposed_for_id=by.acting_for,
            settled_at=at if settled else None,
        )  # fmt: skip
        if settled:
            index_meeting(meeting)
        else:
            tell_organisers(meeting, f"item.proposed:{item.pk}", "item_proposed", at, item=item)
        record.about(item, meeting, network=meeting.network_id)
        return item


def _last(meeting: Meeting) -> int:
    return int(meeting.items.aggregate(last=Max("order"))["last"] or 0)


def settle_item(*, by: Standing, at: datetime, item: Item, step: str, reason: str = "") -> Item:
    """Accept an item or decline it, with a reason; whoever proposed it is told."""
    with entry("item.settled", by=by, at=at) as record:
        item = locked(item)
        record.rests_on(weighed(item.meeting, by, at).settle)
        record.rests_on(check(step == "accept" or bool(reason.strip()), "reason_given"))
        item.state, item.reason, item.settled_at = AGENDA_ITEM.after(item.state, step), reason, at
        item.settled_by = person_by_key(by.person) if by.person else None
        item.save(update_fields=["state", "reason", "settled_at", "settled_by"])
        index_meeting(item.meeting)
        _tell_proposer(item, at)
        record.about(item, item.meeting, network=item.meeting.network_id, state=item.state)
        return item


def _tell_proposer(item: Item, at: datetime) -> None:
    meeting = item.meeting
    if item.proposed_by is not None:
        write_letter(
            to=recipient(item.proposed_by), cause=f"item.settled:{item.pk}:{item.state}:{at.isoformat()}",
            template="meetings/mail/item_settled.txt", at=at, network=meeting.network_id,
            network_name=meeting.network.short_name, slug=meeting.network.slug, meeting=meeting, item=item,
            page=page_of(meeting),
        )  # fmt: skip


def withdraw_item(*, by: Standing, at: datetime, item: Item) -> Item:
    """Take one's own proposal back."""
    with entry("item.withdrawn", by=by, at=at) as record:
        item = locked(item)
        record.rests_on(check(by.person is not None and item.proposed_by_id == by.person, "own_item"))
        item.state = AGENDA_ITEM.after(item.state, "withdraw")
        item.save(update_fields=["state"])
        record.about(item, item.meeting, network=item.meeting.network_id)
        return item


def change_item(*, by: Standing, at: datetime, item: Item, **fields: Any) -> Item:
    """Put an item in other words, or give it other minutes, an owner, a thing it is about."""
    with entry("item.changed", by=by, at=at) as record:
        item = locked(item)
        record.rests_on(weighed(item.meeting, by, at).settle)
        for name, value in fields.items():
            setattr(item, name, value)
        item.save()
        index_meeting(item.meeting)
        record.about(item, item.meeting, network=item.meeting.network_id)
        return item


def move_item(*, by: Standing, at: datetime, item: Item, up: bool) -> Item:
    """Let two neighbours of the agenda change places."""
    with entry("item.moved", by=by, at=at) as record:
        meeting = locked(item.meeting)
        record.rests_on(weighed(meeting, by, at).settle)
        order = list(meeting.items.filter(state=ItemState.ACCEPTED).order_by("order", "proposed_at", "pk"))
        place = next((n for n, one in enumerate(order) if one.pk == item.pk), None)
        record.rests_on(check(place is not None, "item_on_agenda"))
        assert place is not None
        other = place - 1 if up else place + 1
        if 0 <= other < len(order):
            order[place], order[other] = order[other], order[place]
        for number, one in enumerate(order, start=1):
            one.order = number
        Item.objects.bulk_update(order, ["order"])
        record.about(item, meeting, network=meeting.network_id)
        return item


def add_material(
    *,
    by: Standing,
    at: datetime,
    meeting: Meeting,
    title: str,
    url: str = "",
    file: "File[bytes] | None" = None,
    languages: list[str] | None = None,
    item: Item | None = None,
) -> Material:
    """Lay a file or a link for those who take part to read."""
    with entry("material.added", by=by, at=at) as record:
        record.rests_on(weighed(meeting, by, at).organise)
        material = Material(
            meeting=meeting, item=item, title=title, url=url, languages=languages or [], added_at=at,
            added_by=person_by_key(by.person) if by.person else None,
        )  # fmt: skip
        if file is not None:
            material.file, material.name, material.size = file, safe_name(str(file.name)), file.size or 0
        material.save()
        record.about(material, meeting, network=meeting.network_id)
        return material


def drop_material(*, by: Standing, at: datetime, material: Material) -> None:
    """Take a material away again."""
    with entry("material.dropped", by=by, at=at) as record:
        meeting = material.meeting
        record.rests_on(weighed(meeting, by, at).change)
        record.about(material, meeting, network=meeting.network_id)
        material.delete()


def hand_in(
    *,
    by: Standing,
    at: datetime,
    meeting: Meeting,
    organisation: Organisation,
    kind: str,
    text: str = "",
    url: str = "",
    file: "File[bytes] | None" = None,
) -> Submission:
    """Hand in what was asked for, again if need be. Late is marked; what came first in time stays in time."""
    with entry("submission.handed_in", by=by, at=at) as record:
        meeting = locked(meeting)
        facts = weighed(meeting, by, at)
        record.rests_on(may_hand_in(facts.book, by, facts.of, state=facts.state))
        record.rests_on(check(organisation.pk in by.speaks_for, "acts_for_organisation"))
        record.rests_on(check(kind in meeting.asks_for, "asked_for"))
        found = Submission.objects.filter(meeting=meeting, organisation=organisation, kind=kind).first()
        late = bool(meeting.submissions_due and is_late(meeting.submissions_due, localdate(at)))
        submission = found or Submission(meeting=meeting, organisation=organisation, kind=kind, late=late)
        submission.text, submission.url, submission.delivered_at = text, url, at
        submission.delivered_by = person_by_key(by.person) if by.person else None
        if file is not None:
            submission.file, submission.name, submission.size = file, safe_name(str(file.name)), file.size or 0
        submission.save()
        record.about(submission, meeting, network=meeting.network_id, kind=kind, late=submission.late)
        return submission
