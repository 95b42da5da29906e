from collections.abc import Iterable
from datetime import datetime
from typing import Any

from tkanka.ground.ledger.actions import entry
from tkanka.network.places.models import Unit
from tkanka.rules.networks import may_define_areas, may_describe_network, may_found_network
from tkanka.rules.standing import Standing

from ..models import Network, Subregion


def found_network(
    *, by: Standing, at: datetime, slug: str, name: str, short_name: str, book: str, **more: Any
) -> Network:
    """A new network of this installation; its charter is adopted next."""
    with entry("network.founded", by=by, at=at) as record:
        record.rests_on(may_found_network(by))
        network = Network.objects.create(slug=slug, name=name, short_name=short_name, book=book, **more)
        record.about(network, network=network.pk, slug=slug)
        return network


def redescribe_network(*, by: Standing, at: datetime, network: Network, **what: Any) -> Network:
    """Change what the network's pages say of it: name, contact, funder."""
    with entry("network.redescribed", by=by, at=at) as record:
        record.rests_on(may_describe_network(by))
        for field, value in what.items():
            setattr(network, field, value)
        network.save(update_fields=list(what))
        record.about(network, network=network.pk, fields=sorted(what))
        return network


def define_subregion(
    *,
    by: Standing,
    at: datetime,
    network: Network,
    labels: dict[str, str],
    units: Iterable[Unit],
    subregion: Subregion | None = None,
) -> Subregion:
    """A set of units that the network calls its subregion; given one, it is redrawn. `labels` by language."""
    with entry("subregion.defined", by=by, at=at) as record:
        record.rests_on(may_define_areas(by))
        found = subregion or Subregion(network=network)
        for language, label in labels.items():
            setattr(found, f"label_{language}", label)
        found.save()
        found.units.set(units)
        record.about(found, network, network=network.pk)
        return found


def dissolve_subregion(*, by: Standing, at: datetime, subregion: Subregion) -> None:
    with entry("subregion.dissolved", by=by, at=at) as record:
        record.rests_on(may_define_areas(by))
        record.about(subregion, subregion.network)
        subregion.delete()
