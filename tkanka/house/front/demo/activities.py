"""The demo's activities, entered by the people of its organisations."""

import tomllib
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta

from tkanka.coordination.activities.actions import enter_activity
from tkanka.coordination.activities.facts import Facts, Spot
from tkanka.coordination.activities.queries import published
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.networks.queries import mandates_of, network_by_slug, organisations_named, standing_of
from tkanka.network.places.queries import units_coded
from tkanka.network.vocabulary.entries import Vocabulary
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.activities import ActivityState, Precision
from tkanka.rules.standing import Capacity, Standing

from .reading import DATA

SAME = ("title", "description", "language", "capacity", "intake", "cost", "channel", "remote")
CONFIRMED_WITHIN = 150


def build_activities(say: Callable[[str], None], now: datetime) -> None:
    told = tomllib.loads((DATA / "activities.toml").read_text("utf8"))
    words = vocabulary()
    for slug, activities in told.items():
        network = network_by_slug(slug)
        if published(network).exists():
            say(f"{network.short_name}: activities already there")
            continue
        for number, activity in enumerate(activities):
            enter(network, activity, words, now - timedelta(days=number * 37 % CONFIRMED_WITHIN))
        say(f"{network.short_name}: {len(activities)} activities")


def enter(network: Network, told: dict[str, Any], words: Vocabulary, at: datetime) -> None:
    [party] = organisations_named(told["who"])
    enter_activity(
        by=speaker_of(party, network, at),
        at=at,
        network=network,
        organisation=party,
        facts=facts_of(told, words, at.date()),
    )


def speaker_of(party: Organisation, network: Network, at: datetime) -> Standing:
    """The standing of somebody who speaks for the organisation."""
    mandate = mandates_of(party, at.date()).filter(capacity=Capacity.MAIN)[0]
    return standing_of(mandate.person, network, at.date(), acting_for=party.pk)


def facts_of(told: dict[str, Any], words: Vocabulary, today: date) -> Facts:
    more: dict[str, Any] = {name: told[name] for name in SAME if name in told}
    groups = [words.get("target_groups", code).id for code in told["groups"]]
    units = units_coded(told["areas"])
    return Facts(
        service=words.get("support_services" if told.get("support") else "services", told["service"]).id,
        spots=tuple(Spot(unit=unit, group=group) for unit in units for group in groups),
        starts=months(today, told["from"]),
        ends=months(today, told["until"]),
        funding_ends=months(today, told["funding"]) if "funding" in told else None,
        status=ActivityState(told.get("status", "ongoing")),
        recipient_kind=told.get("recipients", "people"),
        capacity_unit=told.get("unit", "people"),
        languages=frozenset(words.get("languages", code).id for code in told.get("languages", ["pl"])),
        precision=Precision(told.get("precision", "gmina")),
        **more,
    )


def months(day: date, count: int) -> date:
    """The first day of the month so many months on."""
    return day.replace(day=1) + relativedelta(months=count)
