"""Whatever the house keeps of one person: each room that keeps something adds a line here, the highest first.

`export` gives it in plain values, `forget` takes it away within the one erasure. What a room must do:
`forget_person(by, at, traces)`, an action that leaves keys and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from tkanka.coordination.activities import actions as activities
from tkanka.coordination.activities.queries.personal import export_of as activities_of
from tkanka.governance.amendments import actions as amendments
from tkanka.governance.amendments import personal as amendments_personal
from tkanka.governance.bodies import actions as bodies
from tkanka.governance.bodies import personal as bodies_personal
from tkanka.governance.calendar import actions as calendar
from tkanka.governance.calendar import personal as calendar_personal
from tkanka.governance.consultations import actions as consultations
from tkanka.governance.consultations import personal as consultations_personal
from tkanka.governance.discussions import actions as discussions
from tkanka.governance.discussions import personal as discussions_personal
from tkanka.governance.disputes import actions as disputes
from tkanka.governance.disputes import personal as disputes_personal
from tkanka.governance.elections import actions as elections
from tkanka.governance.elections import personal as elections_personal
from tkanka.governance.groups import actions as groups
from tkanka.governance.groups import personal as groups_personal
from tkanka.governance.meetings import actions as meetings
from tkanka.governance.meetings import personal as meetings_personal
from tkanka.governance.minutes import actions as minutes
from tkanka.governance.minutes import personal as minutes_personal
from tkanka.governance.motions import actions as motions
from tkanka.governance.motions import personal as motions_personal
from tkanka.governance.positions import actions as positions
from tkanka.governance.positions import personal as positions_personal
from tkanka.governance.separation import actions as separation
from tkanka.governance.separation import personal as separation_personal
from tkanka.governance.voting import actions as voting
from tkanka.governance.voting import personal as voting_personal
from tkanka.ground.kit.traces import Traces
from tkanka.ground.ledger import queries as ledger
from tkanka.ground.notices import actions as notices
from tkanka.ground.notices import queries as letters
from tkanka.network.directory import actions as directory
from tkanka.network.directory.queries import personal as directory_personal
from tkanka.network.membership import actions as membership
from tkanka.network.membership.queries import personal as membership_personal
from tkanka.network.networks import actions as networks
from tkanka.network.networks.queries import personal as networks_personal
from tkanka.network.people import queries as people
from tkanka.network.people.models import Person
from tkanka.network.representation import actions as representation
from tkanka.network.representation.queries import personal as representation_personal
from tkanka.network.tenure import actions as tenure
from tkanka.network.tenure.queries import personal as tenure_personal
from tkanka.rules.standing import Standing


class Forget(Protocol):
    """Take everything away by which the person can be recognised."""

    def __call__(self, *, by: Standing, at: datetime, traces: Traces) -> object: ...


@dataclass(frozen=True)
class Contribution:
    """What one room keeps of a person. A room that keeps nothing but keys has nothing to forget."""

    room: str
    export: Callable[[Person], dict[str, Any]]
    forget: Forget | None = None


def _letters_forgotten(*, by: Standing, at: datetime, traces: Traces) -> object:
    return notices.forget_person(traces=traces)


CONTRIBUTIONS = (
    Contribution("activities", lambda p: activities_of(p.pk, p.email), activities.forget_person),
    Contribution("amendments", lambda p: amendments_personal.export_of(p.pk), amendments.forget_person),
    Contribution("separations", lambda p: separation_personal.export_of(p.pk), separation.forget_person),
    Contribution("disputes", lambda p: disputes_personal.export_of(p.pk), disputes.forget_person),
    Contribution("votes", lambda p: voting_personal.export_of(p.pk), voting.forget_person),
    Contribution("elections", lambda p: elections_personal.export_of(p.pk), elections.forget_person),
    Contribution("motions", lambda p: motions_personal.export_of(p.pk), motions.forget_person),
    Contribution("groups", lambda p: groups_personal.export_of(p.pk), groups.forget_person),
    Contribution("minutes", lambda p: minutes_personal.export_of(p.pk), minutes.forget_person),
    Contribution(
        "consultations", lambda p: consultations_personal.export_of(p.pk, p.email), consultations.forget_person
    ),
    Contribution("positions", lambda p: positions_personal.export_of(p.pk), positions.forget_person),
    Contribution("discussions", lambda p: discussions_personal.export_of(p.pk), discussions.forget_person),
    Contribution("meetings", lambda p: meetings_personal.export_of(p.pk, p.email), meetings.forget_person),
    Contribution("calendar", lambda p: calendar_personal.export_of(p.pk), calendar.forget_person),
    Contribution("bodies", lambda p: bodies_personal.export_of(p.pk), bodies.forget_person),
    Contribution("directory", lambda p: directory_personal.export_of(p.pk), directory.forget_person),
    Contribution("tenure", lambda p: tenure_personal.export_of(p.pk), tenure.forget_person),
    Contribution("representation", lambda p: representation_personal.export_of(p.pk), representation.forget_person),
    Contribution("membership", lambda p: membership_personal.export_of(p.pk), membership.forget_person),
    Contribution("networks", lambda p: networks_personal.export_of(p.pk), networks.forget_person),
    Contribution("notices", lambda p: letters.export_of(p.pk, p.email), _letters_forgotten),
    Contribution("ledger", lambda p: ledger.export_of(p.pk)),
    Contribution("people", people.export_of),
)


def export_of(person: Person) -> dict[str, dict[str, Any]]:
    """Everything the house keeps of the person, by room."""
    return {contribution.room: contribution.export(person) for contribution in reversed(CONTRIBUTIONS)}
