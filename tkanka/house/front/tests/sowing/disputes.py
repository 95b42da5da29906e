"""Traces of one person in disputes."""

from tests.cast import DAY, NOW
from tkanka.governance.disputes.models import (
    Dispute,
    Involved,
    Key,
    Leaf,
    Mediator,
    Party,
    Reading,
    Substitute,
    Word,
)
from tkanka.network.people.models import Person

from ..planting import EMAIL, NAME, SENTENCE, plant

WITH_TRACES = [Dispute, Party, Mediator, Key, Leaf]
KEYS_ONLY = [Involved, Substitute, Reading]


def sow_disputes(cast, stock):
    """A dispute that somebody brought, answered, mediates, has a key in, and read."""
    person = stock[Person]
    words = ("statement", "weight", "asked_because", "without_mediation", "outcome", "follow_up")
    told = dict.fromkeys(words, SENTENCE) | {"title": SENTENCE[:200], "state": "intake", "poll": None}
    dispute = plant(Dispute, stock, brought_at=NOW, brought_by=person, **told)
    stock = stock | {Dispute: dispute}
    party = plant(Party, stock, told_on=DAY, answer=SENTENCE, answered_at=NOW, answered_by=person)
    stock = stock | {Party: party}
    plant(Involved, stock, person=person, named_by=party, since=NOW)
    mediator = plant(Mediator, stock, name=NAME, email=EMAIL, person=person, origin="inside", advice=SENTENCE,
                     proposed_by=party, proposed_at=NOW)  # fmt: skip
    plant(Word, stock, mediator=mediator, party=party, accepts=True, said_at=NOW)
    plant(Key, stock, holder="coordinator", person=person, agrees=True, reason=SENTENCE, asked_at=NOW, turned_at=NOW)
    plant(Substitute, stock, person=person, replaces=cast.halina, holder="coordinator", named_at=NOW, named_by=person)
    plant(Leaf, stock, text=SENTENCE, added_at=NOW, added_by=person)
    plant(Reading, stock, person=person, part="party", day=DAY, first_at=NOW)
