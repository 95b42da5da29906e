"""The vote: the roll is frozen, ballots go into the urn, and who cast one is written down apart from what."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Organisation, Status
from tkanka.network.networks.queries import memberships_of, rulebook_of
from tkanka.rules.elections import (
    ELECTION,
    ElectionState,
    has_no_ballot,
    may_cast,
    may_open_voting,
    valid_ranking,
)
from tkanka.rules.ruling import check
from tkanka.rules.standing import Standing

from .. import queries
from ..letters import tell_voters
from ..models import Election, Urn, Voter


def open_voting(*, by: Standing, at: datetime, election: Election) -> Election:
    """Who belongs today is on the roll: members with one ballot each, observers with the reason why they have none.
    A vote that opens late ends as much later."""
    with entry("election.opened", by=by, at=at) as record:
        election, day = locked(election), localdate(at)
        state = ELECTION.after(election.state, "open_voting")
        record.rests_on(may_open_voting(
            rulebook_of(election.network, day), by, since=election.voting_from, today=day, lot=bool(election.seed)
        ))  # fmt: skip
        election.state, election.opened_at = state, at
        election.voting_until += max(day - election.voting_from, timedelta(0))
        election.save(update_fields=["state", "opened_at", "voting_until"])
        rows = memberships_of(election.network, day, *Status.values).values_list("organisation", "status")
        roll = {party: has_no_ballot(observer=status != Status.MEMBER) for party, status in rows.order_by("status")}
        Voter.objects.bulk_create(
            [Voter(election=election, organisation_id=party, excluded=why) for party, why in sorted(roll.items())]
        )
        Urn.objects.create(election=election)
        entitled = [party for party, why in roll.items() if not why]
        tell_voters(election, entitled, "opened", at)
        record.about(election, election.body, entitled=len(entitled), excluded=len(roll) - len(entitled))
        return election


def cast_ballot(
    *, by: Standing, at: datetime, election: Election, organisation: Organisation, ranking: Sequence[int]
) -> None:
    """One ballot of one organisation, final. The record names the organisation and never the ranking."""
    with entry("ballot.cast", by=by, at=at) as record:
        election, day = locked(election), localdate(at)
        voter = queries.voter_of(election, organisation)
        open_now = election.state == ElectionState.VOTING and day <= election.voting_until
        record.rests_on(may_cast(
            rulebook_of(election.network, day), by, organisation=organisation.pk, listed=voter is not None,
            excluded=bool(voter and voter.excluded), voted=bool(voter and voter.voted), open_now=open_now,
        ))  # fmt: skip
        record.rests_on(valid_ranking(tuple(ranking), range(len(queries.listed(election)))))
        assert voter
        voter.voted = True
        voter.save(update_fields=["voted"])
        urn = Urn.objects.select_for_update().get(election=election)
        urn.take(ranking)
        urn.save(update_fields=["ballots"])
        record.about(election, organisation)


def recall_vote(*, by: Standing, at: datetime, election: Election) -> Election:
    """One reminder to those who have not voted."""
    with entry("election.recalled", by=by, at=at) as record:
        election = locked(election)
        running = election.state == ElectionState.VOTING and election.reminded_at is None
        record.rests_on(check(running, "step_not_open", step="recall", state=election.state))
        election.reminded_at = at
        election.save(update_fields=["reminded_at"])
        silent = queries.silent_voters(election)
        tell_voters(election, silent, "recalled", at)
        record.about(election, election.body, silent=len(silent))
        return election
