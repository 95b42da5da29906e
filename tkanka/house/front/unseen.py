"""What the pages of the offices leave out for one visitor: hidden bodies without them, disputes they do not keep."""

from uuid import UUID

from django.db.models import Q

from tkanka.governance.bodies.queries import hidden_from
from tkanka.governance.bodies.queries import letters_hidden_from as letters_of_bodies
from tkanka.governance.disputes.queries import hidden_from as disputes_hidden_from
from tkanka.governance.disputes.queries import letters_hidden_from as letters_of_disputes
from tkanka.network.networks.doors import Visit


def unseen_circles(visit: Visit) -> list[UUID]:
    """Whose records are left out of the ledger."""
    hidden = hidden_from(visit.network, visit.standing, visit.today)
    return hidden + disputes_hidden_from(visit.network, visit.standing)


def unseen_letters(visit: Visit) -> Q:
    """Which letters are left out of the outbox."""
    hidden = disputes_hidden_from(visit.network, visit.standing)
    return letters_of_bodies(visit.network, visit.standing, visit.today) | letters_of_disputes(hidden)
