"""The demo's applications, handed in by their applicants and worked on by the secretariat."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from tkanka.network.membership import actions
from tkanka.network.membership.models import Application
from tkanka.network.membership.profile import Profile
from tkanka.network.membership.queries import counts_by_state
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import charter_on, network_by_slug, office_holders, rulebook_of, standing_of
from tkanka.network.people.models import Person
from tkanka.network.places.queries import units_coded
from tkanka.network.vocabulary.queries import concepts_coded
from tkanka.rules.membership import conditions, declarations
from tkanka.rules.parties import Kind
from tkanka.rules.standing import Standing

from .networks import somebody
from .reading import NAMES, address_of, written

REFUSED = (
    "Z opisu wynika, że firma prowadzi odpłatne szkolenia dla pracodawców i nie pracuje z osobami migranckimi ani dla "
    "organizacji, które to robią. Jeśli to się zmieni, zapraszamy."
)


def build_applications(say: Callable[[str], None], now: datetime) -> None:
    for name in NAMES:
        told = written(name).get("application", [])
        network = network_by_slug(name)
        if not told or counts_by_state(network):
            continue
        with transaction.atomic():
            for application in told:
                hand_in(network, application, now - timedelta(days=application["days_ago"]))
        say(f"{network.short_name}: {len(told)} applications")


def hand_in(network: Network, told: dict[str, Any], at: datetime) -> None:
    """Written, sent, and answered by the secretariat as it is told."""
    applicant = somebody(told["main"], at, told.get("main_language", "pl"))
    by = standing_of(applicant, network, at.date())
    book = rulebook_of(network, at.date())
    draft = actions.begin_draft(
        by=by, at=at, network=network, language=told.get("language", "pl"), applicant=applicant, email=applicant.email
    )
    application = actions.submit_application(
        by=by,
        at=at,
        application=draft,
        own=True,
        profile=profile_of(told, conditions(book, Kind(told["kind"]))),
        made=declarations(book),
        charter=charter_on(network, at.date()),
    )
    verified(application, told, at + timedelta(days=2))


def profile_of(told: dict[str, Any], stated: tuple[str, ...]) -> Profile:
    return Profile(
        name=told["name"],
        kind=told["kind"],
        language=told.get("language", "pl"),
        town=told["town"],
        email=address_of(told["main"]),
        contact_person=told["main"],
        areas=tuple(str(unit.pk) for unit in units_coded(told["areas"])),
        concepts=tuple(str(concept.pk) for concept in concepts_coded(told["concepts"])),
        stated=stated[:1],
    )


def verified(application: Application, told: dict[str, Any], at: datetime) -> None:
    holder = office_holders(application.network, at.date()).filter(office="secretariat")[0]
    secretary = keeper(holder.person, application.network, at)
    if told["state"] == "asked":
        actions.ask_applicant(by=secretary, at=at, application=application, text=told["question"])
    elif told["state"] == "refused":
        actions.refuse_application(
            by=secretary, at=at, application=application, reason=told["reason"], explanation=REFUSED
        )


def keeper(person: Person, network: Network, at: datetime) -> Standing:
    return standing_of(person, network, at.date())
