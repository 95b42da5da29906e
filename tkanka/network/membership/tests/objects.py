"""What the keys in addresses stand for in the tests of the house, and thirty more of everything."""

from django.utils import timezone

from tests import cast as made_by
from tests.house.crowd import ROWS, grows
from tests.house.objects import Keys, keyed
from tkanka.network.membership import actions
from tkanka.network.membership.links import token_of
from tkanka.network.networks.models import Status
from tkanka.network.networks.queries import active_membership

from . import made


@keyed("membership.key")
def applications(world):
    """Handed in by the main representative for another party of theirs; and by somebody else."""
    own = made.submitted(world.razem, world.main, name="Fundacja Drugi Dom")
    other = made.submitted(world.razem, world.applicant, name="Fundacja Nowy Wniosek II")
    return Keys(own.pk, other.pk, made.submitted(second_verifying(), world.abroad.person, name="Fundacja Łyna").pk)


def second_verifying():
    """Another network that verifies: the same charter, elsewhere."""
    made_by.NETWORKS.setdefault("razem-dwa", ("razem_2023", "Drugie Forum", "Drugie Forum"))
    from tkanka.network.networks.models import Network

    return Network.objects.filter(slug="razem-dwa").first() or made_by.network("razem-dwa")


@keyed("membership:step.key", "membership:send-link.key", "membership:discard.key")
def drafts(world):
    own = made.draft(world.razem, world.main, name="Fundacja Szkic")
    other = made.draft(world.razem, world.applicant, name="Fundacja Inny Szkic")
    return Keys(own.pk, other.pk, made.draft(second_verifying(), world.main, name="Fundacja Szkic gdzie indziej").pk)


@keyed("membership:step.step")
def steps(world):
    return Keys("details", "details", "details")


@keyed("membership:resume.token")
def tokens(world):
    return Keys(token_of(made.draft(world.razem, world.main, at=timezone.now(), name="Fundacja Z Linkiem").pk))


@keyed("membership.party")
def parties(world):
    """A party that the applicant speaks for and that belongs nowhere yet; it is of the whole installation."""
    return Keys(world.party.pk)


@keyed("membership:access-request.key", "membership:settle-access.key")
def requests(world):
    def asked(network, party, person):
        standing = made.by(person, network)
        return actions.ask_access(by=standing, at=made.NOW, network=network, organisation=party, person=person).pk

    return Keys(
        asked(world.razem, world.cast.dach, world.stranger),
        asked(world.razem, world.cast.mosty, world.stranger),
        asked(world.abroad.network, world.abroad.organisation, world.stranger),
    )


@keyed(
    "membership:end-beside.key",
    "membership:one-beside.key",
    "membership:note-contact.key",
    "membership:change-contact.key",
)
def ties(world):
    def tie(network, party):
        found = active_membership(network, party, made.DAY)
        assert found
        return found.pk

    guest = made_by.belongs(
        made_by.organisation("Uczelnia Gościnna", "academia"), world.abroad.network, Status.OBSERVER
    )
    partner = made_by.belongs(made_by.organisation("Firma Partnerska", "business"), world.razem, Status.PARTNER)
    return Keys(tie(world.razem, world.cast.observer), tie(world.razem, partner), tie(world.abroad.network, guest))


@keyed("membership:drop-named.key")
def named(world):
    def one(network):
        [found] = actions.name_parties(
            by=made_by.SYSTEM, at=made.NOW, network=network, names=["Sieć Wymieniona"], kind="network"
        )
        return found.pk

    return Keys(one(world.razem), foreign=one(world.abroad.network))


@grows
def more(world):
    names = [f"Sieć Wymieniona {n}" for n in range(ROWS)]
    actions.name_parties(by=made_by.SYSTEM, at=made.NOW, network=world.razem, names=names, kind="network")
    for n in range(ROWS):
        name = f"Fundacja Kolejna {n}"
        made.submitted(world.razem, world.main, name=name)
        person = made_by.person(f"proszaca{n}")
        actions.ask_access(by=made.by(person, world.razem), at=made.NOW, network=world.razem,
                           organisation=world.cast.dach, person=person)  # fmt: skip
        made_by.belongs(made_by.organisation(f"Agencja {n}", "un_agency"), world.razem, Status.OBSERVER)
