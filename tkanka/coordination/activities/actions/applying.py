"""Entering what a file says, part after part: each wholly or not at all, and none of it twice."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.actions import register_organisation, start_membership
from tkanka.network.networks.models import Network, Organisation, Status
from tkanka.network.networks.queries import memberships_of, rulebook_of
from tkanka.rules.activities import may_import, may_register_by_import
from tkanka.rules.parties import Kind
from tkanka.rules.ruling import Refused, Ruling, check
from tkanka.rules.standing import Standing

from ..grounds import may_publish
from ..models import Activity, ImportFile, ImportPiece, ImportRun, RunState
from ..writing import Prepared, store
from .entering import believed


class Moved(Exception):
    """What the file was read against has changed since: read it anew."""


def enter_part(
    *, by: Standing, at: datetime, run: ImportRun, pieces: Sequence[ImportPiece], ready: Prepared
) -> ImportRun:
    """Enter some pieces of a divided file, which were made `ready`; organisations nobody knew become partners.

    Raises Moved when any of it is entered already or an activity was changed meanwhile, Refused when they may not.
    """
    with entry("activities.entered", by=by, at=at) as record:
        run = locked(run)
        record.rests_on(_open(run, by, at))
        network = run.network
        _expect_unmoved(pieces, ready)
        if any(piece.name for piece in pieces):
            record.rests_on(may_register_by_import(rulebook_of(network, at.date()), by))
            _admit(network, pieces, by, at)
        parties = Organisation.objects.in_bulk({piece.organisation for piece in pieces})
        record.rests_on(may_publish(network, by, parties.values(), at))
        for draft in ready.drafts:
            believed(draft.facts, run.changed_at)
        done = _stored(network, ready)
        ImportPiece.objects.filter(pk__in=[piece.pk for piece in pieces]).update(entered=True, facts={})
        run.entered += sum(len(piece.rows) for piece in pieces)
        run.save(update_fields=["entered"])
        new = sum(piece.seen is None for piece in pieces)
        record.about(network, *done, network=network.pk, entered=new, changed=len(done) - new, cause=run.pk)
        return run


def finish_import(*, by: Standing, at: datetime, run: ImportRun) -> ImportRun:
    """All of a divided file is entered: put the file itself away."""
    with entry("import.applied", by=by, at=at) as record:
        run = locked(run)
        record.rests_on(_open(run, by, at))
        if ImportPiece.objects.filter(run=run, entered=False).exists():
            raise Moved
        run.state, run.changed_at = RunState.APPLIED, at
        run.save()
        ImportFile.objects.filter(run=run).delete()
        ImportPiece.objects.filter(run=run).delete()
        record.about(run, run.network, **run.counts)
        return run


def _open(run: ImportRun, by: Standing, at: datetime) -> Ruling:
    ruling = check(run.state == RunState.APPLYING and run.divided, "step_not_open")
    ruling &= may_import(rulebook_of(run.network, at.date()), by)
    return ruling & check(run.only_good or not run.counts.get("refused"), "no_row_refused")


def _expect_unmoved(pieces: Sequence[ImportPiece], ready: Prepared) -> None:
    waiting = ImportPiece.objects.filter(pk__in=[piece.pk for piece in pieces], entered=False)
    seen = {piece.activity: piece.seen for piece in pieces if piece.seen}
    held = Activity.objects.select_for_update().filter(pk__in=seen).order_by("pk")
    if waiting.count() != len(pieces) or dict(held.values_list("pk", "changed_at")) != seen:
        raise Moved


def _admit(network: Network, pieces: Sequence[ImportPiece], by: Standing, at: datetime) -> None:
    for key, name in sorted({(piece.organisation, piece.name) for piece in pieces if piece.name}):
        party = _known(key) or register_organisation(by=by, at=at, name=name, kind=Kind.OTHER.value, id=key)
        if not memberships_of(network, at.date()).filter(organisation=party).exists():
            start_membership(by=by, at=at, network=network, organisation=party, status=Status.PARTNER)


def _known(key: UUID) -> Organisation | None:
    return Organisation.objects.filter(pk=key).first()


def _stored(network: Network, ready: Prepared) -> list[Activity]:
    try:
        return store(network, ready)
    except Refused as repeated:
        raise Moved from repeated
