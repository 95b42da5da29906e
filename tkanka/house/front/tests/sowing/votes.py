"""Traces of one person in votes, partings from the host and changes of the charter."""

from tests.cast import DAY, NOW
from tkanka.governance.amendments.models import Amendment, TermChange
from tkanka.governance.consultations.models import Document
from tkanka.governance.separation.models import Case, Matter, Successor
from tkanka.governance.voting.index import index_poll
from tkanka.governance.voting.models import Ballot, OwnRule, Poll, Urn, Voter
from tkanka.governance.voting.tests.objects import RULE
from tkanka.network.people.models import Person
from tkanka.rules.voting import as_data, publish

from ..planting import NAME, SENTENCE, plant

WITH_TRACES = [OwnRule, Poll, Voter, Ballot, Case, Successor, Matter, Amendment]
KEYS_ONLY: list[type] = []


def sow_votes(stock):
    person = stock[Person]
    plant(OwnRule, stock, name=SENTENCE[:120], rule=as_data(RULE), added_at=NOW, added_by=person)
    poll = a_poll(stock)
    index_poll(poll, NOW)
    voter = plant(Voter, stock | {Poll: poll}, person=person, as_organisation=False, entitled=True, reason=SENTENCE)
    plant(Ballot, stock | {Voter: voter}, choice="against", reason=SENTENCE, cast_at=NOW, cast_by=person)
    plant(Urn, stock, poll=poll)
    case = plant(
        Case, stock, state="withdrawn", interest="interest_of_both", reason=SENTENCE, withdrawn_because=SENTENCE,
        opened_at=NOW, opened_by=person, poll=None,
    )  # fmt: skip
    told = {"text": SENTENCE, "answer": SENTENCE, "proposed_at": NOW, "proposed_by": person, "answered_by": person}
    plant(Successor, stock | {Case: case}, naming=a_poll(stock), **told)
    plant(
        Matter, stock | {Case: case}, kind="", title=SENTENCE[:200], owner=SENTENCE[:200], done_at=NOW, done_by=person
    )
    change = plant(
        Amendment, stock, title=SENTENCE[:200], reason=SENTENCE, withdrawn_because=SENTENCE, state="withdrawn",
        started_at=NOW, started_by=person, version=None, document=stock.get(Document),
    )  # fmt: skip
    plant(TermChange, stock | {Amendment: change}, path="working_groups.min_proposers", value="3", cite="§9")


def a_poll(stock):
    person = stock[Person]
    voters = [{"name": NAME, "organisation": "Dach", "entitled": True, "choice": "for"}]
    told = publish(title=SENTENCE, rule=RULE, voters=voters, counts=None, present=None, lot="", more={})
    words = dict.fromkeys(("title", "text", "response", "called_off_because", "follow_up"), SENTENCE)
    return plant(
        Poll, stock, kind="members", state="passed", rule=as_data(RULE), marks={}, prepared_at=NOW, prepared_by=person,
        opened_at=NOW, opened_by=person, closed_at=NOW, closes_at=None, published=told, review_on=DAY, follows=None,
        body=None, meeting=None, **words,
    )  # fmt: skip
