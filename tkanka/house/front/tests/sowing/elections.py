"""Traces of one person in elections."""

from tests.cast import NOW
from tkanka.governance.bodies.models import Body
from tkanka.governance.elections.models import Candidacy, Election, Process
from tkanka.network.people.models import Person

from ..planting import OWN, SENTENCE, plant

WITH_TRACES = [Candidacy, Election, Process]
KEYS_ONLY = []


def sow_elections(cast, stock, body):
    """Somebody wrote the rules, stood, named another and is spoken of."""
    person, stock = stock[Person], stock | {Body: body}
    process = plant(Process, stock, text=SENTENCE, advised=SENTENCE, published_by=person)
    told = {"about": SENTENCE, "called_off_because": SENTENCE, "state": "called_off", "process": process}
    election = plant(Election, stock, planned_by=person, **told)
    plant(Candidacy, stock | {Election: election}, person=person, statement=OWN)
    named = {"person": cast.olga, "organisation": cast.observer, "nominated_by": person, "nominated_at": NOW}
    plant(Candidacy, stock | {Election: election}, statement=SENTENCE, **named)
