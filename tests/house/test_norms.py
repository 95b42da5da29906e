"""No norm of a built room goes without a test, and no test claims a norm that is not there."""

import pytest

from tkanka.rules.norms import Enforcement, every_norm
from tools.charter_docs import BUILT_ROWS, BadMark, charter_page, lifecycles_page, norms_in, proofs, unknown, unproven

FOUND = proofs()


def test_every_norm_of_what_is_built_is_proven():
    missing = [f"{norm.id} {norm.place}: {norm.says}" for norm in unproven(FOUND)]
    assert not missing, "\n".join(["mark a test with each of these:", *missing])


def test_marks_name_norms():
    assert not unknown(FOUND)


def test_built_features_are_features():
    assert frozenset(range(1, 101)) >= BUILT_ROWS


def norm(number):
    return next(one for one in every_norm() if one.id == number)


def test_a_norm_needs_proof_once_all_its_features_are_built():
    two_rows = norm("R-03-11")
    assert two_rows.rows == {3, 6}
    assert not two_rows.needs_proof(frozenset())
    assert not two_rows.needs_proof(frozenset({3}))
    assert two_rows.needs_proof(frozenset({3, 6, 9}))


def test_pages_and_texts_need_no_proof():
    everything = frozenset(range(1, 101))
    kinds = {one.enforcement for one in every_norm() if one.needs_proof(everything)}
    assert kinds == set(Enforcement) - {Enforcement.PAGE, Enforcement.TEXT}


def test_a_norm_without_a_test_is_named():
    assert "R-03-19" in [one.id for one in unproven({}, frozenset({8}))]
    assert "R-03-19" not in [one.id for one in unproven({"R-03-19": ["a test"]}, frozenset({8}))]


MARKED = """
import pytest
pytestmark = pytest.mark.norm("A")

@pytest.mark.norm("B", "C")
@pytest.mark.parametrize("x", [pytest.param(1, marks=pytest.mark.norm("D"))])
def test_one(x): ...

@pytest.mark.norm("E")
class TestMore:
    def test_two(self): ...
    def helper(self): ...

@pytest.mark.norm("F")
def not_a_test(): ...
"""


def test_marks_are_read_wherever_pytest_reads_them():
    found = set(norms_in(MARKED, "here"))
    assert found == {(n, "test_one") for n in "ABCD"} | {("A", "test_two"), ("E", "test_two")}


def test_a_mark_that_is_no_plain_text_is_a_mistake():
    with pytest.raises(BadMark, match="here:2"):
        list(norms_in("import pytest\n@pytest.mark.norm(*IDS)\ndef test_one(): ...", "here"))


def test_the_papers_name_norms_tests_and_steps():
    page = charter_page({"R-03-19": ["tests/test_x.py::test_y"]}, frozenset({7}))
    assert "- `tests/test_x.py::test_y`" in page
    assert "**R-03-17**" in page and "- no test yet" in page
    assert "submitted --> asked: ask" in lifecycles_page()
