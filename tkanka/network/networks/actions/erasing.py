"""A person is forgotten: what they kept or spoke for ends, and their own address stands nowhere as a party's."""

from datetime import datetime

from django.db.models import Q
from django.utils.timezone import localdate

from tkanka.ground.kit.traces import OMITTED, Traces
from tkanka.ground.ledger.actions import entry
from tkanka.network.people.models import Person
from tkanka.rules.membership import MembershipState
from tkanka.rules.names import name_key
from tkanka.rules.parties import Kind
from tkanka.rules.standing import Capacity, Standing

from ..index import index_organisation
from ..models import Hosting, Identifier, Mandate, Membership, Network, OfficeHolder, Organisation
from .belonging import end_mandates, end_membership

WORDS = ("short_name", "about_pl", "about_en", "about_uk", "website", "email", "phone", "street", "postcode", "town")
TOLD = ("about_pl", "about_en", "about_uk")


def forget_person(*, by: Standing, at: datetime, traces: Traces) -> None:
    """Their mandates and offices end, and a party that was nothing but this person leaves and is left without words."""
    with entry("person.rights_ended", by=by, at=at) as record:
        person, today = Person(pk=traces.key), localdate(at)
        alone = _alone(traces)
        for party in Organisation.objects.filter(mandates__person=person).distinct()[:1000]:
            end_mandates(by=by, at=at, organisation=party, person=person)
        Mandate.objects.filter(person=person).exclude(post="").update(post="")
        open_offices = OfficeHolder.objects.filter(Q(until=None) | Q(until__gt=today), person=person)
        open_offices.filter(since__gt=today).delete()
        offices = open_offices.update(until=today)
        for party in alone:
            _blank(party, by, at)
        for party in _addressed(traces):
            party.email = "" if traces.is_address(party.email) else party.email
            for column in TOLD:
                setattr(party, column, traces.omitted(getattr(party, column)))
            party.save(update_fields=["email", *TOLD])
            _index_again(party, at)
        traces.omit(Hosting.objects.all(), "donor", "note")
        for network in Network.objects.filter(email__in=traces.emails):
            network.email = ""
            network.save(update_fields=["email"])
        record.about(person, offices=offices, parties=len(alone))


def _alone(traces: Traces) -> list[Organisation]:
    """Parties that are a single person, and this one."""
    own = Mandate.objects.filter(person_id=traces.key, capacity=Capacity.MAIN, organisation__kind=Kind.INDIVIDUAL)
    return list(Organisation.objects.filter(pk__in=own.values("organisation"))[:100])


def _addressed(traces: Traces) -> list[Organisation]:
    """Parties with the person's own address, or that name them in what they tell of themselves."""
    told = Organisation.objects.filter(pk__in=Mandate.objects.filter(person_id=traces.key).values("organisation"))
    keys = {*Organisation.objects.filter(email__in=traces.emails).values_list("pk", flat=True)}
    keys |= {*told.filter(traces.within(*TOLD)).values_list("pk", flat=True)}
    return list(Organisation.objects.filter(pk__in=keys))


def _blank(party: Organisation, by: Standing, at: datetime) -> None:
    for membership in Membership.objects.filter(organisation=party, state=MembershipState.ACTIVE):
        end_membership(by=by, at=at, membership=membership, state=MembershipState.RESIGNED)
    party.name, party.name_key, party.founded, party.confirmed_at = OMITTED, name_key(OMITTED), None, None
    for column in WORDS:
        setattr(party, column, "")
    party.save()
    Identifier.objects.filter(organisation=party).delete()


def _index_again(party: Organisation, at: datetime) -> None:
    for membership in Membership.objects.filter(organisation=party, state=MembershipState.ACTIVE):
        index_organisation(network=membership.network, organisation=party, at=at)
