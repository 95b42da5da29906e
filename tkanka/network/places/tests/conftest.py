import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from tkanka.network.places.facts import UnitFacts, teryt_facts
from tkanka.network.places.folding import folded
from tkanka.network.places.models import Scheme, Unit, unit_key
from tkanka.network.places.resolver import Resolver

# Real files to compare with, where somebody has them: beside the repository, or wherever the variable says.
REFERENCE_DATA = Path(os.environ.get("REFERENCE_DATA", settings.BASE_DIR.parent / "shared" / "data"))


def in_memory(facts: list[UnitFacts]) -> Iterator[Unit]:
    """Units as they are stored, without a database."""
    scheme, units = Scheme(code="teryt"), dict[str, Unit]()
    for fact in sorted(facts, key=lambda fact: fact.level):
        given = {name: getattr(fact, name) for name in fact.__slots__ if name not in ("parent", "code")}
        unit = Unit(pk=unit_key("teryt", fact.code), scheme=scheme, code=fact.code, folded=folded(fact.name), **given)
        unit.parent = units.get(fact.parent)
        for depth in range(3):
            above = unit if depth == unit.level else getattr(unit.parent, f"admin{depth}", None)
            setattr(unit, f"admin{depth}", above)
        units[fact.code] = unit
        yield unit


@pytest.fixture(scope="session")
def poland() -> Resolver:
    """The whole register, resolved from memory."""
    return Resolver("teryt", in_memory(list(teryt_facts())))


@pytest.fixture
def empty_register(db: None) -> None:
    """No units and no schemes: the shared ones are put away for this test."""
    Unit.objects.all()._raw_delete("default")
    Scheme.objects.all()._raw_delete("default")
