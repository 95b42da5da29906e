"""Coming to elections: who may read of them."""

from uuid import UUID

from django.http import Http404

from tkanka.network.networks.doors import Visit

from .models import Election
from .queries import election_in


def let_in(visit: Visit) -> None:
    """Members, observers and the offices; everybody else finds nothing here."""
    by = visit.standing
    if not (by.is_member or by.observers or by.keeps_the_network):
        raise Http404


def election_of(visit: Visit, key: UUID) -> Election:
    let_in(visit)
    return election_in(visit.network, key, visit.standing, visit.today)
