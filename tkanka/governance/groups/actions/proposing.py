"""From the first word of a proposal to its being handed in."""

from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import Entry, entry
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.networks.queries import organisation_in, recipients_of, rulebook_of
from tkanka.rules.groups import (
    PROPOSAL,
    ProposalState,
    Route,
    may_agree,
    may_draft,
    may_edit_proposal,
    may_flag_sensitive,
    may_flag_strategic,
    may_submit,
)
from tkanka.rules.ruling import check
from tkanka.rules.standing import Office, Standing

from ..letters import tell, tell_offices, tell_proposers
from ..models import Initiator, Proposal
from ..queries import advises, agreed_by_advisory, initiators_agreed, invitation_of, is_own
from ..tokens import Invited, token_of
from .actor import actor

WRITTEN = ("name", "concepts", "aims", "time_frame", "ends_on", "meetings", "languages", "interpreted", "profile")


def begin_proposal(
    *, by: Standing, at: datetime, network: Network, route: Route, earlier: Proposal | None = None, **written: Any
) -> Proposal:
    """Start a draft. On the members' route the proposer's organisation is its first initiator."""
    with entry("group_proposal.begun", by=by, at=at) as record:
        day = localdate(at)
        asks = advises(network, by, day)
        record.rests_on(may_draft(rulebook_of(network, day), by, route=route, advises=asks))
        own = _own_organisation(by) if route == Route.MEMBERS else None
        copied = {name: getattr(earlier, name) for name in WRITTEN} if earlier else {}
        proposal = Proposal.objects.create(
            network=network, route=route, state=PROPOSAL.start, proposed_by_id=actor(by), organisation_id=own,
            begun_at=at, saved_at=at, earlier=earlier, **(copied | written),
        )  # fmt: skip
        if own:
            Initiator.objects.create(
                proposal=proposal, organisation_id=own, person_id=actor(by), invited_at=at, agreed_at=at
            )
        record.about(proposal, route=route)
        return proposal


def _own_organisation(by: Standing) -> Any:
    """The organisation somebody proposes for: the one chosen, or the first they speak for."""
    return by.acting_for if by.acting_for in by.speaks_for else min(by.speaks_for, default=None)


def save_proposal(*, by: Standing, at: datetime, proposal: Proposal, **written: Any) -> Proposal:
    """Keep what was typed, complete or not."""
    with entry("group_proposal.saved", by=by, at=at) as record:
        proposal = locked(proposal)
        record.rests_on(may_edit_proposal(_book(proposal, at), by, own=is_own(proposal, by)))
        record.rests_on(check(_unsettled(proposal), "step_not_open", step="save", state=proposal.state))
        for name, value in written.items():
            setattr(proposal, name, value)
        proposal.saved_at = at
        proposal.save(update_fields=[*written, "saved_at"])
        record.about(proposal)
        return proposal


def _unsettled(proposal: Proposal) -> bool:
    return proposal.state in (ProposalState.DRAFT, ProposalState.ASKED)


def _book(proposal: Proposal, at: datetime) -> Any:
    return rulebook_of(proposal.network, localdate(at))


def invite_initiator(*, by: Standing, at: datetime, proposal: Proposal, organisation: Organisation) -> Initiator:
    """Ask another member to initiate the group as well; everybody who speaks for it gets a letter with one button."""
    with entry("group_proposal.invited", by=by, at=at) as record:
        proposal, day = locked(proposal), localdate(at)
        record.rests_on(may_edit_proposal(_book(proposal, at), by, own=is_own(proposal, by)))
        record.rests_on(check(proposal.state == ProposalState.DRAFT, "step_not_open", step="invite"))
        organisation_in(proposal.network, organisation.pk, day)
        invited, new = Initiator.objects.get_or_create(
            proposal=proposal, organisation=organisation, defaults={"invited_at": at}
        )
        if new:
            for to, basis in recipients_of([organisation.pk], day):
                token = token_of(Invited(invited.pk, to.person)) if to.person else ""
                tell(proposal.network, [(to, basis)], "initiate", at, f"group_proposal.invited:{invited.pk}",
                     proposal=proposal, organisation=organisation, token=token)  # fmt: skip
        record.about(proposal, organisation)
        return invited


def agree_to_initiate(*, by: Standing, at: datetime, proposal: Proposal, organisation: Organisation) -> Initiator:
    """A member says yes: from now on it is one of those who initiate."""
    with entry("group_proposal.joined", by=by, at=at) as record:
        invited = _answering(record, proposal, organisation)
        invited.agreed_at = at
        invited.save(update_fields=["person", "agreed_at"])
        tell_proposers(invited.proposal, "joined", at, f"group_proposal.joined:{invited.pk}", organisation=organisation)
        return invited


def decline_to_initiate(*, by: Standing, at: datetime, proposal: Proposal, organisation: Organisation) -> Initiator:
    """A member says no, and is not one of those who initiate."""
    with entry("group_proposal.not_joined", by=by, at=at) as record:
        invited = _answering(record, proposal, organisation)
        invited.declined_at = at
        invited.save(update_fields=["person", "declined_at"])
        tell_proposers(
            invited.proposal, "not_joined", at, f"group_proposal.not_joined:{invited.pk}", organisation=organisation
        )
        return invited


def _answering(record: Entry, proposal: Proposal, organisation: Organisation) -> Initiator:
    """The invitation that somebody may answer for the organisation now, in their name. Raises Refused."""
    proposal = locked(proposal)
    invited = invitation_of(proposal, organisation.pk)
    known = invited is not None and proposal.state == ProposalState.DRAFT
    book = _book(proposal, record.at)
    record.rests_on(may_agree(book, record.by, organisation=organisation.pk, invited=known))
    assert invited
    invited.proposal, invited.person_id = proposal, actor(record.by)
    record.about(proposal, organisation)
    return invited


def give_coordinators_key(*, by: Standing, at: datetime, proposal: Proposal) -> Proposal:
    """The coordinator's consent to a strategic group; one of its two keys."""
    with entry("group_proposal.coordinator_agreed", by=by, at=at) as record:
        proposal = locked(proposal)
        record.rests_on(check(Office.COORDINATOR in by.offices, "coordinator_agreed"))
        record.rests_on(check(proposal.state == ProposalState.DRAFT, "step_not_open", step="agree"))
        proposal.coordinator_agreed_at = at
        proposal.save(update_fields=["coordinator_agreed_at"])
        record.about(proposal)
        return proposal


def flag_strategic(*, by: Standing, at: datetime, proposal: Proposal, reason: str) -> Proposal:
    """Say that the matter is of strategic importance, and why; without a reason, take it back."""
    with entry("group_proposal.flagged_strategic", by=by, at=at) as record:
        proposal = locked(proposal)
        seat = advises(proposal.network, by, localdate(at))
        record.rests_on(may_flag_strategic(_book(proposal, at), by, advises=seat))
        record.rests_on(check(not PROPOSAL.is_over(proposal.state), "step_not_open", step="flag"))
        proposal.strategic, proposal.strategic_reason = bool(reason), reason
        proposal.save(update_fields=["strategic", "strategic_reason"])
        record.about(proposal, strategic=proposal.strategic)
        return proposal


def flag_sensitive(*, by: Standing, at: datetime, proposal: Proposal, reason: str) -> Proposal:
    """Say that the matter is especially sensitive, with a reason the group can read."""
    with entry("group_proposal.flagged_sensitive", by=by, at=at) as record:
        proposal = locked(proposal)
        record.rests_on(may_flag_sensitive(_book(proposal, at), by, explained=bool(reason)))
        record.rests_on(check(not PROPOSAL.is_over(proposal.state), "step_not_open", step="flag"))
        proposal.sensitive, proposal.sensitive_reason = True, reason
        proposal.save(update_fields=["sensitive", "sensitive_reason"])
        record.about(proposal)
        return proposal


def submit_proposal(*, by: Standing, at: datetime, proposal: Proposal) -> Proposal:
    """Hand the proposal in; the day it is complete is day nought of its verification."""
    with entry("group_proposal.submitted", by=by, at=at) as record:
        proposal, day = locked(proposal), localdate(at)
        proposal.state = PROPOSAL.after(proposal.state, "submit")
        record.rests_on(may_submit(
            _book(proposal, at), by, route=proposal.route, own=is_own(proposal, by),
            agreed=initiators_agreed(proposal, day), filled=proposal.filled if proposal.name else frozenset(),
            strategic_reason=bool(proposal.strategic_reason),
            coordinator_agreed=proposal.coordinator_agreed_at is not None,
            advisory_agreed=agreed_by_advisory(proposal, day),
        ))  # fmt: skip
        proposal.submitted_at = at
        proposal.save(update_fields=["state", "submitted_at"])
        tell_offices(proposal.network, "received", at, f"group_proposal.submitted:{proposal.pk}", proposal=proposal)
        tell_proposers(proposal, "submitted", at, f"group_proposal.confirmed:{proposal.pk}")
        record.about(proposal, *[one.organisation for one in proposal.initiators.exclude(agreed_at=None)])
        return proposal


def withdraw_proposal(*, by: Standing, at: datetime, proposal: Proposal) -> Proposal:
    with entry("group_proposal.withdrawn", by=by, at=at) as record:
        proposal = locked(proposal)
        record.rests_on(may_edit_proposal(_book(proposal, at), by, own=is_own(proposal, by)))
        proposal.state = PROPOSAL.after(proposal.state, "withdraw")
        proposal.save(update_fields=["state"])
        record.about(proposal)
        return proposal
