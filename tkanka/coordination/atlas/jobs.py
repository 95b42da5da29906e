"""What happens by itself."""

from collections.abc import Iterator
from datetime import datetime

from tkanka.network.networks.queries import listed_networks
from tkanka.network.vocabulary.entries import Vocabulary
from tkanka.network.vocabulary.queries import vocabulary

from .keeping import keep
from .questions import By, Question


def keep_answers(at: datetime) -> int:
    """Every few minutes: the usual questions are counted before anybody asks; how many answers were renewed."""
    words = vocabulary()
    return sum(keep(network, usual_questions(words), at) for network in listed_networks())


def usual_questions(words: Vocabulary) -> Iterator[Question]:
    """Everything, every sector and every group by powiat; everything by voivodeship."""
    yield Question()
    yield Question(by=By.VOIVODESHIP)
    for codelist in ("sectors", "support_services"):
        for entry in words.active(codelist):
            if entry.parent is None:
                yield Question(service=entry, services=frozenset(words.with_descendants([entry.id])))
    for entry in words.active("target_groups"):
        yield Question(group=entry, groups=frozenset(words.with_descendants([entry.id])))
