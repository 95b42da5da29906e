"""What a network sets of its types of bodies."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.bodies import SETTABLE, may_set_types
from tkanka.rules.ruling import check
from tkanka.rules.standing import Standing

from ..models import TypeSetting
from ..queries import open_of_kind, types_in
from ..values import kept


def set_type(
    *,
    by: Standing,
    at: datetime,
    network: Network,
    code: str,
    values: Mapping[str, Any],
    since: date | None = None,
    labels: Mapping[str, str] | None = None,
) -> TypeSetting:
    """Set what the charter leaves open of a type, or make one of the network's own; from a day on."""
    with entry("body_type.set", by=by, at=at) as record:
        network, day = locked(network), localdate(at)
        book = rulebook_of(network, day)
        kind = types_in(network, day, book).get(code)
        record.rests_on(may_set_types(book, by, kind=kind, names=values))
        record.rests_on(check(set(values) <= set(SETTABLE), "step_not_open", step="set", state=code))
        named = labels or (kind.labels if kind else {})
        setting = TypeSetting.objects.create(
            network=network, code=code, since=since or day, set_at=at, values=kept(values),
            **{f"label_{language}": named.get(language, "") for language in ("pl", "en", "uk")},
        )  # fmt: skip
        record.about(setting, code=code, since=setting.since)
        return setting


def retire_type(*, by: Standing, at: datetime, network: Network, code: str) -> TypeSetting:
    """No more bodies of a type of the network's own. Possible once none is open."""
    with entry("body_type.retired", by=by, at=at) as record:
        network, day = locked(network), localdate(at)
        book = rulebook_of(network, day)
        kind = types_in(network, day, book).get(code)
        record.rests_on(may_set_types(book, by, kind=kind, names=()))
        record.rests_on(check(kind is not None and kind.own, "type_of_the_network"))
        record.rests_on(check(open_of_kind(network, code) == 0, "no_body_open"))
        setting = TypeSetting.objects.create(network=network, code=code, since=day, set_at=at, retired=True)
        record.about(setting, code=code)
        return setting
