"""Who may be given a task after a meeting: whoever was there, whoever sits in the body, the offices."""

from datetime import date

from django.utils.translation import gettext as _

from tkanka.governance.bodies.models import Seat
from tkanka.governance.bodies.queries import seats_of
from tkanka.governance.meetings.models import Meeting
from tkanka.network.networks.models import Organisation, Status
from tkanka.network.networks.queries import members_of, office_holders
from tkanka.network.people.models import Person

from .actions.tasks import Given
from .queries import people_at

Offered = list[tuple[str, list[tuple[str, str]]]]


class Choices:
    """The owners offered for one meeting, by key: "person:…", "organisation:…", "seat:…"."""

    def __init__(self, meeting: Meeting, day: date):
        self.meeting, self.day = meeting, day
        offices = [holder.person for holder in office_holders(meeting.network, day)[:50] if holder.person.is_active]
        people = {person.pk: person for person in [*people_at(meeting), *offices]}
        self.people: dict[str, Person] = {f"person:{key}": person for key, person in people.items()}
        seats = seats_of(meeting.body, day)[:200] if meeting.body else []
        self.seats: dict[str, Seat] = {f"seat:{seat.pk}": seat for seat in seats}
        came = meeting.attendances.filter(organisation__isnull=False).values("organisation")
        parties = members_of(meeting.network, day, *Status.values).filter(pk__in=came).order_by("name")[:500]
        self.parties: dict[str, Organisation] = {f"organisation:{one.pk}": one for one in parties}

    def offered(self) -> Offered:
        """The same for a list to choose from, in groups."""
        groups = [
            (_("Miejsca w grupie"), [(key, f"{one.person.name}, {one.body.name}") for key, one in self.seats.items()]),
            (_("Organizacje"), [(key, one.name) for key, one in self.parties.items()]),
            (_("Osoby"), sorted(((key, one.name) for key, one in self.people.items()), key=lambda pair: pair[1])),
        ]
        return [(name, found) for name, found in groups if found]

    def given(self, key: str) -> Given:
        return Given(person=self.people.get(key), organisation=self.parties.get(key), seat=self.seats.get(key))

    def named(self, name: str) -> Given | None:
        """An organisation of the network by its name, None where there is none of that name."""
        rows = members_of(self.meeting.network, self.day, *Status.values).filter(name__iexact=name.strip())
        found = rows.first()
        return Given(organisation=found) if found else None
