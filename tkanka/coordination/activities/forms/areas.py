"""Areas as people type them, one an input; what may mean several is asked, never guessed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from tkanka.network.places.models import Unit
from tkanka.network.places.resolver import Ambiguous, Found, Resolver
from tkanka.network.places.wording import explained, placed

INPUTS, MOST, MORE = 2, 200, 4


@dataclass(slots=True)
class AreaLine:
    """One input: what was typed, the unit it means, or what is asked about it."""

    text: str
    unit: Unit | None = None
    error: str = ""
    candidates: Sequence[Unit] = ()

    @property
    def choices(self) -> list[tuple[str, str]]:
        return [(unit.code, placed(unit)) for unit in self.candidates]


def typed_areas(data: QueryDict) -> list[AreaLine]:
    """What was typed, resolved; empty inputs fall away. A radio `meant-<n>` settles what was ambiguous."""
    texts = [part for text in data.getlist("areas")[:MOST] for part in _parts(text)]
    if not texts:
        return []
    resolver = Resolver()
    return [_line(resolver, text, data.get(f"meant-{place}", "")) for place, text in enumerate(texts[:MOST])]


def _parts(text: str) -> list[str]:
    return [part for one in text.replace(";", "\n").splitlines() if (part := " ".join(one.split())[:200])]


def _line(resolver: Resolver, text: str, meant: str) -> AreaLine:
    outcome = resolver.resolve(text)
    if isinstance(outcome, Found):
        return AreaLine(placed(outcome.unit), outcome.unit)
    if isinstance(outcome, Ambiguous):
        chosen = next((unit for unit in outcome.units if unit.code == meant), None)
        if chosen:
            return AreaLine(placed(chosen), chosen)
        error = _("„%(text)s” może znaczyć kilka miejsc. Wybierz jedno z nich.") % {"text": text}
        return AreaLine(text, None, error, outcome.units)
    return AreaLine(text, None, explained(outcome))


def lines_from(units: Iterable[Unit]) -> list[AreaLine]:
    """Units that are known already, each once."""
    return [AreaLine(placed(unit), unit) for unit in {unit.pk: unit for unit in units}.values()]


def blank_lines(filled: int, more: bool = False) -> list[AreaLine]:
    """Empty inputs below those that are filled."""
    return [AreaLine("") for _place in range(MORE if more else max(1, INPUTS - filled))]
