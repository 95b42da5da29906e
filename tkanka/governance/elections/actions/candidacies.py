"""Nominating, answering a nomination, taking it back."""

from datetime import datetime

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Organisation
from tkanka.network.networks.queries import rulebook_of
from tkanka.network.people.models import Person
from tkanka.rules.elections import (
    CANDIDACY,
    ElectionState,
    may_answer_nomination,
    may_nominate,
    may_tell_of_oneself,
    may_withdraw,
)
from tkanka.rules.standing import Standing

from .. import queries
from ..diversity import QUESTIONS
from ..letters import tell_candidate
from ..models import Candidacy, Diversity, Election
from ..weighing import stands


def nominate(
    *, by: Standing, at: datetime, election: Election, person: Person, organisation: Organisation
) -> Candidacy:
    """Name somebody, oneself or another, for the organisation they act for; they say yes or no themselves."""
    with entry("candidacy.nominated", by=by, at=at) as record:
        election, day = locked(election), localdate(at)
        book = rulebook_of(election.network, day)
        record.rests_on(may_nominate(
            book, by, state=election.state, until=election.nominations_until, today=day,
            again=queries.was_nominated(election, person),
        ))  # fmt: skip
        record.rests_on(stands(election, person, organisation, day))
        candidacy = Candidacy.objects.create(
            election=election, person=person, organisation=organisation, state=CANDIDACY.start,
            nominated_by_id=by.person, nominated_at=at,
        )  # fmt: skip
        if person.pk != by.person:
            tell_candidate(candidacy, "nominated", at)
        record.about(candidacy, election, election.body, network=election.network_id)
        return candidacy


def answer_nomination(
    *, by: Standing, at: datetime, candidacy: Candidacy, accepts: bool, statement: str = "", consents: bool = False
) -> Candidacy:
    """The person says yes, with a statement to be published, or no."""
    with entry("candidacy.answered", by=by, at=at) as record:
        election, candidacy, day = locked(candidacy.election), locked(candidacy), localdate(at)
        open_now = election.state == ElectionState.NOMINATIONS and day <= election.nominations_until
        state = CANDIDACY.after(candidacy.state, "accept" if accepts else "decline")
        record.rests_on(may_answer_nomination(
            by, person=candidacy.person_id, open_now=open_now, statement=statement, accepts=accepts, consents=consents
        ))  # fmt: skip
        if accepts and candidacy.person:
            record.rests_on(stands(election, candidacy.person, candidacy.organisation, day))
        candidacy.state, candidacy.answered_at = state, at
        candidacy.statement, candidacy.consented = statement.strip() if accepts else "", accepts and consents
        candidacy.save()
        record.about(candidacy, election, network=election.network_id, accepts=accepts)
        return candidacy


def withdraw_candidacy(*, by: Standing, at: datetime, candidacy: Candidacy) -> Candidacy:
    """The candidate takes it back before the vote. A place in the lot stays empty."""
    with entry("candidacy.withdrawn", by=by, at=at) as record:
        election, candidacy = locked(candidacy.election), locked(candidacy)
        state = CANDIDACY.after(candidacy.state, "withdraw")
        record.rests_on(may_withdraw(by, person=candidacy.person_id, state=election.state))
        candidacy.state = state
        candidacy.save(update_fields=["state"])
        record.about(candidacy, election, network=election.network_id)
        return candidacy


def tell_of_oneself(*, by: Standing, at: datetime, candidacy: Candidacy, answers: dict[str, str]) -> None:
    """Answers on age, gender and origin are added to the counts; that somebody answered is noted, not what."""
    with entry("candidacy.told", by=by, at=at) as record:
        election, candidacy = locked(candidacy.election), locked(candidacy)
        open_now = election.state in (ElectionState.NOMINATIONS, ElectionState.LISTED, ElectionState.VOTING)
        record.rests_on(may_tell_of_oneself(
            by, person=candidacy.person_id, answered=candidacy.told, open_now=open_now
        ))  # fmt: skip
        found, _ = Diversity.objects.select_for_update().get_or_create(election=election)
        for question, answer in answers.items():
            if answer in QUESTIONS.get(question, ()):
                counts = found.counts.setdefault(question, {})
                counts[answer] = counts.get(answer, 0) + 1
        found.save(update_fields=["counts"])
        candidacy.told = True
        candidacy.save(update_fields=["told"])
        record.about(candidacy, election, network=election.network_id)
