"""What the bounds allow at each step of a count."""

from __future__ import annotations

from collections.abc import Collection

from .bounds import Bound, Field


class Guard:
    """Asks the field as seldom as it can: a full set that keeps the bounds is remembered while it can come true."""

    def __init__(self, candidates: Field) -> None:
        self.field = candidates
        self.known: list[frozenset[int]] = []

    def allows(self, chosen: Collection[int], hopeful: Collection[int], electing: int | None = None) -> bool:
        """Whether the seats can be filled within the bounds: with the chosen, some of the hopeful, and this one."""
        if not self.field:
            return True
        sure = {*chosen, electing} if electing is not None else {*chosen}
        open_ones = {*hopeful} - sure
        if any(sure <= full <= sure | open_ones for full in self.known):
            return True
        full = self.field.complete(sure, open_ones)
        if full is not None:
            self.known.append(full)
        return full is not None

    def cannot_be_elected(self, chosen: Collection[int], hopeful: Collection[int]) -> list[int]:
        """Those of the hopeful in no full set that keeps the bounds; the alike are asked about once."""
        if not self.field:
            return []
        answers: dict[tuple[int, ...], bool] = {}
        for one in sorted(hopeful):
            alike = self.field.within[one]
            if alike not in answers:
                answers[alike] = self.allows(chosen, hopeful, one)
        return [one for one in sorted(hopeful) if not answers[self.field.within[one]]]

    def why_not_elected(self, chosen: Collection[int], hopeful: Collection[int], one: int) -> tuple[Bound, ...]:
        return self.field.exceeded_by(chosen, one) or self.field.contradiction([*chosen, one], {*hopeful} - {one})

    def why_kept(self, chosen: Collection[int], hopeful: Collection[int], one: int) -> tuple[Bound, ...]:
        return self.field.contradiction(chosen, {*hopeful} - {one})
