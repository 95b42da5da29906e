"""„To my, prosimy o dostęp”: asking, letting in, declining."""

from datetime import datetime

from tkanka.ground.kit.dates import only_day
from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.actions import give_mandate
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.networks.queries import holds_office, host_of, rulebook_of
from tkanka.network.people.models import Person
from tkanka.rules.membership import may_ask_access, may_settle_access
from tkanka.rules.ruling import Ruling, check
from tkanka.rules.standing import Capacity, Standing

from ..letters import page, to_asker, to_main_people, to_offices
from ..models import AccessRequest, RequestState


def ask_access(
    *, by: Standing, at: datetime, network: Network, organisation: Organisation, person: Person, text: str = ""
) -> AccessRequest:
    """Ask the main representatives of a known party, and the secretariat, to be let in. Twice is once."""
    with entry("access.asked", by=by, at=at) as record:
        record.rests_on(may_ask_access(by, organisation=organisation.pk))
        request, made = AccessRequest.objects.get_or_create(
            organisation=organisation,
            person=person,
            state=RequestState.OPEN,
            defaults={"network": network, "text": text, "asked_at": at},
        )
        if made:
            cause, where = f"access.asked:{request.pk}", page("access-request", network, key=request.pk)
            to_main_people(network, organisation, "access_asked", at, cause, page=where, request=request)
            to_offices(network, "access_asked", at, cause, organisation=organisation, page=where, request=request)
        record.about(request, organisation, network=network.pk)
        return request


def grant_access(*, by: Standing, at: datetime, request: AccessRequest) -> AccessRequest:
    """The person becomes an alternate representative of the party, at once."""
    with entry("access.granted", by=by, at=at) as record:
        request = locked(request)
        record.rests_on(_may_settle(by, request, at))
        party, person = request.organisation, request.person
        held = party.mandates.filter(person=person, until=None, capacity=Capacity.ALTERNATE).exists()
        if not held:
            give_mandate(by=by, at=at, person=person, organisation=party, capacity=Capacity.ALTERNATE,
                         since=only_day(at))  # fmt: skip
        _settle(request, RequestState.GRANTED, by, at)
        to_asker(request, "access_granted", at)
        record.about(request, party)
        return request


def decline_access(*, by: Standing, at: datetime, request: AccessRequest) -> AccessRequest:
    with entry("access.declined", by=by, at=at) as record:
        request = locked(request)
        record.rests_on(_may_settle(by, request, at))
        _settle(request, RequestState.DECLINED, by, at)
        to_asker(request, "access_declined", at)
        record.about(request, request.organisation)
        return request


def _may_settle(by: Standing, request: AccessRequest, at: datetime) -> Ruling:
    day, network = only_day(at), request.network
    host = host_of(network, day)
    return check(request.state == RequestState.OPEN, "step_not_open") & may_settle_access(
        rulebook_of(network, day),
        by,
        organisation=request.organisation_id,
        own=by.person == request.person_id,
        for_host=bool(host and host.organisation_id == request.organisation_id),
        asker_is_secretariat_staff=holds_office(network, request.person, day),
    )


def _settle(request: AccessRequest, state: RequestState, by: Standing, at: datetime) -> None:
    request.state, request.settled_at, request.settled_by_id = state, at, by.person
    request.save(update_fields=["state", "settled_at", "settled_by"])
