from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Network, Organisation
from tkanka.rules.activities import ActivityState
from tkanka.rules.standing import Standing

from ..facts import Facts
from ..grounds import may_publish
from ..models import Activity, Row, Source, Visibility
from ..queries import facts_of
from ..writing import Draft, key_of, write


@dataclass(frozen=True, slots=True)
class Copied:
    """What copying made, and which activities had a copy in that period already."""

    made: list[Activity]
    repeated: list[Activity]


def copy_activities(
    *,
    by: Standing,
    at: datetime,
    network: Network,
    organisation: Organisation,
    activities: Iterable[Activity],
    starts: date,
    ends: date,
) -> Copied:
    """Enter these activities of an organisation again for another period, as planned. Numbers reached begin anew.

    What is already entered for that period is left out, so copying twice makes nothing twice.
    """
    with entry("activities.copied", by=by, at=at) as record:
        record.rests_on(may_publish(network, by, [organisation], at))
        chosen = [a for a in activities if (a.network_id, a.organisation_id) == (network.pk, organisation.pk)]
        told = facts_of(chosen)
        new, repeated = _apart([_again(one, told[one.pk], starts, ends, at) for one in chosen])
        made = write(network, new, at)
        record.about(organisation, *made, network=network.pk, copied=len(made), starts=starts, ends=ends)
        return Copied(made, repeated)


def _again(one: Activity, facts: Facts, starts: date, ends: date, at: datetime) -> Draft:
    copy = Activity(
        network_id=one.network_id,
        organisation_id=one.organisation_id,
        title=one.title,
        service_id=one.service_id,
        sector_id=one.sector_id,
        starts=starts,
        visibility=Visibility.PUBLISHED,
        source=Source.COPY,
        copied_from=one,
    )
    funding = facts.funding_ends if facts.funding_ends and facts.funding_ends >= starts else None
    status = ActivityState.PLANNED if starts > at.date() else ActivityState.ONGOING
    spots = tuple(replace(spot, reached=None) for spot in facts.spots)
    return Draft(copy, replace(facts, starts=starts, ends=ends, funding_ends=funding, status=status, spots=spots))


def _apart(drafts: list[Draft]) -> tuple[list[Draft], list[Activity]]:
    """Those that say something new, and the originals of the others; among equals the first is copied."""
    keys = [{key_of(d.activity, spot.unit.pk, spot.group) for spot in d.facts.spots} for d in drafts]
    taken: set[UUID | None] = set(Row.objects.filter(key__in=set().union(*keys)).values_list("key", flat=True))
    new: list[Draft] = []
    repeated: list[Activity] = []
    for draft, own in zip(drafts, keys, strict=True):
        if own & taken:
            repeated += [draft.activity.copied_from] if draft.activity.copied_from else []
        else:
            taken |= own
            new.append(draft)
    return new, repeated
