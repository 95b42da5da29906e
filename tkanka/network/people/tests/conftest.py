from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation

from tkanka.network.people.actions import register_person
from tkanka.network.people.models import Person
from tkanka.rules.standing import Standing

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
PLATFORM = Standing(system="test")


def oneself(person: Person) -> Standing:
    return Standing(person=person.pk)


@pytest.fixture
def olena(db: None) -> Person:
    return register_person(
        email="Olena@Example.org", name="Olena Kowal", language="uk", by=PLATFORM, at=NOON - 24 * HOUR
    )


@pytest.fixture
def adam(db: None) -> Person:
    return register_person(email="adam@example.org", name="Adam Nowak", by=PLATFORM, at=NOON - 24 * HOUR)


@pytest.fixture(autouse=True)
def _polish():
    """The language of the last request stays with the thread; each test starts anew."""
    with translation.override("pl"):
        yield
