import pytest
from hypothesis import given
from hypothesis import strategies as st

from tkanka.network.places.folding import folded


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Łódź", "lodz"),
        ("ŻÓŁĆ GĘŚLĄ JAŹŃ", "zolc gesla jazn"),
        ("Warmińsko–Mazurskie", "warminsko mazurskie"),
        ("Bielsko - Biała", "bielsko biala"),
        ("  N’Djaména ", "n djamena"),
        ("Київ", "киів"),
        ("_", ""),
    ],
)
def test_marks_case_and_punctuation_do_not_count(text: str, bare: str) -> None:
    assert folded(text) == bare


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)
