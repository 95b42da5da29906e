"""What the keys in addresses stand for in the tests of the house."""

from tests.cast import NOW, SYSTEM
from tests.house.crowd import ROWS, grows
from tests.house.objects import Keys, keyed
from tkanka.governance.bodies import actions
from tkanka.governance.bodies.models import Admission, Body
from tkanka.rules.bodies import BodyKind, OpenTo, Role

from . import made

OWN = "Pomoc prawna na pograniczu"


def own_body(world):
    """A working group that the main representative leads."""
    found = Body.objects.filter(network=world.razem, name=OWN).first()
    if found is None:
        found = made.body(world.razem, name=OWN)
        made.seat(found, world.main, world.cast.dach, role=Role.LEAD)
        made.seat(found, world.cast.bea, world.cast.mosty)
    return found


def abroad_body(world):
    return made.body(world.abroad.network, BodyKind.SUBREGIONAL, "Subregion olsztyński")


def a_seat(body, name, party):
    return made.seat(body, made.works_for(party, name), party)


def asked(body, party, **more):
    name = f"pyta{Admission.objects.count()}"
    person = made.works_for(party, name)
    return Admission.objects.create(
        body=body, organisation=party, asked_at=NOW, **{"person": person, "email": person.email} | more
    )


@keyed("bodies.key")
def bodies(world):
    other = made.body(world.razem, name="Mieszkania")
    made.seat(other, world.cast.bea, world.cast.mosty, role=Role.LEAD)
    return Keys(own_body(world).pk, other.pk, abroad_body(world).pk)


@keyed("bodies.seat")
def seats(world):
    own = own_body(world)
    return Keys(
        own.seats.get(person=world.main).pk,
        a_seat(own, "dana", world.cast.mosty).pk,
        a_seat(abroad_body(world), "greta", world.abroad.organisation).pk,
    )


@keyed("bodies.admission")
def admissions(world):
    own = own_body(world)
    return Keys(
        asked(own, world.cast.mosty).pk,
        asked(made.body(world.razem, name="Praca"), world.cast.mosty).pk,
        asked(abroad_body(world), world.abroad.organisation).pk,
    )


@keyed("bodies:invitation.admission")
def invitations(world):
    own = made.body(world.razem, name="Zdrowie")

    def invited(body, person, party):
        return asked(body, party, invited=True, person=person, email=person.email)

    return Keys(
        invited(own, world.main, world.cast.dach).pk,
        invited(own, world.cast.bea, world.cast.mosty).pk,
        invited(abroad_body(world), world.abroad.person, world.abroad.organisation).pk,
    )


@keyed("bodies.code")
def types(world):
    for network, code in [(world.razem, "choir"), (world.abroad.network, "orchestra")]:
        actions.set_type(
            by=SYSTEM, at=NOW, network=network, code=code, values={"open_to": OpenTo.ON_REQUEST},
            labels={"pl": "Chór", "en": "Choir", "uk": "Хор"},
        )  # fmt: skip
    return Keys("choir", foreign="orchestra")


@grows
def many_bodies(world):
    own = own_body(world)
    for n in range(ROWS):
        body = made.body(world.razem, name=f"Grupa {n}")
        made.seat(body, world.main, world.cast.dach, role=Role.LEAD)
        party, somebody = made.member(world.razem, f"licz{n}")
        made.seat(own, somebody, party)
        asked(own, world.cast.mosty)
        asked(body, world.cast.mosty)
