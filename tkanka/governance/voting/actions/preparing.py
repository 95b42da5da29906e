"""Preparing a vote, and the rules a network adds of its own."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from tkanka.governance.bodies.models import Body
from tkanka.governance.meetings.models import Item, Meeting
from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.ruling import Ruling, check
from tkanka.rules.standing import Standing
from tkanka.rules.voting import (
    POLL,
    DecisionRule,
    Electorate,
    PollKind,
    PollState,
    as_data,
    chosen,
    may_prepare,
    may_stand,
    members_vote_known,
    rule_for,
)

from ..models import OwnRule, Poll
from ..queries import own_rules_in
from ..weighing import leads


def composed(
    book: Rulebook, kind: PollKind, body: Body | None, choices: Mapping[str, Any], own: OwnRule | None = None
) -> DecisionRule:
    """The rule of a vote: the charter's, else one the network has added, with what was chosen where both are silent."""
    if own is not None:
        return own.decision
    return chosen(rule_for(book, kind, body=body.kind if body else ""), **choices)


def may_draft(book: Rulebook, poll: Poll, by: Standing, day: date, rule: DecisionRule) -> Ruling:
    """Whether this vote may be prepared by this rule."""
    ruling = may_prepare(by, leads=leads(poll, by, day))
    seats = rule.electorate.value is Electorate.SEATS
    ruling &= check(seats == (poll.body_id is not None), "seats_of_a_body", rule.electorate)
    if poll.kind == PollKind.MEMBERS:
        ruling &= members_vote_known(book, own_rule=bool(own_rules_in(poll.network, 1)))
    return ruling & may_stand(rule, meeting=poll.meeting_id is not None)


def draft_poll(
    *, by: Standing, at: datetime, network: Network, kind: PollKind, title: str, text: str = "",
    body: Body | None = None, meeting: Meeting | None = None, item: Item | None = None,
    closes_at: datetime | None = None, choices: Mapping[str, Any] | None = None, own: OwnRule | None = None,
    marks: Mapping[str, list[str]] | None = None, follows: Poll | None = None, response: str = "",
    rule: DecisionRule | None = None,
) -> Poll:  # fmt: skip
    """Prepare a vote. Nobody else knows of it until it is opened. `rule`: where another room knows it better."""
    with entry("vote.drafted", by=by, at=at) as record:
        day = localdate(at)
        book = rulebook_of(network, day)
        rule = rule or (follows.decision if follows else composed(book, kind, body, choices or {}, own))
        poll = Poll(
            network=network, kind=kind, title=title.strip(), text=text.strip(), body=body, meeting=meeting, item=item,
            closes_at=closes_at, rule=as_data(rule), marks=dict(marks or {}), state=POLL.start, prepared_at=at,
            prepared_by_id=by.person, follows=follows, response=response.strip(),
        )  # fmt: skip
        record.rests_on(may_draft(book, poll, by, day, rule))
        poll.save(force_insert=True)
        record.about(poll, *([body] if body else []), kind=kind)
        return poll


def change_draft(
    *, by: Standing, at: datetime, poll: Poll, title: str, text: str, closes_at: datetime | None,
    choices: Mapping[str, Any], own: OwnRule | None = None,
) -> Poll:  # fmt: skip
    """Change what is not open yet."""
    with entry("vote.changed", by=by, at=at) as record:
        poll, day = locked(poll), localdate(at)
        book = rulebook_of(poll.network, day)
        rule = poll.decision if poll.follows_id else composed(book, PollKind(poll.kind), poll.body, choices, own)
        record.rests_on(check(poll.state == PollState.DRAFT, "vote_not_open_yet"))
        record.rests_on(may_draft(book, poll, by, day, rule))
        poll.title, poll.text, poll.closes_at, poll.rule = title.strip(), text.strip(), closes_at, as_data(rule)
        poll.save(update_fields=["title", "text", "closes_at", "rule"])
        record.about(poll, *([poll.body] if poll.body else []))
        return poll


def add_rule(*, by: Standing, at: datetime, network: Network, name: str, choices: Mapping[str, Any]) -> OwnRule:
    """The network adds a rule by which its members vote."""
    with entry("rule.added", by=by, at=at) as record:
        rule = chosen(rule_for(rulebook_of(network, localdate(at)), PollKind.MEMBERS), **choices)
        record.rests_on(check(by.keeps_the_network, "office_adds_rule") & may_stand(rule, meeting=True))
        taken = OwnRule.objects.filter(network=network, name=name.strip(), ended_at=None).exists()
        record.rests_on(check(not taken, "rule_name_free"))
        own = OwnRule.objects.create(
            network=network, name=name.strip(), rule=as_data(rule), added_at=at, added_by_id=by.person
        )
        record.about(own)
        return own


def end_rule(*, by: Standing, at: datetime, own: OwnRule) -> OwnRule:
    """No more votes begin by this rule; those that have begun go on."""
    with entry("rule.ended", by=by, at=at) as record:
        own = locked(own)
        record.rests_on(check(by.keeps_the_network, "office_adds_rule") & check(own.ended_at is None, "rule_in_use"))
        own.ended_at = at
        own.save(update_fields=["ended_at"])
        record.about(own)
        return own
