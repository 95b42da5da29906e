from collections.abc import Sequence
from datetime import datetime

from tkanka.ground.ledger.actions import entry
from tkanka.ground.notices.actions import write_letter
from tkanka.ground.notices.recipients import Recipient
from tkanka.network.networks.queries import organisation_in
from tkanka.rules.standing import Standing

from ..queries import Due

CATEGORY = "activities"


def remind_of_stale(*, by: Standing, at: datetime, due: Due, to: Sequence[tuple[Recipient, str]]) -> None:
    """Ask the people of an organisation whether its old entries still hold."""
    with entry("activities.reminded", by=by, at=at) as record:
        organisation = organisation_in(due.network, due.organisation, at.date())
        for recipient, basis in to:
            write_letter(
                to=recipient,
                cause=due.cause,
                template="activities/mail/stale.txt",
                at=at,
                network=due.network.pk,
                network_name=due.network.name,
                basis=basis,
                category=CATEGORY,
                organisation=organisation.name,
                entries=due.entries,
                path=f"/n/{due.network.slug}/activities/mine/?organisation={organisation.pk}&due=on",
            )
        record.about(organisation, network=due.network.pk, entries=due.entries)
