"""What is done from the pages of the whole house and belongs to no single room."""

from datetime import datetime

from tkanka.ground.ledger.actions import entry
from tkanka.ground.notices.actions import retry
from tkanka.ground.notices.models import Message
from tkanka.network.networks.models import Network
from tkanka.rules.outbox import may_keep_outbox
from tkanka.rules.standing import Standing


def retry_letters(*, by: Standing, at: datetime, network: Network, letters: list[Message]) -> int:
    """Queue letters of the network that could not be sent once more. Returns how many there were."""
    with entry("letters.retried", by=by, at=at) as record:
        record.rests_on(may_keep_outbox(by))
        queued = retry(messages=[m for m in letters if m.network == network.pk], at=at)
        record.about(network, network=network.pk, letters=queued)
        return queued
