"""Bounds, answers and what happened in a count, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tkanka.ground.kit.wording.names import NAMES
from tkanka.rules.elections import Attribute, Bound

from .models import Candidacy

ASKED = {
    "age": gettext_lazy("Wiek"),
    "gender": gettext_lazy("Płeć"),
    "race": gettext_lazy("Czy w Polsce bywasz traktowana lub traktowany inaczej z powodu koloru skóry?"),
    "ethnic_origin": gettext_lazy(
        "Czy należysz do mniejszości narodowej lub etnicznej albo masz pochodzenie migranckie?"
    ),
}
YES_NO = {"yes": gettext_lazy("tak"), "no": gettext_lazy("nie")}
ANSWERS = {
    "age": {
        "under_30": gettext_lazy("poniżej 30 lat"),
        "30_44": gettext_lazy("30–44 lata"),
        "45_59": gettext_lazy("45–59 lat"),
        "60_over": gettext_lazy("60 lat i więcej"),
    },
    "gender": {"woman": gettext_lazy("kobieta"), "man": gettext_lazy("mężczyzna"), "other": gettext_lazy("inna")},
    "race": YES_NO,
    "ethnic_origin": YES_NO,
}


@dataclass(frozen=True, slots=True)
class Told:
    """How many said what, to one question."""

    question: str
    answers: list[tuple[str, str]]


def aggregate(shown: dict[str, dict[str, int | None]]) -> list[Told]:
    """Figures below five are told as such."""
    return [
        Told(
            str(ASKED[question]), [(str(ANSWERS[question][a]), "<5" if n is None else str(n)) for a, n in given.items()]
        )
        for question, given in shown.items()
    ]


def bound_sentence(bound: Bound) -> str:
    """What a bound asks for: “stowarzyszenie: co najmniej 2, najwyżej 4”."""
    if not bound.value:
        return _("jedna organizacja: najwyżej %(most)s") % {"most": bound.most}
    figures = [_("co najmniej %(least)s") % {"least": bound.least}] if bound.least else []
    figures += [_("najwyżej %(most)s") % {"most": bound.most}] if bound.most is not None else []
    return f"{value_name(bound.attribute, bound.value)}: {', '.join(figures)}"


def value_name(attribute: str, value: str) -> str:
    return str(NAMES["Kind"].get(value, value)) if attribute == Attribute.KIND else value


def bounds_sentence(bounds: Iterable[Bound]) -> str:
    return "; ".join(bound_sentence(bound) for bound in bounds)


def names_of(candidates: Iterable[Candidacy]) -> list[str]:
    """Names for the published file, each once: the person and the organisation; who was erased keeps a number only."""
    found: list[str] = []
    for number, one in enumerate(candidates, 1):
        name = f"{one.person} ({one.organisation})" if one.person else _("Kandydatura %(n)s") % {"n": number}
        found.append(f"{name} {number}" if name in found else name)
    return found


def told_bounds(rows: Iterable[dict[str, Any]]) -> list[Bound]:
    """Bounds as an election or its result keeps them."""
    return [Bound(**row) for row in rows]
