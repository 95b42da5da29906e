"""Who asks to come in, and who is asked in."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network
from tkanka.network.people.models import Person
from tkanka.rules.bodies import AdmissionState
from tkanka.rules.standing import Standing

from ..models import Admission, Body


def waiting_at(body: Body, *, invited: bool, limit: int = 200) -> list[Admission]:
    """Those who wait for an answer of the leads, or whose answer the leads wait for; the longest first."""
    rows = Admission.objects.filter(body=body, state=AdmissionState.WAITING, invited=invited)
    return list(rows.select_related("person", "organisation").order_by("asked_at", "pk")[:limit])


def waiting_for_leads(bodies: Iterable[UUID], limit: int = 100) -> list[Admission]:
    """Everybody who asked to come into one of these bodies and has no answer yet."""
    rows = Admission.objects.filter(body__in=list(bodies), state=AdmissionState.WAITING, invited=False)
    return list(rows.select_related("body", "person", "organisation").order_by("asked_at", "pk")[:limit])


def invitations_to(network: Network, by: Standing, limit: int = 50) -> list[Admission]:
    """Invitations the visitor has not answered."""
    if by.person is None:
        return []
    rows = _addressed_to(by.person).filter(body__network=network, state=AdmissionState.WAITING, invited=True)
    return list(rows.select_related("body", "organisation").order_by("asked_at", "pk")[:limit])


def own_admission(body: Body, by: Standing) -> Admission | None:
    """What the visitor waits for, or is asked, in this body."""
    if by.person is None:
        return None
    return (
        _addressed_to(by.person).filter(body=body, state=AdmissionState.WAITING).select_related("organisation").first()
    )


def invitation_in(network: Network, key: object, by: Standing) -> Admission:
    """An invitation, for the person it is addressed to; 404 for everybody else."""
    if by.person is None:
        raise Http404
    rows = _addressed_to(by.person).filter(body__network=network, invited=True)
    return one_of(rows.select_related("body", "body__network", "organisation", "asked_by"), pk=key)


def admission_in(network: Network, key: object, bodies: QuerySet[Body]) -> Admission:
    """Somebody's asking to come into one of these bodies."""
    rows = Admission.objects.filter(body__network=network, body__in=bodies)
    return one_of(rows.select_related("body", "body__network", "person", "organisation"), pk=key)


def _addressed_to(person: UUID) -> QuerySet[Admission]:
    address = Person.objects.filter(pk=person, is_active=True).values("email")
    return Admission.objects.filter(Q(person=person) | Q(person=None, email__in=address))
