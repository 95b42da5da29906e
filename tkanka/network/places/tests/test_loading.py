from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.db import IntegrityError

from tkanka.network.places.actions import load_teryt, load_units
from tkanka.network.places.facts import UnitFacts, teryt_facts
from tkanka.network.places.models import Level, Unit
from tkanka.network.places.queries import covering, loaded_units, population_age, unit_at, units_of, within
from tkanka.network.places.resolver import Found, Resolver, resolve
from tkanka.rules.standing import Standing

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
CLERK = Standing(system="test")
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_register")]


def load(*facts: UnitFacts, whole: bool = False, scheme: str = "moon") -> tuple[int, int, int, int]:
    tally = load_units(by=CLERK, at=NOW, scheme=scheme, facts=facts, whole=whole)
    return tally.created, tally.updated, tally.unchanged, tally.closed


SEA = UnitFacts("M1", "Sea of Tranquility", 1, population=2, lat=8.5, lon=31.4)
BASE = UnitFacts("M101", "Base", 2, parent="M1")


def test_the_register_is_whole() -> None:
    tally = load_teryt(by=CLERK, at=NOW)
    assert [units_of(level=level).count() for level in Level] == [1, 16, 380, 2479]
    assert tally.created == 2876
    powiats = units_of(level=Level.POWIAT)
    assert sum(unit.population or 0 for unit in powiats) == 38_162_224
    assert sum(unit.is_city for unit in powiats) == 66
    assert not powiats.filter(area_km2=None).exists()
    assert not units_of().filter(lat=None).exists()
    assert 312_000 < sum(unit.area_km2 or 0 for unit in powiats) < 315_000
    without = units_of(level=Level.GMINA).filter(population=None).values_list("name", flat=True)
    assert set(without) == {"Kamienica", "Szczawa", "Supraśl", "Grabówka"}
    assert str(population_age()) == "2021-06-30"


def test_loading_again_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_places")
    keys = set(Unit.objects.values_list("pk", flat=True))
    call_command("load_places")
    assert "nowe 0, zmienione 0, bez zmian 2876, zamknięte 0" in capsys.readouterr().out
    assert set(Unit.objects.values_list("pk", flat=True)) == keys


def test_some_voivodeships_load_alone_and_close_nothing() -> None:
    load_teryt(by=CLERK, at=NOW, only=("02",))
    assert load_teryt(by=CLERK, at=NOW, only=("28",)).closed == 0
    assert set(units_of(level=Level.VOIVODESHIP).values_list("code", flat=True)) == {"02", "28"}
    assert load_teryt(by=CLERK, at=NOW).unchanged == Unit.objects.filter(code__regex="^(02|28)").count()


def test_a_unit_gone_from_a_whole_register_is_closed_and_comes_back() -> None:
    load(SEA, BASE, whole=True)
    assert load(SEA, whole=True) == (0, 0, 1, 1)
    assert [unit.code for unit in loaded_units("moon")] == ["M1"]
    assert load(SEA, BASE, whole=True) == (0, 1, 1, 0)
    assert len(loaded_units("moon")) == 2


def test_what_a_partial_source_leaves_empty_is_kept() -> None:
    load(SEA)
    assert load(replace(SEA, population=None)) == (0, 0, 1, 0)
    assert load(replace(SEA, population=None), whole=True) == (0, 1, 0, 0)


def test_moving_a_unit_moves_all_below_it() -> None:
    load(SEA, replace(SEA, code="M2", name="Ocean"), BASE, UnitFacts("M10101", "Hut", 3, parent="M101"))
    assert load(replace(BASE, parent="M2"))[1] == 2
    hut = unit_at("moon", "M10101")
    assert hut is not None
    assert hut.admin1 is not None
    assert hut.admin1.code == "M2"


@pytest.mark.parametrize("parent", ["nowhere", "M101", "M102"])
def test_a_parent_that_is_unknown_or_not_above_is_refused_whole(parent: str) -> None:
    with pytest.raises(ValueError, match=parent):
        load(SEA, replace(BASE, code="M102"), replace(BASE, parent=parent))
    assert not Unit.objects.exists()


def test_two_units_of_a_scheme_never_share_a_code() -> None:
    load(SEA)
    unit = Unit.objects.get()
    with pytest.raises(IntegrityError):
        Unit.objects.create(scheme=unit.scheme, code="M1", name="Copy", level=1)


def test_everything_inside_a_unit_is_one_query(django_assert_num_queries: object) -> None:
    load_teryt(by=CLERK, at=NOW, only=("02",))
    voivodeship, powiat = unit_at("teryt", "02"), unit_at("teryt", "0219")
    assert voivodeship is not None
    assert powiat is not None
    with django_assert_num_queries(1):  # type: ignore[operator]
        inside = set(Unit.objects.filter(within("", powiat)).values_list("code", flat=True))
    assert inside == {fact.code for fact in teryt_facts(["02"]) if fact.code.startswith("0219")}
    assert Unit.objects.filter(within("", voivodeship)).count() == 1 + 30 + 169
    around = set(Unit.objects.filter(covering("", powiat)).values_list("code", flat=True))
    assert around == inside | {"02", "PL"}


def test_a_resolver_reads_once(django_assert_num_queries: object) -> None:
    load_teryt(by=CLERK, at=NOW, only=("02", "06"))
    with django_assert_num_queries(1):  # type: ignore[operator]
        resolver = Resolver()
        for row in range(500):
            resolver.resolve(f"świdnicki {row}")
            resolver.resolve_path(("dolnośląskie", 1), ("świdnicki", 2))
    with django_assert_num_queries(1):  # type: ignore[operator]
        found = resolve("teryt", "0219")
    assert isinstance(found, Found)


def test_only_voivodeships_have_names_in_other_languages() -> None:
    from django.utils import translation

    load_teryt(by=CLERK, at=NOW, only=("02",))
    unit, powiat, city = (unit_at("teryt", code) for code in ("02", "0220", "0264"))
    assert unit and powiat and city
    assert [unit.title, powiat.title, city.title] == ["województwo dolnośląskie", "powiat trzebnicki", "Wrocław"]
    with translation.override("en"):
        assert (unit.label, unit.title, powiat.label) == ("Lower Silesia", "Lower Silesia", "trzebnicki")
    with translation.override("uk"):
        assert unit.label == "Нижньосілезьке воєводство"


def test_units_are_read_down_to_a_level() -> None:
    load_teryt(by=CLERK, at=NOW, only=("02",))
    levels = {unit.level for unit in loaded_units(deepest=Level.POWIAT)}
    assert Level.POWIAT in levels
    assert Level.GMINA not in levels
