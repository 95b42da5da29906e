"""Resignations and removal cases."""

from datetime import date, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.utils.timezone import localdate

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Membership, Network, Organisation, Status
from tkanka.network.networks.queries import standing_of
from tkanka.network.people.queries import person_by_key
from tkanka.rules.membership import MembershipState, RemovalState
from tkanka.rules.standing import Standing

from ..models import OPEN, Evidence, RemovalCase, Resignation


def standing_resignation(membership: Membership) -> Resignation | None:
    """The resignation that stands: it has taken effect or will on its day."""
    return Resignation.objects.filter(membership=membership, undone_at=None).first()


def announced_resignations(network: Network, day: date, limit: int = 100) -> list[Resignation]:
    """Members that named a later day on which they leave, the nearest first."""
    rows = Resignation.objects.filter(network=network, undone_at=None, leaves_on__gt=day)
    return list(rows.select_related("organisation").order_by("leaves_on")[:limit])


def former_memberships(network: Network, day: date) -> QuerySet[Membership]:
    """Who was a member and is no more, the latest first; page it. The fact only, no grounds."""
    rows = Membership.objects.filter(network=network, status=Status.MEMBER, until__lte=day)
    states = [MembershipState.ACTIVE, MembershipState.RESIGNED, MembershipState.REMOVED]
    return rows.filter(state__in=states).select_related("organisation").order_by("-until", "pk")


def cases_in(network: Network, state: str = "") -> QuerySet[RemovalCase]:
    """The removal cases of a network, open ones first, then the latest; page it."""
    rows = RemovalCase.objects.filter(network=network).select_related("organisation")
    return (rows.filter(state=state) if state else rows).order_by("-opened_on", "pk")


def open_case(membership: Membership) -> RemovalCase | None:
    return RemovalCase.objects.filter(membership=membership, state__in=OPEN).first()


def case_in(network: Network, key: UUID, by: Standing) -> RemovalCase:
    """A case for those who may see it: coordinator and secretariat; the member once it has notice. 404 for others."""
    case = one_of(
        RemovalCase.objects.filter(network=network).select_related("organisation", "membership", "network"), pk=key
    )
    if by.keeps_the_network or (case.noticed_at and speaks_in_case(case, by)):
        return case
    raise Http404


def speaks_in_case(case: RemovalCase, by: Standing) -> bool:
    return case.organisation_id in heard_as(case, by).represents


def heard_as(case: RemovalCase, by: Standing) -> Standing:
    """Who somebody is in a case: after the removal, who they were the day before it."""
    if case.state != "removed" or case.decided_at is None or by.person is None:
        return by
    person = person_by_key(by.person)
    day_before = localdate(case.decided_at) - timedelta(days=1)
    return standing_of(person, case.network, day_before) if person else by


def cases_of(network: Network, organisation: Organisation, limit: int = 20) -> list[RemovalCase]:
    """Cases the member knows of, the latest first."""
    rows = RemovalCase.objects.filter(network=network, organisation=organisation, noticed_at__isnull=False)
    return list(rows.order_by("-opened_on")[:limit])


def awaiting_answer(network: Network, organisations: list[UUID], limit: int = 20) -> list[RemovalCase]:
    """Cases in which one of these members was told and has not answered yet."""
    rows = RemovalCase.objects.filter(network=network, organisation__in=organisations, state=RemovalState.NOTICED)
    return list(rows.select_related("organisation").order_by("answer_due")[:limit])


def evidence_of(case: RemovalCase, limit: int = 200) -> list[Evidence]:
    return list(Evidence.objects.filter(case=case).select_related("added_by").order_by("added_at", "pk")[:limit])


def has_evidence(case: RemovalCase) -> bool:
    return Evidence.objects.filter(case=case, from_member=False).exists()


def evidence_in(network: Network, key: UUID, by: Standing) -> Evidence:
    """A piece of evidence for those who may see its case."""
    found = one_of(Evidence.objects.filter(case__network=network).select_related("case"), pk=key)
    case_in(network, found.case_id, by)
    return found
