"""How a TERYT code may be read when a spreadsheet or an older register has changed it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from .models import Unit

LOST_ZERO, OTHER_KIND, DISTRICT = "lost-zero", "other-kind", "district"
LONGEST = 7


class Reading(NamedTuple):
    unit: Unit
    assumed: tuple[str, ...] = ()


def readings(digits: str, by_code: Mapping[str, Unit], by_six: Mapping[str, Unit]) -> list[Reading]:
    """Every unit the digits can mean. More than one only where six digits are both a gmina without its kind digit
    and a gmina whose first zero is lost."""
    whole = list(_straight(digits, by_code, by_six))
    padded = list(_straight(f"0{digits}", by_code, by_six)) if len(digits) < LONGEST and len(digits) % 2 else []
    if len(digits) == LONGEST - 1:
        padded = (
            [Reading(by_code[f"0{digits}"])] if f"0{digits}" in by_code else list(_long_form(f"0{digits}", by_code))
        )
    found = [*whole, *(Reading(unit, (LOST_ZERO, *assumed)) for unit, assumed in padded)]
    return _once(found) or list(_repaired(digits, by_code, by_six))


def _straight(code: str, by_code: Mapping[str, Unit], by_six: Mapping[str, Unit]) -> Iterator[Reading]:
    if code in by_code:
        yield Reading(by_code[code])
    elif len(code) == LONGEST - 1 and code in by_six:
        yield Reading(by_six[code])
    else:
        yield from _long_form(code, by_code)


def _long_form(code: str, by_code: Mapping[str, Unit]) -> Iterator[Reading]:
    """Statistics write powiats and voivodeships with seven digits too: 0201000, 0200000."""
    if len(code) == LONGEST and code.endswith("000"):
        short = code[:2] if code.endswith("00000") else code[:4]
        if short in by_code:
            yield Reading(by_code[short])


def _repaired(digits: str, by_code: Mapping[str, Unit], by_six: Mapping[str, Unit]) -> Iterator[Reading]:
    """Seven digits of a part of a gmina, of a gmina that changed its kind, or of a district of a city."""
    for code, assumed in ((digits, ()), (f"0{digits}", (LOST_ZERO,))):
        if len(code) != LONGEST:
            continue
        if code[:6] in by_six:
            yield Reading(by_six[code[:6]], (*assumed, OTHER_KIND))
        elif code[6] in "89" and code[:4] in by_code and by_code[code[:4]].is_city:
            yield Reading(by_code[code[:4]], (*assumed, DISTRICT))


def _once(found: list[Reading]) -> list[Reading]:
    return list({reading.unit.pk: reading for reading in reversed(found)}.values())[::-1]


def six_digits(units: Mapping[str, Unit]) -> dict[str, Unit]:
    """Gminas by their code without the digit of their kind."""
    return {code[:6]: unit for code, unit in units.items() if len(code) == LONGEST}
