"""What the secretariat does with a proposal: check, ask, decline; telling of what is overdue."""

from datetime import datetime

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.groups import PROPOSAL, may_check, may_decline, may_edit_proposal, may_verify
from tkanka.rules.ruling import check
from tkanka.rules.standing import Office, Standing

from ..letters import tell_offices, tell_proposers
from ..models import Check, Proposal, Question
from ..queries import checks_answered, clock_of, initiates, is_own
from .actor import actor


def check_item(*, by: Standing, at: datetime, proposal: Proposal, item: str, fine: bool, note: str) -> Check:
    """Answer one of the checks with a note; a second answer replaces the first."""
    with entry("group_proposal.checked", by=by, at=at) as record:
        proposal = locked(proposal)
        record.rests_on(may_check(
            rulebook_of(proposal.network, localdate(at)), by, own=initiates(proposal, by), item=item,
            noted=bool(note.strip()),
        ))  # fmt: skip
        record.rests_on(check(proposal.is_open, "step_not_open", step="check", state=proposal.state))
        found, _ = Check.objects.update_or_create(
            proposal=proposal, item=item, defaults={"fine": fine, "note": note.strip(), "at": at, "by_id": actor(by)}
        )
        record.about(proposal, item=item, fine=fine)
        return found


def ask_proposers(*, by: Standing, at: datetime, proposal: Proposal, text: str) -> Question:
    """Ask the proposers; the clock stands until they answer."""
    with entry("group_proposal.asked", by=by, at=at) as record:
        proposal = locked(proposal)
        book = rulebook_of(proposal.network, localdate(at))
        record.rests_on(may_verify(book, by, own=initiates(proposal, by)))
        proposal.state = PROPOSAL.after(proposal.state, "ask")
        proposal.save(update_fields=["state"])
        question = Question.objects.create(proposal=proposal, text=text, asked_at=at, asked_by_id=actor(by))
        tell_proposers(proposal, "asked", at, f"group_proposal.asked:{question.pk}", question=question)
        record.about(proposal)
        return question


def answer_question(*, by: Standing, at: datetime, proposal: Proposal, text: str) -> Proposal:
    """The proposers answer; the clock goes on."""
    with entry("group_proposal.answered", by=by, at=at) as record:
        proposal = locked(proposal)
        own = is_own(proposal, by) or initiates(proposal, by)
        record.rests_on(may_edit_proposal(rulebook_of(proposal.network, localdate(at)), by, own=own))
        proposal.state = PROPOSAL.after(proposal.state, "answer")
        proposal.save(update_fields=["state"])
        proposal.questions.filter(answered_at=None).update(answer=text, answered_at=at, answered_by=actor(by))
        tell_offices(proposal.network, "answered", at, f"group_proposal.answered:{proposal.pk}:{at}",
                     proposal=proposal)  # fmt: skip
        record.about(proposal)
        return proposal


def decline_proposal(*, by: Standing, at: datetime, proposal: Proposal, item: str, explanation: str) -> Proposal:
    """Decline on a check that failed, with a reason in words. The proposers may come back with a new proposal."""
    with entry("group_proposal.declined", by=by, at=at) as record:
        proposal, day = locked(proposal), localdate(at)
        book, checks = rulebook_of(proposal.network, day), checks_answered(proposal)
        state = PROPOSAL.after(proposal.state, "decline")
        record.rests_on(may_decline(
            book, by, own=initiates(proposal, by), doubted={key for key, one in checks.items() if not one.fine},
            item=item, explained=bool(explanation.strip()), clock=clock_of(book, proposal), today=day,
        ))  # fmt: skip
        proposal.state, proposal.decided_at, proposal.decided_by_id = state, at, actor(by)
        proposal.declined_on, proposal.explanation = item, explanation.strip()
        proposal.save()
        tell_proposers(proposal, "declined", at, f"group_proposal.declined:{proposal.pk}")
        record.about(proposal, item=item)
        return proposal


def tell_overdue(*, by: Standing, at: datetime, proposal: Proposal) -> Proposal:
    """Tell the coordinator, once a due day, that the working days are over. Silence neither opens nor declines."""
    with entry("group_proposal.overdue", by=by, at=at) as record:
        proposal = locked(proposal)
        due = clock_of(rulebook_of(proposal.network, localdate(at)), proposal).due
        tell_offices(proposal.network, "overdue", at, f"group_proposal.overdue:{proposal.pk}:{due}",
                     Office.COORDINATOR, proposal=proposal, due=due)  # fmt: skip
        proposal.told_overdue_for = due
        proposal.save(update_fields=["told_overdue_for"])
        record.about(proposal, due=due)
        return proposal
