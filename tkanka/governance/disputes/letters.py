"""The letters of this room: only that something waits in a file. Called inside the actions that cause them."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from tkanka.ground.kit.dates import only_day
from tkanka.ground.notices.actions import write_letter
from tkanka.ground.notices.recipients import Recipient
from tkanka.network.networks.queries import recipients_for_offices, recipients_of
from tkanka.network.networks.queries.belonging import recipient
from tkanka.rules.disputes import Holder

from .queries import File


def tell(file: File, at: datetime, about: UUID, *, but: UUID | None = None, offices: bool = True) -> None:
    """The parties, but the one that did it, and whoever handles the dispute."""
    day, facts = only_day(at), file.facts
    people = recipients_of(facts.parties - {but}, day)
    if offices:
        found = recipients_for_offices(file.dispute.network, day)
        people += [(to, basis) for to, basis in found if to.person not in facts.involved | facts.in_office]
        people += [(recipient(one.person), "") for one in file.substitutes if one.holder == Holder.COORDINATOR]
    _write(file, people, at, about)


def tell_advisers(file: File, at: datetime, about: UUID) -> None:
    """The uninvolved people of the advisory group, and who replaces the others."""
    seats = [one for one in file.offices.seats if one.person_id in file.facts.advisers]
    people = [(recipient(one.person), f"seat:{one.pk}") for one in seats]
    people += [(recipient(one.person), "") for one in file.substitutes]
    _write(file, people, at, about)


def tell_mediator(file: File, at: datetime, about: UUID) -> None:
    chosen = [one.person for one in file.mediators if one.accepted and one.person]
    _write(file, [(recipient(one), "") for one in chosen], at, about)


def _write(file: File, people: Iterable[tuple[Recipient, str]], at: datetime, about: UUID) -> None:
    network, dispute = file.dispute.network, file.dispute
    for to, basis in people:
        write_letter(
            to=to, cause=f"dispute.moved:{dispute.pk}:{about}:{dispute.state}", template="disputes/mail/moved.txt",
            at=at, network=network.pk, basis=basis, network_name=network.short_name, slug=network.slug,
            file=dispute.pk,
        )  # fmt: skip
