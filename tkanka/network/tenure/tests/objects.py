"""What the keys in addresses stand for in the tests of the house."""

from datetime import timedelta

from tests.cast import DAY, LONG_AGO, NOW, belongs, organisation
from tests.house.crowd import ROWS, grows
from tests.house.objects import Keys, keyed
from tkanka.network.networks.models import Membership, Organisation
from tkanka.network.tenure.models import Evidence, RemovalCase
from tkanka.network.tenure.tokens import Asked, token_of
from tkanka.rules.membership import RemovalGround, RemovalState


def noticed(network, party, **more):
    """A case of which the member has notice, with a file."""
    case = RemovalCase.objects.create(
        network=network, organisation=party, membership=Membership.objects.get(organisation=party, network=network),
        ground=RemovalGround.TOOLS, reason="Uwagi", opened_on=DAY, noticed_at=NOW, answer_due=DAY + timedelta(days=14),
        **{"state": RemovalState.NOTICED} | more,
    )  # fmt: skip
    Evidence.objects.create(case=case, text="Opis zdarzeń", added_at=NOW)
    return case


@keyed("case")
def cases(world):
    Organisation.objects.filter(pk=world.cast.mosty.pk).update(confirmed_at=NOW - timedelta(days=500))
    return Keys(
        noticed(world.razem, world.cast.dach).pk,
        noticed(world.razem, world.cast.mosty).pk,
        noticed(world.abroad.network, world.abroad.organisation).pk,
    )


@keyed("evidence")
def evidence(world):
    def of(network, party):
        case = noticed(network, party, state=RemovalState.DROPPED, decided_at=NOW)
        return Evidence.objects.get(case=case).pk

    return Keys(
        of(world.razem, world.cast.dach),
        of(world.razem, world.cast.mosty),
        of(world.abroad.network, world.abroad.organisation),
    )


@keyed("tenure:confirm.token")
def tokens(world):
    cast, abroad = world.cast, world.abroad
    return Keys(
        token_of(Asked(cast.dach.pk, cast.ada.pk)),
        token_of(Asked(cast.mosty.pk, cast.bea.pk)),
        token_of(Asked(abroad.organisation.pk, abroad.person.pk)),
    )


@grows
def many_quiet_and_former(world):
    for n in range(ROWS):
        quiet = belongs(organisation(f"Cicha {n}"), world.razem)
        Organisation.objects.filter(pk=quiet.pk).update(confirmed_at=NOW - timedelta(days=500))
        gone = organisation(f"Odeszła {n}")
        Membership.objects.create(
            network=world.razem, organisation=gone, state="resigned", since=LONG_AGO, until=DAY - timedelta(days=n)
        )
        noticed(world.razem, quiet)
