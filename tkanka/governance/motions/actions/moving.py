"""Moving, answering, taking back."""

from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from tkanka.governance.bodies.queries import seats_of
from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.ground.notices.actions import write_letter
from tkanka.ground.notices.recipients import Recipient
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.networks.queries import recipients_for_offices, recipients_of, rulebook_of
from tkanka.network.networks.queries.belonging import recipient
from tkanka.rules.motions import (
    MOTION,
    MotionKind,
    MotionState,
    answer_due,
    may_answer,
    may_move,
    may_withdraw,
)
from tkanka.rules.standing import Office, Standing

from ..index import index_motion
from ..models import Motion
from ..queries import overseers

STEPS = {
    MotionState.TAKEN_UP: "take_up",
    MotionState.PARTLY: "take_up_partly",
    MotionState.NOT_TAKEN_UP: "decline",
}


def move(
    *, by: Standing, at: datetime, network: Network, organisation: Organisation, kind: MotionKind, title: str,
    text: str, source: str = "",
) -> Motion:  # fmt: skip
    """One participant moves; whoever has to answer learns of it."""
    with entry("motion.moved", by=by, at=at) as record:
        day = localdate(at)
        book = rulebook_of(network, day)
        record.rests_on(may_move(book, by, organisation=organisation.pk, kind=kind))
        motion = Motion.objects.create(
            network=network, kind=kind, state=MOTION.start, title=title, text=text, source=source,
            organisation=organisation, moved_by_id=by.person, moved_at=at,
            due=answer_due(book, moved=day, kind=kind),
        )  # fmt: skip
        index_motion(motion, at)
        offices = (Office.COORDINATOR,) if kind == MotionKind.CARRY else ()
        _tell(motion, recipients_for_offices(network, day, *offices), "moved", at)
        record.about(motion, organisation, kind=kind, due=motion.due)
        return motion


def answer(
    *, by: Standing, at: datetime, motion: Motion, outcome: MotionState, text: str, carried_to: str = "",
    carried_on: date | None = None,
) -> Motion:  # fmt: skip
    """Answer with a reason; a matter carried outside says where and when it was presented."""
    with entry("motion.answered", by=by, at=at) as record:
        motion, day = locked(motion), localdate(at)
        state = MOTION.after(motion.state, STEPS[outcome])
        record.rests_on(may_answer(
            rulebook_of(motion.network, day), by, kind=motion.kind, own=motion.organisation_id in by.represents,
            explained=bool(text.strip()), taken_up=outcome != MotionState.NOT_TAKEN_UP, where=bool(carried_to.strip()),
            when=carried_on is not None,
        ))  # fmt: skip
        motion.state, motion.answer, motion.answered_at, motion.answered_by_id = state, text.strip(), at, by.person
        motion.carried_to, motion.carried_on = carried_to.strip(), carried_on
        motion.save()
        _tell(motion, recipients_of([motion.organisation_id], day), "answered", at)
        record.about(motion, motion.organisation, outcome=outcome)
        return motion


def withdraw(*, by: Standing, at: datetime, motion: Motion) -> Motion:
    """Whoever moved takes it back while it is not answered."""
    with entry("motion.withdrawn", by=by, at=at) as record:
        motion = locked(motion)
        state = MOTION.after(motion.state, "withdraw")
        book = rulebook_of(motion.network, localdate(at))
        record.rests_on(may_withdraw(book, by, organisation=motion.organisation_id))
        motion.state = state
        motion.save(update_fields=["state"])
        record.about(motion, motion.organisation)
        return motion


def tell_overdue(*, by: Standing, at: datetime, motion: Motion) -> Motion:
    """The day of the answer has passed: the offices are told, and those who watch over them, once."""
    with entry("motion.overdue", by=by, at=at) as record:
        motion, day = locked(motion), localdate(at)
        people = recipients_for_offices(motion.network, day)
        for body in overseers(motion.network)[:20]:
            people += [(recipient(seat.person), f"seat:{seat.pk}") for seat in seats_of(body, day)[:200]]
        _tell(motion, people, "overdue", at)
        motion.told_overdue_at = at
        motion.save(update_fields=["told_overdue_at"])
        record.about(motion, due=motion.due)
        return motion


def _tell(motion: Motion, people: list[tuple[Recipient, str]], letter: str, at: datetime, **more: Any) -> None:
    network = motion.network
    for to, basis in people:
        write_letter(
            to=to, cause=f"motion.{letter}:{motion.pk}", template=f"motions/mail/{letter}.txt", at=at,
            network=network.pk, basis=basis, network_name=network.short_name, slug=network.slug, motion=motion, **more,
        )  # fmt: skip
