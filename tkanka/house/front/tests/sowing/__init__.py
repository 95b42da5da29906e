"""A trace of one person wherever a room has a place for it, by noun."""

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount

from tests.cast import DAY, NOW, SYSTEM, belongs, organisation
from tkanka.governance.bodies.index import index_body
from tkanka.governance.bodies.models import Admission, Body, Seat
from tkanka.ground.search.actions import refresh_vocabulary
from tkanka.network.directory.models import ContactPerson
from tkanka.network.networks.actions import describe_organisation, give_mandate, give_office
from tkanka.network.networks.models import CharterVersion, Hosting, Membership, Network, OfficeHolder, Organisation
from tkanka.network.people.models import Person
from tkanka.network.representation.models import Invitation
from tkanka.network.vocabulary.models import Concept
from tkanka.rules.standing import Capacity, Office

from ..planting import EMAIL, NAME, NEEDLE, OWN, SENTENCE, plant
from . import (
    activities,
    calendar,
    consultations,
    discussions,
    disputes,
    elections,
    groups,
    joining,
    meetings,
    minutes,
    votes,
)

WITH_TRACES = [
    *(Body, Seat, Admission, ContactPerson, Hosting, Network, Organisation, Person, Invitation),
    *(Authenticator, SocialAccount),
    *(
        model
        for noun in (
            activities,
            calendar,
            consultations,
            discussions,
            disputes,
            elections,
            groups,
            joining,
            meetings,
            minutes,
            votes,
        )
        for model in noun.WITH_TRACES
    ),
]
KEYS_ONLY = [
    OfficeHolder,
    *(
        model
        for noun in (calendar, consultations, discussions, disputes, groups, joining, meetings)
        for model in noun.KEYS_ONLY
    ),
]


def sow(cast, zaneta):
    razem, dach = cast.razem, cast.dach
    give_mandate(by=SYSTEM, at=NOW, person=zaneta, organisation=dach, capacity=Capacity.ALTERNATE, post=OWN)
    give_office(by=SYSTEM, at=NOW, network=razem, person=zaneta, office=Office.SECRETARIAT)
    describe_organisation(by=SYSTEM, at=NOW, organisation=dach, email=EMAIL, about_pl=SENTENCE)
    alone = belongs(organisation(NAME, "individual", phone=OWN, street=OWN), razem, main=zaneta)
    stock = {
        Person: zaneta,
        Network: razem,
        Organisation: dach,
        Membership: Membership.objects.get(organisation=dach),
        CharterVersion: CharterVersion.objects.filter(network=razem).first(),
        Concept: Concept.objects.filter(codelist__code="services").first(),
    }
    assert alone.pk
    joining.sow_letters(cast, zaneta)
    joining.sow_applications(zaneta, stock)
    joining.sow_tenure(stock)
    sow_cards(cast, stock)
    sow_body(cast, stock)
    activities.sow_activities(cast, stock)
    calendar.sow_calendar(stock)
    refresh_vocabulary()
    plant(Authenticator, stock, user=zaneta, type="recovery_codes", data={"seed": OWN})
    plant(SocialAccount, stock, user=zaneta, uid=OWN, provider="oidc", extra_data={"name": NAME})


def sow_cards(cast, stock):
    zaneta = stock[Person]
    Network.objects.filter(pk=stock[Network].pk).update(email=EMAIL)
    plant(Hosting, stock, donor=SENTENCE, note=SENTENCE)
    plant(ContactPerson, stock, person=zaneta, name=NAME, email=EMAIL, post=OWN, phone=OWN, topics=OWN, answered_at=NOW)
    plant(ContactPerson, stock, name=NAME, email=EMAIL, post=OWN, organisation=cast.mosty)
    plant(Invitation, stock, email=EMAIL, name=NAME, post=OWN, valid_until=DAY, invited_by=zaneta)
    taken = {"valid_until": DAY, "accepted_at": NOW, "accepted_by": zaneta}
    plant(Invitation, stock, email=f"{NEEDLE}2@example.org", name=NAME, **taken)


def sow_body(cast, stock):
    """A body, and whatever the rooms keep of it."""
    body = plant(Body, stock, kind="advisory_group", name="Grupa", purpose=SENTENCE, closing_summary=SENTENCE)
    index_body(body, NOW)
    plant(Seat, stock, body=body, reason=OWN, ended_reason=SENTENCE)
    plant(Admission, stock, body=body, person=stock[Person], email=EMAIL, text=OWN, answer=SENTENCE)
    groups.sow_groups(stock, body)
    groups.sow_motions(stock)
    elections.sow_elections(cast, stock, body)
    discussions.sow_discussions(cast, stock, body)
    meetings.sow_meetings(cast, stock, body)
    minutes.sow_minutes(stock)
    consultations.sow_consultations(stock)
    consultations.sow_positions(stock)
    disputes.sow_disputes(cast, stock)
    votes.sow_votes(stock)
