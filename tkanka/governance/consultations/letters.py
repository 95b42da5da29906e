"""Letters of this room: to those asked, to those who remarked."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localdate

from tkanka.governance.bodies.queries import recipients_of_body, seats_of
from tkanka.ground.notices.actions import write_letter
from tkanka.ground.notices.recipients import Recipient
from tkanka.network.networks.models import Mandate, Status
from tkanka.network.networks.models.belonging import in_force
from tkanka.network.networks.queries import members_of, recipients_of
from tkanka.rules.standing import SPEAKING

from .models import Consultation, Guest, Remark
from .queries.consultations import guests_of
from .tokens import token_of

Addressed = dict[str, tuple[Recipient, str, str]]
"""Recipients by their key, with what their right rests on and the page that is theirs ("" for the consultation's)."""


def audience_of(consultation: Consultation, day: date) -> Addressed:
    """Everybody who is asked, each once."""
    found: Addressed = {}
    people: list[tuple[Recipient, str]] = []
    if consultation.body is not None:
        people += recipients_of_body(consultation.body, day)
    else:
        for body in consultation.bodies.select_related("network")[:500]:
            people += recipients_of_body(body, day)
        if consultation.members:
            people += recipients_of(members_of(consultation.network, day).values_list("pk", flat=True), day)
        if consultation.observers:
            others = members_of(consultation.network, day, Status.OBSERVER, Status.PARTNER)
            people += recipients_of(others.values_list("pk", flat=True), day)
    for to, basis in people:
        found.setdefault(to.key, (to, basis, ""))
    for guest in guests_of(consultation):
        to = recipient_of(guest)
        found.setdefault(to.key, (to, "", guest_page(consultation, guest)))
    return found


def silent_of(consultation: Consultation, day: date) -> Addressed:
    """Those of them who said nothing, and whose organisation said nothing."""
    rows = Remark.objects.filter(consultation=consultation, withdrawn_at=None)
    spoke = set(rows.exclude(person=None).values_list("person", flat=True))
    parties = rows.exclude(organisation=None).values("organisation")
    mandates = Mandate.objects.filter(in_force(day), organisation__in=parties, capacity__in=SPEAKING)
    spoke |= set(mandates.values_list("person", flat=True))
    guests = {recipient_of(remark.guest).key for remark in rows.select_related("guest") if remark.guest}
    return {
        key: told
        for key, told in audience_of(consultation, day).items()
        if told[0].person not in spoke and key not in guests
    }


def authors_of(remark: Remark, consultation: Consultation, day: date) -> Addressed:
    """Who is told what became of a remark: those who speak for its organisation, its guest, or the person."""
    if remark.guest is not None and remark.guest.left_out_at is None:
        to = recipient_of(remark.guest)
        return {to.key: (to, "", guest_page(consultation, remark.guest))}
    if consultation.body is not None:
        return _in_circle(remark, consultation, day)
    if remark.organisation_id:
        return {to.key: (to, basis, "") for to, basis in recipients_of([remark.organisation_id], day)}
    if remark.person_id is None:
        return {}
    asked = (told for body in consultation.bodies.all()[:500] for told in recipients_of_body(body, day))
    return {to.key: (to, basis, "") for to, basis in asked if to.person == remark.person_id}


def _in_circle(remark: Remark, consultation: Consultation, day: date) -> Addressed:
    assert consultation.body
    seats: Iterable[UUID] = (
        seats_of(consultation.body, day).filter(organisation=remark.organisation_id).values_list("pk", flat=True)[:200]
        if remark.organisation_id
        else ()
    )
    bases = {f"seat:{key}" for key in seats}
    return {
        to.key: (to, basis, "")
        for to, basis in recipients_of_body(consultation.body, day)
        if to.person == remark.person_id or basis in bases
    }


def tell(consultation: Consultation, told: Addressed, letter: str, at: datetime, about: str = "", **more: Any) -> int:
    """Write one letter to each; `about` is what makes it another letter than the last of its kind."""
    network = consultation.network
    document = consultation.version.document
    page = reverse("consultations:consultation", args=[network.slug, consultation.pk])
    for to, basis, own_page in told.values():
        write_letter(
            to=to, cause=f"consultation.{letter}:{about or consultation.pk}",
            template=f"consultations/mail/{letter}.txt", at=at, network=network.pk, network_name=network.short_name,
            basis=basis, consultation=consultation, document=document, page=own_page or page, guest=bool(own_page),
            today=localdate(at), **more,
        )  # fmt: skip
    return len(told)


def recipient_of(guest: Guest) -> Recipient:
    return Recipient(person=None, email=guest.email, name=guest.name, language=guest.language)


def guest_page(consultation: Consultation, guest: Guest) -> str:
    return reverse("consultations:guest", args=[consultation.network.slug, token_of(guest.pk)])
