"""Cards of contact persons: proposed by the organisation, published by the person and nobody else."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.ground.notices.actions import write_letter
from tkanka.ground.notices.recipients import Recipient
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.people.actions import give_consent, register_person
from tkanka.network.people.models import How, Person
from tkanka.network.people.queries import consent_in_force, person_by_email, text_in_force
from tkanka.rules.contacts import (
    may_answer_proposal,
    may_change_contact,
    may_keep_contact,
    may_propose_contact,
    may_take_down_contact,
)
from tkanka.rules.names import folded
from tkanka.rules.standing import Standing
from tkanka.rules.visibility import Audience

from .. import queries
from ..models import SHOWN, ContactPerson, DeclinedContact
from ..tokens import fingerprint, token_of

CONSENT = "contact"
SOUGHT = (Audience.PUBLIC, Audience.MEMBERS, Audience.SECRETARIAT)


def propose_contact(
    *, by: Standing, at: datetime, network: Network, organisation: Organisation, email: str, **what: Any
) -> ContactPerson:
    """Name somebody as a contact; they get a letter, and nothing is shown until they agree. `what`: columns."""
    with entry("contact.proposed", by=by, at=at) as record:
        organisation, email = locked(organisation), email.strip().lower()
        known, declined = queries.known_contact(organisation, email), queries.declined_contact(organisation, email)
        record.rests_on(may_propose_contact(by, organisation=organisation.pk, known=known, declined=declined))
        card = ContactPerson(organisation=organisation, email=email, written_at=at, proposed_by_id=by.person)
        _write(card, what)
        _ask(card, network, at)
        record.about(card, organisation, network=network.pk)
        return card


def accept_proposal(
    *, by: Standing, at: datetime, network: Network, card: ContactPerson, how: str = How.LETTER, **what: Any
) -> ContactPerson:
    """The person agrees, with what they want to be said and to whom; they get an account for keeping it."""
    with entry("contact.accepted", by=by, at=at) as record:
        card = locked(card)
        addressed = bool(by.system) or queries.is_addressed(card, by)
        asked, today = card.written_at.date(), at.date()
        record.rests_on(may_answer_proposal(addressed=addressed, open_=card.is_open, asked_on=asked, today=today))
        person = register_person(email=card.email, name=card.name, language=what.pop("language", "pl"), by=by, at=at)
        kept = queries.card_of_person(card.organisation_id, person.pk)
        if kept:
            card.delete()
        card = _publish(kept or card, person, what, how, at)
        record.about(card, card.organisation, network=network.pk)
        return card


def decline_proposal(*, by: Standing, at: datetime, network: Network, card: ContactPerson) -> None:
    """The person does not want it: the data are deleted at once, and the organisation cannot ask again."""
    with entry("contact.declined", by=by, at=at) as record:
        card = locked(card)
        addressed = bool(by.system) or queries.is_addressed(card, by)
        asked, today = card.written_at.date(), at.date()
        record.rests_on(may_answer_proposal(addressed=addressed, open_=card.is_open, asked_on=asked, today=today))
        party, mark = card.organisation, fingerprint(card.email)
        DeclinedContact.objects.get_or_create(organisation=party, fingerprint=mark, defaults={"at": at})
        record.about(card, party, network=network.pk)
        card.delete()


def add_own_card(
    *, by: Standing, at: datetime, network: Network, organisation: Organisation, person: Person, **what: Any
) -> ContactPerson:
    """Somebody who acts for the organisation puts themselves among its contacts."""
    with entry("contact.added", by=by, at=at) as record:
        organisation = locked(organisation)
        own = by.person == person.pk
        record.rests_on(may_keep_contact(by, own=own, organisation=organisation.pk))
        kept = queries.card_of_person(organisation.pk, person.pk)
        card = kept or ContactPerson(organisation=organisation, written_at=at)
        _publish(card, person, what, How.FORM, at)
        record.about(card, organisation, network=network.pk)
        return card


def change_card(*, by: Standing, at: datetime, network: Network, card: ContactPerson, **what: Any) -> ContactPerson:
    """The person changes what is said and who sees it."""
    with entry("contact.changed", by=by, at=at) as record:
        card = locked(card)
        record.rests_on(may_change_contact(by, own=by.person is not None and card.person_id == by.person))
        assert card.person is not None
        _publish(card, card.person, what, How.FORM, at)
        record.about(card, card.organisation, network=network.pk, fields=sorted(what))
        return card


def take_down_card(*, by: Standing, at: datetime, network: Network | None, card: ContactPerson) -> None:
    """The card is gone, with its data."""
    with entry("contact.removed", by=by, at=at) as record:
        card = locked(card)
        own = by.person is not None and card.person_id == by.person
        record.rests_on(may_take_down_contact(by, own=own, organisation=card.organisation_id))
        record.about(card, card.organisation, network=network.pk if network else None)
        card.delete()


def _publish(card: ContactPerson, person: Person, what: Mapping[str, Any], how: str, at: datetime) -> ContactPerson:
    card.person, card.answered_at = person, at
    _write(card, what)
    text = text_in_force(CONSENT, at)
    assert text is not None, "the texts that come with the platform are loaded by a migration"
    if consent_in_force(person.pk, CONSENT) is None:
        give_consent(person=person, text=text, how=how, by=Standing(person=person.pk), at=at)
    return card


def _write(card: ContactPerson, what: Mapping[str, Any]) -> None:
    for column, value in what.items():
        setattr(card, column, value)
    for audience in SOUGHT:
        said = [getattr(card, field) for field in SHOWN if getattr(card, f"{field}_seen_by") == audience]
        setattr(card, f"sought_{audience.value}", folded(" ".join(filter(None, said))))
    card.save()


def _ask(card: ContactPerson, network: Network, at: datetime) -> None:
    """The letter to the person. It rests on no right of theirs: they may never have heard of us."""
    person = person_by_email(card.email)
    to = Recipient(
        person=person.pk if person else None,
        email=card.email,
        name=card.name,
        language=person.language if person else "pl",
    )
    write_letter(
        to=to, cause=f"contact.proposed:{card.pk}", template="directory/mail/proposed.txt", at=at, network=network.pk,
        network_name=network.name, slug=network.slug, organisation=card.organisation.name, token=token_of(card.pk),
    )  # fmt: skip
