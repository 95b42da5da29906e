"""Entering what a file says: wholly or not at all, and never twice."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.actions import register_organisation, start_membership
from tkanka.network.networks.models import Network, Organisation, Status
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.activities import may_import, may_register_by_import
from tkanka.rules.parties import Kind
from tkanka.rules.ruling import check
from tkanka.rules.standing import Standing

from ..models import ImportFile, ImportRun, RunState
from ..queries.holding import activities_with
from ..queries.imports import register_stamp
from ..sheets.opening import Opened
from ..sheets.plan import Plan
from .entering import enter_activities
from .importing import keep_results

AT_ONCE = 2_000
T = TypeVar("T")


class Moved(Exception):
    """The register has changed since the plan was made: make it anew."""


def apply_import(
    *, by: Standing, at: datetime, run: ImportRun, plan: Plan, stamp: tuple[Any, ...], table: Opened
) -> ImportRun:
    """Enter all rows of the plan that can be taken, in one go. `stamp` is that of the register the plan was made on.

    Raises Moved when the register is no longer that one, Refused when the run stands elsewhere or they may not.
    """
    with entry("import.applied", by=by, at=at) as record:
        run = locked(run)
        book = rulebook_of(run.network, at.date())
        record.rests_on(check(run.state == RunState.APPLYING, "step_not_open") & may_import(book, by))
        record.rests_on(check(run.only_good or not plan.counts["refused"], "no_row_refused"))
        network = Network.objects.select_for_update(no_key=True).get(pk=run.network_id)
        if register_stamp(network) != stamp:
            raise Moved
        if plan.new_parties:
            record.rests_on(may_register_by_import(book, by))
        parties = _parties(network, plan, by, at)
        _enter(network, run, plan, parties, by, at)
        keep_results(run, plan, table)
        run.state, run.changed_at = RunState.APPLIED, at
        run.save()
        ImportFile.objects.filter(run=run).delete()
        record.about(run, network, **plan.counts, registered=len(plan.new_parties))
        return run


def _parties(network: Network, plan: Plan, by: Standing, at: datetime) -> dict[UUID, Organisation]:
    """Everybody the plan enters something for; those not known yet become partners of the network."""
    wanted = {key for key, _ in plan.entered}
    found: dict[UUID, Organisation] = {}
    for some in _parts(sorted(wanted)):
        found |= Organisation.objects.in_bulk(some)
    for key in sorted(wanted & set(plan.new_parties)):
        party = found.get(key) or register_organisation(by=by, at=at, name=plan.new_parties[key], kind=Kind.OTHER.value)
        start_membership(by=by, at=at, network=network, organisation=party, status=Status.PARTNER)
        found[key] = party
    return found


def _enter(
    network: Network, run: ImportRun, plan: Plan, parties: dict[UUID, Organisation], by: Standing, at: datetime
) -> None:
    for some in _parts(plan.entered):
        entered = [(parties[key], facts) for key, facts in some]
        enter_activities(by=by, at=at, network=network, entered=entered, cause=run.pk)
    for part in _parts(plan.changed):
        activities = {one.pk: one for one in activities_with([key for key, _ in part])}
        changed = [(activities[key], facts) for key, facts in part]
        enter_activities(by=by, at=at, network=network, changed=changed, cause=run.pk)


def _parts(many: Sequence[T]) -> list[Sequence[T]]:
    return [many[start : start + AT_ONCE] for start in range(0, len(many), AT_ONCE)]
