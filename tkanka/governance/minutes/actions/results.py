"""What came out of the items of a meeting."""

from datetime import datetime

from tkanka.governance.meetings.models import Item, Meeting
from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.rules.minutes import DecisionKind, MinutesState
from tkanka.rules.ruling import check
from tkanka.rules.standing import Standing

from ..models import Decision, Minutes
from ..queries import minutes_of
from ..weighing import weighed
from .opening import bodies_of

Votes = tuple[int, int, int]
"""For, against, abstained."""


def note_decision(
    *,
    by: Standing,
    at: datetime,
    minutes: Minutes,
    kind: DecisionKind,
    text: str,
    item: Item | None = None,
    votes: Votes | None = None,
) -> Decision:
    """Note what came out, with the figures of a vote where one was taken."""
    with entry("decision.noted", by=by, at=at) as record:
        minutes = locked(minutes)
        meeting = minutes.meeting
        record.rests_on(weighed(meeting, minutes, by, at).write)
        record.rests_on(check(item is None or item.meeting_id == meeting.pk, "item_on_agenda"))
        yes, no, none = votes or (None, None, None)
        decision = Decision.objects.create(
            meeting=meeting, item=item, kind=kind, text=text.strip(), votes_for=yes, votes_against=no, abstained=none,
            noted_at=at, noted_by_id=by.person,
        )  # fmt: skip
        record.about(decision, minutes, meeting, *bodies_of(meeting), network=meeting.network_id, kind=kind)
        return decision


def note_vote(
    *, by: Standing, at: datetime, meeting: Meeting, text: str, votes: Votes, item: Item | None = None
) -> Decision | None:
    """A vote held at a meeting stands in its minutes by itself, begun or not; approved ones stay as they are."""
    minutes = minutes_of(meeting)
    if minutes and minutes.state == MinutesState.APPROVED:
        return None
    with entry("decision.noted", by=by, at=at) as record:
        yes, no, none = votes
        decision = Decision.objects.create(
            meeting=meeting, item=item, kind=DecisionKind.DECISION, text=text, votes_for=yes, votes_against=no,
            abstained=none, noted_at=at, noted_by_id=by.person,
        )  # fmt: skip
        record.about(decision, meeting, *bodies_of(meeting), network=meeting.network_id, kind=decision.kind)
        return decision


def drop_decision(*, by: Standing, at: datetime, minutes: Minutes, decision: Decision) -> None:
    """Take back what was noted by mistake, while the minutes are open."""
    with entry("decision.dropped", by=by, at=at) as record:
        minutes = locked(minutes)
        meeting = minutes.meeting
        record.rests_on(weighed(meeting, minutes, by, at).write)
        record.about(decision, minutes, meeting, *bodies_of(meeting), network=meeting.network_id)
        decision.delete()
