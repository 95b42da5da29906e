from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.ground.search.actions import forget
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.activities import LIFECYCLE, ActivityState, may_delete_activity
from tkanka.rules.standing import Standing

from ..facts import Facts
from ..grounds import may_publish
from ..index import KIND
from ..models import Activity, Visibility
from ..queries import belongs_to, facts_of
from ..writing import Draft, write


def move_activity(*, by: Standing, at: datetime, activity: Activity, step: str) -> Activity:
    """Start, suspend, resume or end it. What starts early starts today; what ends, ends today at the latest."""
    with entry("activity.moved", by=by, at=at) as record:
        activity = locked(activity)
        record.rests_on(may_publish(activity.network, by, [activity.organisation], at))
        facts = facts_of([activity])[activity.pk]
        moved = _moved(facts, LIFECYCLE.after(activity.status, step), at.date())
        write(activity.network, [Draft(activity, moved)], at)
        record.about(activity, activity.organisation, step=step, status=activity.status)
        return activity


def _moved(facts: Facts, status: ActivityState, day: date) -> Facts:
    starts, ends, funding = facts.starts, facts.ends, facts.funding_ends
    if status in (ActivityState.ONGOING, ActivityState.ENDED) and starts:
        starts = min(starts, day)
    if status is ActivityState.ENDED:
        ends = min(ends, day) if ends else day
    return replace(facts, status=status, starts=starts, ends=ends, funding_ends=funding)


def confirm_activities(
    *, by: Standing, at: datetime, network: Network, organisation: Organisation, activities: Iterable[Activity]
) -> int:
    """Say that these entries of an organisation still hold. Returns how many there were."""
    with entry("activities.confirmed", by=by, at=at) as record:
        record.rests_on(may_publish(network, by, [organisation], at))
        keys = [activity.pk for activity in activities]
        held = list(Activity.objects.filter(network=network, organisation=organisation, pk__in=keys))
        Activity.objects.filter(pk__in=[one.pk for one in held]).update(confirmed_at=at)
        record.about(organisation, *held, network=network.pk, confirmed=len(held))
        return len(held)


def publish_activity(*, by: Standing, at: datetime, activity: Activity) -> Activity:
    """Let everybody see a draft, or again what was withdrawn. Raises Refused when it repeats another entry."""
    with entry("activity.published", by=by, at=at) as record:
        activity = locked(activity)
        record.rests_on(may_publish(activity.network, by, [activity.organisation], at))
        _rewrite(activity, Visibility.PUBLISHED, at)
        record.about(activity, activity.organisation)
        return activity


def withdraw_activity(*, by: Standing, at: datetime, activity: Activity) -> Activity:
    """Take it off lists, map and search; the entry and its history stay with the organisation."""
    with entry("activity.withdrawn", by=by, at=at) as record:
        activity = locked(activity)
        record.rests_on(may_publish(activity.network, by, [activity.organisation], at))
        _rewrite(activity, Visibility.WITHDRAWN, at)
        record.about(activity, activity.organisation)
        return activity


def _rewrite(activity: Activity, visibility: str, at: datetime) -> None:
    facts = facts_of([activity])[activity.pk]
    activity.visibility = visibility
    write(activity.network, [Draft(activity, facts)], at)


def delete_draft(*, by: Standing, at: datetime, activity: Activity) -> None:
    """Delete a draft for good. Raises Refused for what was ever published."""
    with entry("activity.draft_deleted", by=by, at=at) as record:
        activity = locked(activity)
        network, organisation, day = activity.network, activity.organisation, at.date()
        belongs = belongs_to(network, organisation, day)
        book, draft = rulebook_of(network, day), activity.is_draft
        record.rests_on(may_delete_activity(book, by, organisation=organisation.pk, draft=draft, belongs=belongs))
        record.about(activity, organisation)
        forget(kind=KIND, key=activity.pk, network=network.pk)
        activity.delete()
