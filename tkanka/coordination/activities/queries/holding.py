"""What the register holds already of what a file tells."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from tkanka.network.networks.models import Network

from ..models import Activity, Row, Visibility

AT_ONCE = 500


OF_ROW = ("targeted", "reached", "capacity", "place", "lat", "lon")


def rows_with_keys(
    network: Network, keys: Sequence[UUID], names: Iterable[str] = ()
) -> dict[UUID, tuple[UUID, dict[str, Any]]]:
    """Natural key → activity and the named values of it and of the row, of the published rows that bear a key."""
    found: dict[UUID, tuple[UUID, dict[str, Any]]] = {}
    wanted = sorted(names)
    columns = [name if name in OF_ROW else f"activity__{name}" for name in wanted]
    for start in range(0, len(keys), AT_ONCE):
        rows = Row.objects.filter(network=network, key__in=keys[start : start + AT_ONCE])
        for key, activity, *values in rows.values_list("key", "activity", *columns):
            found[key] = activity, dict(zip(wanted, values, strict=True))
    return found


def activities_with(keys: Sequence[UUID]) -> list[Activity]:
    """The activities with these keys, with their organisations."""
    return list(Activity.objects.filter(pk__in=keys).select_related("organisation", "network"))


def activities_like(network: Network, organisations: Iterable[UUID]) -> dict[tuple[Any, ...], UUID]:
    """(organisation, title, sector, service, first and last day) → published activity; of several the first."""
    found: dict[tuple[Any, ...], UUID] = {}
    keys = sorted(organisations)
    like = ("organisation", "title", "sector", "service", "starts", "ends")
    for start in range(0, len(keys), AT_ONCE):
        rows = Activity.objects.filter(
            network=network, visibility=Visibility.PUBLISHED, organisation__in=keys[start : start + AT_ONCE]
        )
        for key, *said in rows.order_by("created_at", "pk").values_list("pk", *like).iterator():
            found.setdefault(tuple(said), key)
    return found
