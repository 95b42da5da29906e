"""The letters of this room. Called inside the actions that cause them."""

from datetime import datetime

from tkanka.ground.kit.dates import only_day
from tkanka.ground.notices.actions import write_letter
from tkanka.ground.notices.recipients import Recipient
from tkanka.network.networks.queries import members_of, recipients_for_offices, recipients_of

from .models import Amendment


def tell_started(amendment: Amendment, at: datetime) -> None:
    """The secretariat, which prepares it."""
    _tell(amendment, recipients_for_offices(amendment.network, only_day(at)), "started", at)


def tell_enacted(amendment: Amendment, at: datetime) -> None:
    """Every member: what changes, and from which day."""
    day = only_day(at)
    parties = members_of(amendment.network, day).values_list("pk", flat=True)
    people = {to.key: (to, basis) for to, basis in recipients_for_offices(amendment.network, day)}
    people |= {to.key: (to, basis) for to, basis in recipients_of(parties, day)}
    _tell(amendment, list(people.values()), "enacted", at)


def _tell(amendment: Amendment, people: list[tuple[Recipient, str]], letter: str, at: datetime) -> None:
    for to, basis in people:
        write_letter(
            to=to, cause=f"amendment.{letter}:{amendment.pk}", template=f"amendments/mail/{letter}.txt", at=at,
            network=amendment.network_id, basis=basis, network_name=amendment.network.short_name,
            slug=amendment.network.slug, amendment=amendment,
        )  # fmt: skip
