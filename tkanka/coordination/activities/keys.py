"""The natural key: which entries are the same one, so that importing a file twice changes nothing."""

from datetime import date
from uuid import UUID, uuid5

from tkanka.rules.names import folded

NAMESPACE = UUID("0d5a6a56-52f3-5d0e-8a4e-7a4f3c0b9e21")


def row_key(
    *,
    network: UUID,
    organisation: UUID,
    sector: UUID,
    service: UUID | None,
    title: str,
    unit: UUID,
    group: UUID | None,
    starts: date | None,
    ends: date | None,
) -> UUID:
    """One key a network, organisation, service, area, group and period.

    The period is known by its first day, so that an end that moves is a change and not another entry; where only the
    end is known, by its end. Where no service is named, the title stands for it.
    """
    what = str(service) if service else f"{sector}:{' '.join(folded(title).split())}"
    day = starts or ends
    parts = (network, organisation, what, unit, group or "", f"{day:%Y-%m-%d}" if day else "")
    return uuid5(NAMESPACE, "/".join(map(str, parts)))
