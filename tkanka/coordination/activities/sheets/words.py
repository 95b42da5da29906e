"""The closed lists of an activity, read in any of the three languages and in the words of other registers."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.utils.translation import override

from tkanka.rules.names import folded, words_of

from ..wording import HORIZONS, INTAKE, PRECISIONS, STATUSES, UNITS
from .cells import line_of
from .problems import CellProblem

LISTS: Mapping[str, Mapping[str, object]] = {
    "status": STATUSES,
    "intake": INTAKE,
    "precision": PRECISIONS,
    "horizon": HORIZONS,
    "capacity_unit": UNITS,
}
ALSO = {
    "status": {
        "planned": "plan planowany planowana w planie upcoming pipeline future заплановано",
        "ongoing": "w toku w trakcie trwa trwajacy aktywne active current running implementing in progress триває",
        "suspended": "zawieszony wstrzymane paused on hold призупинено",
        "ended": "zakonczony zakonczone zakonczona completed complete closed finished done завершено",
    },
}
MANY = {"status": ("w toku", "w trakcie", "w planie", "in progress", "on hold")}


def key_of(text: str) -> str:
    return " ".join(words_of(text))


@cache
def codes_of(field: str) -> dict[str, str]:
    """Every word for the codes of a list, compared as `key_of` compares."""
    found: dict[str, str] = {}
    for code, label in LISTS[field].items():
        found[key_of(str(code))] = str(code)
        for language in ("pl", "en", "uk"):
            with override(language):
                found[key_of(str(label))] = str(code)
    for code, words in ALSO.get(field, {}).items():
        phrases = [p for p in MANY.get(field, ()) if p in words]
        for word in (*phrases, *words.split()):
            found.setdefault(folded(word), code)
    return found


def code_of(field: str, cell: Any) -> str:
    """The code a cell means. Raises CellProblem with the words that are known."""
    known, text = codes_of(field), line_of(cell)
    found = known.get(key_of(text))
    if found is None:
        raise CellProblem("not_in_list", text=text[:60], known=", ".join(map(str, LISTS[field].values())))
    return found
