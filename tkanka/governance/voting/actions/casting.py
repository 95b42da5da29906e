"""Voting, stepping back, and a show of hands."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db.models import F
from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.rules.ruling import check
from tkanka.rules.standing import Standing
from tkanka.rules.terms import Term
from tkanka.rules.voting import (
    Choice,
    ExclusionKind,
    Secrecy,
    as_data,
    may_ask_secrecy,
    may_cast,
    may_enter_hands,
    may_recuse,
)

from ..models import Ballot, Poll, Urn, Voter
from ..queries import cast_count
from ..weighing import is_own, leads, weighed_in

COLUMNS = {Choice.FOR: "in_favour", Choice.AGAINST: "against", Choice.ABSTAIN: "abstained"}


def cast(*, by: Standing, at: datetime, voter: Voter, choice: Choice, reason: str = "") -> Voter:
    """Cast the vote of one line of the roll, or in an open vote replace it. Sent twice, it counts once.

    Of a secret vote nothing is kept but that it was cast; what it says goes into the urn's numbers.
    """
    with entry("vote.cast", by=by, at=at) as record:
        poll = locked(voter.poll)
        voter, rule = locked(voter), poll.decision
        record.rests_on(may_cast(
            rule, by, running=poll.runs(at), entitled=voter.entitled, person=voter.person_id,
            organisation=voter.organisation_id, voted=voter.voted, choice=choice, explained=bool(reason.strip()),
        ))  # fmt: skip
        if rule.is_secret:
            column = COLUMNS[choice]
            Urn.objects.filter(poll=poll).update(**{column: F(column) + 1})
        else:
            _write(voter, by, at, choice, reason)
        voter.voted = True
        voter.save(update_fields=["voted"])
        record.about(poll, *([voter.organisation] if voter.organisation else []))
        return voter


def _write(voter: Voter, by: Standing, at: datetime, choice: Choice, reason: str, *, by_hand: bool = False) -> None:
    said = {"choice": choice, "reason": reason.strip(), "cast_at": at, "cast_by_id": by.person, "by_hand": by_hand}
    Ballot.objects.update_or_create(voter=voter, defaults=said)


def enter_hands(*, by: Standing, at: datetime, poll: Poll, choices: Mapping[UUID, Choice | None]) -> Poll:
    """Whoever chairs enters who raised a hand for what: a choice for each line of the roll, None for nothing."""
    with entry("vote.hands_entered", by=by, at=at) as record:
        poll = locked(poll)
        record.rests_on(may_enter_hands(
            poll.decision, weighed_in(poll, by), leads=leads(poll, by, localdate(at)), running=poll.runs(at),
            at_meeting=poll.meeting_id is not None,
        ))  # fmt: skip
        lines = list(Voter.objects.select_for_update().filter(poll=poll, entitled=True, pk__in=choices).order_by("pk"))
        for line in lines:
            choice = choices[line.pk]
            if choice is None:
                Ballot.objects.filter(voter=line).delete()
            else:
                _write(line, by, at, choice, "", by_hand=True)
            line.voted = choice is not None
        Voter.objects.bulk_update(lines, ["voted"], batch_size=500)
        record.about(poll, *([poll.body] if poll.body else []), entered=len(lines))
        return poll


def recuse(*, by: Standing, at: datetime, voter: Voter, reason: str) -> Voter:
    """Step back: the line leaves the entitled, and the minutes say why."""
    with entry("vote.recused", by=by, at=at) as record:
        poll = locked(voter.poll)
        voter = locked(voter)
        own = is_own(voter, by)
        record.rests_on(may_recuse(
            by, running=poll.runs(at), own=own, entitled=voter.entitled, voted=voter.voted, reason=reason
        ))  # fmt: skip
        voter.entitled, voter.kind, voter.who = False, ExclusionKind.NO_VOTE, "stepped_back"
        voter.reason = reason.strip()
        voter.save(update_fields=["entitled", "kind", "who", "reason"])
        record.about(poll, *([voter.organisation] if voter.organisation else []))
        return voter


def ask_secrecy(*, by: Standing, at: datetime, voter: Voter) -> Poll:
    """One of those entitled asks for a secret vote, where the charter lets them."""
    with entry("vote.made_secret", by=by, at=at) as record:
        poll = locked(voter.poll)
        rule = poll.decision
        own = is_own(voter, by)
        record.rests_on(may_ask_secrecy(
            rule, entitled=voter.entitled, running=poll.runs(at), cast=cast_count(poll)[0]
        ) & check(own, "own_vote"))  # fmt: skip
        poll.rule = as_data(replace(rule, secrecy=Term(Secrecy.SECRET, rule.secrecy.cite)))
        poll.save(update_fields=["rule"])
        Urn.objects.create(poll=poll)
        record.about(poll, *([poll.body] if poll.body else []))
        return poll
