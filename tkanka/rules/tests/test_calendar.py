"""When two events get in each other's way, and whose turn it is."""

from datetime import date
from uuid import UUID

import pytest

from tkanka.rules.calendar import ClashKind, clash, days_between, in_turn

ONE = (date(2026, 11, 20), date(2026, 11, 20))
K = ClashKind


@pytest.mark.parametrize(
    ("other", "days"),
    [
        (ONE, 0),
        ((date(2026, 11, 19), date(2026, 11, 22)), 0),
        ((date(2026, 11, 21), date(2026, 11, 21)), 1),
        ((date(2026, 11, 23), date(2026, 11, 30)), 3),
        ((date(2026, 11, 24), date(2026, 11, 24)), 4),
        ((date(2026, 11, 10), date(2026, 11, 17)), 3),
        ((date(2026, 11, 1), date(2026, 11, 16)), 4),
    ],
)
def test_days_between_two_events_whichever_is_first(other, days):
    assert days_between(ONE, other) == days_between(other, ONE) == days


@pytest.mark.parametrize(
    ("days", "area", "theme", "kind"),
    [
        (0, True, False, K.SAME_DAY_AND_PLACE),
        (0, True, True, K.SAME_DAY_AND_PLACE),
        (0, False, True, K.SAME_DAY_AND_THEME),
        (1, True, False, K.NEAR_IN_PLACE),
        (3, True, True, K.NEAR_IN_PLACE),
        (3, False, True, K.NEAR_IN_THEME),
        (4, True, True, None),
        (0, False, False, None),
    ],
)
def test_a_clash_is_within_three_days_in_one_place_or_on_one_theme(days, area, theme, kind):
    assert clash(days, same_area=area, shared_theme=theme) == kind


def test_who_never_hosted_comes_first_then_who_did_longest_ago():
    a, b, c = (UUID(int=n) for n in (1, 2, 3))
    hosted = [(date(2025, 1, 1), a), (date(2026, 1, 1), a), (date(2025, 6, 1), b)]
    assert in_turn([a, b, c], hosted) == [c, b, a]
