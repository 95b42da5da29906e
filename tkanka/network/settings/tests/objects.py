"""What the keys in addresses stand for in the tests of the house."""

from tests import cast as made_by
from tests.house.objects import Keys, keyed
from tkanka.network.networks import actions
from tkanka.network.networks.models import OfficeHolder
from tkanka.network.places.models import Unit
from tkanka.network.vocabulary.models import Concept, Synonym
from tkanka.rules.standing import Office


def words():
    return Concept.objects.filter(codelist__code="sectors").order_by("code").first()


@keyed("network_settings.codelist")
def codelists(world):
    return Keys("sectors")


@keyed("network_settings.kind")
def kinds(world):
    return Keys("csv")


@keyed("network_settings.key")
def concepts(world):
    return Keys(words().pk)


@keyed("network_settings.synonym")
def synonyms(world):
    text = {"text": "pomoc wszelaka", "folded": "pomoc wszelaka", "language": "pl"}
    return Keys(Synonym.objects.create(concept=words(), **text).pk)


@keyed("network_settings:end-office.key")
def offices(world):
    made_by.keeps(world.abroad.person, world.abroad.network, Office.SECRETARIAT)
    own = OfficeHolder.objects.filter(network=world.razem).order_by("office").first()
    return Keys(own.pk, foreign=OfficeHolder.objects.get(network=world.abroad.network).pk)


@keyed("network_settings:edit-subregion.key", "network_settings:dissolve-subregion.key")
def subregions(world):
    def of(network):
        labels = {"pl": "Wschód", "en": "East", "uk": "Схід"}
        units = list(Unit.objects.filter(code__in=["2862", "2801"]))
        by, at = made_by.SYSTEM, made_by.NOW
        return actions.define_subregion(by=by, at=at, network=network, labels=labels, units=units).pk

    return Keys(of(world.razem), foreign=of(world.abroad.network))
