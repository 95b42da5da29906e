from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Network, Organisation
from tkanka.rules.activities import faults_of
from tkanka.rules.standing import Standing

from ..facts import Facts
from ..grounds import may_publish
from ..models import Activity, Source, Visibility
from ..writing import Draft, write


def enter_activity(
    *,
    by: Standing,
    at: datetime,
    network: Network,
    organisation: Organisation,
    facts: Facts,
    draft: bool = False,
    source: str = Source.FORM,
) -> Activity:
    """Write an activity of an organisation down, for all to see or as a draft.

    Raises Refused when they may not, or when the same thing is entered already.
    """
    with entry("activity.entered", by=by, at=at) as record:
        record.rests_on(may_publish(network, by, [organisation], at))
        activity = _new(network, organisation, Visibility.DRAFT if draft else Visibility.PUBLISHED, source)
        write(network, [Draft(activity, believed(facts, at))], at)
        record.about(activity, organisation, draft=draft, rows=len(facts.spots), typed_in=_typed_in(by, organisation))
        return activity


def change_activity(*, by: Standing, at: datetime, activity: Activity, facts: Facts) -> Activity:
    """Say it anew, wholly. It counts as confirmed. Raises Refused as entering does."""
    with entry("activity.changed", by=by, at=at) as record:
        activity = locked(activity)
        organisation, before = activity.organisation, activity.status
        record.rests_on(may_publish(activity.network, by, [organisation], at))
        write(activity.network, [Draft(activity, believed(facts, at))], at)
        typed_in = _typed_in(by, organisation)
        record.about(activity, organisation, before=before, status=activity.status, typed_in=typed_in)
        return activity


def enter_activities(
    *,
    by: Standing,
    at: datetime,
    network: Network,
    entered: Sequence[tuple[Organisation, Facts]] = (),
    changed: Sequence[tuple[Activity, Facts]] = (),
    source: str = Source.IMPORT,
    cause: UUID | None = None,
) -> list[Activity]:
    """Enter and change many at once, all or none: one record. `cause` is what they came with, such as an import.

    The entered come first in what is returned, each in the order given.
    """
    with entry("activities.entered", by=by, at=at) as record:
        parties = [organisation for organisation, _ in entered] + [activity.organisation for activity, _ in changed]
        record.rests_on(may_publish(network, by, parties, at))
        if any(activity.network_id != network.pk for activity, _ in changed):
            raise ValueError("an activity of another network")
        new = [Draft(_new(network, party, Visibility.PUBLISHED, source), believed(f, at)) for party, f in entered]
        old = [Draft(activity, believed(facts, at)) for activity, facts in changed]
        done = write(network, [*new, *old], at)
        record.about(network, network=network.pk, entered=len(new), changed=len(old), cause=cause)
        return done


def _new(network: Network, organisation: Organisation, visibility: str, source: str) -> Activity:
    return Activity(network=network, organisation=organisation, visibility=visibility, source=source)


def believed(facts: Facts, at: datetime) -> Facts:
    """The facts. Forms and files say what is wrong where it was typed; nothing wrong passes here: raises ValueError."""
    faults = faults_of(facts.stated, at.date())
    if faults or not facts.spots:
        raise ValueError("; ".join(f"{fault.field}: {fault.code}" for fault in faults) or "no area")
    return facts


def _typed_in(by: Standing, organisation: Organisation) -> bool:
    """Whether the secretariat (or a job) wrote for somebody else."""
    return not any(mandate.organisation == organisation.pk for mandate in by.mandates)
