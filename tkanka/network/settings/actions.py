"""Naming somebody for an office who may not have an account yet."""

from datetime import date, datetime

from tkanka.ground.ledger.actions import entry
from tkanka.ground.notices.actions import write_letter
from tkanka.ground.notices.recipients import Recipient
from tkanka.network.networks.actions import give_office
from tkanka.network.networks.models import Network, OfficeHolder
from tkanka.network.people.actions import register_person
from tkanka.rules.networks import may_give_office
from tkanka.rules.standing import Office, Standing


def appoint(
    *,
    by: Standing,
    at: datetime,
    network: Network,
    email: str,
    name: str,
    office: Office,
    is_deputy: bool = False,
    since: date | None = None,
) -> OfficeHolder:
    """The person with this address, known or new, takes the office and gets a letter about it. Raises Refused."""
    with entry("office.entrusted", by=by, at=at) as record:
        record.rests_on(may_give_office(by))
        person = register_person(by=by, at=at, email=email, name=name)
        holder = give_office(
            by=by, at=at, network=network, person=person, office=office, is_deputy=is_deputy, since=since
        )
        _tell(holder, at)
        record.about(holder, network, network=network.pk, office=office)
        return holder


def _tell(holder: OfficeHolder, at: datetime) -> None:
    network, person = holder.network, holder.person
    write_letter(
        to=Recipient(person=person.pk, email=person.email, name=person.name, language=person.language),
        cause=f"office.given:{holder.pk}",
        template="network_settings/mail/appointed.txt",
        at=at,
        network=network.pk,
        network_name=network.short_name,
        slug=network.slug,
        office=holder.office,
        is_deputy=holder.is_deputy,
        since=holder.since,
    )
