"""Cards of contact persons, as their readers may see them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from tkanka.ground.kit.lookup import one_of
from tkanka.ground.notices.recipients import Recipient
from tkanka.network.networks.models import Network, Organisation, Status
from tkanka.network.networks.queries import members_of, recipients_of
from tkanka.network.people.models import Consent, Person
from tkanka.rules.contacts import ANSWER_WITHIN
from tkanka.rules.standing import Capacity, Standing
from tkanka.rules.visibility import Audience

from ..models import SHOWN, ContactPerson, DeclinedContact
from ..tokens import fingerprint
from .contacts import NOTHING, Said, seen

CONSENT = "contact"
MOST = 50


@dataclass(frozen=True, slots=True)
class Card:
    """What of a contact person one reader may see. `own`: it is the reader's; `waits`: the person has not answered."""

    key: UUID
    organisation: UUID
    own: bool = False
    waits: bool = False
    name: Said = NOTHING
    post: Said = NOTHING
    email: Said = NOTHING
    phone: Said = NOTHING
    topics: Said = NOTHING

    def __bool__(self) -> bool:
        return any(self.fields)

    @property
    def fields(self) -> tuple[Said, ...]:
        return tuple(getattr(self, field) for field in SHOWN if getattr(self, field))

    @property
    def audience(self) -> Audience | None:
        """For whom all of it is; None where the fields differ."""
        found = {field.audience for field in self.fields}
        return found.pop() if len(found) == 1 else None


def agreed(cards: QuerySet[ContactPerson]) -> QuerySet[ContactPerson]:
    """Those whose person agreed, still does, and still has an account."""
    consent = Consent.objects.filter(person=OuterRef("person"), text__code=CONSENT, withdrawn_at=None)
    return cards.filter(Exists(consent), answered_at__isnull=False, person__is_active=True)


def cards_of(organisations: Iterable[UUID], by: Standing, *, most: int = 2_000) -> dict[UUID, list[Card]]:
    """The cards of these organisations that the reader may see something of, by organisation: one query.

    Whether the contacts of an organisation are hidden for being old is for the caller to ask.
    """
    keys = list(organisations)
    rows = agreed(ContactPerson.objects.filter(organisation__in=keys)).order_by("name", "pk")[:most] if keys else []
    found: dict[UUID, list[Card]] = {}
    for row in rows:
        if card := card_for(row, by):
            found.setdefault(row.organisation_id, []).append(card)
    return found


def card_for(row: ContactPerson, by: Standing) -> Card:
    own = by.person is not None and row.person_id == by.person
    said = {field: seen(getattr(row, field), getattr(row, f"{field}_seen_by"), by, own=own) for field in SHOWN}
    return Card(key=row.pk, organisation=row.organisation_id, own=own, waits=row.is_open, **said)


def proposals_of(party: Organisation) -> list[ContactPerson]:
    """Those who were asked and have not answered: for the organisation's own people, who named them."""
    return list(ContactPerson.objects.filter(organisation=party, answered_at=None).order_by("name")[:MOST])


def agreed_cards_of(party: Organisation) -> list[ContactPerson]:
    return list(agreed(ContactPerson.objects.filter(organisation=party)).order_by("name")[:MOST])


def here(network: Network, day: date) -> QuerySet[ContactPerson]:
    parties = members_of(network, day, *Status.values)
    return ContactPerson.objects.filter(organisation__in=parties).select_related("organisation", "person")


def card_in(network: Network, key: object, day: date) -> ContactPerson:
    return one_of(here(network, day), pk=key)


def proposal_in(network: Network, key: UUID | None, day: date) -> ContactPerson | None:
    """The proposal, if it is still open."""
    return here(network, day).filter(pk=key, answered_at=None).first() if key else None


def own_cards(network: Network, person: Person, day: date) -> list[ContactPerson]:
    """The person's own cards in the network, and proposals sent to their address."""
    mine = Q(person=person) | Q(answered_at=None, email=person.email)
    return list(here(network, day).filter(mine).order_by("organisation__name")[:MOST])


def card_of_person(organisation: UUID, person: UUID) -> ContactPerson | None:
    return ContactPerson.objects.filter(organisation_id=organisation, person_id=person).first()


def known_contact(party: Organisation, email: str) -> bool:
    """Whether the organisation has a card or a proposal for this address."""
    same = Q(email=email, answered_at=None) | Q(person__email=email)
    return ContactPerson.objects.filter(same, organisation=party).exists()


def declined_contact(party: Organisation, email: str) -> bool:
    return DeclinedContact.objects.filter(organisation=party, fingerprint=fingerprint(email)).exists()


def is_addressed(card: ContactPerson, by: Standing) -> bool:
    """Whether the one who acts has the account with the address the proposal was sent to."""
    return by.person is not None and Person.objects.filter(pk=by.person, email=card.email, is_active=True).exists()


def answering_for(party: Organisation, day: date) -> list[tuple[Recipient, str]]:
    """Who gets messages to an organisation: those for communication, else those who represent it, else its mailbox."""
    for capacities in ((Capacity.COMMUNICATION,), (Capacity.MAIN, Capacity.ALTERNATE)):
        if found := recipients_of([party.pk], day, *capacities, limit=10):
            return found
    mailbox = Recipient(person=None, email=party.email, name=party.name, language=party.language)
    return [(mailbox, "")] if party.email else []


def cards_to_forget(at: datetime, limit: int = 200) -> list[ContactPerson]:
    """Proposals nobody answered in time, and cards of people who deleted their account."""
    late = Q(answered_at=None, written_at__lt=at - ANSWER_WITHIN - timedelta(days=1))
    gone = Q(person__erased_at__isnull=False)
    return list(ContactPerson.objects.filter(late | gone).order_by("written_at")[:limit])
