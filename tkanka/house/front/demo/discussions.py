"""The demo's discussions: what people of its organisations talk about, in the network and in groups."""

import tomllib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from tkanka.governance.bodies.models import Body
from tkanka.governance.discussions import actions
from tkanka.governance.discussions.actions.writing import Words
from tkanka.governance.discussions.queries import spoken_in
from tkanka.network.networks.models import Mandate, Network
from tkanka.network.networks.queries import mandates_of, network_by_slug, standing_of
from tkanka.network.people.models import Person
from tkanka.network.people.queries import person_by_email
from tkanka.rules.standing import Capacity, Standing

from .networks import known
from .reading import DATA, NAMES, address_of


def build_discussions(say: Callable[[str], None], now: datetime) -> None:
    """Every network's threads, unless it has some already."""
    told = tomllib.loads((DATA / "discussions.toml").read_text("utf8"))
    for name in NAMES:
        network = network_by_slug(name)
        threads = [thread for thread in told["thread"] if thread["network"] == name]
        if not threads or spoken_in(network):
            continue
        with transaction.atomic():
            for party in told["designated"].get(name, []):
                designate_all(network, party, now - timedelta(days=60))
            for thread in threads:
                build(network, thread, now)
        say(f"{network.short_name}: {len(threads)} threads")


def designate_all(network: Network, party: str, at: datetime) -> None:
    """The main representative opens the forum to everybody with a mandate of the organisation."""
    organisation = known(party)
    mandates: list[Mandate] = list(mandates_of(organisation, at.date()))
    main = next(mandate for mandate in mandates if mandate.capacity == Capacity.MAIN)
    by = standing_of(main.person, network, at.date(), acting_for=organisation.pk)
    for mandate in mandates:
        actions.designate(by=by, at=at, network=network, organisation=organisation, person=mandate.person)


def build(network: Network, told: dict[str, Any], now: datetime) -> None:
    """One thread: its posts as (days ago, who, what)."""
    body = Body.objects.get(network=network, name=told["body"]) if "body" in told else None
    thread = None
    for hour, (ago, name, text) in enumerate(told["posts"]):
        at = now - timedelta(days=ago, minutes=90 - hour)
        by, words = acting(network, name, at), Words(text=text.strip())
        if thread is None:
            post = actions.open_thread(by=by, at=at, network=network, body=body, title=told["title"], words=words)
            thread = post.thread
        else:
            actions.write_post(by=by, at=at, thread=thread, words=words)
    if thread is not None and "pinned_by" in told:
        actions.pin_thread(by=acting(network, told["pinned_by"], now), at=now, thread=thread)


def acting(network: Network, name: str, at: datetime) -> Standing:
    person: Person | None = person_by_email(address_of(name))
    assert person, f"nobody is called {name}"
    return standing_of(person, network, at.date())
