from datetime import date
from uuid import UUID

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network, Organisation, Status
from tkanka.network.networks.queries import members_of, rulebook_of
from tkanka.rules.membership import may_accept_invitation
from tkanka.rules.ruling import Ruling

from ..models import Invitation
from ..tokens import invitation_of


def open_invitations(organisation: Organisation, limit: int = 100) -> list[Invitation]:
    """Those nobody has taken up or taken back, the newest first; their time may have run out."""
    rows = Invitation.objects.filter(organisation=organisation, accepted_at=None, revoked_at=None)
    return list(rows.order_by("-invited_at", "pk")[:limit])


def open_invitation(organisation: Organisation, email: str, capacity: str) -> Invitation | None:
    rows = Invitation.objects.filter(organisation=organisation, accepted_at=None, revoked_at=None)
    return rows.filter(email=email, capacity=capacity).first()


def invitation_in(network: Network, key: UUID, day: date) -> Invitation:
    rows = Invitation.objects.filter(network=network, organisation__in=members_of(network, day, *Status.values))
    return one_of(rows.select_related("organisation"), pk=key)


def invitation_by_token(network: Network, token: str, day: date) -> Invitation:
    """The invitation of a letter of this network; 404 also once the organisation has left the network."""
    return invitation_in(network, invitation_of(token) or UUID(int=0), day)


def may_accept(invitation: Invitation, visitor: str, day: date) -> Ruling:
    """Whether whoever is signed in with the address (or nobody, "") may take the invitation up."""
    return may_accept_invitation(
        rulebook_of(invitation.network, day),
        invited=invitation.email,
        visitor=visitor,
        used=invitation.accepted_at is not None,
        revoked=invitation.revoked_at is not None,
        until=invitation.valid_until,
        today=day,
    )
