from datetime import UTC, datetime
from uuid import UUID

import pytest

from tests.beginnings import kept
from tkanka.ground.ledger.models import Chain, Record, Touch
from tkanka.network.vocabulary import queries
from tkanka.network.vocabulary.actions import load_vocabulary
from tkanka.network.vocabulary.models import Codelist, Concept, Synonym, Version
from tkanka.rules.standing import Office, Standing

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NETWORK = UUID(int=7)


@pytest.fixture
def now():
    return NOW


@kept
def nothing(db):
    """The tables as they are before anything was loaded."""
    for table in (Synonym, Version, Concept, Codelist):
        table.objects.all()._raw_delete("default")
    Touch.objects.all().delete()
    Record.objects.all().delete()
    Chain.objects.all().delete()


@kept
def shipped(nothing):
    load_vocabulary(by=Standing(system="load_vocabulary"), at=NOW)


@pytest.fixture
def words(shipped):
    return queries.vocabulary()


@pytest.fixture
def office():
    return Standing(person=UUID(int=1), offices=frozenset({Office.SECRETARIAT}))
