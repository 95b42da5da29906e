"""A person is forgotten: that somebody was invited stays, who it was does not."""

from datetime import datetime

from django.db.models import Q

from tkanka.ground.kit.traces import Traces
from tkanka.ground.ledger.actions import entry
from tkanka.network.people.models import Person
from tkanka.rules.standing import Standing

from ..models import Invitation


def forget_person(*, by: Standing, at: datetime, traces: Traces) -> None:
    """Invitations of this person keep organisation, capacity and time; those still open are taken back."""
    with entry("person.invitations_forgotten", by=by, at=at) as record:
        rows = list(Invitation.objects.filter(Q(accepted_by_id=traces.key) | Q(email__in=traces.emails)))
        for invitation in rows:
            invitation.email, invitation.name, invitation.post = f"{invitation.pk}@erased.invalid", "", ""
            if invitation.accepted_at is None and invitation.revoked_at is None:
                invitation.revoked_at = at
            invitation.save(update_fields=["email", "name", "post", "revoked_at"])
        record.about(Person(pk=traces.key), invitations=len(rows))
