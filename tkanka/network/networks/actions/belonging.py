from datetime import date, datetime

from django.db.models import Q
from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.ground.search.actions import forget
from tkanka.network.people.models import Person
from tkanka.rules.host import may_record_guarantee
from tkanka.rules.membership import MembershipState, StatusState, may_hold_mandate, may_take_office
from tkanka.rules.networks import may_end_office, may_give_office
from tkanka.rules.standing import Capacity, Office, Standing

from ..index import index_organisation
from ..models import Hosting, Mandate, Membership, Network, OfficeHolder, Organisation, Status
from ..queries import coordinates_without, holds_office, host_of, hosted_by, mandates_of, rulebook_of


def start_membership(
    *,
    by: Standing,
    at: datetime,
    network: Network,
    organisation: Organisation,
    status: str = Status.MEMBER,
    since: date | None = None,
) -> Membership:
    """The organisation belongs to the network from that day. The rule that admits it stands in the action above."""
    with entry("membership.started", by=by, at=at) as record:
        membership = Membership.objects.create(
            network=network,
            organisation=organisation,
            status=status,
            since=since or localdate(at),
            state=MembershipState.ACTIVE,
        )
        index_organisation(network=network, organisation=organisation, at=at)
        record.about(membership, organisation, status=status)
        return membership


def end_membership(
    *,
    by: Standing,
    at: datetime,
    membership: Membership,
    state: MembershipState | StatusState,
    on: date | None = None,
) -> Membership:
    """It no longer belongs, from that day on. Every right that rested on it is computed, and so void at once."""
    with entry("membership.ended", by=by, at=at) as record:
        membership = locked(membership)
        membership.until = on or localdate(at)
        if membership.until <= localdate(at):
            membership.state = state
            forget(kind="organisation", key=membership.organisation_id, network=membership.network_id)
        membership.save(update_fields=["until", "state"])
        record.about(membership, membership.organisation, state=state, on=membership.until)
        return membership


def keep_membership(*, by: Standing, at: datetime, membership: Membership) -> Membership:
    """It goes on after all: the end that was set for a later day is taken back."""
    with entry("membership.kept", by=by, at=at) as record:
        membership = locked(membership)
        membership.until = None
        membership.save(update_fields=["until"])
        record.about(membership, membership.organisation)
        return membership


def give_mandate(
    *,
    by: Standing,
    at: datetime,
    person: Person,
    organisation: Organisation,
    capacity: Capacity,
    since: date | None = None,
    until: date | None = None,
    post: str = "",
) -> Mandate:
    """The person may act for the organisation. Staff of a secretariat never for its host (§4)."""
    with entry("mandate.given", by=by, at=at) as record:
        for network in hosted_by(organisation, localdate(at)):
            staff = holds_office(network, person, localdate(at))
            record.rests_on(
                may_hold_mandate(rulebook_of(network, localdate(at)), for_host=True, secretariat_staff=staff)
            )
        mandate = Mandate.objects.create(
            person=person,
            organisation=organisation,
            capacity=capacity,
            since=since or localdate(at),
            until=until,
            post=post,
        )
        record.about(mandate, organisation, capacity=capacity, person=person.pk)
        return mandate


def end_mandates(
    *,
    by: Standing,
    at: datetime,
    organisation: Organisation,
    person: Person | None = None,
    capacity: Capacity | None = None,
    on: date | None = None,
) -> int:
    """End the open mandates of an organisation: all, or a person's, or those in one capacity. Returns how many."""
    with entry("mandates.ended", by=by, at=at) as record:
        day = on or localdate(at)
        rows = Mandate.objects.filter(Q(until=None) | Q(until__gt=day), organisation=organisation)
        rows = rows.filter(person=person) if person else rows
        rows = rows.filter(capacity=capacity) if capacity else rows
        rows.filter(since__gt=day).delete()
        ended = rows.update(until=day)
        record.about(organisation, ended=ended, person=person.pk if person else None, on=day)
        return ended


def give_office(
    *,
    by: Standing,
    at: datetime,
    network: Network,
    person: Person,
    office: Office,
    is_deputy: bool = False,
    since: date | None = None,
) -> OfficeHolder:
    """The person keeps the network from that day. Nobody does who acts for its host (§4)."""
    with entry("office.given", by=by, at=at) as record:
        record.rests_on(may_give_office(by))
        host = host_of(network, localdate(at))
        held = mandates_of(host.organisation, localdate(at)).filter(person=person).count() if host else 0
        record.rests_on(may_take_office(rulebook_of(network, localdate(at)), mandates_of_host=held))
        holder = OfficeHolder.objects.create(
            network=network, person=person, office=office, is_deputy=is_deputy, since=since or localdate(at)
        )
        record.about(holder, network, office=office, person=person.pk)
        return holder


def end_office(*, by: Standing, at: datetime, holder: OfficeHolder, on: date | None = None) -> OfficeHolder:
    """Nobody keeps the network by this office from that day; refused where nobody else would coordinate it then."""
    with entry("office.ended", by=by, at=at) as record:
        network, day = locked(holder.network), on or localdate(at)
        holder, book = locked(holder), rulebook_of(network, localdate(at))
        leaves_none = not coordinates_without(holder, day)
        record.rests_on(may_end_office(book, by, own=by.person == holder.person_id, leaves_none=leaves_none))
        holder.until = day
        holder.save(update_fields=["until"])
        record.about(holder, holder.network, office=holder.office, person=holder.person_id)
        return holder


def take_hosting(
    *,
    by: Standing,
    at: datetime,
    network: Network,
    organisation: Organisation,
    since: date | None = None,
    guaranteed_until: date | None = None,
    donor: str = "",
    grant_since: date | None = None,
    grant_until: date | None = None,
) -> Hosting:
    """The organisation becomes the host; the host before it, if any, ends that day."""
    with entry("hosting.taken", by=by, at=at) as record:
        day = since or localdate(at)
        Hosting.objects.filter(network=network, until=None).update(until=day)
        hosting = Hosting.objects.create(
            network=network,
            organisation=organisation,
            since=day,
            guaranteed_until=guaranteed_until,
            donor=donor,
            grant_since=grant_since,
            grant_until=grant_until,
        )
        record.about(hosting, organisation, network, guaranteed_until=guaranteed_until)
        return hosting


def guarantee_hosting(
    *,
    by: Standing,
    at: datetime,
    hosting: Hosting,
    until: date,
    donor: str = "",
    note: str = "",
    grant_since: date | None = None,
    grant_until: date | None = None,
) -> Hosting:
    """The host pledges to keep the secretariat until that day; what it pledged before stays in the history."""
    with entry("hosting.guaranteed", by=by, at=at) as record:
        hosting = locked(hosting)
        own = hosting.organisation_id in by.represents
        book = rulebook_of(hosting.network, localdate(at))
        record.rests_on(may_record_guarantee(book, by, represents_host=own, until=until, today=localdate(at)))
        before = hosting.guaranteed_until
        hosting.guaranteed_until, hosting.donor, hosting.note = until, donor, note
        hosting.grant_since, hosting.grant_until = grant_since, grant_until
        hosting.save(update_fields=["guaranteed_until", "donor", "note", "grant_since", "grant_until"])
        record.about(hosting, hosting.organisation, hosting.network, until=until, before=before)
        return hosting
