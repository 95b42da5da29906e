"""What people and spreadsheets write, and what it means. No database."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tkanka.network.places.facts import UnitFacts
from tkanka.network.places.models import Level
from tkanka.network.places.resolver import Ambiguous, Found, Missing, Resolver
from tkanka.network.places.wording import explained, placed

from .conftest import in_memory

CLEAR = [
    ("0201", "0201"),
    ("02", "02"),
    ("0201011", "0201011"),
    ("020101", "0201011"),
    ("0201000", "0201"),
    ("0200000", "02"),
    ("PL0201", "0201"),
    ("0201 bolesławiecki", "0201"),
    ("0201 – powiat bolesławiecki", "0201"),
    ("MAZOWIECKIE", "14"),
    ("woj. mazowieckie", "14"),
    ("województwo Mazowieckie", "14"),
    ("warmińsko mazurskie", "28"),
    ("Lower Silesia", "02"),
    ("Вармінсько-Мазурське воєводство", "28"),
    ("lodz", "1061"),
    ("ŁÓDŹ", "1061"),
    ("m.st. Warszawa", "1465"),
    ("m. st. Warszawa", "1465"),
    ("powiat m. Kraków", "1261"),
    ("gmina Kraków", "1261011"),
    ("m. Chełm", "0662"),
    ("Chełm (w)", "0603032"),
    ("gmina wiejska Bolesławiec", "0201022"),
    ("Bolesławiec (m)", "0201011"),
    ("swidnicki (lubelskie)", "0617"),
    ("powiat świdnicki, woj. dolnośląskie", "0219"),
    ("dolnośląskie / świdnicki", "0219"),
    ("  powiat   trzebnicki ", "0220"),
    ("Polska", "PL"),
]
ASSUMED = [
    ("201011", "0201011", ("lost-zero",)),
    (201011, "0201011", ("lost-zero",)),
    (201011.0, "0201011", ("lost-zero",)),
    ("201", "0201", ("lost-zero",)),
    ("201.0", "0201", ("lost-zero",)),
    (20101, "0201011", ("lost-zero",)),
    ("2", "02", ("lost-zero",)),
    ("201000", "0201", ("lost-zero",)),
    ("0218042", "0218043", ("other-kind",)),
    ("1465028", "1465", ("district",)),
]
UNKNOWN = [
    ("9999", "unknown"),
    ("nic takiego", "unknown"),
    ("", "empty"),
    (None, "empty"),
    ("  -- ", "empty"),
    ("0201 świdnicki", "code-and-name"),
    ("świdnicki (mazowieckie)", "outside"),
    ("powiat gmina", "unknown"),
    ("=1+1", "unknown"),
    ("0" * 4000, "unknown"),
]


@pytest.mark.parametrize(("text", "code"), CLEAR)
def test_clear_text_finds_its_unit_and_assumes_nothing(poland: Resolver, text: str, code: str) -> None:
    outcome = poland.resolve(text)
    assert isinstance(outcome, Found), outcome
    assert (outcome.unit.code, outcome.assumed, explained(outcome)) == (code, (), "")


@pytest.mark.parametrize(("text", "code", "assumed"), ASSUMED)
def test_a_repaired_code_says_what_was_assumed(
    poland: Resolver, text: object, code: str, assumed: tuple[str, ...]
) -> None:
    outcome = poland.resolve(text)
    assert isinstance(outcome, Found), outcome
    assert (outcome.unit.code, outcome.assumed) == (code, assumed)
    assert code in explained(outcome)


@pytest.mark.parametrize(("text", "reason"), UNKNOWN)
def test_what_is_no_unit_is_missing_with_its_reason(poland: Resolver, text: object, reason: str) -> None:
    outcome = poland.resolve(text)
    assert isinstance(outcome, Missing), outcome
    assert outcome.reason == reason
    assert explained(outcome)


def test_six_digits_that_can_be_two_gminas_are_asked_about() -> None:
    """A gmina without its kind digit, and another whose first zero is lost; no pair of this kind exists today."""
    facts = [UnitFacts(code, name, Level.GMINA, kind="urban") for code, name in (("0201011", "A"), ("2010112", "B"))]
    outcome = Resolver("teryt", in_memory(facts)).resolve("201011")
    assert isinstance(outcome, Ambiguous)
    assert {unit.code for unit in outcome.units} == {"0201011", "2010112"}


def test_ten_powiat_names_belong_to_two_powiats_each_and_are_asked_about(poland: Resolver) -> None:
    names = Counter(unit.name for unit in poland.units if unit.level == Level.POWIAT)
    twice = [name for name, times in names.items() if times > 1]
    assert len(twice) == 10
    for name in twice:
        outcome = poland.resolve(name, level=Level.POWIAT)
        assert isinstance(outcome, Ambiguous)
        assert len(outcome.units) == 2
        for unit in outcome.units:
            assert unit.parent is not None
            assert poland.resolve(name, parent=unit.parent) == Found(unit)
            assert unit.code in explained(outcome)
            assert unit.parent.name in explained(outcome)


def test_a_gmina_name_that_several_have_is_never_guessed(poland: Resolver) -> None:
    names = Counter(unit.name for unit in poland.units if unit.level == Level.GMINA)
    shared = [name for name, times in names.items() if times > 1]
    assert len(shared) == 226
    for name in shared:
        outcome = poland.resolve(name, level=Level.GMINA)
        assert isinstance(outcome, Ambiguous)
        assert len(outcome.units) == names[name]


def test_every_unit_is_found_by_its_code_whatever_the_spreadsheet_did_to_it(poland: Resolver) -> None:
    for unit in poland.units:
        if unit.code == "PL":
            continue
        for written in (unit.code, int(unit.code), float(unit.code), f" {unit.code} ", f"{unit.code} {unit.name}"):
            outcome = poland.resolve(written)
            assert isinstance(outcome, Found), (unit.code, written, outcome)
            assert outcome.unit == unit


def test_the_way_a_unit_is_listed_leads_back_to_it(poland: Resolver) -> None:
    for unit in poland.units:
        outcome = poland.resolve(placed(unit))
        found = outcome.units if isinstance(outcome, Ambiguous) else (outcome.unit,)
        assert unit in found
        assert {placed(other) for other in found} == {placed(unit)}


def test_a_name_is_looked_for_inside_the_parent_only(poland: Resolver) -> None:
    outcome = poland.resolve("trzebnicki", parent=poland.by_code["14"])
    assert isinstance(outcome, Missing)
    assert outcome.reason == "outside"
    assert [unit.code for unit in outcome.suggestions] == ["0220"]


def test_a_code_outside_of_the_parent_is_refused(poland: Resolver) -> None:
    outcome = poland.resolve("0220", parent=poland.by_code["14"])
    assert isinstance(outcome, Missing)
    assert outcome.reason == "outside"


def test_a_level_keeps_other_levels_out(poland: Resolver) -> None:
    city, gmina = poland.resolve("Wrocław", level=Level.POWIAT), poland.resolve("Wrocław", level=Level.GMINA)
    assert isinstance(city, Found)
    assert isinstance(gmina, Found)
    assert (city.unit.code, gmina.unit.code) == ("0264", "0264011")
    assert isinstance(poland.resolve("gmina Trzebnica", level=Level.POWIAT), Missing)


def test_columns_from_wide_to_narrow_settle_each_other(poland: Resolver) -> None:
    assert poland.resolve_path(("lubelskie", 1), ("świdnicki", 2), ("", 3)) == Found(poland.by_code["0617"])
    narrowed = poland.resolve_path((None, 1), ("świdnicki", 2), ("Żarów", 3))
    assert isinstance(narrowed, Found)
    assert narrowed.unit.code.startswith("0219")
    assert isinstance(poland.resolve_path(("mazowieckie", 1), ("świdnicki", 2)), Missing)
    assert isinstance(poland.resolve_path((None, 1), ("świdnicki", 2)), Ambiguous)
    assert isinstance(poland.resolve_path(("", 1)), Missing)
    repaired = poland.resolve_path((2, 1), (201, 2))
    assert repaired == Found(poland.by_code["0201"], ("lost-zero", "lost-zero"))


def test_a_slip_of_the_pen_gets_suggestions(poland: Resolver) -> None:
    outcome = poland.resolve("powiat sidnicki", level=Level.POWIAT)
    assert isinstance(outcome, Missing)
    assert {"0219", "0617"} <= {unit.code for unit in outcome.suggestions}
    assert "świdnicki (lubelskie)" in explained(outcome)


@given(st.text(max_size=60) | st.integers() | st.floats() | st.none())
def test_any_cell_gets_an_outcome(value: object) -> None:
    outcome = Resolver("teryt", []).resolve(value)
    assert isinstance(outcome, Missing)
    assert outcome.suggestions == ()
