"""Types, numbers and roles in the reader's language."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from tkanka.ground.kit import dates
from tkanka.ground.kit.wording import NAMES, label, words_of
from tkanka.rules.bodies import BodyType
from tkanka.rules.terms import Term

from .queries import Health

OUTSIDER_KINDS, OTHER_KIND = "technical_groups.outsider_kinds", "other"
TERM_NAMES = {
    "composition": _lazy("Kto ją tworzy"),
    "seats": _lazy("Liczba miejsc"),
    "seat_is": _lazy("Miejsce należy do"),
    "basis": _lazy("Jak się je obejmuje"),
    "first_basis": _lazy("Pierwszy skład"),
    "term_months": _lazy("Kadencja (miesiące)"),
    "first_months": _lazy("Kadencja pierwszego składu (miesiące)"),
    "cadence_months": _lazy("Spotyka się co (miesiące)"),
    "cap": _lazy("Ile najwyżej naraz"),
    "per_organisation": _lazy("Miejsc dla jednej organizacji"),
    "keeps_for_host": _lazy("Jedno miejsce organizacji goszczącej"),
    "coordinator_without_seat": _lazy("Koordynator_ka uczestniczy bez miejsca"),
    "made_by": _lazy("Kto otwiera"),
    "open_to": _lazy("Jak się dołącza"),
    "open_to_outsiders": _lazy("Osoby spoza sieci"),
    "outsiders_accept_values": _lazy("Osoby spoza sieci przyjmują wartości"),
    "outsider_kinds": _lazy("Kto spoza sieci, na przykład"),
    "led_by_members": _lazy("Prowadzą organizacje członkowskie"),
    "may_hide": _lazy("Istnienie można ukryć"),
    "closed": _lazy("Zamknięta: skład i sprawy znają tylko jej osoby"),
    "rights": _lazy("Co może"),
}


def type_name(kind: BodyType) -> str:
    """What a type is called: by the network, or by its charter."""
    if kind.labels:
        language = (get_language() or "pl")[:2]
        return kind.labels.get(language) or kind.labels.get("pl", kind.code)
    return str(NAMES["BodyKind"].get(kind.code, kind.code))


def facts_of(kind: BodyType) -> list[tuple[str, str, Term[Any]]]:
    """Everything that is set of a type: what it is called, what is set, the term with its paragraph."""
    terms = kind.terms
    if not kind.has_seats:
        terms = {n: t for n, t in terms.items() if n in {"composition", "cadence_months", "cap", "made_by", "rights"}}
    if not kind.open_to_outsiders.value:
        terms = {n: t for n, t in terms.items() if n not in {"outsiders_accept_values", "outsider_kinds"}}
    return [
        (str(TERM_NAMES[n]), _value(n, terms[n].value), terms[n]) for n in TERM_NAMES if n in terms and _told(terms[n])
    ]


def _value(name: str, value: Any) -> str:
    return ", ".join(words_of(OUTSIDER_KINDS, value)) if name == "outsider_kinds" else said(value)


def kinds_outside(kind: BodyType) -> list[tuple[str, str]]:
    """The kinds of institutions outside the network to choose from; the last stands for any other."""
    named = kind.outsider_kinds.value if kind.outsider_kinds else ()
    chosen = list(zip(named, words_of(OUTSIDER_KINDS, named), strict=True)) if named else []
    return [*chosen, (OTHER_KIND, _("inna"))] if chosen else []


def kind_outside(code: str) -> str:
    """What a kind chosen so is called."""
    if code in ("", OTHER_KIND):
        return _("inna") if code else ""
    return words_of(OUTSIDER_KINDS, code)[0]


def _told(term: Term[Any]) -> bool:
    return term.value not in (None, (), False)


def said(value: Any) -> str:
    """A value of a term in words."""
    if isinstance(value, tuple):
        return ", ".join(said(one) for one in value)
    if isinstance(value, bool):
        return _("tak") if value else _("nie")
    return str(value) if isinstance(value, int) else label(value)


def health_line(health: Health) -> str:
    """ "8/8 miejsc, 2 kończą się w październiku", "14 organizacji, 23 osoby", "nikt nie prowadzi"."""
    parts = [_size(health)]
    if health.ending and health.ends:
        said_so = ngettext(
            "%(n)d kończy się %(day)s", "%(n)d kończy się wkrótce, pierwsze %(day)s", health.ending
        )  # fmt: skip
        parts.append(said_so % {"n": health.ending, "day": dates.day(health.ends, "long", health.ends)})
    if health.lacks_lead:
        parts.append(_("nikt nie prowadzi"))
    return ", ".join(part for part in parts if part)


def _size(health: Health) -> str:
    if health.seats is not None:
        return ngettext(
            "%(taken)d z %(n)d miejsca zajęte", "%(taken)d z %(n)d miejsc zajęte", health.seats
        ) % {"taken": health.people, "n": health.seats}  # fmt: skip
    organisations = ngettext("%(n)d organizacja", "%(n)d organizacji", health.organisations) % {
        "n": health.organisations
    }
    people = ngettext("%(n)d osoba", "%(n)d osób", health.people) % {"n": health.people}
    if not health.people:
        return organisations if health.organisations else ""
    return f"{organisations}, {people}" if health.organisations else people


def commitments_of(kind: BodyType) -> list[str]:
    """What goes with a seat, in words."""
    return words_of(f"{kind.code}.commitments", kind.commitments.value) if kind.commitments else []


def by_code(names: Mapping[str, BodyType]) -> list[tuple[str, str]]:
    """Types to choose from."""
    return [(code, type_name(kind)) for code, kind in names.items()]
