"""Keeping the register of groups outside the network."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.groups import may_list_outside
from tkanka.rules.standing import Standing

from ..models import OutsideGroup
from ..queries import outside_named


def list_outside(*, by: Standing, at: datetime, network: Network, **said: Any) -> OutsideGroup:
    with entry("outside_group.listed", by=by, at=at) as record:
        record.rests_on(may_list_outside(rulebook_of(network, localdate(at)), by))
        found = OutsideGroup.objects.create(network=network, since=localdate(at), **said)
        record.about(found)
        return found


def edit_outside(*, by: Standing, at: datetime, group: OutsideGroup, **said: Any) -> OutsideGroup:
    with entry("outside_group.edited", by=by, at=at) as record:
        group = locked(group)
        record.rests_on(may_list_outside(rulebook_of(group.network, localdate(at)), by))
        for name, value in said.items():
            setattr(group, name, value)
        group.save(update_fields=list(said))
        record.about(group)
        return group


def end_outside(*, by: Standing, at: datetime, group: OutsideGroup) -> OutsideGroup:
    """It meets no more; it stays in the register's history."""
    with entry("outside_group.ended", by=by, at=at) as record:
        group, day = locked(group), localdate(at)
        record.rests_on(may_list_outside(rulebook_of(group.network, day), by))
        group.until = max(day, group.since)
        group.save(update_fields=["until"])
        record.about(group)
        return group


def import_outside(
    *, by: Standing, at: datetime, network: Network, rows: Iterable[Mapping[str, str]]
) -> list[OutsideGroup]:
    """Take in a list; a name that is on it already is passed over."""
    with entry("outside_group.imported", by=by, at=at) as record:
        day = localdate(at)
        record.rests_on(may_list_outside(rulebook_of(network, day), by))
        known = set(outside_named(network))
        new: list[OutsideGroup] = []
        for row in rows:
            if row["name"].casefold() not in known:
                known.add(row["name"].casefold())
                new.append(OutsideGroup(network=network, since=day, **row))
        OutsideGroup.objects.bulk_create(new, batch_size=500)
        record.about(network, network=network.pk, rows=len(new))
        return new
