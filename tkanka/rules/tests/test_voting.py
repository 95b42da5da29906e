"""Decision rules: what the charters fix, what may be chosen, and the verdict at every boundary."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tkanka.rules.rulebook import Exclusion
from tkanka.rules.terms import Term
from tkanka.rules.voting import (
    Abstention,
    BadRule,
    Base,
    Electorate,
    Method,
    Outcome,
    PollKind,
    Secrecy,
    Tally,
    Tie,
    Unit,
    as_data,
    base_of,
    chosen,
    from_data,
    may_stand,
    members_vote_known,
    needed_with,
    reveals,
    rule_for,
    threshold,
    verdict,
)

from .cast import BOOKS, FORUM, RAZEM, SIEC, WARMIA, codes, ground

SEPARATION = rule_for(RAZEM, PollKind.SEPARATION)
DISPUTE = rule_for(RAZEM, PollKind.DISPUTE)
ORDINARY = rule_for(RAZEM, PollKind.ORDINARY, body="advisory_group")
MEMBERS = rule_for(RAZEM, PollKind.MEMBERS)


@pytest.mark.parametrize(
    ("text", "base", "needed"),
    [
        ("> 1/2", 9, 5), ("> 1/2", 8, 5), ("> 1/2", 41, 21), ("> 1/2", 1, 1),
        (">= 2/3", 9, 6), (">= 2/3", 10, 7), ("> 2/3", 9, 7), (">= 2/3", 1, 1), (">= 3/5", 5, 3),
        (">= 1/1", 7, 7), (">= 5", 3, 5), ("> 5", 3, 6),
    ],
)  # fmt: skip
def test_two_thirds_of_nine_is_six(text, base, needed):
    found = threshold(text)
    assert found.needed(base) == needed
    assert found.reached(needed, base) and not found.reached(needed - 1, base)
    assert str(found) == text


@pytest.mark.parametrize(
    "text", ["", "1/2", "> 3/2", "> 1/1", ">= 0", "> -1/2", "> 1/0", "≥ ²/₃", "> ١/٢", "a", ">= 0/5"]
)
def test_what_is_no_threshold_is_refused(text):
    with pytest.raises(BadRule):
        threshold(text)


@pytest.mark.norm("R-06-24", "R-06-26", "R-06-27")
def test_the_charter_fixes_how_the_network_parts_from_its_host():
    assert SEPARATION.electorate == Term(Electorate.SEATS, "§6")
    assert SEPARATION.passes.value.is_unanimity and SEPARATION.passes.cite == "§6"
    assert SEPARATION.exclusions == Term((Exclusion("seat_of_host", "no_vote"),), "§6")
    assert SEPARATION.base == Term(Base.ENTITLED) and SEPARATION.further_preconditions.is_default
    assert {"electorate", "unit", "passes", "exclusions", "preconditions"} == SEPARATION.fixed
    assert chosen(SEPARATION, passes=threshold("> 1/2"), tie=Tie.LOT) == replace(SEPARATION, tie=Term(Tie.LOT))


@pytest.mark.norm("R-10-07")
def test_a_dispute_is_settled_by_the_majority_of_those_present():
    assert (DISPUTE.electorate.value, DISPUTE.unit.value) == (Electorate.PRESENT, Unit.ORGANISATION)
    assert (DISPUTE.base, DISPUTE.abstention) == (Term(Base.PRESENT, "§10"), Term(Abstention.COUNTS))
    nine = Tally(entitled=9, in_favour=5, abstained=4, present=9)
    found = verdict(DISPUTE, nine)
    assert (found.outcome, found.needed, found.base) == (Outcome.PASSED, 5, 9)
    assert ground(found.ruling, "enough_in_favour").cite == "§10"
    failed = verdict(DISPUTE, Tally(entitled=9, in_favour=4, against=2, abstained=3, present=9))
    assert failed.outcome is Outcome.FAILED and codes(failed.ruling) == {"enough_in_favour"}


@pytest.mark.norm("R-06-26")
@pytest.mark.parametrize(
    ("tally", "outcome"),
    [
        (Tally(7, 7), Outcome.PASSED),
        (Tally(7, 6, 0, 1), Outcome.FAILED),
        (Tally(7, 6, 1), Outcome.FAILED),
        (Tally(7, 6), Outcome.FAILED),
        (Tally(4, 4), Outcome.FAILED),
    ],
)
def test_parting_takes_everybody_and_an_abstention_breaks_it(tally, outcome):
    assert verdict(SEPARATION, tally).outcome is outcome


@pytest.mark.parametrize(
    ("base", "abstention", "expected"),
    [
        (Base.CAST, Abstention.COUNTS, 8), (Base.CAST, Abstention.IGNORED, 6), (Base.VALID, Abstention.IGNORED, 5),
        (Base.VALID, Abstention.COUNTS, 7), (Base.PRESENT, Abstention.COUNTS, 9), (Base.PRESENT, Abstention.IGNORED, 7),
        (Base.ENTITLED, Abstention.COUNTS, 12), (Base.ENTITLED, Abstention.IGNORED, 10),
    ],
)  # fmt: skip
def test_what_the_share_is_measured_on(base, abstention, expected):
    tally = Tally(entitled=12, in_favour=3, against=2, abstained=2, spoiled=1, present=9)
    assert base_of(replace(MEMBERS, base=Term(base), abstention=Term(abstention)), tally) == expected


@pytest.mark.parametrize(
    ("tie", "lot", "outcome"),
    [
        (Tie.FAILS, None, Outcome.FAILED), (Tie.REPEAT, None, Outcome.REPEATED),
        (Tie.LOT, True, Outcome.PASSED), (Tie.LOT, False, Outcome.FAILED),
    ],
)  # fmt: skip
def test_a_tie_ends_as_the_rule_says(tie, lot, outcome):
    found = verdict(replace(MEMBERS, tie=Term(tie)), Tally(6, 3, 3, lot_passes=lot))
    assert (found.outcome, found.tied, found.by_lot) == (outcome, True, tie is Tie.LOT)
    assert verdict(replace(MEMBERS, tie=Term(tie)), Tally(6)).outcome is Outcome.FAILED


def test_a_lot_that_was_never_drawn_is_no_lot():
    with pytest.raises(ValueError, match="there is none"):
        verdict(replace(MEMBERS, tie=Term(Tie.LOT)), Tally(6, 3, 3))


@pytest.mark.parametrize(("tally", "reached"), [(Tally(8, 4), False), (Tally(8, 4, 0, 1), True), (Tally(8, 5), True)])
def test_too_few_decide_nothing(tally, reached):
    found = verdict(ORDINARY, tally)
    assert (found.outcome is Outcome.PASSED) is reached
    assert ("quorum_reached" in codes(found.ruling)) is not reached


def test_consensus_is_that_nobody_objects_and_somebody_agrees():
    rule = replace(MEMBERS, method=Term(Method.CONSENSUS))
    assert verdict(rule, Tally(9, 3, 0, 2)).outcome is Outcome.PASSED
    assert codes(verdict(rule, Tally(9, 8, 1)).ruling) == {"nobody_objects"}
    assert codes(verdict(rule, Tally(9, 0, 0, 2)).ruling) == {"somebody_agrees"}


@pytest.mark.parametrize("numbers", [(3, 4), (3, -1), (3, 2, 1, 1)])
def test_more_votes_than_voters_are_no_tally(numbers):
    with pytest.raises(ValueError, match="more votes"):
        Tally(*numbers)


TERMS = {
    "passes": st.sampled_from(["> 1/2", ">= 1/2", ">= 2/3", "> 2/3", ">= 1/1", "> 3/5", ">= 4"]).map(threshold),
    "base": st.sampled_from(Base), "abstention": st.sampled_from(Abstention), "tie": st.sampled_from(Tie),
    "quorum": st.sampled_from([None, threshold("> 1/2"), threshold(">= 1/3"), threshold(">= 5")]),
    "method": st.sampled_from(Method),
}  # fmt: skip
RULES = st.fixed_dictionaries(TERMS).map(lambda found: replace(MEMBERS, **{k: Term(v) for k, v in found.items()}))


@st.composite
def tallies(draw):
    said = [draw(st.integers(0, 12)) for _ in range(4)]
    present = sum(said) + draw(st.integers(0, 5))
    entitled = present + draw(st.integers(0, 5))
    return Tally(entitled, *said, present=draw(st.sampled_from([None, present])), lot_passes=draw(st.booleans()))


@given(RULES, tallies())
def test_a_vote_more_in_favour_never_turns_passed_into_failed(rule, tally):
    before = verdict(rule, tally)
    for other in ("against", "abstained", "spoiled", None):
        if other is None:
            if (tally.cast == tally.there and tally.present is not None) or tally.cast == tally.entitled:
                continue
            more = replace(tally, in_favour=tally.in_favour + 1)
        elif getattr(tally, other):
            more = replace(tally, in_favour=tally.in_favour + 1, **{other: getattr(tally, other) - 1})
        else:
            continue
        if before.outcome is Outcome.PASSED:
            assert verdict(rule, more).outcome is Outcome.PASSED


@given(RULES, tallies())
def test_the_verdict_is_that_of_exact_fractions(rule, tally):
    found = verdict(rule, tally)
    assert verdict(rule, tally) == found
    passes = rule.passes.value
    if rule.is_consensus or not passes.of or not found.base:
        return
    share, limit = Fraction(tally.in_favour, found.base), Fraction(passes.part, passes.of)
    enough = share > limit if passes.strict else share >= limit
    assert ("enough_in_favour" in codes(found.ruling, failed=False)) is enough or found.tied
    assert (tally.in_favour >= found.needed) is enough


@given(RULES)
def test_a_rule_is_the_same_after_it_was_stored(rule):
    assert from_data(as_data(rule)) == rule


@pytest.mark.parametrize("book", BOOKS.values(), ids=list(BOOKS))
@pytest.mark.parametrize("kind", PollKind)
def test_every_charter_gives_every_kind_a_rule(book, kind):
    rule = rule_for(book, kind, body="advisory_group")
    assert from_data(as_data(rule)) == rule
    assert may_stand(rule, meeting=True)


@pytest.mark.parametrize(
    "data",
    [None, [], {}, {"passes": {"value": "> 1/2", "cite": ""}}, as_data(MEMBERS) | {"more": {"value": 1, "cite": ""}},
     as_data(MEMBERS) | {"tie": {"value": "perhaps", "cite": ""}}, as_data(MEMBERS) | {"tie": "fails"},
     as_data(MEMBERS) | {"quorum": {"value": None, "cite": ""}},
     as_data(MEMBERS) | {"exclusions": {"value": 3, "cite": ""}}],
)  # fmt: skip
def test_what_is_no_rule_is_refused(data):
    with pytest.raises(BadRule):
        from_data(data)


@pytest.mark.parametrize(
    ("terms", "meeting", "missing"),
    [
        ({}, False, set()),
        ({"secrecy": Secrecy.SECRET}, False, set()),
        ({"secrecy": Secrecy.SECRET, "passes": threshold(">= 1/1"), "base": Base.ENTITLED}, False,
         {"not_secret_and_unanimous"}),
        ({"secrecy": Secrecy.SECRET, "method": Method.CONSENSUS}, False, {"consensus_is_open"}),
        ({"electorate": Electorate.PRESENT}, False, {"present_at_a_meeting"}),
        ({"electorate": Electorate.PRESENT}, True, set()),
        ({"base": Base.PRESENT}, False, {"present_at_a_meeting"}),
        ({"unit": Unit.PERSON}, False, {"members_vote_as_organisations"}),
    ],
)  # fmt: skip
def test_rules_that_make_no_sense_are_refused(terms, meeting, missing):
    assert codes(may_stand(chosen(MEMBERS, **terms), meeting=meeting)) == missing


@pytest.mark.parametrize(("entitled", "told"), [(4, True), (5, False)])
def test_a_secret_vote_of_few_is_warned_of(entitled, told):
    assert reveals(replace(MEMBERS, secrecy=Term(Secrecy.SECRET)), entitled) is told
    assert not reveals(MEMBERS, entitled)


def test_the_preview_counts_as_the_verdict_does():
    assert needed_with(DISPUTE, 9) == (5, 9) and needed_with(DISPUTE, 11) == (6, 11)
    assert needed_with(DISPUTE, 10, 2) == (6, 10)
    assert needed_with(MEMBERS, 10, 2) == (5, 8) and needed_with(MEMBERS, 2, 9) == (1, 0)
    assert needed_with(SEPARATION, 7) == (7, 7)


def test_where_the_charter_knows_no_votes_the_network_adds_a_rule_first():
    assert members_vote_known(RAZEM, own_rule=False)
    for book in (WARMIA, SIEC, FORUM):
        ruling = members_vote_known(book, own_rule=False)
        assert codes(ruling) == {"network_added_a_rule"} and ground(ruling, "network_added_a_rule").default
        assert members_vote_known(book, own_rule=True)
