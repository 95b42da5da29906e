from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Exists, OuterRef, QuerySet

from tkanka.ground.kit.lookup import one_of
from tkanka.ground.notices.recipients import Recipient
from tkanka.network.people.models import Person
from tkanka.rules.membership import MembershipState
from tkanka.rules.standing import SPEAKING, Capacity, Office, Standing
from tkanka.rules.standing import Mandate as Mandated

from ..models import Hosting, Mandate, Membership, Network, OfficeHolder, Organisation, Status
from ..models.belonging import in_force


def memberships_of(network: Network, day: date, *statuses: str) -> QuerySet[Membership]:
    """Memberships in force that day: of members, or of the statuses given."""
    rows = Membership.objects.filter(in_force(day), network=network)
    return rows.filter(status__in=statuses or [Status.MEMBER])


def members_of(network: Network, day: date, *statuses: str) -> QuerySet[Organisation]:
    return Organisation.objects.filter(pk__in=memberships_of(network, day, *statuses).values("organisation"))


def newest_members(network: Network, day: date, limit: int = 5) -> list[Membership]:
    """Those who joined last, the newest first, with their organisations."""
    rows = memberships_of(network, day).select_related("organisation", "organisation__seat")
    return list(rows.order_by("-since", "organisation__name")[:limit])


def member_count(network: Network, day: date) -> int:
    return memberships_of(network, day).count()


def member_counts(day: date) -> dict[UUID, int]:
    """How many members each network has that day."""
    rows = Membership.objects.filter(in_force(day), status=Status.MEMBER).order_by()
    return dict(rows.values_list("network").annotate(Count("pk")))


def organisation_in(network: Network, key: object, day: date) -> Organisation:
    """An organisation that belongs to the network in some status; to the network's pages no other exists."""
    rows = members_of(network, day, *Status.values).select_related("seat", "seat__admin1")
    return one_of(rows, pk=key)


def organisations_named(name: str, limit: int = 20) -> list[Organisation]:
    """Parties of the installation with exactly this name."""
    return list(Organisation.objects.filter(name=name)[:limit])


def active_membership(network: Network, organisation: Organisation, day: date) -> Membership | None:
    return memberships_of(network, day, *Status.values).filter(organisation=organisation).first()


def host_of(network: Network, day: date) -> Hosting | None:
    return Hosting.objects.filter(in_force(day), network=network).select_related("organisation").first()


def hosted_by(organisation: Organisation, day: date) -> list[Network]:
    return list(Network.objects.filter(in_force(day, "hostings__"), hostings__organisation=organisation).distinct())


def holds_office(network: Network, person: Person, day: date) -> bool:
    return OfficeHolder.objects.filter(in_force(day), network=network, person=person).exists()


def office_holders(network: Network, day: date) -> QuerySet[OfficeHolder]:
    return (
        OfficeHolder.objects.filter(in_force(day), network=network).select_related("person").order_by("office", "since")
    )


def coordinates_without(holder: OfficeHolder, day: date) -> bool:
    """Whether somebody would coordinate the network that day, also as a deputy, if this office had ended."""
    if holder.office != Office.COORDINATOR:
        return True
    others = office_holders(holder.network, day).filter(office=Office.COORDINATOR, person__is_active=True)
    return others.exclude(pk=holder.pk).exists()


def mandates_of(organisation: Organisation, day: date) -> QuerySet[Mandate]:
    rows = Mandate.objects.filter(in_force(day), organisation=organisation)
    return rows.select_related("person").order_by("capacity", "since")


def main_representatives(network: Network, day: date, limit: int = 20) -> list[Mandate]:
    """Main representatives of members, in the order of the names of their organisations."""
    rows = Mandate.objects.filter(in_force(day), capacity=Capacity.MAIN, organisation__in=members_of(network, day))
    return list(rows.select_related("person", "organisation").order_by("organisation__name", "since")[:limit])


def standing_of(
    person: Person | AnonymousUser, network: Network, day: date, acting_for: UUID | None = None
) -> Standing:
    """Who someone is in the network that day; an unknown visitor has an empty standing.

    Two queries. `acting_for` counts only while a mandate for that organisation is in force; who speaks
    for one organisation only acts for it without choosing.
    """
    if isinstance(person, AnonymousUser) or not person.is_active:
        return Standing()
    offices = OfficeHolder.objects.filter(in_force(day), network=network, person=person).values_list(
        "office", flat=True
    )
    mandates = Mandate.objects.filter(in_force(day), person=person).values_list("organisation", "capacity")
    held = frozenset(Mandated(key, Capacity(capacity)) for key, capacity in mandates)
    belonging, left = _belonging(network, day, {m.organisation for m in held}) if held else ({}, frozenset())
    represents = {m.organisation for m in held if m.capacity in SPEAKING} - left
    if acting_for not in represents:
        acting_for = next(iter(represents)) if len(represents) == 1 and acting_for is None else None
    return Standing(
        person=person.pk,
        offices=frozenset(map(Office, offices)),
        mandates=held,
        members=frozenset(key for key, status in belonging.items() if status == Status.MEMBER),
        observers=frozenset(key for key, status in belonging.items() if status != Status.MEMBER),
        acting_for=acting_for,
        left=left,
    )


def _belonging(network: Network, day: date, organisations: set[UUID]) -> tuple[dict[UUID, str], frozenset[UUID]]:
    """How each belongs to the network that day, and which of them have left it."""
    rows = Membership.objects.filter(network=network, organisation__in=organisations, since__lte=day)
    ever = list(rows.values_list("organisation", "status", "until"))
    belonging = {key: status for key, status, until in ever if until is None or until > day}
    return belonging, frozenset(key for key, _, _ in ever if key not in belonging)


def represented_by(standing: Standing) -> list[Organisation]:
    """The organisations someone may act for in the network, by name: none that has left it."""
    return [one for one in worked_for(standing) if one.pk in standing.represents]


def worked_for(standing: Standing) -> list[Organisation]:
    """Those, and the members someone does other work for, by name."""
    keys = (standing.represents | standing.members) - standing.left
    return list(Organisation.objects.filter(pk__in=keys).order_by("name")[:50]) if keys else []


def recipients_of(
    organisations: Iterable[UUID], day: date, *capacities: Capacity, limit: int = 20_000
) -> list[tuple[Recipient, str]]:
    """Whom to write to for these organisations, each person once, with the mandate their entitlement rests on."""
    rows = Mandate.objects.filter(
        in_force(day), organisation__in=list(organisations), capacity__in=capacities or SPEAKING, person__is_active=True
    )
    found: dict[UUID, tuple[Recipient, str]] = {}
    for mandate in rows.select_related("person").order_by("since", "pk")[:limit]:
        found.setdefault(mandate.person_id, (recipient(mandate.person), f"mandate:{mandate.pk}"))
    return list(found.values())


def recipients_for_offices(network: Network, day: date, *offices: Office) -> list[tuple[Recipient, str]]:
    """Whom to write to in the secretariat (or only in the offices given)."""
    rows = office_holders(network, day).filter(office__in=offices or list(Office), person__is_active=True)
    found: dict[UUID, tuple[Recipient, str]] = {}
    for holder in rows[:200]:
        found.setdefault(holder.person_id, (recipient(holder.person), f"office:{holder.pk}"))
    return list(found.values())


def recipient(person: Person) -> Recipient:
    return Recipient(person=person.pk, email=person.email, name=person.name, language=person.language)


Owed = tuple[UUID | None, str]
"""A network whose letter it is, and what the recipient's right to it rests on."""


def entitled(owed: set[Owed], day: date) -> set[Owed]:
    """Those queued letters' bases that still hold; a letter on any other is void.

    A mandate holds while it is in force and its organisation has not left the network that writes.
    """
    keys: dict[str, set[str]] = {"mandate": set(), "office": set()}
    for _, basis in owed:
        kind, _, key = basis.partition(":")
        keys.setdefault(kind, set()).add(key)
    mandates = Mandate.objects.filter(in_force(day), pk__in=keys["mandate"], person__is_active=True)
    offices = OfficeHolder.objects.filter(in_force(day), pk__in=keys["office"], person__is_active=True)
    holding = {f"mandate:{key}": organisation for key, organisation in mandates.values_list("pk", "organisation")}
    held = {f"office:{key}" for key in offices.values_list("pk", flat=True)}
    gone = _left({network for network, _ in owed if network}, set(holding.values()), day)
    return {
        (network, basis)
        for network, basis in owed
        if basis in held or (basis in holding and (network, holding[basis]) not in gone)
    }


def _left(networks: set[UUID], organisations: set[UUID], day: date) -> set[tuple[UUID, UUID]]:
    """Which of the organisations belonged to which of the networks, and do no more."""
    rows = Membership.objects.filter(network__in=networks, organisation__in=organisations, since__lte=day)
    ever = list(rows.values_list("network", "organisation", "until"))
    now = {(network, organisation) for network, organisation, until in ever if until is None or until > day}
    return {(network, organisation) for network, organisation, _ in ever} - now


def belongs_anywhere(organisation: Organisation, day: date) -> bool:
    """Whether any network counts it among its own that day."""
    return Membership.objects.filter(in_force(day), organisation=organisation).exists()


def without_any_right(people: Iterable[UUID], day: date) -> list[Person]:
    """Those of the people who hold neither a mandate nor an office in any network any more."""
    held = Mandate.objects.filter(in_force(day), person=OuterRef("pk"))
    offices = OfficeHolder.objects.filter(in_force(day), person=OuterRef("pk"))
    return list(Person.objects.filter(~Exists(held), ~Exists(offices), pk__in=list(people))[:1000])


def ended_memberships(day: date, limit: int = 200) -> list[Membership]:
    """Memberships whose last day has come, not yet closed."""
    rows = Membership.objects.filter(state=MembershipState.ACTIVE, until__lte=day)
    return list(rows.select_related("network", "organisation").order_by("until", "pk")[:limit])


def hostings_of(network: Network, limit: int = 50) -> list[Hosting]:
    """Every host the network has had, the present one first."""
    return list(Hosting.objects.filter(network=network).select_related("organisation").order_by("-since")[:limit])
