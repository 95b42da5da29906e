"""The successor: proposed, named by the body that decides, and answering for itself."""

from collections.abc import Collection
from datetime import datetime

from django.utils.timezone import localdate

from tkanka.governance.voting.actions import draft_poll, open_poll
from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Organisation
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.ruling import check
from tkanka.rules.separation import CaseState, may_answer_naming, may_propose_successor, naming_rule
from tkanka.rules.standing import Standing
from tkanka.rules.voting import PollKind

from ..letters import tell_answered, tell_named
from ..models import Case, Successor
from ..queries import advisory_group, is_named, sits_in_it, successor_of
from .cases import HOUSE


def propose_successor(
    *, by: Standing, at: datetime, case: Case, organisation: Organisation, stated: Collection[str], text: str,
    title: str, closes_at: datetime,
) -> Successor:  # fmt: skip
    """Propose an organisation, state the qualities of a host of it, and let the body name it by its ordinary vote."""
    with entry("separation.successor_proposed", by=by, at=at) as record:
        case, day = locked(case), localdate(at)
        book, body = rulebook_of(case.network, day), advisory_group(case.network)
        record.rests_on(may_propose_successor(
            book, by, sits=sits_in_it(case.network, by, day), open_case=case.state == CaseState.OPEN,
            candidate=organisation.pk, host=case.host_id, stated=set(stated), waiting=successor_of(case) is not None,
        ))  # fmt: skip
        record.rests_on(check(body is not None, "body_that_decides"))
        poll = draft_poll(
            by=HOUSE, at=at, network=case.network, kind=PollKind.ORDINARY, title=title, text=text, body=body,
            closes_at=closes_at, rule=naming_rule(book),
        )  # fmt: skip
        one = Successor.objects.create(
            case=case, organisation=organisation, stated=sorted(stated), text=text.strip(), proposed_at=at,
            proposed_by_id=by.person, naming=open_poll(by=HOUSE, at=at, poll=poll),
        )  # fmt: skip
        record.about(case, organisation, poll)
        return one


def ask_named(*, by: Standing, at: datetime, successor: Successor) -> Successor:
    """Tell a successor that it was named, and ask whether it accepts."""
    with entry("separation.successor_asked", by=by, at=at) as record:
        successor = locked(successor)
        record.rests_on(check(is_named(successor) and successor.asked_at is None, "successor_is_named"))
        successor.asked_at = at
        successor.save(update_fields=["asked_at"])
        tell_named(successor, at)
        record.about(successor.case, successor.organisation)
        return successor


def answer_naming(*, by: Standing, at: datetime, successor: Successor, accepted: bool, text: str) -> Successor:
    """The successor accepts, or does not; then another may be proposed."""
    with entry("separation.successor_answered", by=by, at=at) as record:
        case, successor = locked(successor.case), locked(successor)
        record.rests_on(may_answer_naming(
            by, successor=successor.organisation_id, named=is_named(successor),
            answered=successor.answered_at is not None, open_case=case.state == CaseState.OPEN,
        ))  # fmt: skip
        successor.accepted, successor.answer = accepted, text.strip()
        successor.answered_at, successor.answered_by_id = at, by.person
        successor.save(update_fields=["accepted", "answer", "answered_at", "answered_by"])
        tell_answered(successor, at)
        record.about(case, successor.organisation, accepted=accepted)
        return successor
