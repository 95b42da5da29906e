"""What waits to be entered comes back as it was told."""

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tkanka.coordination.activities.facts import Facts, Spot
from tkanka.coordination.activities.pieces import packed, units_in, unpacked
from tkanka.network.places.models import Unit
from tkanka.rules.activities import ActivityState, Precision

UNITS = {key: Unit(id=key) for key in (uuid4(), uuid4())}
DAYS = st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1))
NUMBERS = st.none() | st.integers(0, 10**7)
SPOTS = st.builds(
    Spot,
    st.sampled_from(list(UNITS.values())),
    st.none() | st.uuids(),
    targeted=NUMBERS,
    reached=NUMBERS,
    capacity=NUMBERS,
    place=st.text(max_size=20),
    lat=st.none() | st.floats(-90, 90),
    lon=st.none() | st.floats(-180, 180),
)
FACTS = st.builds(
    Facts,
    st.text(max_size=20),
    service=st.none() | st.uuids(),
    sector=st.none() | st.uuids(),
    spots=st.lists(SPOTS, max_size=3).map(tuple),
    description=st.text(max_size=20),
    starts=DAYS,
    ends=DAYS,
    funding_ends=DAYS,
    status=st.sampled_from(ActivityState),
    precision=st.sampled_from(Precision),
    capacity=NUMBERS,
    remote=st.booleans(),
    languages=st.frozensets(st.uuids(), max_size=3),
    legal_statuses=st.frozensets(st.uuids(), max_size=2),
)


@given(FACTS)
def test_facts_are_the_same_after_waiting(facts):
    kept = packed(facts)
    assert unpacked(kept, UNITS) == facts
    assert units_in([kept]) == {spot.unit.pk for spot in facts.spots}


@pytest.mark.parametrize("status", ActivityState)
def test_a_status_is_a_status_again(status):
    again = unpacked(packed(Facts("Kurs", status=status)), {})
    assert again.status is status
