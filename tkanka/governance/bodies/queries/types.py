"""Types of bodies in a network, and the type of a body."""

from collections.abc import Mapping
from datetime import date

from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.bodies import BodyType, Maker, TypeChange, types_of
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.terms import Term

from ..models import Body, TypeSetting
from ..values import understood

Types = Mapping[str, BodyType]


def types_in(network: Network, day: date, book: Rulebook | None = None) -> Types:
    """The types of bodies the network has that day, by code. One query, and one more without the book."""
    return types_of(book or rulebook_of(network, day), changes_in(network), day)


def changes_in(network: Network) -> list[TypeChange]:
    """Everything the network ever set of types, the oldest first."""
    return [change_of(row) for row in TypeSetting.objects.filter(network=network).order_by("since", "set_at")[:1000]]


def change_of(row: TypeSetting) -> TypeChange:
    labels = {"pl": row.label_pl, "en": row.label_en, "uk": row.label_uk}
    return TypeChange(row.code, row.since, understood(row.values), labels if row.label_pl else {}, row.retired)


def settings_of(network: Network, code: str, limit: int = 50) -> list[TypeSetting]:
    """What the network set of one type, the latest first."""
    return list(TypeSetting.objects.filter(network=network, code=code).order_by("-since", "-set_at")[:limit])


def type_in(types: Types, code: str) -> BodyType:
    """The type of this code; for one that is no more, a type of which nothing is set."""
    return types.get(code) or BodyType(code, Term((Maker.SECRETARIAT,)), own=True)


def type_of(body: Body, day: date, book: Rulebook | None = None) -> BodyType:
    """What holds for this body that day."""
    return type_in(types_in(body.network, day, book), body.kind)


def open_of_kind(network: Network, kind: str) -> int:
    """How many bodies of a type are open, at rest included."""
    return Body.objects.filter(network=network, kind=kind).exclude(state="closed").count()
