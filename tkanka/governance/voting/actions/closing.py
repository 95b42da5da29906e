"""Closing a vote: the verdict, what it rests on, and what follows."""

from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from tkanka.governance.minutes.actions import note_vote
from tkanka.ground.kit.models import locked
from tkanka.ground.kit.wording.verdicts import verdict_sentence
from tkanka.ground.ledger.actions import entry
from tkanka.rules.ruling import check
from tkanka.rules.standing import Standing
from tkanka.rules.voting import (
    POLL,
    STEP_OF,
    Outcome,
    PollKind,
    PollState,
    may_call_off,
    may_close,
    may_follow_up,
    may_go_round_again,
    publish,
    reminder_due,
    verdict,
)
from tkanka.rules.voting.published import tally_in

from ..index import index_poll
from ..letters import tell_ended, tell_silent
from ..models import Poll
from ..queries import counts_of, lines_of
from ..weighing import is_over, leads, silent, weighed_in
from .preparing import draft_poll


def close_poll(*, by: Standing, at: datetime, poll: Poll) -> Poll:
    """Count, once: the roll and what was said are frozen into the file that anybody can count again."""
    with entry("vote.closed", by=by, at=at) as record:
        poll = locked(poll)
        rule = poll.decision
        record.rests_on(may_close(
            weighed_in(poll, by), leads=leads(poll, by, localdate(at)), running=poll.state == PollState.OPEN,
            over=is_over(poll, at), silent=silent(poll), at_meeting=poll.meeting_id is not None,
        ))  # fmt: skip
        poll.closed_at = min(at, poll.closes_at) if poll.closes_at else at
        poll.published = publish(
            title=poll.title, rule=rule, voters=lines_of(poll, secret=rule.is_secret),
            counts=counts_of(poll) if rule.is_secret else None, present=poll.present, lot=poll.lot,
            more={"network": poll.network.slug, "vote": str(poll.pk), "opened_at": _instant(poll.opened_at),
                  "closed_at": _instant(poll.closed_at)},
        )  # fmt: skip
        found = verdict(rule, tally_in(poll.published))
        poll.state = POLL.after(poll.state, STEP_OF[Outcome(found.outcome)])
        poll.save()
        _minute(poll, by, at)
        index_poll(poll, at)
        tell_ended(poll, at)
        record.cites += [cite for cite in found.ruling.cites if cite not in record.cites]
        record.about(
            poll, *([poll.body] if poll.body else []), outcome=poll.state, in_favour=found.in_favour,
            needed=found.needed, base=found.base,
        )  # fmt: skip
        return poll


def _instant(at: datetime | None) -> str | None:
    return at.isoformat(timespec="seconds") if at else None


def _minute(poll: Poll, by: Standing, at: datetime) -> None:
    """A vote held at a meeting stands in its minutes."""
    if poll.meeting is None or poll.published is None:
        return
    tally = tally_in(poll.published)
    note_vote(
        by=by, at=at, meeting=poll.meeting, item=poll.item, text=f"{poll.title} {verdict_sentence(poll.published)}",
        votes=(tally.in_favour, tally.against, tally.abstained),
    )  # fmt: skip


def call_off(*, by: Standing, at: datetime, poll: Poll, reason: str) -> Poll:
    """There will be no verdict; everybody who was asked learns why. A draft goes without a letter."""
    with entry("vote.called_off", by=by, at=at) as record:
        poll = locked(poll)
        record.rests_on(may_call_off(weighed_in(poll, by), leads=leads(poll, by, localdate(at)), reason=reason))
        told = poll.state == PollState.OPEN
        poll.state = POLL.after(poll.state, "call_off")
        poll.called_off_because, poll.closed_at = reason.strip(), at
        poll.save(update_fields=["state", "called_off_because", "closed_at"])
        index_poll(poll, at)
        if told:
            tell_ended(poll, at)
        record.about(poll, *([poll.body] if poll.body else []))
        return poll


def go_round_again(
    *, by: Standing, at: datetime, poll: Poll, response: str, text: str, closes_at: datetime | None
) -> Poll:
    """Put the same question again: after objections with an answer to them, after a tie that repeats the vote."""
    with entry("vote.put_again", by=by, at=at) as record:
        poll = locked(poll)
        record.rests_on(may_go_round_again(
            poll.decision, by, leads=leads(poll, by, localdate(at)), state=poll.state, response=response,
            next_exists=Poll.objects.filter(follows=poll).exists(),
        ))  # fmt: skip
        again = draft_poll(
            by=by, at=at, network=poll.network, kind=PollKind(poll.kind), title=poll.title, text=text, body=poll.body,
            meeting=poll.meeting, item=poll.item, closes_at=closes_at, marks=poll.marks, follows=poll,
            response=response,
        )  # fmt: skip
        record.about(poll, again)
        return again


def follow_up(*, by: Standing, at: datetime, poll: Poll, text: str, review_on: date | None, done: bool) -> Poll:
    """What became of a decision, when it is to be looked at again, and whether it is done."""
    with entry("vote.followed_up", by=by, at=at) as record:
        poll, day = locked(poll), localdate(at)
        record.rests_on(may_follow_up(by, leads=leads(poll, by, day), state=poll.state))
        record.rests_on(check(done or review_on is None or review_on > day - timedelta(days=1), "review_ahead"))
        poll.follow_up, poll.review_on = text.strip(), review_on
        poll.done_on = (poll.done_on or day) if done else None
        poll.save(update_fields=["follow_up", "review_on", "done_on"])
        record.about(poll, *([poll.body] if poll.body else []), review_on=review_on, done=done)
        return poll


def remind(*, by: Standing, at: datetime, poll: Poll) -> bool:
    """Remind those who have not voted, once, if it is time."""
    poll_at = poll.opened_at
    if poll_at is None or not reminder_due(
        opened_at=poll_at, closes_at=poll.closes_at, now=at, reminded=poll.reminded_at is not None,
        silent=range(silent(poll)),
    ):  # fmt: skip
        return False
    with entry("vote.reminded", by=by, at=at) as record:
        poll = locked(poll)
        record.rests_on(check(poll.reminded_at is None, "reminded_once"))
        tell_silent(poll, at)
        poll.reminded_at = at
        poll.save(update_fields=["reminded_at"])
        record.about(poll)
    return True
