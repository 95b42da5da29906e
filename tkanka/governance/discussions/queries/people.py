"""Whom one can speak to in a space, and what they wish."""

import re
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Mandate, Network, Organisation
from tkanka.network.networks.models.belonging import in_force
from tkanka.network.people.models import Person
from tkanka.rules.discussions import Pace, Wants
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.standing import Standing

from ..models import Designation, LetterWish, Thread, Watch
from .spaces import Space, designations_in_force, readers

CALLED = re.compile(r"(?<![\w@])@(\w[\w.'’-]*(?:[ \u00a0]\w[\w.'’-]*){0,3})")
MOST_MENTIONS = 20
WORDS_OF_A_NAME = 4


def names_called(text: str) -> set[str]:
    """What may be a name after an @: one word, two, three or four."""
    found: set[str] = set()
    for called in CALLED.findall(text)[: 2 * MOST_MENTIONS]:
        words = called.replace("\u00a0", " ").split(" ")
        found |= {" ".join(words[:n]).rstrip(".,'’-") for n in range(1, min(len(words), WORDS_OF_A_NAME) + 1)}
    return found


def mentioned(book: Rulebook, space: Space, text: str, day: date) -> list[Person]:
    """The readers of the space whose names stand after an @ in the text, wherever the name ends."""
    names = names_called(text)
    if not names:
        return []
    found = readers(book, space.network, space.body, day, kind=space.kind).filter(name__in=names).exclude(name="")
    return list(found.order_by("name", "pk")[:MOST_MENTIONS])


def names_like(book: Rulebook, space: Space, words: str, day: date, limit: int = 20) -> list[str]:
    """Names of readers of the space that contain these words, for completion."""
    found = readers(book, space.network, space.body, day, kind=space.kind).exclude(name="")
    for word in words.split()[:4]:
        found = found.filter(name__icontains=word)
    return list(found.order_by("name").values_list("name", flat=True).distinct()[:limit])


def watch_of(person: UUID | None, space: Space, thread: Thread | None = None) -> str:
    """What the person said of the thread, or (without one) of the space; "" for nothing."""
    if person is None:
        return ""
    rows = Watch.objects.filter(person=person, network=space.network, thread=thread)
    if thread is None:
        rows = rows.filter(body=space.body)
    return rows.values_list("wants", flat=True).first() or ""


def wish_of(person: UUID) -> LetterWish:
    """How the person wants to hear of discussions; what holds for everybody until they say otherwise."""
    return LetterWish.objects.filter(person=person).first() or LetterWish(person_id=person, pace=Pace.DAILY)


def followers_at_once(thread: Thread) -> set[UUID]:
    """Who follows the thread, or its space, and wants every post at once."""
    here = Q(thread=thread) | Q(thread=None, body=thread.body)
    at_once = LetterWish.objects.filter(followed_at_once=True).values("person")
    rows = Watch.objects.filter(here, network=thread.network, person__in=at_once)
    return following(thread, set(rows.values_list("person", flat=True)))


def following(thread: Thread, people: Iterable[UUID]) -> set[UUID]:
    """Those who follow: what was said of the thread counts before what was said of its space."""
    said = _said(thread, people)
    return {person for person, wants in said.items() if wants == Wants.FOLLOW}


def muted_by(thread: Thread, people: Iterable[UUID]) -> set[UUID]:
    said = _said(thread, people)
    return {person for person, wants in said.items() if wants == Wants.MUTE}


def _said(thread: Thread, people: Iterable[UUID]) -> dict[UUID, str]:
    here = Q(thread=thread) | Q(thread=None, body=thread.body)
    rows = Watch.objects.filter(here, network=thread.network, person__in=list(people)).order_by("thread")
    found: dict[UUID, str] = {}
    for row in sorted(rows, key=lambda row: row.thread_id is not None):
        found[row.person_id] = row.wants
    return found


def mentions_at_once(people: Iterable[UUID]) -> set[UUID]:
    rows = LetterWish.objects.filter(person__in=list(people), mentions_at_once=True)
    return set(rows.values_list("person", flat=True))


def designations_of(network: Network, organisation: Organisation, day: date) -> QuerySet[Designation]:
    """Whom the organisation has designated, by name."""
    rows = designations_in_force(day).filter(network=network, organisation=organisation)
    return rows.select_related("person", "organisation").order_by("person__name", "pk")


def designation_in(network: Network, key: object, by: Standing, day: date) -> Designation:
    """A designation in force that is the visitor's, or of an organisation of theirs; for those in office any."""
    rows = designations_in_force(day).filter(network=network).select_related("person", "organisation")
    if not by.keeps_the_network:
        rows = rows.filter(Q(person=by.person) | Q(organisation__in=[m.organisation for m in by.mandates]))
    return one_of(rows, pk=key)


def could_be_designated(network: Network, organisation: Organisation, day: date) -> list[Person]:
    """People with a mandate of the organisation who are not designated yet."""
    mandated = Mandate.objects.filter(in_force(day), organisation=organisation, person__is_active=True)
    already = designations_in_force(day).filter(network=network, organisation=organisation).values("person")
    rows = Person.objects.filter(pk__in=mandated.values("person")).exclude(pk__in=already)
    return list(rows.order_by("name", "email")[:200])


def works_in(person: Person, organisation: Organisation, day: date) -> bool:
    return Mandate.objects.filter(in_force(day), organisation=organisation, person=person).exists()
