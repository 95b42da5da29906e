"""The moment in which a membership is over: every right that rested on it goes with it."""

from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from tkanka.ground.notices.actions import write_letter
from tkanka.ground.notices.recipients import Recipient
from tkanka.network.networks.actions import end_mandates, end_membership
from tkanka.network.networks.models import Membership, Network, Organisation
from tkanka.network.networks.queries import belongs_anywhere, mandates_of, recipients_for_offices, without_any_right
from tkanka.network.networks.queries.belonging import recipient
from tkanka.network.people.actions import end_sessions
from tkanka.rules.membership import MembershipState
from tkanka.rules.standing import Standing

LEAVING = Standing(system="leaving")


def close(membership: Membership, state: MembershipState, by: Standing, at: datetime) -> None:
    """Part of an action. Seats, letters on the way, the switch and access follow from membership and mandates.

    An organisation that belongs to no network any more has nobody who acts for it here; whoever is left with
    neither mandate nor office is signed out.
    """
    day = localdate(at)
    end_membership(by=by, at=at, membership=membership, state=state, on=min(membership.until or day, day))
    if belongs_anywhere(membership.organisation, day):
        return
    people = [mandate.person_id for mandate in mandates_of(membership.organisation, day)[:1000]]
    end_mandates(by=by, at=at, organisation=membership.organisation)
    for person in without_any_right(people, day):
        end_sessions(person=person, by=LEAVING, at=at)


def everybody_of(organisation: Organisation, at: datetime) -> list[Recipient]:
    """All who hold a mandate of the organisation, in whatever capacity, each once."""
    mandates = mandates_of(organisation, localdate(at)).filter(person__is_active=True)[:1000]
    return list({mandate.person_id: recipient(mandate.person) for mandate in mandates}.values())


def tell(network: Network, people: list[Recipient], cause: str, letter: str, at: datetime, **context: Any) -> None:
    """A letter to people whose right to it does not end with their mandate: it is about that end."""
    for to in people:
        write_letter(
            to=to, cause=cause, template=f"tenure/mail/{letter}.txt", at=at, network=network.pk,
            network_name=network.short_name, slug=network.slug, **context,
        )  # fmt: skip


def tell_offices(network: Network, cause: str, letter: str, at: datetime, **context: Any) -> None:
    for to, basis in recipients_for_offices(network, localdate(at)):
        write_letter(
            to=to, cause=cause, template=f"tenure/mail/{letter}.txt", at=at, network=network.pk, basis=basis,
            network_name=network.short_name, slug=network.slug, **context,
        )  # fmt: skip
