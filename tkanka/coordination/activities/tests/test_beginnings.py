import pytest

from tests.cast import DAY, NOW, SYSTEM
from tkanka.coordination.activities.beginnings import beginning_of
from tkanka.network.directory.actions import describe_contact
from tkanka.network.networks.actions import describe_organisation
from tkanka.network.networks.models import Organisation
from tkanka.rules.visibility import Audience

REACHED = {"email": "biuro@dach.example", "phone": "+48 22 000 00 00"}


def begun(cast):
    return beginning_of(Organisation.objects.get(pk=cast.dach.pk), None, DAY).fields


def test_a_public_contact_is_carried_over_from_the_profile(cast):
    describe_organisation(by=SYSTEM, at=NOW, organisation=cast.dach, **REACHED)
    assert {name: begun(cast)[name] for name in REACHED} == REACHED


@pytest.mark.parametrize("audience", [Audience.MEMBERS, Audience.SECRETARIAT, Audience.NOBODY])
def test_a_contact_that_is_not_for_everybody_is_not_typed_into_a_public_entry(cast, audience):
    audiences = {"email": audience, "phone": Audience.PUBLIC}
    describe_contact(by=cast.by(cast.ada), at=NOW, organisation=cast.dach, audiences=audiences, **REACHED)
    assert begun(cast)["email"] == ""
    assert begun(cast)["phone"] == REACHED["phone"]
