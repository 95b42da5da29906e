"""Fixtures for every room: the data all networks share is loaded once, the cast is made by actions."""

import pytest

from tests import cast as made_by


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Vocabulary and territorial units, once for all tests of a run."""
    with django_db_blocker.unblock():
        load_shared_data()


def load_shared_data():
    from tkanka.network.places.actions import load_teryt
    from tkanka.network.vocabulary.actions import load_vocabulary

    load_vocabulary(by=made_by.SYSTEM, at=made_by.NOW)
    load_teryt(by=made_by.SYSTEM, at=made_by.NOW)


@pytest.fixture(autouse=True)
def _fresh_cache(request):
    """Rate limits and counts of one test are none of the next one's business."""
    if request.node.get_closest_marker("django_db") or {"db", "transactional_db"} & set(request.fixturenames):
        request.getfixturevalue("_django_db_helper")
        from django.core.cache import caches

        for cache in caches.all(initialized_only=False):
            cache.clear()


@pytest.fixture(autouse=True)
def _in_polish():
    """A page asked for in another language leaves the thread in it; the next test starts in Polish again."""
    from django.utils import translation

    with translation.override("pl"):
        yield


@pytest.fixture
def cast(db):
    """Razem with its people; see tests/cast.py."""
    return made_by.full_cast()


@pytest.fixture
def razem(cast):
    return cast.razem


@pytest.fixture
def warmia(db):
    return made_by.network("warmia")


@pytest.fixture
def siec(db):
    return made_by.network("siec")


@pytest.fixture
def forum(db):
    return made_by.network("forum")


@pytest.fixture
def sign_in(client):
    """sign_in(person): the test client is theirs from now on."""

    def signed_in(person):
        client.force_login(person)
        return client

    return signed_in
