"""What each member was asked to hand in before a meeting, and who has."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tkanka.network.networks.models import Organisation
from tkanka.network.networks.queries import members_of

from ..models import Meeting, Submission


@dataclass(frozen=True, slots=True)
class Delivery:
    """One member and what it handed in, in the order in which it was asked for; None for what is missing."""

    organisation: Organisation
    parts: list[Submission | None]

    @property
    def whole(self) -> bool:
        return all(part is not None for part in self.parts)

    @property
    def late(self) -> bool:
        return any(part is not None and part.late for part in self.parts)


def deliveries(meeting: Meeting, day: date) -> list[Delivery]:
    """Every member of the network, by name, with what it handed in."""
    if not meeting.asks_for:
        return []
    parts: dict[UUID, dict[str, Submission]] = {}
    for submission in meeting.submissions.select_related("organisation")[:20_000]:
        parts.setdefault(submission.organisation_id, {})[submission.kind] = submission
    members = members_of(meeting.network, day).only("name", "short_name", "language").order_by("name")
    return [Delivery(o, [parts.get(o.pk, {}).get(kind) for kind in meeting.asks_for]) for o in members[:3000]]


def delivered(found: list[Delivery]) -> tuple[int, int]:
    """How many of how many handed in everything they were asked for."""
    return sum(one.whole for one in found), len(found)
