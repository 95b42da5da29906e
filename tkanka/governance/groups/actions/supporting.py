"""Capacity stated, support asked for, support answered."""

from datetime import date, datetime
from decimal import Decimal

from django.utils.timezone import localdate

from tkanka.governance.bodies.models import Body
from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.bodies import BodyState
from tkanka.rules.groups import SUPPORT, SupportKind, SupportState, may_answer_support, may_ask_support, may_keep_pots
from tkanka.rules.standing import Standing

from ..letters import tell_leads, tell_offices
from ..models import Pot, SupportRequest
from ..queries import leads, used_of
from .actor import actor

STEPS = {
    SupportState.GRANTED: "grant",
    SupportState.PARTLY: "grant_partly",
    SupportState.REFUSED: "refuse",
}


def state_capacity(
    *, by: Standing, at: datetime, network: Network, name: str, unit: str, amount: Decimal, since: date, until: date,
    pot: Pot | None = None,
) -> Pot:  # fmt: skip
    """Say how much there is to give in a period; a pot that is named is changed."""
    with entry("support.capacity_stated", by=by, at=at) as record:
        record.rests_on(may_keep_pots(rulebook_of(network, localdate(at)), by))
        pot = locked(pot) if pot else Pot(network=network)
        pot.name, pot.unit, pot.amount, pot.since, pot.until = name, unit, amount, since, until
        pot.save()
        record.about(pot, amount=str(amount), unit=unit)
        return pot


def ask_support(
    *, by: Standing, at: datetime, body: Body, kind: SupportKind, text: str, needed_on: date | None = None
) -> SupportRequest:
    """A group asks the secretariat for support."""
    with entry("support.asked", by=by, at=at) as record:
        body, day = locked(body), localdate(at)
        record.rests_on(may_ask_support(
            rulebook_of(body.network, day), by, leads=leads(body, by, day), closed=body.state == BodyState.CLOSED,
            kind=kind,
        ))  # fmt: skip
        request = SupportRequest.objects.create(
            body=body, kind=kind, text=text, needed_on=needed_on, state=SUPPORT.start, asked_at=at,
            asked_by_id=actor(by),
        )  # fmt: skip
        tell_offices(body.network, "support_asked", at, f"support.asked:{request.pk}", body=body, asked=request)
        record.about(body, request, kind=kind)
        return request


def answer_support(
    *, by: Standing, at: datetime, request: SupportRequest, outcome: SupportState, reason: str = "",
    pot: Pot | None = None, granted: Decimal = Decimal(0),
) -> SupportRequest:  # fmt: skip
    """Answer yes, no or partly. What is granted from a pot is gone from it; the pot is held while that is weighed."""
    with entry("support.answered", by=by, at=at) as record:
        pot = locked(pot) if pot else None
        request, body = locked(request), request.body
        day = localdate(at)
        state = SUPPORT.after(request.state, STEPS[outcome])
        granted = granted if pot and outcome != SupportState.REFUSED else Decimal(0)
        record.rests_on(may_answer_support(
            rulebook_of(body.network, day), by, outcome=outcome, explained=bool(reason.strip()),
            strategic=body.strategic, granted=granted, left=pot.amount - used_of(pot) if pot else None,
        ))  # fmt: skip
        request.state, request.reason, request.pot, request.granted = state, reason.strip(), pot, granted
        request.answered_at, request.answered_by_id = at, actor(by)
        request.save()
        tell_leads(body, "support_answered", at, f"support.answered:{request.pk}", asked=request)
        record.about(body, request, outcome=outcome, granted=str(granted))
        return request


def withdraw_support(*, by: Standing, at: datetime, request: SupportRequest) -> SupportRequest:
    with entry("support.withdrawn", by=by, at=at) as record:
        request, day = locked(request), localdate(at)
        state = SUPPORT.after(request.state, "withdraw")
        record.rests_on(may_ask_support(
            rulebook_of(request.body.network, day), by, leads=leads(request.body, by, day), closed=False,
            kind=request.kind,
        ))  # fmt: skip
        request.state = state
        request.save(update_fields=["state"])
        record.about(request.body, request)
        return request
