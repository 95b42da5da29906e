"""The settlement of the members present at a meeting."""

from dataclasses import replace
from datetime import datetime

from django.utils.timezone import localdate

from tkanka.governance.meetings.models import Meeting
from tkanka.governance.voting import actions as voting
from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.disputes import DISPUTE, may_put_to_vote
from tkanka.rules.ruling import check
from tkanka.rules.standing import Office, Standing
from tkanka.rules.voting import DECIDED, PollKind, PollState

from ..letters import tell
from ..models import Dispute
from ..queries import file_of, marks_of

CALLED_OFF = PollState.CALLED_OFF
TITLE = "Rozstrzygnięcie sporu"


def put_to_vote(*, by: Standing, at: datetime, dispute: Dispute, meeting: Meeting) -> Dispute:
    """Open the vote at a meeting of the members. Its title says nothing of the matter: that is told at the meeting."""
    with entry("dispute.put_to_vote", by=by, at=at) as record:
        dispute, day = locked(dispute), localdate(at)
        file = file_of(dispute, day)
        running = dispute.poll is not None and dispute.poll.state != CALLED_OFF
        record.rests_on(may_put_to_vote(rulebook_of(dispute.network, day), by, file.facts, running=running))
        # Whoever replaces the coordinator prepares the vote as the coordinator would.
        office = by if by.keeps_the_network else replace(by, offices=frozenset({Office.COORDINATOR}))
        poll = voting.draft_poll(
            by=office, at=at, network=dispute.network, kind=PollKind.DISPUTE, title=TITLE, meeting=meeting,
            marks=marks_of(file),
        )  # fmt: skip
        dispute.poll = voting.open_poll(by=office, at=at, poll=poll, met={"admitted_by_both_keys"})
        dispute.save(update_fields=["poll"])
        record.about(dispute)
        return dispute


def take_verdict(*, by: Standing, at: datetime, dispute: Dispute) -> Dispute:
    """What the meeting decided comes into the file: a settlement, or back to mediation."""
    with entry("dispute.verdict_taken", by=by, at=at) as record:
        dispute = locked(dispute)
        state = dispute.poll.state if dispute.poll else ""
        record.rests_on(check(bool(by.system) and state in {*DECIDED, CALLED_OFF}, "verdict_is_there"))
        if state == CALLED_OFF:
            dispute.poll = None
        else:
            dispute.state = DISPUTE.after(dispute.state, "decide" if state == PollState.PASSED else "not_decide")
        dispute.save(update_fields=["state", "poll"])
        tell(file_of(dispute, localdate(at)), at, dispute.pk)
        record.about(dispute)
        return dispute
