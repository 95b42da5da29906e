"""What is done from the pages of the whole house and belongs to no single room."""

from datetime import datetime

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.ground.notices.actions import retry
from tkanka.ground.notices.models import Message
from tkanka.network.networks.models import Network
from tkanka.network.people.actions import erase_person
from tkanka.network.people.models import Person
from tkanka.network.people.queries import traces_of_person
from tkanka.rules.outbox import may_keep_outbox
from tkanka.rules.people import may_change_account
from tkanka.rules.standing import Standing

from .privacy import CONTRIBUTIONS


def retry_letters(*, by: Standing, at: datetime, network: Network, letters: list[Message]) -> int:
    """Queue letters of the network that could not be sent once more. Returns how many there were."""
    with entry("letters.retried", by=by, at=at) as record:
        record.rests_on(may_keep_outbox(by))
        queued = retry(messages=[m for m in letters if m.network == network.pk], at=at)
        record.about(network, network=network.pk, letters=queued)
        return queued


def erase_everywhere(*, person: Person, by: Standing, at: datetime) -> None:
    """Forget a person in every room and then the account itself, wholly or not at all; only the key remains."""
    with entry("person.forgotten_everywhere", by=by, at=at) as record:
        kept = locked(person)
        record.rests_on(may_change_account(by, kept.pk, erased=kept.is_erased))
        traces = traces_of_person(kept)
        for contribution in CONTRIBUTIONS:
            if contribution.forget is not None:
                contribution.forget(by=by, at=at, traces=traces)
        erase_person(person=kept, by=by, at=at)
        record.about(kept, rooms=[contribution.room for contribution in CONTRIBUTIONS])
