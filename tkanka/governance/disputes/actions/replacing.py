"""Naming those who watch over the Forum's interest in the place of somebody involved."""

import secrets
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.queries import rulebook_of
from tkanka.network.people.models import Person
from tkanka.rules.disputes import Holder, may_name_substitute
from tkanka.rules.standing import Capacity, Standing

from ..letters import tell, tell_advisers
from ..models import Dispute, Substitute
from ..queries import File, file_of, fit_to_replace, willing


def _replaced(file: File, replaces: UUID) -> Holder:
    return Holder.COORDINATOR if file.in_office(replaces, Holder.COORDINATOR) else Holder.ADVISORY


def name_substitute(*, by: Standing, at: datetime, dispute: Dispute, replaces: Person, person: Person) -> Substitute:
    """The uninvolved people of the advisory group name somebody who commits another member."""
    with entry("dispute.substitute_named", by=by, at=at) as record:
        dispute, day = locked(dispute), localdate(at)
        file = file_of(dispute, day)
        record.rests_on(may_name_substitute(
            rulebook_of(dispute.network, day), by, file.facts, replaced=replaces.pk,
            fit=fit_to_replace(file, dispute.network, day, person),
        ))  # fmt: skip
        made = Substitute.objects.create(
            dispute=dispute, person=person, replaces=replaces, holder=_replaced(file, replaces.pk), named_at=at,
            named_by_id=by.person,
        )  # fmt: skip
        file = file_of(dispute, day)
        tell(file, at, made.pk)
        tell_advisers(file, at, made.pk)
        record.about(dispute, made)
        return made


def draw_substitute(*, by: Standing, at: datetime, dispute: Dispute, replaces: Person) -> Substitute:
    """Where everybody of the advisory group is involved, a lot among the main representatives of other members."""
    with entry("dispute.substitute_drawn", by=by, at=at) as record:
        dispute, day = locked(dispute), localdate(at)
        file = file_of(dispute, day)
        among = willing(file, dispute.network, day, Capacity.MAIN)
        record.rests_on(may_name_substitute(
            rulebook_of(dispute.network, day), by, file.facts, replaced=replaces.pk, fit=bool(among), drawn=True
        ))  # fmt: skip
        made = Substitute.objects.create(
            dispute=dispute, person=secrets.choice(among), replaces=replaces, holder=_replaced(file, replaces.pk),
            by_lot=True, named_at=at,
        )  # fmt: skip
        tell(file_of(dispute, day), at, made.pk)
        record.about(dispute, made, among=len(among))
        return made
