"""Letters leave: claim some, hand each over, mark it; then the next ones."""

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone

from tkanka.ground.kit.work import MORE, each, stopping

from . import actions, queries
from .actions.forgetting import AT_ONCE
from .backoff import OUTAGE
from .models import Message
from .transport import Later, Never, Outage, Transport, transport

Owed = tuple[UUID | None, str]
Entitled = Callable[[set[Owed], date], set[Owed]]
"""Those of the given bases, each with the network that writes, that hold on a day."""

log = logging.getLogger(__name__)
BATCH = 50
BATCHES = 10
STALE = timedelta(seconds=15)


def deliver_letters(now: datetime, *, entitled: Entitled) -> object:
    """Send what is due. `entitled` is asked about the bases at this moment, not when the letters were written."""
    with transport() as way, actions.unhurried():
        for _ in range(BATCHES):
            claim = actions.claim_letters(at=timezone.now(), limit=BATCH)
            if claim is None:
                return None
            if not _Delivery(claim, way, entitled).run():
                return None
    return MORE


class _Delivery:
    """One claimed batch on its way over one connection."""

    def __init__(self, claim: UUID, way: Transport, entitled: Entitled) -> None:
        self.claim, self.way, self.entitled = claim, way, entitled
        self.looked_at = timezone.now()

    def run(self) -> bool:
        """False when there is no point in going on now: nobody takes letters, or this worker is to stop."""
        left = self._still_owed(queries.claimed_letters(self.claim))
        for message in each(list(left.values())):
            if timezone.now() - self.looked_at > STALE:
                left = self._look_again()
            if message.pk in left and not self._hand_over(message):
                return False
        return self._finished()

    def _hand_over(self, message: Message) -> bool:
        try:
            self.way.send(message)
        except Outage as outage:
            log.warning("No letter can leave: %s", outage)
            self._release(OUTAGE, str(outage))
            return False
        except Later as trouble:
            actions.put_off(message=message, claim=self.claim, at=timezone.now(), trouble=str(trouble))
        except Never as trouble:
            actions.give_up(message=message, claim=self.claim, at=timezone.now(), trouble=str(trouble))
        except Exception as error:
            log.exception("The letter %s is broken", message.pk)
            actions.put_off(message=message, claim=self.claim, at=timezone.now(), trouble=type(error).__name__)
        else:
            if not actions.mark_sent(message=message, claim=self.claim, at=timezone.now()):
                log.warning("The letter %s left after its claim had lapsed", message.pk)
        return True

    def _look_again(self) -> dict[UUID, Message]:
        """A slow server must cost neither the claim nor the right of those whose mandate ended meanwhile."""
        self.looked_at = timezone.now()
        actions.renew(claim=self.claim, at=self.looked_at)
        return self._still_owed(queries.claimed_letters(self.claim))

    def _still_owed(self, messages: list[Message]) -> dict[UUID, Message]:
        bases = {(m.network, m.basis) for m in messages if m.basis}
        held = self.entitled(bases, timezone.localdate()) if bases else set()
        ended = [m for m in messages if m.basis and (m.network, m.basis) not in held]
        unwanted = queries.unwanted(messages)
        at = timezone.now()
        actions.void(messages=ended, claim=self.claim, at=at, trouble="basis_ended")
        actions.void(messages=unwanted, claim=self.claim, at=at, trouble="cancelled")
        gone = {m.pk for m in (*ended, *unwanted)}
        return {m.pk: m for m in messages if m.pk not in gone}

    def _finished(self) -> bool:
        """What was not begun because this worker is to stop, others may have at once."""
        if stopping():
            self._release(timedelta(0), "")
        return not stopping()

    def _release(self, pause: timedelta, trouble: str) -> None:
        actions.release(claim=self.claim, at=timezone.now(), pause=pause, trouble=trouble)


def forget_old_letters(at: datetime) -> object:
    """Every day: what was said in letters long ago is forgotten, and in the end that they were sent."""
    return MORE if actions.forget_old(at=at) >= AT_ONCE else None
