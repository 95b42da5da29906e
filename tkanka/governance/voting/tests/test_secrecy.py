"""What is kept of a secret vote: who voted, and how many said what; nothing that joins the two."""

import json
import re
from datetime import timedelta

import pytest
from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.forms.models import model_to_dict

from tests.cast import belongs, organisation, person
from tkanka.governance.voting import actions, jobs
from tkanka.governance.voting.models import Ballot, Urn
from tkanka.ground.ledger.models import Record
from tkanka.rules.ruling import Refused
from tkanka.rules.voting import Secrecy, recount

from .makers import ABSTAIN, AGAINST, FOR, LATER, opened, says

pytestmark = pytest.mark.django_db
SAID = [FOR, AGAINST, ABSTAIN, FOR, AGAINST, FOR]


CHANCE = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32,}")


def whole_database():
    """Every row of every table as text, the ledger and the letters among them, without what chance makes differ: keys,
    seals, and the numbers of rows."""
    found = []
    for model in apps.get_models():
        for row in model._default_manager.all()[:5_000]:
            told = {name: value for name, value in model_to_dict(row).items() if name not in {"id", "record"}}
            text = json.dumps([model._meta.label, told], cls=DjangoJSONEncoder, default=str, sort_keys=True)
            found.append(CHANCE.sub("#", text))
    return sorted(found)


def held(cast, voices):
    """A secret vote of six organisations that vote in the same order, each with its voice."""
    poll = opened(cast, choices={"secrecy": Secrecy.SECRET})
    for (somebody, party), choice in zip(cast.secret, voices, strict=True):
        says(cast, poll, somebody, choice, party)
    return poll


@pytest.fixture
def secret(cast):
    cast.secret = []
    for n in range(6):
        somebody = person(f"tajna{n}")
        cast.secret.append((somebody, belongs(organisation(f"Tajna {n}"), cast.razem, main=somebody)))
    return cast


def test_no_row_says_how_somebody_voted(secret):
    poll = held(secret, SAID)
    assert not Ballot.objects.exists()
    urn = model_to_dict(Urn.objects.get())
    assert urn == {"poll": poll.pk, "in_favour": 3, "against": 2, "abstained": 1}
    words = {"for", "against", "abstain", "in_favour", "abstained"}
    for record in Record.objects.filter(verb="vote.cast"):
        assert not words & set(json.dumps(record.facts).replace('"', " ").split())


def test_whoever_says_what_the_rest_of_the_database_is_the_same(secret):
    """The same people vote in the same order, but each says something else: outside the urn nothing differs."""
    seen = []
    for voices in (SAID, SAID[::-1], sorted(SAID)):
        with transaction.atomic():
            held(secret, voices)
            seen.append(whole_database())
            transaction.set_rollback(True)
    assert len(seen[0]) > 1_000
    assert [one for others in seen[1:] for one in set(others) ^ set(seen[0])] == []


def test_a_secret_vote_is_final_and_counted(secret):
    poll = held(secret, SAID)
    somebody, party = secret.secret[0]
    with pytest.raises(Refused) as refused:
        says(secret, poll, somebody, AGAINST, party)
    assert {g.code for g in refused.value.ruling.failed} == {"secret_vote_is_final"}
    closed = actions.close_poll(by=jobs.SYSTEM, at=LATER + timedelta(minutes=1), poll=poll)
    assert closed.state == "passed"
    assert {one.get("choice") for one in closed.published["voters"]} == {None}
    assert {one["voted"] for one in closed.published["voters"] if one["organisation"].startswith("Tajna")} == {True}
    assert recount(closed.published)[2]


def test_the_numbers_are_kept_in_one_row(secret):
    """Three rows would tell by their last change which way the last vote went."""
    held(secret, SAID)
    assert Urn.objects.count() == 1
    assert {f.name for f in Urn._meta.get_fields()} == {"poll", "in_favour", "against", "abstained"}
