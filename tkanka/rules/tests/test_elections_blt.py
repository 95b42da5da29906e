"""Files of ballots: what is read, what is refused, and where the refusal points."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tkanka.rules.elections import BadBlt, BadBounds, Blt, Bound, read_blt, read_bounds, write_blt
from tkanka.rules.elections.bounds_file import named

GOOD = """\
# Advisory group
4 2      # candidates, seats
-3
3 1 2 4 0
2 2 1 0

1 0
0
"Anna # 1"
"Borys"
"Celina"
"Daria"
"Advisory group 2026"
"""


def test_a_good_file_is_read_with_its_remarks_blank_lines_and_whoever_withdrew():
    blt = read_blt("\ufeff" + GOOD.replace("\n", "\r\n"))
    assert blt.names == ("Anna # 1", "Borys", "Celina", "Daria")
    assert (blt.seats, blt.withdrawn, blt.title) == (2, {2}, "Advisory group 2026")
    assert blt.ballots == {(0, 1, 3): 3, (1, 0): 2, (): 1}


@pytest.mark.parametrize(
    ("instead", "of", "line", "code"),
    [
        ("", GOOD, 1, "blt.no_header"),
        ("4 two", "4 2 ", 2, "blt.no_header"),
        ("0 2", "4 2", 2, "blt.no_header"),
        ("4 0", "4 2", 2, "blt.no_header"),
        ("4 5", "4 2", 2, "blt.fewer_candidates"),
        ("4 4", "4 2", 3, "blt.fewer_candidates"),
        ("-9", "-3", 3, "blt.unknown_candidate"),
        ("3 1 5 0", "3 1 2 4 0", 4, "blt.unknown_candidate"),
        ("3 1 -2 0", "3 1 2 4 0", 4, "blt.unknown_candidate"),
        ("3 1 2 1 0", "3 1 2 4 0", 4, "blt.ranked_twice"),
        ("3 1 2 4", "3 1 2 4 0", 4, "blt.ballot_without_end"),
        ("3", "3 1 2 4 0", 4, "blt.ballot_without_end"),
        ("3 1 0 4 0", "3 1 2 4 0", 4, "blt.zero_within"),
        ("3 1=2 0", "3 1 2 4 0", 4, "blt.equal_ranks"),
        ("3 1 - 2 0", "3 1 2 4 0", 4, "blt.left_out"),
        ("x 1 2 0", "3 1 2 4 0", 4, "blt.no_number"),
        ("1.5 1 2 0", "3 1 2 4 0", 4, "blt.no_number"),
        ("٣ 1 2 0", "3 1 2 4 0", 4, "blt.no_number"),
        ("1_0 1 2 0", "3 1 2 4 0", 4, "blt.no_number"),
        ("(id) 1 2 0", "3 1 2 4 0", 4, "blt.no_number"),
        ("0 1 2 0", "3 1 2 4 0", 4, "blt.no_weight"),
        ("-3 1 2 0", "3 1 2 4 0", 4, "blt.no_number"),
        ("1 0\n", "1 0\n0\n", 8, "blt.no_end"),
        ("Borys", '"Borys"', 10, "blt.not_quoted"),
        ('"Anna # 1"', '"Borys"', 10, "blt.name_twice"),
        ('" "', '"Borys"', 10, "blt.name_empty"),
        ('"T"\n"more"', '"Advisory group 2026"', 14, "blt.goes_on"),
        ("", '"Daria"\n"Advisory group 2026"\n', 11, "blt.names_missing"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(instead, of, line, code):
    assert of in GOOD
    with pytest.raises(BadBlt) as bad:
        read_blt(GOOD.replace(of, instead, 1))
    assert (bad.value.code, bad.value.line) == (code, line)


@pytest.mark.parametrize("cut", range(1, len(GOOD.splitlines()) - 1))
def test_a_file_cut_short_is_never_counted(cut):
    with pytest.raises(BadBlt):
        read_blt("\n".join(GOOD.splitlines()[:cut]))


@given(some.text())
def test_any_text_is_read_or_refused(text):
    with suppress(BadBlt):
        read_blt(text)


@given(some.data())
def test_what_is_written_is_read_again(data):
    candidates = data.draw(some.integers(1, 6))
    rankings = some.permutations(range(candidates)).flatmap(
        lambda order: some.integers(0, candidates).map(lambda length: tuple(order[:length]))
    )
    ballots = data.draw(some.dictionaries(rankings, some.integers(1, 50), max_size=8))
    names = tuple(f"K{one} „#”" for one in range(candidates))
    gone = frozenset(data.draw(some.sets(some.integers(0, candidates - 1), max_size=candidates - 1)))
    blt = Blt(names, data.draw(some.integers(1, candidates - len(gone))), ballots, "Wybory", gone)
    assert read_blt(write_blt(blt, ["a remark"])) == blt


def test_a_file_shows_nothing_of_the_order_in_which_ballots_were_cast():
    one = Blt(("A", "B"), 1, {(0,): 1, (1, 0): 2}, "T")
    other = Blt(("A", "B"), 1, {(1, 0): 2, (0,): 1}, "T")
    assert write_blt(one) == write_blt(other)


BOUNDS = """\
[candidates.A]
organisation = "X"
kind = "foundation"
[candidates.B]
organisation = "X"
year = 2020
[[bound]]
attribute = "kind"
value = "foundation"
min = 1
max = 1
[[bound]]
attribute = "organisation"
max_each = 1
"""


def test_bounds_are_read_beside_what_is_said_of_each_candidate():
    facts, bounds = read_bounds(BOUNDS, ["A", "B", "C"])
    assert facts == [{"organisation": "X", "kind": "foundation"}, {"organisation": "X", "year": "2020"}, {}]
    assert bounds == [Bound("kind", "foundation", 1, 1), Bound("organisation", most=1)]
    assert [named(one) for one in bounds] == ["kind = foundation: min 1, max 1", "organisation: max_each 1"]


@pytest.mark.parametrize(
    ("instead", "of", "number", "code"),
    [
        ("[candidates.A", "[candidates.A]", 0, "bounds.no_toml"),
        ("[candidates.Z]", "[candidates.A]", 0, "bounds.unknown_candidate"),
        ("[people.A]", "[candidates.A]", 0, "bounds.unknown_word"),
        ('kind = ["foundation"]', 'kind = "foundation"', 0, "bounds.no_text"),
        ('attribute = "size"', 'attribute = "kind"', 1, "bounds.unknown_attribute"),
        ('value = "none"', 'value = "foundation"', 1, "bounds.unknown_value"),
        ("min = 2", "min = 1", 1, "bounds.min_above_max"),
        ("min = -1", "min = 1", 1, "bounds.no_figure"),
        ("min = true", "min = 1", 1, "bounds.no_figure"),
        ("least = 1", "min = 1", 1, "bounds.unknown_word"),
        ("max_each = 0", "max_each = 1", 2, "bounds.each_alone"),
        ("max_each = 1\nmin = 1", "max_each = 1", 2, "bounds.each_alone"),
        ("", "max_each = 1", 2, "bounds.says_nothing"),
    ],
)
def test_bounds_that_say_nothing_or_nonsense_are_refused_by_their_number(instead, of, number, code):
    with pytest.raises(BadBounds) as bad:
        read_bounds(BOUNDS.replace(of, instead, 1), ["A", "B", "C"])
    assert (bad.value.code, bad.value.number) == (code, number)
