from datetime import timedelta

import pytest

from tests.cast import NOW, SYSTEM
from tkanka.ground.notices.models import Message
from tkanka.network.directory import jobs
from tkanka.network.directory.actions import decline_proposal, take_down_card
from tkanka.network.directory.models import ContactPerson
from tkanka.network.membership.actions import accept_application
from tkanka.network.membership.tests import made
from tkanka.rules.visibility import Audience

EMAIL = "kontakt@brzeg.example"


@pytest.fixture
def admitted(cast):
    about = {"email": EMAIL, "contact_post": "koordynacja", "phone": "+48 91 000 00 00"}
    application = made.submitted(cast.razem, cast.stranger, contact_audience=Audience.SECRETARIAT, **about)
    accept_application(by=cast.by(cast.igor), at=NOW, application=application)
    application.refresh_from_db()
    return application


def test_whoever_the_application_named_is_asked_and_shown_to_nobody_before_they_agree(cast, admitted):
    assert jobs.propose_named_contacts(NOW) == 1
    card = ContactPerson.objects.get(organisation=admitted.organisation)
    assert (card.name, card.email, card.answered_at) == ("Ktoś", EMAIL, None)
    assert {card.name_seen_by, card.email_seen_by, card.phone_seen_by} == {Audience.SECRETARIAT}
    assert Message.objects.get(cause=f"contact.proposed:{card.pk}").email == EMAIL


def test_nobody_is_asked_twice(cast, admitted):
    jobs.propose_named_contacts(NOW)
    assert jobs.propose_named_contacts(NOW) == 0
    take_down_card(by=SYSTEM, at=NOW, network=cast.razem, card=ContactPerson.objects.get())
    assert jobs.propose_named_contacts(NOW) == 0


def test_who_said_no_is_left_alone(cast, admitted):
    jobs.propose_named_contacts(NOW)
    decline_proposal(by=SYSTEM, at=NOW, network=cast.razem, card=ContactPerson.objects.get())
    assert jobs.propose_named_contacts(NOW) == 0


def test_the_question_is_put_in_the_first_days_only(cast, admitted):
    assert jobs.propose_named_contacts(NOW + timedelta(days=8)) == 0


def test_before_the_admission_nobody_is_asked(cast):
    made.submitted(cast.razem, cast.stranger, email=EMAIL)
    assert jobs.propose_named_contacts(NOW) == 0
