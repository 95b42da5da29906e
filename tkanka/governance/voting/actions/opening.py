"""Opening a vote: from here on nobody changes the rule or the roll."""

import secrets
from collections.abc import Set
from datetime import datetime

from django.utils.timezone import localdate

from tkanka.governance.meetings.actions import take_snapshot
from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.standing import Standing
from tkanka.rules.voting import POLL, Tie, may_open

from ..electorate import roll
from ..index import index_poll
from ..letters import tell_opened
from ..models import Poll, Urn, Voter
from ..weighing import leads
from .preparing import may_draft


def open_poll(*, by: Standing, at: datetime, poll: Poll, met: Set[str] = frozenset()) -> Poll:
    """Freeze who is entitled and, at a meeting, who is there; draw the lot a tie would need; tell everybody entitled.

    `met` are the preconditions of the rule that the caller has seen fulfilled.
    """
    with entry("vote.opened", by=by, at=at) as record:
        poll, day = locked(poll), localdate(at)
        rule, book = poll.decision, rulebook_of(poll.network, day)
        poll.state = POLL.after(poll.state, "open")
        record.rests_on(may_draft(book, poll, by, day, rule))
        if poll.meeting is not None:
            poll.snapshot = take_snapshot(by=by, at=at, meeting=poll.meeting, purpose=poll.title)
        frozen = roll(poll, rule, day, poll.snapshot)
        record.rests_on(may_open(
            rule, by, leads=leads(poll, by, day), entitled=frozen.entitled, closes_at=poll.closes_at, now=at, met=met,
            at_meeting=poll.meeting_id is not None,
        ))  # fmt: skip
        poll.opened_at, poll.opened_by_id = at, by.person
        poll.present, poll.vacant = frozen.present, frozen.vacant
        poll.lot = secrets.token_hex(16) if rule.tie.value is Tie.LOT else ""
        poll.save()
        Voter.objects.bulk_create(frozen.lines, batch_size=1_000)
        if rule.is_secret:
            Urn.objects.create(poll=poll)
        index_poll(poll, at)
        tell_opened(poll, at)
        record.about(poll, *([poll.body] if poll.body else []), entitled=frozen.entitled, present=frozen.present)
        return poll
