"""From the wish to change the charter to the day from which the change holds."""

from datetime import date, datetime

from django.utils.timezone import localdate

from tkanka.governance.consultations.models import Document
from tkanka.governance.meetings.models import Item
from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.actions import adopt_charter
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.networks.queries import charter_on, rulebook_of
from tkanka.rules.amendments import (
    AMENDMENT,
    AmendmentState,
    NewTerm,
    amended,
    may_second,
    may_start,
    may_withdraw,
    starts_at_once,
)
from tkanka.rules.ruling import check
from tkanka.rules.standing import Standing

from ..letters import tell_enacted, tell_started
from ..models import Amendment, TermChange
from ..queries import advises
from ..weighing import Weighed


def start(
    *, by: Standing, at: datetime, network: Network, title: str, reason: str, organisation: Organisation | None = None
) -> Amendment:
    """Start a change: at once by the secretariat or a seat of the advisory group; of members it waits for a second."""
    with entry("amendment.started", by=by, at=at) as record:
        day = localdate(at)
        base, alone = charter_on(network, date.max), starts_at_once(by, advises=advises(network, by, day))
        record.rests_on(may_start(
            rulebook_of(network, day), by, advises=advises(network, by, day),
            organisation=organisation.pk if organisation else None, charter=base is not None,
        ))  # fmt: skip
        assert base
        amendment = Amendment.objects.create(
            network=network, base=base, title=title.strip(), reason=reason.strip(), mover=organisation,
            state=AmendmentState.OPEN if alone else AMENDMENT.start, started_at=at, started_by_id=by.person,
        )  # fmt: skip
        tell_started(amendment, at)
        record.about(amendment, *([organisation] if organisation else []), base=base.number)
        return amendment


def second(*, by: Standing, at: datetime, amendment: Amendment, organisation: Organisation) -> Amendment:
    """Another member wants it too: the secretariat takes it up."""
    with entry("amendment.seconded", by=by, at=at) as record:
        amendment = locked(amendment)
        record.rests_on(may_second(
            by, state=amendment.state, mover=amendment.mover_id, organisation=organisation.pk
        ))  # fmt: skip
        amendment.seconder, amendment.state = organisation, AMENDMENT.after(amendment.state, "take_up")
        amendment.save(update_fields=["seconder", "state"])
        record.about(amendment, organisation)
        return amendment


def base_on(*, by: Standing, at: datetime, amendment: Amendment, document: Document) -> Amendment:
    """Take a document on the charter as the text of the change: it is what is consulted."""
    with entry("amendment.text_chosen", by=by, at=at) as record:
        amendment = locked(amendment)
        record.rests_on(Weighed(amendment, by, localdate(at)).drafting)
        record.rests_on(check(document.network_id == amendment.network_id, "document_of_the_network"))
        amendment.document = document
        amendment.save(update_fields=["document"])
        record.about(amendment, document)
        return amendment


def set_term(*, by: Standing, at: datetime, amendment: Amendment, new: NewTerm) -> TermChange:
    """Set a term anew, or take it out (raises BadRulebook for a term or a value that cannot be)."""
    with entry("amendment.term_set", by=by, at=at) as record:
        amendment = locked(amendment)
        record.rests_on(Weighed(amendment, by, localdate(at)).drafting)
        amended(amendment.base.rulebook, [new])
        found, _ = TermChange.objects.update_or_create(
            amendment=amendment, path=new.path, defaults={"value": new.value.strip(), "cite": new.cite.strip()}
        )
        record.about(amendment, term=new.path)
        return found


def drop_term(*, by: Standing, at: datetime, term: TermChange) -> Amendment:
    """Leave a term as the charter has it."""
    with entry("amendment.term_dropped", by=by, at=at) as record:
        amendment = locked(term.amendment)
        record.rests_on(Weighed(amendment, by, localdate(at)).drafting)
        record.about(amendment, term=term.path)
        term.delete()
        return amendment


def present(*, by: Standing, at: datetime, amendment: Amendment, item: Item) -> Amendment:
    """Say at which point of which meeting the change was presented."""
    with entry("amendment.presented", by=by, at=at) as record:
        amendment = locked(amendment)
        record.rests_on(Weighed(amendment, by, localdate(at)).present(item))
        amendment.item, amendment.presented_on = item, localdate(item.meeting.starts_at)
        amendment.save(update_fields=["item", "presented_on"])
        record.about(amendment, item.meeting)
        return amendment


def enact(*, by: Standing, at: datetime, amendment: Amendment, from_day: date) -> Amendment:
    """The change becomes the next version of the charter, from that day on. What runs stays under its own book."""
    with entry("amendment.enacted", by=by, at=at) as record:
        amendment = locked(amendment)
        facts = Weighed(amendment, by, localdate(at))
        latest = charter_on(amendment.network, date.max)
        ruling = facts.enact(from_day) & check(latest == amendment.base, "charter_not_changed_since")
        record.rests_on(ruling)
        amendment.version = adopt_charter(
            by=by, at=at, network=amendment.network, rulebook=facts.draft, paragraphs=list(facts.text),
            in_force_from=from_day, note=amendment.title, gates=ruling,
        )  # fmt: skip
        amendment.state, amendment.ended_at = AMENDMENT.after(amendment.state, "enact"), at
        amendment.save(update_fields=["version", "state", "ended_at"])
        tell_enacted(amendment, at)
        record.about(amendment, amendment.version, from_day=from_day, number=amendment.version.number)
        return amendment


def withdraw(*, by: Standing, at: datetime, amendment: Amendment, reason: str) -> Amendment:
    """There will be no change; whoever started it, or the secretariat, says why."""
    with entry("amendment.withdrawn", by=by, at=at) as record:
        amendment = locked(amendment)
        own = by.person is not None and amendment.started_by_id == by.person
        record.rests_on(may_withdraw(by, own=own, state=amendment.state, reason=reason))
        amendment.state, amendment.ended_at = AMENDMENT.after(amendment.state, "withdraw"), at
        amendment.withdrawn_because = reason.strip()
        amendment.save(update_fields=["state", "ended_at", "withdrawn_because"])
        record.about(amendment)
        return amendment
