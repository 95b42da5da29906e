"""Questions to the advisory group, and the answers of its seats."""

from datetime import datetime

from django.utils.timezone import localdate

from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.groups import ProposalState, Reply, Route, Subject, may_advise, may_ask_advice, may_draft
from tkanka.rules.ruling import check
from tkanka.rules.standing import Standing

from ..letters import tell_offices, tell_seats
from ..models import Consultation, Opinion, Proposal
from ..queries import advises, advisory_group
from .actor import actor


def ask_advisory_group(*, by: Standing, at: datetime, proposal: Proposal, text: str) -> Consultation:
    """Put a question about a proposal to every seat: whether it is strategic (while it is a draft), or what to do with
    a hard case. Guidance does not bind, and the clock goes on."""
    with entry("advisory_group.asked", by=by, at=at) as record:
        day = localdate(at)
        book, body = rulebook_of(proposal.network, day), advisory_group(proposal.network)
        strategic = proposal.route == Route.JOINT and proposal.state == ProposalState.DRAFT
        if strategic:
            record.rests_on(may_draft(book, by, route=Route.JOINT, advises=advises(proposal.network, by, day)))
        else:
            record.rests_on(may_ask_advice(book, by))
            record.rests_on(check(proposal.is_open, "step_not_open", step="advice", state=proposal.state))
        record.rests_on(check(body is not None, "advisory_group_there"))
        assert body
        asked = Consultation.objects.create(
            network=proposal.network, body=body, subject=Subject.STRATEGIC if strategic else Subject.HARD_CASE,
            proposal=proposal, text=text, asked_at=at, asked_by_id=actor(by),
        )  # fmt: skip
        tell_seats(body, "consulted", at, f"advisory_group.asked:{asked.pk}", asked=asked)
        record.about(asked, proposal, network=proposal.network_id, subject=asked.subject)
        return asked


def give_opinion(*, by: Standing, at: datetime, consultation: Consultation, reply: Reply, text: str = "") -> Opinion:
    """A seat answers; while the question stands, the answer may be changed."""
    with entry("advisory_group.answered", by=by, at=at) as record:
        day = localdate(at)
        network = consultation.network
        seat = advises(network, by, day)
        record.rests_on(may_advise(rulebook_of(network, day), by, advises=seat, open_question=consultation.is_open))
        assert by.person
        opinion, _ = Opinion.objects.update_or_create(
            consultation=consultation, person_id=by.person, defaults={"reply": reply, "text": text, "at": at}
        )
        tell_offices(network, "opinion", at, f"advisory_group.answered:{opinion.pk}", asked=consultation)
        record.about(consultation, network=network.pk, reply=reply)
        return opinion
