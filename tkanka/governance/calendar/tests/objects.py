"""What the keys in addresses stand for in the tests of the house."""

from datetime import timedelta

from tests.cast import NOW, SYSTEM
from tests.house.crowd import ROWS, grows
from tests.house.objects import Keys, keyed
from tkanka.governance.calendar.actions import make_feed, put_event
from tkanka.governance.calendar.models import Feed
from tkanka.governance.calendar.tokens import token_of
from tkanka.network.networks.queries import standing_of
from tkanka.rules.calendar import EventAudience, EventSource, FeedScope


def event(network, party, name, **more):
    fields = {"starts_at": NOW + timedelta(days=2), "ends_at": NOW + timedelta(days=2, hours=1)} | more
    return put_event(
        by=SYSTEM, at=NOW, network=network, source=EventSource.OWN, source_key=name, uid=f"{name}@t", title=name,
        audience=EventAudience.MEMBERS, organisation=party, published_at=NOW, **fields,
    )  # fmt: skip


def feed(network, person):
    by = standing_of(person, network, NOW.date())
    return make_feed(by=by, at=NOW, network=network, scope=FeedScope.PERSONAL)


@keyed("event")
def events(world):
    return Keys(
        event(world.razem, world.cast.dach, "nasze").pk,
        event(world.razem, world.cast.mosty, "ich").pk,
        event(world.abroad.network, world.abroad.organisation, "obce").pk,
    )


@keyed("feed")
def feeds(world):
    return Keys(
        feed(world.razem, world.main).pk,
        feed(world.razem, world.cast.bea).pk,
        feed(world.abroad.network, world.abroad.person).pk,
    )


@keyed("calendar:feed.token")
def tokens(world):
    return Keys(
        token_of(feed(world.razem, world.main).pk),
        token_of(feed(world.razem, world.cast.bea).pk),
        token_of(feed(world.abroad.network, world.abroad.person).pk),
    )


@grows
def many_events(world):
    for n in range(ROWS):
        party = world.cast.dach if n % 2 else world.cast.mosty
        event(
            world.razem, party, f"liczne{n}", starts_at=NOW + timedelta(hours=n), ends_at=NOW + timedelta(hours=n + 2)
        )
        Feed.objects.create(network=world.razem, person=world.main, scope=FeedScope.PERSONAL, created_at=NOW)
