from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.ground.notices.actions import write_letter
from tkanka.ground.notices.recipients import Recipient
from tkanka.network.networks.actions import give_mandate
from tkanka.network.networks.models import Mandate, Network, Organisation
from tkanka.network.networks.queries import holds_office, hosted_by, recipients_of, rulebook_of
from tkanka.network.people.actions import register_person
from tkanka.network.people.models import Person
from tkanka.network.people.queries import person_by_email, person_by_key
from tkanka.rules.membership import may_change_invitation, may_give_mandate
from tkanka.rules.ruling import Ruling
from tkanka.rules.standing import Capacity, Standing

from ..models import Invitation
from ..queries import may_accept, open_invitation, open_mandate
from ..tokens import token_of

VALID = timedelta(days=21)


def invite(
    *,
    by: Standing,
    at: datetime,
    network: Network,
    organisation: Organisation,
    email: str,
    capacity: Capacity,
    name: str = "",
    language: str = "pl",
    post: str = "",
    until: date | None = None,
) -> Invitation:
    """Ask somebody by letter to act for the organisation. The same question asked twice is sent again, not doubled."""
    with entry("invitation.sent", by=by, at=at) as record:
        organisation, email = locked(organisation), email.strip().lower()
        record.rests_on(_may_invite(by, network, organisation, person_by_email(email), localdate(at)))
        found = open_invitation(organisation, email, capacity) or Invitation(
            network=network, organisation=organisation, email=email, capacity=capacity, invited_at=at, sent=0
        )
        found.name, found.language, found.post, found.mandate_until = name, language, post, until
        found.invited_by = person_by_key(by.person) if by.person else None
        _send(found, at)
        record.about(found, organisation, network=network.pk, capacity=capacity)
        return found


def resend_invitation(*, by: Standing, at: datetime, invitation: Invitation) -> Invitation:
    """Send it once more; its time begins anew, its address stays the same."""
    with entry("invitation.sent_again", by=by, at=at) as record:
        invitation = locked(invitation)
        record.rests_on(_may_change(by, invitation, at))
        _send(invitation, at)
        record.about(invitation, invitation.organisation)
        return invitation


def revoke_invitation(*, by: Standing, at: datetime, invitation: Invitation) -> Invitation:
    """It can no longer be taken up."""
    with entry("invitation.revoked", by=by, at=at) as record:
        invitation = locked(invitation)
        record.rests_on(_may_change(by, invitation, at))
        invitation.revoked_at = at
        invitation.save(update_fields=["revoked_at"])
        record.about(invitation, invitation.organisation)
        return invitation


def accept_invitation(
    *, by: Standing, at: datetime, invitation: Invitation, visitor: Person | None, name: str = ""
) -> Mandate:
    """Take it up: account, if there is none yet, and mandate in one. `visitor` is whoever is signed in."""
    with entry("invitation.accepted", by=by, at=at) as record:
        invitation = locked(invitation)
        record.rests_on(may_accept(invitation, visitor.email if visitor else "", localdate(at)))
        person = visitor or register_person(
            email=invitation.email, name=name or invitation.name, language=invitation.language, by=by, at=at
        )
        mandate = open_mandate(invitation.organisation, person, invitation.capacity) or give_mandate(
            by=by, at=at, person=person, organisation=invitation.organisation,
            capacity=Capacity(invitation.capacity), until=invitation.mandate_until, post=invitation.post,
        )  # fmt: skip
        invitation.accepted_at, invitation.accepted_by = at, person
        invitation.save(update_fields=["accepted_at", "accepted_by"])
        _tell_organisation(invitation, mandate, at)
        record.about(invitation, invitation.organisation, mandate, capacity=invitation.capacity)
        return mandate


def _may_invite(by: Standing, network: Network, organisation: Organisation, person: Person | None, day: date) -> Ruling:
    ruling = may_give_mandate(
        rulebook_of(network, day), by, organisation=organisation.pk, for_host=False, holder_is_secretariat_staff=False
    )
    for host_of in hosted_by(organisation, day):
        staff = person is not None and holds_office(host_of, person, day)
        ruling &= may_give_mandate(
            rulebook_of(host_of, day), by, organisation=organisation.pk, for_host=True,
            holder_is_secretariat_staff=staff,
        )  # fmt: skip
    return ruling


def _may_change(by: Standing, invitation: Invitation, at: datetime) -> Ruling:
    return may_change_invitation(
        rulebook_of(invitation.network, localdate(at)),
        by,
        organisation=invitation.organisation_id,
        used=invitation.accepted_at is not None,
        revoked=invitation.revoked_at is not None,
    )


def _send(invitation: Invitation, at: datetime) -> None:
    invitation.sent, invitation.sent_at = invitation.sent + 1, at
    invitation.valid_until = localdate(at + VALID)
    invitation.save()
    person, network = person_by_email(invitation.email), invitation.network
    write_letter(
        to=Recipient(
            person=person.pk if person else None,
            email=invitation.email,
            name=invitation.name,
            language=person.language if person else invitation.language,
        ),
        cause=f"invitation:{invitation.pk}:{invitation.sent}",
        template="representation/mail/invitation.txt",
        at=at,
        network=network.pk,
        network_name=network.short_name,
        invitation=invitation,
        organisation=invitation.organisation,
        slug=network.slug,
        token=token_of(invitation.pk),
    )


def _tell_organisation(invitation: Invitation, mandate: Mandate, at: datetime) -> None:
    network = invitation.network
    for to, basis in recipients_of([invitation.organisation_id], localdate(at), Capacity.MAIN):
        if to.person != mandate.person_id:
            write_letter(
                to=to,
                cause=f"invitation.accepted:{invitation.pk}",
                template="representation/mail/accepted.txt",
                at=at,
                network=network.pk,
                network_name=network.short_name,
                basis=basis,
                person=str(mandate.person),
                capacity=mandate.capacity,
                organisation=invitation.organisation,
                slug=network.slug,
            )
