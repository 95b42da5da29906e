"""The letters of this room. Called inside the actions that cause them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse

from tkanka.governance.bodies.models import Body
from tkanka.ground.kit.dates import only_day
from tkanka.ground.notices.actions import write_letter
from tkanka.ground.notices.recipients import Recipient
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import members_of, recipients_for_offices, recipients_of
from tkanka.network.networks.queries.belonging import recipient
from tkanka.rules.standing import Office

from .models import Proposal
from .queries import leads_of, people_of

Addressed = Iterable[tuple[Recipient, str]]


def page(name: str, network: Network, *keys: object) -> str:
    return reverse(f"groups:{name}", args=[network.slug, *keys])


def tell(network: Network, people: Addressed, letter: str, at: datetime, cause: str, **context: Any) -> None:
    """The same letter to several people, each with what their right to it rests on."""
    for to, basis in people:
        write_letter(
            to=to, cause=cause, template=f"groups/mail/{letter}.txt", at=at, network=network.pk, basis=basis,
            network_name=network.short_name, slug=network.slug, **context,
        )  # fmt: skip


def tell_proposers(proposal: Proposal, letter: str, at: datetime, cause: str, **context: Any) -> None:
    """Whoever began the proposal, and who speaks for the organisations that initiate it."""
    organisations = proposal.initiators.filter(agreed_at__isnull=False).values_list("organisation", flat=True)
    found = {to.person: (to, basis) for to, basis in recipients_of(organisations, only_day(at))}
    if proposal.proposed_by and proposal.proposed_by_id not in found:
        found[proposal.proposed_by_id] = (recipient(proposal.proposed_by), "")
    tell(proposal.network, found.values(), letter, at, cause, proposal=proposal, **context)


def tell_offices(
    network: Network, letter: str, at: datetime, cause: str, *offices: Office, **context: Any
) -> None:  # fmt: skip
    tell(network, recipients_for_offices(network, only_day(at), *offices), letter, at, cause, **context)


def tell_members(network: Network, letter: str, at: datetime, cause: str, **context: Any) -> int:
    """Everybody who speaks for a member, whatever they wish of digests; how many letters that is."""
    day = only_day(at)
    people = recipients_of(members_of(network, day).values_list("pk", flat=True), day)
    tell(network, people, letter, at, cause, **context)
    return len(people)


def tell_leads(body: Body, letter: str, at: datetime, cause: str, **context: Any) -> int:
    """The leads of a group, each for their seat; how many there are."""
    people = [(recipient(seat.person), f"seat:{seat.pk}") for seat in leads_of(body, only_day(at))]
    tell(body.network, people, letter, at, cause, body=body, **context)
    return len(people)


def tell_seats(of: Body, letter: str, at: datetime, cause: str, **context: Any) -> None:
    """Everybody who sits in a body, each for their seat."""
    tell(of.network, people_of(of, only_day(at)), letter, at, cause, **context)
