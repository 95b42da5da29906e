"""Search over 23,000 texts: writing them, and asking in process (without a page around it)."""

import random
from datetime import UTC, datetime, timedelta
from statistics import median
from time import perf_counter
from uuid import UUID

from django.db import connection

from tkanka.ground.search.actions import index_many, refresh_vocabulary
from tkanka.ground.search.queries import matching_keys, search
from tkanka.ground.search.texts import Text
from tkanka.rules.visibility import Audience

TEXTS, WORDS, ASKED, SEED = 23_000, 8_000, 100, 1
SYLLABLES = (
    "ba be bo ca ce da do fa fi ga go ja je ka ko la le ła ma mi na no pa po ra ro sa se ta to wa we za że".split()
)
NETWORK, START = UUID(int=1), datetime(2026, 1, 1, tzinfo=UTC)
SEEN = frozenset({Audience.PUBLIC, Audience.MEMBERS})


def texts():
    """Words as frequent as words are: few often, most seldom."""
    chance = random.Random(SEED)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(WORDS)]
    weights = [1 / (n + 1) ** 0.85 for n in range(WORDS)]
    for number in range(TEXTS):
        body = " ".join(chance.choices(words, weights, k=chance.randint(20, 60)))
        yield Text(
            kind="organisation" if number < 3_000 else "activity", key=UUID(int=chance.getrandbits(128)),
            network=NETWORK, audience=Audience.PUBLIC if number % 3 else Audience.MEMBERS, title=body[:60], text=body,
            url=f"/n/one/{number}/", language="pl", at=START + timedelta(minutes=chance.randrange(500_000)),
        )  # fmt: skip


def seconds(work):
    began = perf_counter()
    work()
    return perf_counter() - began


def milliseconds(ask, questions):
    for question in questions:  # what a process keeps is read once
        ask(question)
    return f"{1000 * median(seconds(lambda q=question: ask(q)) for question in questions):.1f}"


def rows():
    whole = list(texts())
    size = f"{TEXTS:,} texts"
    yield "write the index", size, f"{seconds(lambda: index_many(whole)):.1f}", "s", ""
    yield "write it again", size, f"{seconds(lambda: index_many(whole)):.1f}", "s", ""
    yield "learn the vocabulary", size, f"{seconds(refresh_vocabulary):.1f}", "s", ""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    chosen = [text.text.split() for text in random.Random(SEED).sample(whole, ASKED)]
    who = {"network": NETWORK, "audiences": SEEN}
    kinds = {
        "one word": [words[3] for words in chosen],
        "two words": [" ".join(words[3:5]) for words in chosen],
        "a phrase": [f'"{words[5]} {words[6]}"' for words in chosen],
        "no such word": [words[3] + "xq" for words in chosen],
    }
    for name, questions in kinds.items():
        yield name, size, milliseconds(lambda q: search(q, **who), questions), "ms, median", ""
    facet = milliseconds(lambda q: matching_keys(q, kind="organisation", **who), kinds["two words"])
    yield "keys for a facet", size, facet, "ms, median", ""
