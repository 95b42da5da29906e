from datetime import timedelta

import pytest
import time_machine

from tests.cast import DAY, LONG_AGO, NOW, belongs, organisation, person
from tkanka.governance.bodies.models import Body, Seat
from tkanka.governance.discussions import actions
from tkanka.governance.discussions.actions.writing import Words
from tkanka.network.people.models import Person
from tkanka.rules.bodies import Role


@pytest.fixture(autouse=True)
def _kept_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.REPLY_ADDRESS = "odpowiedz@tkanka.example"


@pytest.fixture(autouse=True)
def _known_for_long(request):
    """The cast's accounts are older than a week, so their posts are shown at once."""
    if "cast" in request.fixturenames:
        request.getfixturevalue("cast")
        Person.objects.update(created_at=NOW - timedelta(days=900))


@pytest.fixture
def today():
    """Pages see the day of the tests; shift it to see a later one."""
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


def body_of(network, name="Grupa Mieszkaniowa", kind="working_group", **more):
    return Body.objects.create(network=network, kind=kind, name=name, opened_on=LONG_AGO, **more)


def seat(body, somebody, party=None, role=Role.MEMBER, **more):
    return Seat.objects.create(
        body=body, person=somebody, organisation=party, role=role, basis="joined", since=LONG_AGO, **more
    )


@pytest.fixture
def group(cast):
    """A working group led by Ada, with Bea in it."""
    group = body_of(cast.razem)
    seat(group, cast.ada, cast.dach, Role.LEAD)
    seat(group, cast.bea, cast.mosty)
    return group


@pytest.fixture
def hidden(cast):
    """A closed group nobody knows of but Bea and Ada."""
    hidden = body_of(cast.razem, "Tajna Narada", "closed_group", hidden=True)
    seat(hidden, cast.bea, cast.mosty, Role.LEAD)
    seat(hidden, cast.ada, cast.dach)
    return hidden


def opened(cast, who, body=None, title="Ogrzewanie zimą", text="Czym grzejecie?", at=NOW, network=None, **more):
    by = cast.by(who, network) if network else cast.by(who)
    words = Words(text=text, **more)
    return actions.open_thread(by=by, at=at, network=network or cast.razem, body=body, title=title, words=words)


def answered(cast, who, thread, text="U nas pelletem.", at=NOW, **more):
    return actions.write_post(by=cast.by(who, thread.network), at=at, thread=thread, words=Words(text=text, **more))


@pytest.fixture
def agreement(cast, warmia):
    """Warmia with an organisation of Zofia, whose colleague is Jan."""
    from tests.cast import SYSTEM
    from tkanka.network.networks.actions import give_mandate
    from tkanka.rules.standing import Capacity

    zofia, jan = person("zofia"), person("jan")
    party = belongs(organisation("Ośrodek Wsparcia Łyna", "support_centre"), warmia, main=zofia, since=LONG_AGO)
    give_mandate(by=SYSTEM, at=NOW, person=jan, organisation=party, capacity=Capacity.COMMUNICATION, since=LONG_AGO)
    Person.objects.update(created_at=NOW - timedelta(days=900))
    return {"network": warmia, "party": party, "zofia": zofia, "jan": jan, "day": DAY}
