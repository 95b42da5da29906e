"""The demo's bodies: who advises, who works on what, who meets out of sight."""

import tomllib
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from tkanka.governance.bodies import actions
from tkanka.governance.bodies.models import Body
from tkanka.governance.bodies.queries import visible_bodies
from tkanka.network.networks.actions import give_mandate
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.networks.queries import mandates_of, network_by_slug, standing_of, subregions_of
from tkanka.network.people.models import Person
from tkanka.rules.bodies import Basis, Role
from tkanka.rules.standing import Capacity, Standing

from .networks import DEMO, known, noon, somebody
from .reading import DATA, NAMES


def build_bodies(say: Callable[[str], None], now: datetime) -> None:
    """Every network's bodies, unless it has some already."""
    told = tomllib.loads((DATA / "bodies.toml").read_text("utf8"))["body"]
    for name in NAMES:
        network = network_by_slug(name)
        bodies = [body for body in told if body["network"] == name]
        if not bodies or visible_bodies(network, DEMO, now.date()).exists():
            continue
        with transaction.atomic():
            for body in bodies:
                build(network, body, now)
        say(f"{network.short_name}: {len(bodies)} bodies")


def build(network: Network, told: dict[str, Any], now: datetime) -> Body:
    """One body with its seats, and what else is told of it."""
    opened = now.date() - timedelta(days=told["opened"])
    body = actions.open_body(
        by=DEMO, at=noon(opened), network=network, kind=told["kind"], name=told["name"], purpose=told["purpose"],
        heard=True, strategic=told.get("strategic", False), opened_on=opened,
        held_by=known(told["held_by"]) if "held_by" in told else None,
        subregion=next((s for s in subregions_of(network) if s.label_pl == told.get("subregion")), None),
    )  # fmt: skip
    actions.announce_body(by=DEMO, at=noon(opened), body=body)
    basis = Basis(told.get("basis", "joined"))
    earlier = [sat(body, row, now) for row in told.get("before", [])]
    for name, party, role, ago in told.get("seats", []):
        day = now.date() - timedelta(days=ago)
        follows = next((seat for seat in earlier if seat.until == day), None)
        if follows:
            earlier.remove(follows)
        person, organisation = mandated(name, known(party), day)
        seat = actions.fill_seat(
            by=DEMO, at=noon(day), body=body, person=person, organisation=organisation, role=Role(role), basis=basis,
            since=day, predecessor=follows,
        )  # fmt: skip
        if basis == Basis.ELECTED and ago > 250:
            actions.accept_commitments(by=Standing(person=person.pk), at=noon(day), seat=seat)
    for name, outside in told.get("outside", []):
        actions.fill_seat(
            by=DEMO, at=noon(opened), body=body, person=somebody(name, noon(opened)), outside=outside, basis=basis,
            since=opened,
        )  # fmt: skip
    came(network, body, told, now)
    return body


def sat(body: Body, row: list[Any], now: datetime) -> Any:
    """Somebody whose term is over."""
    name, party, since, until = row
    first, last = now.date() - timedelta(days=since), now.date() - timedelta(days=until)
    person, organisation = mandated(name, known(party), first)
    return actions.fill_seat(
        by=DEMO, at=noon(first), body=body, person=person, organisation=organisation, basis=Basis.ELECTED,
        since=first, until=last,
    )  # fmt: skip


def came(network: Network, body: Body, told: dict[str, Any], now: datetime) -> None:
    """Invitations that wait, and the end of what is over."""
    leads = [row[0] for row in told.get("seats", []) if row[2] == Role.LEAD]
    for name, role in told.get("invited", []):
        lead, invited = somebody(leads[0], now), somebody(name, now)
        by = standing_of(lead, network, now.date())
        party = next(m.organisation for m in invited.mandates.select_related("organisation").order_by("since"))
        actions.invite_in(
            by=by, at=now - timedelta(days=3), body=body, email=invited.email, person=invited, organisation=party,
            role=Role(role),
        )  # fmt: skip
    if "closed" in told:
        at = noon(now.date() - timedelta(days=told["closed"]))
        actions.close_body(by=DEMO, at=at, body=body, summary=told["summary"])


def mandated(name: str, party: Organisation, day: date) -> tuple[Person, Organisation]:
    """The person, who may act for the organisation from that day at the latest."""
    person = somebody(name, noon(day))
    if not mandates_of(party, day).filter(person=person).exists():
        give_mandate(
            by=DEMO, at=noon(day), person=person, organisation=party, capacity=Capacity.ALTERNATE, since=day
        )  # fmt: skip
    return person, party
