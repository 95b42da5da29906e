"""Choosing the organisation that keeps the secretariat: rounds in which every participant is asked."""

from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from tkanka.governance.bodies.actions import describe_body
from tkanka.governance.bodies.models import Body
from tkanka.governance.bodies.queries import seats_of
from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.ground.notices.actions import write_letter
from tkanka.ground.notices.recipients import Recipient
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.networks.queries import members_of, recipients_of, rulebook_of
from tkanka.network.networks.queries.belonging import recipient
from tkanka.rules.bodies import BodyKind, BodyState
from tkanka.rules.choosing import (
    CHOICE,
    ChoiceState,
    consensus,
    may_ask_round,
    may_call_off,
    may_close_round,
    may_remark,
    may_take_stance,
    step_after,
)
from tkanka.rules.standing import Standing

from ..models import Choice, Round, Stance
from ..queries import choosing as queries
from ..queries import overseers, oversees


def ask_round(
    *, by: Standing, at: datetime, network: Network, candidate: Organisation, until: date, text: str
) -> Choice:
    """Put a candidate to everybody who takes part that day: the first time, or again after objections."""
    with entry("choice.asked", by=by, at=at) as record:
        day, choice = localdate(at), queries.open_choice(locked(network))
        last = queries.last_round(choice) if choice else None
        parties = members_of(network, day)
        record.rests_on(may_ask_round(
            rulebook_of(network, day), by, running=last is not None and last.runs,
            number=last.number + 1 if last else 1, participates=parties.filter(pk=candidate.pk).exists(), until=until,
            today=day,
        ))  # fmt: skip
        if choice is None:
            choice = Choice.objects.create(network=network, state=CHOICE.start, opened_at=at, opened_by_id=by.person)
        made = Round.objects.create(
            choice=choice, number=last.number + 1 if last else 1, candidate=candidate, text=text, until=until,
            opened_at=at,
        )  # fmt: skip
        asked = Stance.objects.bulk_create(Stance(round=made, organisation=party) for party in parties.order_by("pk"))
        _tell(made, "asked", at)
        record.about(choice, candidate, number=made.number, asked=len(asked), until=until)
        return choice


def take_stance(
    *, by: Standing, at: datetime, asked: Round, organisation: Organisation, agrees: bool, reason: str = ""
) -> Stance:
    """One participant agrees, or objects with a reason; it may change its word while the round lasts."""
    with entry("choice.answered", by=by, at=at) as record:
        asked, day = locked(asked), localdate(at)
        stance = queries.stance_of(asked, organisation)
        record.rests_on(may_take_stance(
            rulebook_of(asked.choice.network, day), by, organisation=organisation.pk, listed=stance is not None,
            over=not asked.is_open(day), agrees=agrees, explained=bool(reason.strip()),
        ))  # fmt: skip
        assert stance
        stance.agrees, stance.reason = agrees, "" if agrees else reason.strip()
        stance.taken_at, stance.taken_by_id = at, by.person
        stance.save()
        record.about(asked.choice, organisation, number=asked.number, agrees=agrees)
        return stance


def close_round(*, by: Standing, at: datetime, asked: Round) -> Choice:
    """The round is over: the candidate keeps the secretariat, or another round may follow, or nothing is chosen."""
    with entry("choice.round_closed", by=by, at=at) as record:
        choice = locked(asked.choice)
        asked, day = locked(asked), localdate(at)
        asked.choice = choice
        book, count = rulebook_of(choice.network, day), queries.tally(asked)
        record.rests_on(may_close_round(by, running=asked.runs, until=asked.until, silent=count.silent, today=day))
        asked.closed_at = at
        asked.save(update_fields=["closed_at"])
        step = step_after(book, objections=count.objections, number=asked.number)
        if step:
            choice.state, choice.decided_at = CHOICE.after(choice.state, step), at
        if choice.state == ChoiceState.CHOSEN:
            record.rests_on(consensus(book, objections=count.objections))
            choice.chosen = asked.candidate
            _hand_over(choice, by, at)
        choice.save()
        _tell(asked, "closed", at)
        record.about(choice, asked.candidate, number=asked.number, state=choice.state, agreed=count.agreed,
                     objections=count.objections, silent=count.silent)  # fmt: skip
        return choice


def remark_on_choice(*, by: Standing, at: datetime, choice: Choice, text: str, all_asked: bool) -> Choice:
    """Who watches over the choice says what they saw, and whether everybody was asked; it is published with it."""
    with entry("choice.remarked", by=by, at=at) as record:
        choice, day = locked(choice), localdate(at)
        record.rests_on(may_remark(rulebook_of(choice.network, day), oversees=oversees(choice.network, by, day)))
        choice.remark, choice.all_asked, choice.remarked_at = text.strip(), all_asked, at
        choice.remarked_by_id = by.person
        choice.save(update_fields=["remark", "all_asked", "remarked_at", "remarked_by"])
        record.about(choice, all_asked=all_asked)
        return choice


def call_off_choice(*, by: Standing, at: datetime, choice: Choice, reason: str) -> Choice:
    """Nothing is chosen this time; everybody who was asked learns why."""
    with entry("choice.called_off", by=by, at=at) as record:
        choice = locked(choice)
        record.rests_on(may_call_off(by, explained=bool(reason.strip())))
        choice.state, choice.decided_at = CHOICE.after(choice.state, "call_off"), at
        choice.called_off_because = reason.strip()
        choice.save(update_fields=["state", "decided_at", "called_off_because"])
        last = queries.last_round(choice)
        if last:
            last.choice = choice
            _tell(last, "closed", at)
        record.about(choice)
        return choice


def _hand_over(choice: Choice, by: Standing, at: datetime) -> None:
    """Where the secretariat is kept as a body, it is the chosen organisation's from now on."""
    rows = Body.objects.filter(network=choice.network, kind=BodyKind.SECRETARIAT).exclude(state=BodyState.CLOSED)
    if body := rows.select_related("network").first():
        describe_body(by=by, at=at, body=body, name=body.name, purpose=body.purpose, held_by=choice.chosen)


def _tell(asked: Round, letter: str, at: datetime) -> None:
    """Write to everybody who was asked, and to those who watch."""
    network, day = asked.choice.network, localdate(at)
    people: list[tuple[Recipient, str]] = recipients_of(queries.listed(asked), day)
    for body in overseers(network)[:20]:
        people += [(recipient(seat.person), f"seat:{seat.pk}") for seat in seats_of(body, day)[:200]]
    told: dict[str, Any] = {"asked": asked, "choice": asked.choice, "count": queries.tally(asked)}
    for to, basis in people:
        write_letter(
            to=to, cause=f"choice.{letter}:{asked.pk}", template=f"motions/mail/choice_{letter}.txt", at=at,
            network=network.pk, basis=basis, network_name=network.short_name, slug=network.slug, **told,
        )  # fmt: skip
