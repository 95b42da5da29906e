"""Joint positions: each organisation signs for itself, and nobody for all."""

from datetime import date, timedelta

import pytest

from tkanka.rules import positions as rules
from tkanka.rules.positions import POSITION, PositionState

from .cast import COORDINATOR, FORUM, MOST, RAZEM, SECRETARIAT, SOMEBODY, TRATWA, WARMIA, codes, ground, of

DAY = date(2026, 11, 20)
SIGNING = {"state": PositionState.SIGNING, "until": DAY, "signed": False, "today": DAY}


def test_a_text_is_written_frozen_signed_and_never_written_again():
    state = POSITION.after(POSITION.after(PositionState.DRAFT, "freeze"), "close")
    assert POSITION.is_over(state)
    assert codes(rules.may_edit(of(MOST), initiator=MOST, state=PositionState.SIGNING)) == {"text_not_frozen"}
    assert codes(rules.may_edit(of(TRATWA), initiator=MOST, state=PositionState.DRAFT)) == {"initiator_keeps_position"}


@pytest.mark.norm("W-18-02")
def test_a_member_begins_one_and_a_conference_collects_no_signatures():
    assert rules.may_draft(WARMIA, of(MOST), organisation=MOST)
    assert codes(rules.may_draft(WARMIA, of(MOST, member=False), organisation=MOST)) == {"member_begins_position"}
    assert codes(rules.may_draft(FORUM, of(MOST), organisation=MOST)) == {"positions_signed_here"}


@pytest.mark.norm("R-05-22", "A-11-02", "K-07-03")
@pytest.mark.parametrize(
    ("by", "organisation", "more", "lacks"),
    [
        (of(MOST), MOST, {}, set()),
        (of(MOST), TRATWA, {}, {"signs_for_own_organisation"}),
        (of(MOST), None, {}, {"signs_for_own_organisation"}),
        (of(MOST, member=False), MOST, {}, {"signs_for_own_organisation"}),
        (COORDINATOR, MOST, {}, {"signs_for_own_organisation"}),
        (COORDINATOR, None, {}, {"signs_for_own_organisation"}),
        (of(MOST), MOST, {"signed": True}, {"not_signed_yet"}),
        (of(MOST), MOST, {"until": DAY - timedelta(days=1)}, {"signing_is_open"}),
        (of(MOST), MOST, {"state": PositionState.DRAFT}, {"signing_is_open"}),
    ],
)
def test_each_organisation_signs_for_itself_and_the_coordinator_for_nobody(by, organisation, more, lacks):
    ruling = rules.may_sign(RAZEM, by, organisation=organisation, **SIGNING | more)
    assert codes(ruling) == lacks
    assert ground(ruling, "signs_for_own_organisation").cite == "§5"


def test_where_the_charter_is_silent_a_default_says_the_same():
    assert rules.signed_for_itself(WARMIA).value == "each_for_itself" and rules.signed_for_itself(WARMIA).is_default


def test_freezing_delivering_and_answers():
    assert codes(rules.may_freeze(of(MOST), initiator=MOST, addressees=0, until=None, today=DAY)) == {
        "position_has_addressees", "signing_ends_later"
    }  # fmt: skip
    sent = {"initiator": MOST, "state": PositionState.CLOSED, "signatures": 1, "today": DAY, "on": DAY}
    assert rules.may_deliver(of(MOST), **sent) and rules.may_deliver(SECRETARIAT, **sent)
    assert codes(rules.may_deliver(of(TRATWA), **sent)) == {"initiator_or_office_delivers"}
    assert codes(rules.may_deliver(of(MOST), **sent | {"signatures": 0})) == {"somebody_signed"}
    assert codes(rules.may_deliver(of(MOST), **sent | {"on": DAY + timedelta(days=1)})) == {"delivery_day_was"}
    assert codes(rules.may_deliver(of(MOST), **sent | {"state": PositionState.SIGNING})) == {"signing_is_over"}
    assert codes(rules.may_note_answer(of(MOST), initiator=MOST, delivered=False, told=False)) == {
        "position_delivered", "answer_in_words"
    }  # fmt: skip


def test_who_reads_and_remarks():
    assert codes(rules.may_see(SOMEBODY, state=PositionState.SIGNING)) == {"position_is_public"}
    assert rules.may_see(SOMEBODY, state=PositionState.CLOSED) and rules.may_see(of(MOST), state=PositionState.DRAFT)
    assert rules.may_remark(of(TRATWA), organisation=TRATWA, state=PositionState.DRAFT)
    assert codes(rules.may_remark(SOMEBODY, organisation=None, state=PositionState.SIGNING)) == {
        "member_remarks_on_position", "text_not_frozen"
    }  # fmt: skip
    assert rules.may_withdraw_signature(of(MOST), organisation=MOST, state=PositionState.CLOSED)
    assert codes(rules.may_withdraw(of(MOST), initiator=MOST, explained=False)) == {"withdrawal_explained"}
    assert rules.may_close(of(MOST), initiator=MOST, until=DAY, today=DAY)
