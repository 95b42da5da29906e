"""What the keys in addresses stand for in the tests of the house."""

from datetime import timedelta

from tests.cast import DAY, LONG_AGO, NOW, belongs, organisation
from tests.cast import person as somebody
from tests.house.crowd import ROWS, grows
from tests.house.objects import Keys, keyed
from tkanka.governance.bodies.models import Body, Seat
from tkanka.governance.groups.models import (
    Consultation,
    Initiator,
    Intent,
    OutsideGroup,
    Pot,
    Proposal,
    Result,
    SupportRequest,
    Terms,
    Update,
)
from tkanka.governance.groups.tokens import Invited, token_of
from tkanka.rules.bodies import Basis, BodyKind, Role
from tkanka.rules.groups import Route, Subject

from .made import group


def proposal_of(network, party, person, state="submitted", **more):
    found = Proposal.objects.create(
        network=network, route=Route.MEMBERS, state=state, name="Pomoc prawna", aims="Dyżury", organisation=party,
        proposed_by=person, begun_at=NOW, saved_at=NOW, submitted_at=None if state == "draft" else NOW,
        **more,
    )  # fmt: skip
    Initiator.objects.create(proposal=found, organisation=party, person=person, invited_at=NOW, agreed_at=NOW)
    return found


def led(network, party, person, name="Grupa", **more):
    body = group(network, name, **more)
    Seat.objects.create(
        body=body, person=person, organisation=party, role=Role.LEAD, basis=Basis.JOINED, since=LONG_AGO
    )
    return body


def advisory_of(network):
    found = Body.objects.filter(network=network, kind=BodyKind.ADVISORY).first()
    return found or group(network, "Grupa Doradcza", BodyKind.ADVISORY)


def sides(make, world):
    cast, abroad = world.cast, world.abroad
    return Keys(
        make(world.razem, cast.dach, cast.ada),
        make(world.razem, cast.mosty, cast.bea),
        make(abroad.network, abroad.organisation, abroad.person),
    )


@keyed("proposal")
def proposals(world):
    return sides(lambda *of: proposal_of(*of).pk, world)


@keyed("consultation")
def consultations(world):
    def of(network, party, person):
        return Consultation.objects.create(
            network=network, body=advisory_of(network), subject=Subject.HARD_CASE, text="Co sądzicie?", asked_at=NOW,
            proposal=proposal_of(network, party, person),
        ).pk  # fmt: skip

    return sides(of, world)


@keyed("intent")
def intents(world):
    def of(network, party, person):
        return Intent.objects.create(
            network=network, name="Dane", purposes=["technical_reflection"], need="Liczby", state="asked", put_at=NOW
        ).pk

    return sides(of, world)


@keyed("group")
def groups(world):
    def of(*of):
        body = led(*of)
        Terms.objects.create(body=body, number=1, aims="Dyżury", written_at=NOW)
        return body.pk

    return sides(of, world)


@keyed("result")
def results(world):
    def of(network, party, person):
        body = led(network, party, person)
        return Result.objects.create(body=body, title="Wzory pism", text="Dwanaście", filed_at=NOW).pk

    return sides(of, world)


@keyed("asked")
def requests(world):
    def of(network, party, person):
        body = led(network, party, person)
        return SupportRequest.objects.create(
            body=body, kind="translation", text="Spotkanie", state="asked", asked_at=NOW
        ).pk

    return sides(of, world)


@keyed("outside")
def outside(world):
    return sides(
        lambda network, *_: OutsideGroup.objects.create(network=network, name="Sektor ochrony", since=LONG_AGO).pk,
        world,
    )


@keyed("groups:initiate.token")
def tokens(world):
    def of(network, party, person):
        proposal = proposal_of(network, party, person, state="draft")
        guest = somebody(f"zaproszona-{network.slug}")
        other = belongs(organisation("Zaproszona"), network, main=guest)
        invited = Initiator.objects.create(proposal=proposal, organisation=other, invited_at=NOW)
        return token_of(Invited(invited.pk, guest.pk))

    return sides(of, world)


@grows
def many_groups(world):
    cast = world.cast
    advisory = advisory_of(world.razem)
    body = led(world.razem, cast.dach, cast.ada, "Duża")
    for n in range(ROWS):
        proposal = proposal_of(world.razem, cast.dach, cast.ada)
        proposal_of(world.razem, cast.dach, cast.ada, state="draft")
        Consultation.objects.create(
            network=world.razem, body=advisory, subject=Subject.HARD_CASE, text=f"Pytanie {n}", asked_at=NOW,
            proposal=proposal,
        )  # fmt: skip
        Initiator.objects.create(
            proposal=proposal_of(world.razem, cast.mosty, cast.bea, state="draft"), organisation=cast.dach,
            invited_at=NOW,
        )  # fmt: skip
        group(world.razem, f"Grupa {n}")
        group(world.razem, f"Techniczna {n}", BodyKind.TECHNICAL)
        Result.objects.create(body=body, title=f"Wynik {n}", text="Tekst", filed_at=NOW, to_advisory=True)
        Update.objects.create(body=body, done="Zrobione", at=NOW)
        SupportRequest.objects.create(body=body, kind="translation", text="Tekst", state="asked", asked_at=NOW)
        OutsideGroup.objects.create(network=world.razem, name=f"Poza {n}", since=LONG_AGO)
        Pot.objects.create(
            network=world.razem, name=f"Pula {n}", unit="hours", amount=10, since=LONG_AGO,
            until=DAY + timedelta(days=60),
        )  # fmt: skip
