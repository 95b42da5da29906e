"""Writing the ledger: the one way in which anything is ever done."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models, transaction

from tkanka.rules.ruling import Ruling
from tkanka.rules.standing import Standing

from .models import INSTALLATION, Chain, Record, Touch, circle_of, name_of
from .seals import plain, seal_of

_waiting: ContextVar[list["Entry"] | None] = ContextVar("waiting_entries", default=None)


class Entry:
    """A record while it is being made."""

    def __init__(self, verb: str, by: Standing, at: datetime):
        self.verb, self.by, self.at = verb, by, at
        self.cites: list[str] = []
        self.facts: dict[str, Any] = {}
        self.things: list[str] = []
        self.network: UUID | None = None
        self.circle: UUID | None = None

    def rests_on(self, ruling: Ruling) -> None:
        """The ground on which it is done; without it, it is not done (raises Refused)."""
        ruling.require()
        self.cites += [c for c in ruling.cites if c not in self.cites]

    def about(self, thing: models.Model, *also: models.Model, network: UUID | None = None, **facts: Any) -> None:
        """What was done to which thing. `also` are other things in whose history it shall be shown.

        The network is the thing's own unless given; a thing of no network goes into the installation's chain.
        Facts are keys, codes and numbers; never names, addresses or other data about persons.
        """
        self.things += [name for name in map(name_of, (thing, *also)) if name not in self.things]
        self.network = network or self.network or getattr(thing, "network_id", None)
        self.circle = self.circle or next(filter(None, map(circle_of, (thing, *also))), None)
        self.facts |= facts


@contextmanager
def entry(verb: str, *, by: Standing, at: datetime) -> Iterator[Entry]:
    """Do one thing, wholly or not at all, and write down that it was done.

    Entries inside an entry are written when the outermost ends, so that the chain's row, for which all
    writers of a network wait, is always locked last and shortest.
    """
    outer = _waiting.get()
    token = _waiting.set([]) if outer is None else None
    try:
        with transaction.atomic():
            mark = len(outer) if outer is not None else 0
            made = Entry(verb, by, at)
            try:
                yield made
                _expect(made)
            except BaseException:
                if outer is not None:
                    del outer[mark:]
                raise
            if outer is not None:
                outer.append(made)
            else:
                _append([*(_waiting.get() or []), made])
    finally:
        if token is not None:
            _waiting.reset(token)


def _expect(made: Entry) -> None:
    if not made.things:
        raise RuntimeError(f"{made.verb} was done about nothing")


def _append(entries: list[Entry]) -> None:
    by_network: dict[UUID, list[Entry]] = {}
    for made in entries:
        by_network.setdefault(made.network or INSTALLATION, []).append(made)
    for network in sorted(by_network):
        Chain.objects.get_or_create(network=network)
        chain = Chain.objects.select_for_update().get(network=network)
        records = [_sealed(chain, made) for made in by_network[network]]
        Record.objects.bulk_create(records)
        Touch.objects.bulk_create(
            Touch(record=record, thing=thing, at=record.at)
            for record in records
            for thing in (record.subject, *record.concerns)
        )
        chain.save()


def _sealed(chain: Chain, made: Entry) -> Record:
    chain.number += 1
    record = Record(
        number=chain.number,
        network=chain.network,
        at=made.at,
        verb=made.verb,
        subject=made.things[0],
        concerns=made.things[1:],
        person=made.by.person,
        acting_for=made.by.acting_for,
        system=made.by.system,
        cites=made.cites,
        facts=plain(made.facts),
        circle=made.circle,
        seal_before=chain.seal,
    )
    chain.seal = record.seal = seal_of(record)
    return record
