"""Half a year without a word, and the organisation is asked once."""

from datetime import timedelta

import pytest

from tests.cast import NOW, SYSTEM
from tkanka.coordination.activities import actions
from tkanka.coordination.activities.jobs import remind_of_stale_activities
from tkanka.ground.notices.models import Message
from tkanka.network.networks.actions import end_membership
from tkanka.network.networks.queries import active_membership
from tkanka.rules.membership import MembershipState

from .makers import facts

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=183)


@pytest.fixture
def entered(cast):
    told = {"by": SYSTEM, "at": NOW, "network": cast.razem}
    return actions.enter_activity(**told, organisation=cast.dach, facts=facts())


def test_the_organisation_is_asked_once(cast, entered):
    assert remind_of_stale_activities(LATER - timedelta(days=1)) == 0
    assert remind_of_stale_activities(LATER) == 1
    assert remind_of_stale_activities(LATER + timedelta(days=5)) == 0
    letter = Message.objects.get()
    assert letter.person == cast.ada.pk
    assert letter.category == "activities"
    assert f"/n/razem/activities/mine/?organisation={cast.dach.pk}" in letter.url


def test_what_was_confirmed_is_asked_again_half_a_year_later(cast, entered):
    remind_of_stale_activities(LATER)
    told = {"by": cast.by(cast.ada), "network": cast.razem, "organisation": cast.dach}
    actions.confirm_activities(**told, at=LATER, activities=[entered])
    assert remind_of_stale_activities(LATER) == 0
    assert remind_of_stale_activities(LATER + timedelta(days=183)) == 1


def test_who_left_is_not_asked(cast, entered):
    membership = active_membership(cast.razem, cast.dach, NOW.date())
    end_membership(by=SYSTEM, at=NOW, membership=membership, state=MembershipState.RESIGNED)
    assert remind_of_stale_activities(LATER) == 0


def test_the_ended_and_the_withdrawn_are_left_in_peace(cast, entered):
    actions.move_activity(by=cast.by(cast.ada), at=NOW, activity=entered, step="end")
    assert remind_of_stale_activities(LATER) == 0
