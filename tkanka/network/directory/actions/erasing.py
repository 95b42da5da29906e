"""A person is forgotten: their cards are gone. A print of a declined address stays, so that nobody asks again."""

from datetime import datetime

from django.db.models import Q

from tkanka.ground.kit.traces import Traces
from tkanka.ground.ledger.actions import entry
from tkanka.network.people.models import Person
from tkanka.rules.standing import Standing

from ..models import ContactPerson


def forget_person(*, by: Standing, at: datetime, traces: Traces) -> None:
    """Cards of the person and proposals to their address go; other people's texts no longer name them."""
    with entry("person.cards_forgotten", by=by, at=at) as record:
        own = ContactPerson.objects.filter(Q(person_id=traces.key) | Q(email__in=traces.emails, answered_at=None))
        cards = own.delete()[0]
        for card in ContactPerson.objects.filter(email__in=traces.emails):
            card.email = ""
            card.save(update_fields=["email"])
        traces.omit(ContactPerson.objects.all(), "topics", "sought_public", "sought_members", "sought_secretariat")
        record.about(Person(pk=traces.key), cards=cards)
