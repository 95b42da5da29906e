"""Finding the groups that are alike among 5,000, as it is done beside the check of a proposal."""

import random
from statistics import median
from time import perf_counter

from tests.cast import DAY, LONG_AGO, NOW, network
from tkanka.governance.bodies.models import Body
from tkanka.governance.groups.models import Proposal
from tkanka.governance.groups.queries import alike_inside
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.bodies import BodyKind
from tkanka.rules.groups import Route
from tkanka.rules.standing import Office, Standing

GROUPS, WORDS, ASKED, SEED = 5_000, 3_000, 15, 1
SYLLABLES = "ba be bo ca ce da do fa fi ga go ja je ka ko la le ma mi na no pa po ra ro sa se ta to wa we za że".split()


def rows():
    chance = random.Random(SEED)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(WORDS)]
    razem, office = network("razem"), Standing(offices=frozenset({Office.SECRETARIAT}))

    def said(count):
        return " ".join(chance.choices(words, k=count))

    Body.objects.bulk_create(
        Body(network=razem, kind=BodyKind.WORKING, name=said(4), purpose=said(30), opened_on=LONG_AGO)
        for _ in range(GROUPS)
    )
    asked = [
        Proposal(network=razem, route=Route.MEMBERS, name=said(4), aims=said(30), begun_at=NOW, saved_at=NOW)
        for _ in range(ASKED)
    ]

    def seconds(proposal):
        began = perf_counter()
        alike_inside(proposal, office, DAY, vocabulary())
        return perf_counter() - began

    size = f"{GROUPS:,} groups"
    yield "similar groups, a process new to them", size, f"{1000 * seconds(asked[0]):.0f}", "ms", ""
    yield "similar groups, median", size, f"{1000 * median(map(seconds, asked[1:])):.0f}", "ms", ""
