"""What the rows of a file are read against, taken from the database at once."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import rulebook_of
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.standing import Standing

from ..queries import publishable_for
from ..queries.parties import everybody_in, numbers_of
from .areas import Areas
from .parties import Parties
from .reader import Setting


def setting_of(
    *,
    network: Network,
    by: Standing,
    day: date,
    columns: Mapping[str, int],
    scheme: str,
    options: Mapping[str, Any],
    party: UUID | None = None,
) -> Setting:
    """All that reading needs. Somebody who does not keep the network writes for their own organisations only."""
    keeps = by.keeps_the_network or bool(by.system)
    organisations = list(everybody_in(network, day) if keeps else publishable_for(network, by, day))
    keys = frozenset(one.pk for one in organisations)
    answers: Mapping[str, str] = options.get("answers", {})
    parties = Parties(
        organisations if keeps else list(everybody_in(network, day)),
        numbers_of(network, day),
        mine=None if keeps else keys,
        register=keeps and bool(options.get("register")),
        answers=answers,
    )
    own = next(iter(keys)) if not keeps and len(keys) == 1 else None
    return Setting(
        network=network.pk,
        book=rulebook_of(network, day),
        words=vocabulary(),
        areas=Areas(scheme, answers),
        parties=parties,
        columns=columns,
        day=day,
        party=party if party in keys else own,
        order=str(options.get("dates", "")),
        answers=answers,
    )
