"""The demo's networks, organisations and people, made by the same actions that everybody uses."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db import transaction

from tkanka.network.membership.actions import name_parties
from tkanka.network.networks import actions, queries
from tkanka.network.networks.models import Network, Organisation, Status
from tkanka.network.people.actions import register_person
from tkanka.network.people.models import Person
from tkanka.network.places.queries import units_coded
from tkanka.network.vocabulary.queries import concepts_coded
from tkanka.rules import books
from tkanka.rules.standing import Capacity, Office, Standing
from tkanka.rules.texts import charter_texts

from .reading import NAMES, address_of, written

DEMO = Standing(system="demo")
TEXTS = ("short_name", "language", "size", "founded", "reach", "town", "nationwide", "online", "migrant_led")
FRESH_DAYS = 170
STALE_DAYS = 460
EVERY_NTH_STALE = 7
JOINED = date(2024, 3, 1)
ABOUTS = ("about_pl", "about_en", "about_uk")


def noon(day: date) -> datetime:
    return datetime.combine(day, time(10, 0), tzinfo=UTC)


def build_networks(say: Callable[[str], None], now: datetime) -> None:
    """Everything written down that is not there yet."""
    for name in NAMES:
        told = written(name)
        if queries.exists(told["network"]["slug"]):
            say(f"{told['network']['name']}: already there")
            continue
        with transaction.atomic():
            network = build(told, now)
        say(f"{network.name}: {len(told.get('party', []))} organisations")


def build(told: dict[str, Any], now: datetime) -> Network:
    """One network, wholly or not at all."""
    network = found(told["network"], now)
    for office in told.get("office", []):
        take_office(network, office)
    for subregion in told.get("subregion", []):
        define(network, subregion, now)
    for named in told.get("named", []):
        name_parties(by=DEMO, at=now, network=network, **named)
    for number, party in enumerate(told.get("party", [])):
        joined = join(network, party)
        if "main" in party and not party.get("silent"):
            keep_fresh(network, joined, now - timedelta(days=age_of_profile(number, party, now)))
    return network


def age_of_profile(number: int, told: dict[str, Any], now: datetime) -> int:
    """How many days ago a profile was confirmed: mostly lately, every few longer ago than holds."""
    joined = told.get("since") or JOINED
    if number % EVERY_NTH_STALE == 3 and (now.date() - joined).days > STALE_DAYS:
        return STALE_DAYS
    return number * 29 % FRESH_DAYS


def found(told: dict[str, Any], now: datetime) -> Network:
    fields = {k: v for k, v in told.items() if k != "binding"}
    order = NAMES.index(told["slug"])
    network = actions.found_network(by=DEMO, at=now, is_demo=True, order=order, **fields)
    book = told["book"]
    actions.adopt_charter(
        by=DEMO,
        at=now,
        network=network,
        rulebook=books.rulebook_text(book),
        paragraphs=list(charter_texts(book)),
        day_is_inferred=True,
        binding=told.get("binding", True),
    )
    return network


def somebody(name: str, at: datetime, language: str = "pl") -> Person:
    return register_person(email=address_of(name), name=name, language=language, by=DEMO, at=at)


def take_office(network: Network, told: dict[str, Any]) -> None:
    at = noon(date(2024, 1, 2))
    person = somebody(told["name"], at, told.get("language", "pl"))
    actions.give_office(by=DEMO, at=at, network=network, person=person, office=Office(told["office"]))


def define(network: Network, told: dict[str, Any], now: datetime) -> None:
    labels = {language: told[f"label_{language}"] for language in ("pl", "en", "uk")}
    actions.define_subregion(by=DEMO, at=now, network=network, labels=labels, units=units_coded(told["units"]))


def join(network: Network, told: dict[str, Any]) -> Organisation:
    since = told.get("since") or JOINED
    party = known(told["name"]) if told.get("same") else party_of(told, noon(since))
    status = Status(told.get("status", "member"))
    actions.start_membership(by=DEMO, at=noon(since), network=network, organisation=party, status=status, since=since)
    if host := told.get("host"):
        actions.take_hosting(by=DEMO, at=noon(host["since"]), network=network, organisation=party, **host)
    return party


def keep_fresh(network: Network, party: Organisation, at: datetime) -> None:
    """One of its own people says that the profile is right."""
    mandate = queries.mandates_of(party, at.date()).filter(capacity=Capacity.MAIN)[0]
    by = queries.standing_of(mandate.person, network, at.date(), acting_for=party.pk)
    actions.confirm_profile(by=by, at=at, organisation=party)


def known(name: str) -> Organisation:
    [party] = queries.organisations_named(name)
    return party


def party_of(told: dict[str, Any], at: datetime) -> Organisation:
    party = actions.register_organisation(
        by=DEMO,
        at=at,
        name=told["name"],
        kind=told["kind"],
        seat=units_coded([told["seat"]])[0],
        areas=units_coded(told.get("areas", [])),
        concepts=concepts_coded(told.get("concepts", [])),
        **{field: told[field] for field in (*TEXTS, *ABOUTS) if field in told},
    )
    for capacity in (Capacity.MAIN, Capacity.ALTERNATE, Capacity.DIRECTOR):
        if name := told.get(capacity):
            person = somebody(name, at, told.get(f"{capacity}_language", "pl"))
            actions.give_mandate(by=DEMO, at=at, person=person, organisation=party, capacity=capacity)
    return party
