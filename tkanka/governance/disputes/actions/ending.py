"""The end of a dispute: its outcome, what follows, and the day its texts go."""

from datetime import date, datetime

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.kit.traces import Traces
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.queries import rulebook_of
from tkanka.network.people.models import Person
from tkanka.rules.disputes import DISPUTE, kept_until, may_close, may_settle
from tkanka.rules.ruling import check
from tkanka.rules.standing import Standing

from ..letters import tell
from ..models import Dispute, Involved, Key, Leaf, Mediator, Party, Reading, Substitute
from ..queries import file_of


def settle(*, by: Standing, at: datetime, dispute: Dispute, outcome: str) -> Dispute:
    """What the parties agreed on in mediation."""
    with entry("dispute.settled", by=by, at=at) as record:
        dispute, day = locked(dispute), localdate(at)
        file = file_of(dispute, day)
        record.rests_on(may_settle(rulebook_of(dispute.network, day), by, file.facts))
        dispute.state, dispute.outcome = DISPUTE.after(dispute.state, "settle"), outcome.strip()
        dispute.save(update_fields=["state", "outcome"])
        tell(file, at, dispute.pk)
        record.about(dispute)
        return dispute


def close(
    *, by: Standing, at: datetime, dispute: Dispute, outcome: str, follow_up: str = "", follow_up_on: date | None = None
) -> Dispute:
    """The outcome and what follows; from now on the day is known on which the texts go."""
    with entry("dispute.closed", by=by, at=at) as record:
        dispute, day = locked(dispute), localdate(at)
        file, book = file_of(dispute, day), rulebook_of(dispute.network, day)
        record.rests_on(may_close(book, by, file.facts))
        dispute.state, dispute.outcome = DISPUTE.after(dispute.state, "close"), outcome.strip()
        dispute.follow_up, dispute.follow_up_on = follow_up.strip(), follow_up_on
        dispute.closed_at, dispute.delete_on = at, kept_until(book, day)
        dispute.save()
        tell(file, at, dispute.pk)
        record.about(dispute, delete_on=dispute.delete_on)
        return dispute


def clear_file(*, by: Standing, at: datetime, dispute: Dispute) -> Dispute:
    """The day has come: every text and name goes, the outcome stays."""
    with entry("dispute.cleared", by=by, at=at) as record:
        dispute = locked(dispute)
        due = dispute.delete_on is not None and dispute.delete_on <= localdate(at)
        record.rests_on(check(due and dispute.cleared_at is None, "day_of_deletion_came"))
        for table in (Leaf, Key, Mediator, Involved, Substitute, Reading):
            table.objects.filter(dispute=dispute).delete()
        Party.objects.filter(dispute=dispute).update(answer="", answered_by=None)
        dispute.title = dispute.statement = dispute.weight = dispute.asked_because = ""
        dispute.without_mediation = dispute.follow_up = ""
        dispute.brought_by, dispute.cleared_at = None, at
        dispute.save()
        record.about(dispute)
        return dispute


def forget_person(*, by: Standing, at: datetime, traces: Traces) -> None:
    """What organisations said and agreed stays; the person's name in it does not."""
    with entry("person.disputes_forgotten", by=by, at=at) as record:
        fields = ("title", "statement", "weight", "asked_because", "without_mediation", "outcome", "follow_up")
        traces.omit(Dispute.objects.all(), *fields)
        traces.omit(Party.objects.all(), "answer")
        traces.omit(Leaf.objects.all(), "text")
        traces.omit(Key.objects.all(), "reason")
        traces.omit(Mediator.objects.all(), "name", "advice")
        Mediator.objects.filter(person=traces.key).update(name="", email="", person=None)
        Mediator.objects.filter(email__in=traces.emails).update(name="", email="")
        for table in (Involved, Substitute, Reading):
            table.objects.filter(person=traces.key).delete()
        Substitute.objects.filter(replaces=traces.key).delete()
        record.about(Person(pk=traces.key))
