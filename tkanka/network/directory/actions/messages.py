"""Writing to an organisation without knowing its addresses."""

from datetime import datetime
from uuid import uuid4

from tkanka.ground.ledger.actions import entry
from tkanka.ground.notices.actions import write_letter
from tkanka.network.networks.models import Network, Organisation
from tkanka.rules.contacts import may_write_to
from tkanka.rules.standing import Standing

from .. import queries


def send_message(
    *, by: Standing, at: datetime, network: Network, organisation: Organisation, subject: str, text: str, name: str,
    email: str,
) -> None:  # fmt: skip
    """Pass a message on to the people who answer for the organisation, with the sender's name and address.

    The ledger keeps that somebody wrote; who and what stands only in the letter.
    """
    with entry("organisation.written_to", by=by, at=at) as record:
        recipients = queries.answering_for(organisation, at.date())
        record.rests_on(may_write_to(reachable=bool(recipients)))
        cause = f"organisation.written_to:{uuid4()}"
        for to, basis in recipients:
            write_letter(
                to=to, cause=cause, template="directory/mail/message.txt", at=at, network=network.pk, basis=basis,
                network_name=network.name, slug=network.slug, organisation=organisation, subject=subject, message=text,
                sender=name, address=email,
            )  # fmt: skip
        record.about(organisation, network=network.pk, recipients=len(recipients))
