"""Those whom a network's texts name: written down, and waiting for their own word."""

from collections.abc import Iterable
from datetime import datetime

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Network
from tkanka.rules.membership import may_name_parties
from tkanka.rules.names import name_key
from tkanka.rules.parties import Kind
from tkanka.rules.standing import Standing

from ..models import NamedParty


def name_parties(
    *, by: Standing, at: datetime, network: Network, names: Iterable[str], kind: str, cite: str = ""
) -> list[NamedParty]:
    """Write down who is named. Nobody belongs by it; who is on the list already stays as they are."""
    with entry("parties.named", by=by, at=at) as record:
        record.rests_on(may_name_parties(by, kind=Kind(kind)))
        keyed = {name_key(name): name for name in reversed(list(names)) if name_key(name)}
        known = set(NamedParty.objects.filter(network=network).values_list("name_key", flat=True))
        made = NamedParty.objects.bulk_create(
            NamedParty(network=network, name=name, name_key=key, kind=kind, cite=cite, named_at=at)
            for key, name in reversed(keyed.items())
            if key not in known
        )
        record.about(network, network=network.pk, kind=kind, named=len(made))
        return made


def drop_named(*, by: Standing, at: datetime, named: NamedParty) -> None:
    """Take a name off the list, as when it was named by mistake. Who takes part goes on taking part."""
    with entry("party.dropped_from_named", by=by, at=at) as record:
        named = locked(named)
        record.rests_on(may_name_parties(by, kind=Kind(named.kind)))
        record.about(named, named.network, network=named.network_id)
        named.delete()
