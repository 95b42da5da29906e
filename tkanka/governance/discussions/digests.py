"""One letter with everything new in all spaces somebody reads in a network, every morning or every Monday."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate, localtime

from tkanka.governance.bodies.models import Body
from tkanka.ground.notices.actions import write_letter
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import rulebook_of
from tkanka.network.networks.queries.belonging import recipient
from tkanka.network.people.models import Person
from tkanka.rules.discussions import Pace, Wants

from . import queries
from .letters import CATEGORY, excerpt, key_to
from .models import Digest, DigestSpace, Post, ReplyKey, Thread
from .replies import LASTS, reply_address

HOUR = 7
PERIODS = {Pace.DAILY: timedelta(days=1), Pace.WEEKLY: timedelta(days=7)}
MOST_THREADS, MOST_READERS = 12, 20_000


@dataclass(slots=True)
class Told:
    """What a digest says of a thread: how much is new, and how the latest of it begins."""

    thread: Thread
    latest: Post
    followed: bool
    new: int = 0
    reply: str = ""

    @property
    def words(self) -> str:
        return excerpt(self.latest.text, 300)


@dataclass(slots=True)
class News:
    """What was written in a network lately, who may read it, and what they said of it."""

    network: Network
    posts: dict[UUID | None, list[Post]]
    bodies: dict[UUID | None, Body | None]
    people: dict[UUID, Person] = field(default_factory=dict)
    spaces: dict[UUID, list[UUID | None]] = field(default_factory=lambda: defaultdict(list))
    watches: dict[tuple[UUID, UUID | None, UUID | None], str] = field(default_factory=dict)
    marks: dict[tuple[UUID, UUID], int] = field(default_factory=dict)
    written: set[tuple[UUID, UUID]] = field(default_factory=set)


def due_moment(pace: str, now: datetime) -> datetime:
    """The last morning a digest of this pace was due: today's, or Monday's."""
    local = localtime(now)
    morning = local.replace(hour=HOUR, minute=0, second=0, microsecond=0)
    if morning > local:
        morning -= timedelta(days=1)
    return morning - timedelta(days=morning.weekday()) if pace == Pace.WEEKLY else morning


def send_in(*, network: Network, now: datetime, limit: int) -> int:
    """Write the digests of a network that are due; at most so many, and how many they were."""
    since = due_moment(Pace.WEEKLY, now) - PERIODS[Pace.WEEKLY]
    if not queries.talked_in(network, since):
        return 0
    news = _news(network, since, now)
    paces = queries.paces(news.people)
    last = queries.last_digests(network, news.people, since)
    sent = 0
    for key in sorted(news.people):
        pace = Pace(paces.get(key, Pace.DAILY))
        if pace == Pace.NEVER:
            continue
        until = due_moment(pace, now)
        begun = max(last.get(key, until - PERIODS[pace]), until - PERIODS[Pace.WEEKLY])
        if begun < until and (told := _told(news, key, begun, until)):
            _write(news, news.people[key], told, until, now)
            sent += 1
            if sent == limit:
                break
    return sent


def _news(network: Network, since: datetime, now: datetime) -> News:
    found: dict[UUID | None, list[Post]] = defaultdict(list)
    bodies: dict[UUID | None, Body | None] = {}
    for post in queries.shown_between(network, since, now):
        found[post.thread.body_id].append(post)
        bodies[post.thread.body_id] = post.thread.body
    news = News(network, found, bodies)
    day = localdate(now)
    book = rulebook_of(network, day)
    for key, body in bodies.items():
        followed = queries.followers(network, body).values("person")
        taking_part = queries.readers(book, network, body, day, offices=body is None)
        asking = queries.readers(book, network, body, day).filter(pk__in=followed)
        for person in (taking_part | asking).distinct().order_by("pk")[:MOST_READERS]:
            news.people[person.pk] = person
            news.spaces[person.pk].append(key)
    posts = [post for group in found.values() for post in group]
    news.watches = queries.watches_in(network, news.people)
    news.marks = queries.marks_in({post.thread_id for post in posts}, news.people)
    news.written = queries.already_written([post.pk for post in posts], news.people)
    return news


def _told(news: News, person: UUID, since: datetime, until: datetime) -> list[Told]:
    """The threads with something new for them, those they follow first."""
    found: dict[UUID, Told] = {}
    for space in news.spaces[person]:
        for post in news.posts[space]:
            if post.shown_at is None or not since < post.shown_at <= until or not _is_news(news, person, post):
                continue
            wants = _wants(news, person, post.thread)
            told = found.setdefault(post.thread_id, Told(post.thread, post, wants == Wants.FOLLOW))
            told.new += 1
    return sorted(found.values(), key=lambda told: (not told.followed, -told.new))


def _is_news(news: News, person: UUID, post: Post) -> bool:
    read = news.marks.get((person, post.thread_id), 0) >= (post.number or 0)
    return (
        post.author_id != person
        and not read
        and (person, post.pk) not in news.written
        and _wants(news, person, post.thread) != Wants.MUTE
    )


def _wants(news: News, person: UUID, thread: Thread) -> str:
    """What they said of the thread, or else of its space."""
    said = news.watches.get((person, None, thread.pk))
    return said or news.watches.get((person, thread.body_id, None), "")


@transaction.atomic
def _write(news: News, person: Person, told: list[Told], until: datetime, at: datetime) -> None:
    shown, network = told[:MOST_THREADS], news.network
    digest = Digest.objects.create(person=person, network=network, until=until)
    spaces = {one.thread.body_id for one in shown}
    DigestSpace.objects.bulk_create(DigestSpace(digest=digest, body=news.bodies[key]) for key in spaces)
    for one in shown:
        one.reply = reply_address(key_to(post=one.latest, person=person.pk, at=at, digest=digest).pk)
    write_letter(
        to=recipient(person),
        cause=f"discussions.digest:{network.pk}:{until.date()}",
        template="discussions/mail/digest.txt",
        at=at,
        network=network.pk,
        network_name=network.short_name,
        basis=f"digest:{digest.pk}",
        category=CATEGORY,
        reply_to=shown[0].reply if len(shown) == 1 else _no_one_answer(digest, at),
        told=shown,
        new=sum(one.new for one in told),
        more=len(told) - len(shown),
        slug=network.slug,
    )


def _no_one_answer(digest: Digest, at: datetime) -> str:
    """An address that says politely that a letter about several threads has no one answer."""
    key = ReplyKey.objects.create(
        digest=digest, network=digest.network, person=digest.person, made_at=at, expires_at=at + LASTS
    )
    return reply_address(key.pk)
