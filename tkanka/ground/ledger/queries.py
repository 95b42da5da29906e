"""Reading the ledger."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Max, OuterRef, QuerySet, Subquery

from .models import INSTALLATION, Chain, Record, Touch, name_of
from .seals import seal_of


def records_of(thing: models.Model, limit: int = 50) -> list[Record]:
    """What was done about a thing, the newest first."""
    return list(Record.objects.filter(touches__thing=name_of(thing)).order_by("-at", "-number")[:limit])


def records_in(
    network: UUID,
    *,
    verb: str = "",
    person: UUID | None = None,
    thing: str = "",
    since: datetime | None = None,
    before: datetime | None = None,
    without: Collection[UUID] = (),
) -> QuerySet[Record]:
    """The ledger of a network, the newest first; page it. `thing` is its name in the ledger, as in `subject`.

    `without`: circles not for the eyes of whoever asks; what was done in one of them is left out.
    """
    found = _seen(Record.objects.filter(network=network), without).order_by("-number")
    wanted = {"verb": verb, "person": person, "touches__thing": thing, "at__gte": since, "at__lt": before}
    return found.filter(**{name: value for name, value in wanted.items() if value})


def verbs_in(network: UUID, limit: int = 500, without: Collection[UUID] = ()) -> list[str]:
    """What was ever done in a network."""
    verbs = _seen(Record.objects.filter(network=network), without).order_by("verb").values_list("verb", flat=True)
    return list(verbs.distinct()[:limit])


def _seen(records: QuerySet[Record], without: Collection[UUID]) -> QuerySet[Record]:
    return records.exclude(circle__in=list(without)) if without else records


def state_of(network: UUID) -> str:
    """Changes whenever anything was done in the network or in the installation: what was counted before may be old."""
    chains = Chain.objects.filter(network__in=[network, INSTALLATION]).order_by("network")
    return "-".join(str(number) for number in chains.values_list("number", flat=True))


def ends_of(column: str) -> dict[str, Subquery]:
    """The ends of a network's ledger and of the installation's, beside the row that holds the network's key."""
    own, house = Chain.objects.filter(network=OuterRef(column)), Chain.objects.filter(network=INSTALLATION)
    return {"own_end": Subquery(own.values("number")[:1]), "house_end": Subquery(house.values("number")[:1])}


@dataclass(frozen=True, slots=True)
class Latest:
    """The last of some things done for a party: when, and which."""

    at: datetime
    verb: str


def latest_for(network: UUID, verbs: Collection[str], table: str, parties: Collection[UUID]) -> dict[UUID, Latest]:
    """The last record with one of the verbs for each party: done on its behalf, or about it in nobody's,
    in this network or in none.

    `table` is what the ledger calls the parties ("networks.organisation"). Four queries, each by an index; hand over
    at most a thousand parties at a time.
    """
    names = {f"{table}:{key}": key for key in parties}
    chains = [network, INSTALLATION]
    acted = Record.objects.filter(network__in=chains, verb__in=verbs, acting_for__in=list(parties))
    about = Touch.objects.filter(
        thing__in=list(names), record__network__in=chains, record__verb__in=verbs, record__acting_for=None
    )
    found: dict[UUID, Latest] = {}
    days = dict(acted.values_list("acting_for").annotate(Max("at")))
    for key, at, verb in acted.filter(at__in=set(days.values())).values_list("acting_for", "at", "verb"):
        if key and days[key] == at:
            found[key] = Latest(at, verb)
    days = dict(about.values_list("thing").annotate(Max("at")))
    for name, at, verb in about.filter(at__in=set(days.values())).values_list("thing", "at", "record__verb"):
        key = names[name]
        if days[name] == at and (key not in found or found[key].at < at):
            found[key] = Latest(at, verb)
    return found


@dataclass(frozen=True, slots=True)
class Fault:
    """A place where a chain does not hold; `kind` is changed, missing, reordered or cut."""

    network: UUID
    number: int
    kind: str
    record: UUID | None = None

    def __str__(self) -> str:
        return f"network {self.network}, record {self.number}: {self.kind}" + (
            f" ({self.record})" if self.record else ""
        )


def faults_in(chain: Chain) -> Iterator[Fault]:
    """Walk a chain from its first record; every record that was changed, taken out or moved is named."""
    places = dict(Record.objects.filter(network=chain.network).values_list("seal", "number"))
    before, expected, last_fault = "", 1, 0
    for record in Record.objects.filter(network=chain.network).order_by("number").iterator(2000):
        for number in range(expected, record.number):
            yield Fault(chain.network, number, "missing")
            last_fault = number
        if kind := _kind_of_fault(record, before, places, after_gap=last_fault == record.number - 1):
            yield Fault(chain.network, record.number, kind, record.pk)
            last_fault = record.number
        before, expected = record.seal, record.number + 1
    for number in range(expected, chain.number + 1):
        yield Fault(chain.network, number, "missing")
    if expected == chain.number + 1 and before != chain.seal:
        yield Fault(chain.network, chain.number, "cut")


def _kind_of_fault(record: Record, before: str, places: dict[str, int], *, after_gap: bool) -> str:
    if seal_of(record) == record.seal:
        return "" if record.seal_before == before or after_gap else "reordered"
    linked = places.get(record.seal_before)
    for number in {linked + 1 if linked is not None else 1, record.number - 1, record.number + 1}:
        if number != record.number and seal_of(record, number=number) == record.seal:
            return "reordered"
    return _moved(record, places)


def _moved(record: Record, places: dict[str, int]) -> str:
    """A record whose seal fits some other place of the chain was moved there; otherwise it was changed."""
    found = (
        any(seal_of(record, number=n) == record.seal for n in range(1, len(places) + 1))
        if len(places) < 5000
        else False
    )
    return "reordered" if found else "changed"


def chains() -> QuerySet[Chain]:
    return Chain.objects.order_by("network")


def export_of(person: UUID) -> dict[str, Any]:
    """What somebody did, for themselves: when, what and about which thing."""
    done = Record.objects.filter(person=person).order_by("-at", "-number")
    return {"deeds": list(done.values("at", "verb", "subject", "network")[:10_000])}
