"""Who can stand in a network: kinds of parties, the classes charters name, and what each kind is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .defaults import value
from .rulebook import Rulebook
from .ruling import Ruling, check
from .terms import Term, settled


class Kind(StrEnum):
    """What a party is. Its id is what is stored; its name in three languages is wording."""

    FOUNDATION = "foundation"
    ASSOCIATION = "association"
    FEDERATION = "federation"
    UNION_OF_ASSOCIATIONS = "union_of_associations"
    NETWORK = "network"
    CONSORTIUM = "consortium"
    INTERNATIONAL_NGO = "international_ngo"
    NONPROFIT_COMPANY = "nonprofit_company"
    CHURCH_ORGANISATION = "church_organisation"
    INFORMAL_GROUP = "informal_group"
    GRASSROOTS_INITIATIVE = "grassroots_initiative"
    INDIVIDUAL = "individual"
    SUPPORT_CENTRE = "support_centre"
    LOCAL_ACTION_GROUP = "lag"
    PUBLIC_BODY = "public_body"
    ACADEMIA = "academia"
    THINK_TANK = "think_tank"
    UN_AGENCY = "un_agency"
    INTERNATIONAL_ORGANISATION = "international_organisation"
    BUSINESS = "business"
    OTHER = "other"


class Number(StrEnum):
    """Registry numbers that may be given. None is ever demanded."""

    KRS = "krs"
    NIP = "nip"
    REGON = "regon"
    FOREIGN = "foreign_registry"


class Pursuit(StrEnum):
    """Where a single person's own activity stands."""

    PLANNING = "planning_own_activity"
    SUSPENDED = "suspended_own_activity"


NGO = frozenset(
    {Kind.FOUNDATION, Kind.ASSOCIATION, Kind.INTERNATIONAL_NGO, Kind.NONPROFIT_COMPANY, Kind.CHURCH_ORGANISATION}
)
UMBRELLAS = frozenset({Kind.FEDERATION, Kind.UNION_OF_ASSOCIATIONS, Kind.NETWORK})
CLASSES: dict[str, frozenset[Kind]] = {
    "ngo": NGO,
    "civil_society_organisation": NGO | {Kind.INFORMAL_GROUP, Kind.GRASSROOTS_INITIATIVE},
    "umbrella": UMBRELLAS,
    "organisation": NGO | {Kind.PUBLIC_BODY, Kind.SUPPORT_CENTRE, Kind.LOCAL_ACTION_GROUP},
    "lgd": frozenset({Kind.LOCAL_ACTION_GROUP}),
    "academic_centre": frozenset({Kind.ACADEMIA}),
    "polish_organisation": frozenset(Kind) - {Kind.BUSINESS, Kind.INTERNATIONAL_NGO, Kind.INDIVIDUAL},
    "ngo_not_active_in_field": NGO,
    "government_body": frozenset({Kind.PUBLIC_BODY}),
    "local_government": frozenset({Kind.PUBLIC_BODY}),
}
UNREGISTERED = frozenset({Kind.INFORMAL_GROUP, Kind.GRASSROOTS_INITIATIVE, Kind.INDIVIDUAL})
HAVING_MEMBERS = UMBRELLAS | {Kind.CONSORTIUM}
POLISH_NUMBERS = (Number.KRS, Number.NIP, Number.REGON)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a form asks of a kind. `required` are the fields it cannot do without; `numbers` are never demanded."""

    required: tuple[str, ...]
    optional: tuple[str, ...]
    numbers: tuple[Number, ...]
    may_have_members: bool = False


def asked_of(kind: Kind) -> Asked:
    """The fields and numbers a form offers to a kind of party."""
    return Asked(_required(kind), _optional(kind), numbers_of(kind), kind in HAVING_MEMBERS)


def numbers_of(kind: Kind) -> tuple[Number, ...]:
    """The registry numbers that a kind may have."""
    if kind in UNREGISTERED:
        return ()
    if kind in (Kind.INTERNATIONAL_NGO, Kind.UN_AGENCY, Kind.INTERNATIONAL_ORGANISATION):
        return (Number.FOREIGN, *POLISH_NUMBERS)
    if kind in (Kind.PUBLIC_BODY, Kind.ACADEMIA):
        return (Number.NIP, Number.REGON)
    return POLISH_NUMBERS


def kinds_in(name: str) -> frozenset[Kind]:
    """The kinds meant by a word of a charter: a class, or a kind by its own id. Empty for a word nobody knows."""
    if name in CLASSES:
        return CLASSES[name]
    return frozenset(kind for kind in Kind if kind == name)


def kinds_admitted(book: Rulebook) -> frozenset[Kind]:
    """The kinds that may belong to a network: those of its charter, all where it is silent."""
    named = book.membership.kinds
    if named is None:
        return frozenset(Kind)
    found = frozenset(kind for name in named.value for kind in kinds_in(name))
    if (term := book.membership.kinds_open_ended) and term.value:
        return frozenset(Kind) - {Kind.INDIVIDUAL, Kind.BUSINESS}
    return found


def kind_fits(book: Rulebook, kind: Kind) -> Ruling:
    """Whether a kind of party may belong, on the paragraph that names the kinds."""
    return check(kind in kinds_admitted(book), "kind_belongs", _term_for(book, kind), kind=str(kind))


def _term_for(book: Rulebook, kind: Kind) -> Term[object]:
    """The paragraph that speaks: the list itself, its open end, or, for groups that §3 does not name, our reading."""
    terms = book.membership
    if terms.kinds is None:
        return Term("all")
    if kind not in frozenset(k for name in terms.kinds.value for k in kinds_in(name)) and terms.kinds_open_ended:
        return Term(terms.kinds_open_ended.value, terms.kinds_open_ended.cite)
    if kind in UNREGISTERED and kind not in terms.kinds.value and kind in kinds_admitted(book):
        return Term("civil_society_organisation")
    return Term(terms.kinds.value, terms.kinds.cite)


def needs_registry_number(book: Rulebook) -> Term[bool]:
    """Never so by default; no charter asks for one."""
    return settled(book.membership.registry_number_required, value("membership.registry_number_required").value)


def _required(kind: Kind) -> tuple[str, ...]:
    return (
        ("name", "pursuit", "field_of_work") if kind is Kind.INDIVIDUAL else ("name", "field_of_work", "contact_person")
    )


def _optional(kind: Kind) -> tuple[str, ...]:
    if kind is Kind.INDIVIDUAL:
        return ("languages", "territory", "planned_from")
    shared: tuple[str, ...] = ("short_name", "reach", "territory", "languages", "website", "founded", "size", "horizon")
    return (*shared, "members") if kind in HAVING_MEMBERS else shared
