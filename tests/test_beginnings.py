"""What tests begin with is there for each of them as it was made, and gone for those that do not ask for it."""

import pytest
from django.db import transaction

from tests.beginnings import Beginning, Begun
from tests.cast import person
from tkanka.network.people.models import Person

pytestmark = pytest.mark.django_db


def names():
    return set(Person.objects.values_list("name", flat=True))


def test_each_test_gets_what_was_made_and_takes_back_what_it_wrote():
    begun = Begun()
    ada = Beginning(lambda: person("ada"), "ada")
    friends = Beginning(lambda ada: {"ada": ada, "bea": person("bea")}, "friends")
    for _ in range(2):
        objects = begun.objects([ada, friends])
        assert objects["friends"]["ada"] is objects["ada"]
        assert names() == {objects["ada"].name, "Bea"} == {"Ada", "Bea"}
        with transaction.atomic():
            objects["ada"].name = "Somebody else"
            objects["ada"].save()
            transaction.set_rollback(True)
    assert begun.objects([ada])["ada"].name == "Ada"
    assert names() == {"Ada"}
    assert begun.objects([]) == {}
    assert names() == set()


def test_the_fixture_of_the_cast_is_what_its_maker_makes(cast):
    assert cast.by(cast.halina).offices
    assert names() == {"Halina", "Igor", "Ada", "Bea", "Olga", "Stranger"}
