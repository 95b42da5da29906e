"""What the rules of seats need to know, read from the tables."""

from datetime import date

from tkanka.network.networks.models import Network, Organisation, Status
from tkanka.network.networks.queries import active_membership, host_of, mandates_of, office_holders
from tkanka.network.people.models import Person
from tkanka.rules.bodies import Basis, BodyState, BodyType, Candidate, Period, Role, Room, Taken
from tkanka.rules.standing import Office

from .models import Body, Seat
from .queries import rows_meeting, was_ever_elected


def room_of(body: Body, kind: BodyType, day: date, *, without: Seat | None = None) -> Room:
    """The body as it stands on that day and after it; `without` leaves out a seat that is to end or be replaced."""
    rows = rows_meeting(body, day).exclude(pk__in=[without.pk] if without else [])
    hosting = host_of(body.network, day)
    return Room(
        kind=kind,
        state=BodyState(body.state),
        taken=tuple(Taken(Period(s.since, s.until), s.person_id, s.organisation_id) for s in rows[:5000]),
        host=hosting.organisation_id if hosting else None,
        ever_elected=was_ever_elected(body),
        strategic=body.strategic,
        sensitive=body.sensitive,
    )


def candidate_of(
    network: Network,
    person: Person,
    period: Period,
    *,
    today: date,
    basis: Basis,
    role: Role = Role.MEMBER,
    organisation: Organisation | None = None,
    outside: str = "",
    outside_kind: str = "",
    values_accepted: bool = False,
    reason: str = "",
) -> Candidate:
    """A person as the rules of seats see them. Belonging and mandates are those of the seat's first day, or of today
    for a day to come."""
    day = min(period.since, today)
    offices = {h.office for h in office_holders(network, day).filter(person=person)}
    membership = active_membership(network, organisation, day) if organisation else None
    hosting = host_of(network, day)
    return Candidate(
        person=person.pk,
        period=period,
        basis=basis,
        role=role,
        organisation=organisation.pk if organisation else None,
        outside=outside,
        outside_kind=outside_kind,
        is_member=membership is not None and membership.status == Status.MEMBER,
        belongs=membership is not None,
        has_mandate=organisation is not None and mandates_of(organisation, day).filter(person=person).exists(),
        is_secretariat=bool(offices),
        is_coordinator=Office.COORDINATOR in offices,
        for_host=organisation is not None and hosting is not None and hosting.organisation_id == organisation.pk,
        values_accepted=values_accepted,
        reason=reason,
    )
