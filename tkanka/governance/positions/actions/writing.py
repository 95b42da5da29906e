"""Writing together: a draft, remarks on it, the text frozen."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.positions import (
    MOST_ADDRESSEES,
    POSITION,
    may_draft,
    may_edit,
    may_freeze,
    may_remark,
    may_withdraw,
)
from tkanka.rules.ruling import check
from tkanka.rules.standing import Standing

from ..index import index_position
from ..letters import tell, tell_members
from ..models import Addressee, DraftRemark, Position


def held(position: Position) -> Position:
    found = locked(position)
    found.network, found.initiator = position.network, position.initiator
    return found


def begin_position(
    *, by: Standing, at: datetime, network: Network, organisation: Organisation, title: str, text: str,
    addressees: Sequence[str], source: str = "",
) -> Position:  # fmt: skip
    """Begin a position in the name of one organisation; members see the draft."""
    with entry("position.begun", by=by, at=at) as record:
        record.rests_on(may_draft(rulebook_of(network, localdate(at)), by, organisation=organisation.pk))
        made = Position.objects.create(
            network=network, initiator=organisation, title=title.strip(), text=text.strip(), source=source,
            begun_at=at, begun_by_id=by.person,
        )  # fmt: skip
        _address(made, addressees)
        index_position(made, at)
        record.about(made, organisation)
        return made


def edit_position(
    *, by: Standing, at: datetime, position: Position, title: str, text: str, addressees: Sequence[str], seen: int
) -> Position:
    """Change the draft; `seen` is the revision the writer began with, so that nobody writes over another."""
    with entry("position.edited", by=by, at=at) as record:
        found = held(position)
        record.rests_on(may_edit(by, initiator=found.initiator_id, state=found.state))
        record.rests_on(check(seen == found.revision, "nobody_wrote_meanwhile"))
        found.title, found.text, found.revision = title.strip(), text.strip(), seen + 1
        found.save(update_fields=["title", "text", "revision"])
        found.addressees.all().delete()
        _address(found, addressees)
        index_position(found, at)
        record.about(found, revision=found.revision)
        return found


def _address(position: Position, names: Sequence[str]) -> None:
    told = list(dict.fromkeys(name.strip()[:200] for name in names if name.strip()))[:MOST_ADDRESSEES]
    Addressee.objects.bulk_create(Addressee(position=position, order=n, name=name) for n, name in enumerate(told, 1))


def remark_on_draft(
    *, by: Standing, at: datetime, position: Position, organisation: Organisation, text: str
) -> DraftRemark:
    """A member says what it would change; the organisation that began it is told."""
    with entry("position.remarked", by=by, at=at) as record:
        found = held(position)
        record.rests_on(may_remark(by, organisation=organisation.pk, state=found.state))
        made = DraftRemark.objects.create(
            position=found, organisation=organisation, person_id=by.person, text=text.strip(), made_at=at
        )
        tell(found, [found.initiator_id], "remarked", at, about=made.pk, remark=made)
        record.about(found, organisation)
        return made


def freeze_position(*, by: Standing, at: datetime, position: Position, until: date) -> Position:
    """The text is frozen; every member is asked to sign."""
    with entry("position.frozen", by=by, at=at) as record:
        found, day = held(position), localdate(at)
        state = POSITION.after(found.state, "freeze")
        count = found.addressees.count()
        record.rests_on(may_freeze(by, initiator=found.initiator_id, addressees=count, until=until, today=day))
        found.state, found.frozen_at, found.sign_until = state, at, until
        found.save(update_fields=["state", "frozen_at", "sign_until"])
        tell_members(found, "signing", at)
        record.about(found, until=until)
        return found


def withdraw_position(*, by: Standing, at: datetime, position: Position, reason: str) -> Position:
    """Whoever began it gives it up before it is delivered; the reason stays."""
    with entry("position.withdrawn", by=by, at=at) as record:
        found = held(position)
        state = POSITION.after(found.state, "withdraw")
        record.rests_on(may_withdraw(by, initiator=found.initiator_id, explained=bool(reason.strip())))
        found.state, found.withdrawn_because, found.closed_at = state, reason.strip(), at
        found.save(update_fields=["state", "withdrawn_because", "closed_at"])
        index_position(found, at)
        record.about(found)
        return found
