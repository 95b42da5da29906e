"""What a network sets of a type of bodies, as it is kept and as the rules read it."""

from collections.abc import Mapping
from typing import Any

from tkanka.rules.bodies import SETTABLE, Maker, OpenTo


def understood(kept: Mapping[str, Any]) -> dict[str, Any]:
    """Kept values as the rules read them; a name nobody knows any more is left out."""
    found = {name: value for name, value in kept.items() if name in SETTABLE}
    if "open_to" in found:
        found["open_to"] = OpenTo(found["open_to"])
    if "made_by" in found:
        found["made_by"] = tuple(map(Maker, found["made_by"]))
    return found


def kept(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as they are kept."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
