"""Letters about discussions: whose right to them still holds, who is to get one, which answers are known."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from tkanka.governance.bodies.models import Body
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.discussions import PostState

from ..models import Arrival, Digest, Fate, LetterWish, Post, ReadMark, ReplyKey, Watch
from .spaces import who_still_reads

Owed = tuple[UUID | None, str]
Claim = tuple[Owed, UUID, Network, Body | None]


def entitled(owed: set[Owed], day: date) -> set[Owed]:
    """Of letters about discussions those whose reader may still read every space they speak of.

    A letter about one post rests on its reply key: void when that is revoked or the post is not shown any more. A
    digest rests on all its spaces: with one of them lost, the whole letter is void.
    """
    claims = [*_of_posts(owed), *_of_digests(owed)]
    groups: dict[tuple[UUID, UUID | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim[2].pk, claim[3].pk if claim[3] else None].append(claim)
    lost: set[Owed] = set()
    for group in groups.values():
        _, _, network, body = group[0]
        still = who_still_reads(rulebook_of(network, day), network, body, {c[1] for c in group}, day)
        lost |= {name for name, person, _, _ in group if person not in still}
    return {claim[0] for claim in claims} - lost


def _keys(owed: Iterable[Owed], kind: str) -> dict[str, Owed]:
    return {basis.partition(":")[2]: (network, basis) for network, basis in owed if basis.startswith(f"{kind}:")}


def _of_posts(owed: set[Owed]) -> Iterator[Claim]:
    asked = _keys(owed, "reply")
    rows = ReplyKey.objects.filter(pk__in=asked, revoked_at=None, post__state=PostState.SHOWN)
    for key in rows.select_related("network", "post__thread__body"):
        if key.post:
            yield asked[str(key.pk)], key.person_id, key.network, key.post.thread.body


def _of_digests(owed: set[Owed]) -> Iterator[Claim]:
    asked = _keys(owed, "digest")
    rows = Digest.objects.filter(pk__in=asked).select_related("network").prefetch_related("spaces__body")
    for digest in rows:
        for space in digest.spaces.all():
            yield asked[str(digest.pk)], digest.person_id, digest.network, space.body


def reply_key(key: UUID) -> ReplyKey | None:
    rows = ReplyKey.objects.select_related("post__thread__network", "post__thread__body", "network", "person")
    return rows.filter(pk=key).first()


def key_for(post: Post, person: UUID) -> ReplyKey | None:
    return ReplyKey.objects.filter(post=post, person=person).first()


def arrived_before(fingerprint: str) -> Arrival | None:
    return Arrival.objects.filter(fingerprint=fingerprint).first()


def posted_by_mail(person: UUID, since: datetime) -> int:
    """How many letters of theirs have become posts since."""
    return Arrival.objects.filter(person=person, at__gt=since, fate__in=[Fate.POSTED, Fate.HELD]).count()


def answered_since(person: UUID, since: datetime) -> int:
    """How many polite answers about their letters went out since."""
    return Arrival.objects.filter(person=person, at__gt=since, answered=True).count()


def shown_between(network: Network, since: datetime, until: datetime, limit: int = 2_000) -> list[Post]:
    """Posts shown in a time, the newest first, with what a letter says of them."""
    rows = Post.objects.filter(thread__network=network, state=PostState.SHOWN, shown_at__gt=since, shown_at__lte=until)
    return list(rows.select_related("thread__body", "author", "organisation").order_by("-shown_at", "pk")[:limit])


def talked_in(network: Network, since: datetime) -> bool:
    """Whether anything was shown in the network since."""
    return Post.objects.filter(thread__network=network, shown_at__gt=since).exists()


def last_digests(network: Network, people: Iterable[UUID], since: datetime) -> dict[UUID, datetime]:
    """Up to when each has had a digest of this network."""
    rows = Digest.objects.filter(network=network, person__in=list(people), until__gte=since)
    return dict(rows.order_by("until").values_list("person", "until"))


def paces(people: Iterable[UUID]) -> dict[UUID, str]:
    """The paces of those who chose one."""
    return dict(LetterWish.objects.filter(person__in=list(people)).values_list("person", "pace"))


def watches_in(network: Network, people: Iterable[UUID]) -> dict[tuple[UUID, UUID | None, UUID | None], str]:
    """(person, body, thread) → follow or mute."""
    rows = Watch.objects.filter(network=network, person__in=list(people))
    return {(w.person_id, None if w.thread_id else w.body_id, w.thread_id): w.wants for w in rows}


def marks_in(threads: Iterable[UUID], people: Iterable[UUID]) -> dict[tuple[UUID, UUID], int]:
    """(person, thread) → the last post read."""
    rows = ReadMark.objects.filter(thread__in=list(threads), person__in=list(people))
    return {(person, thread): number for person, thread, number in rows.values_list("person", "thread", "number")}


def already_written(posts: Iterable[UUID], people: Iterable[UUID]) -> set[tuple[UUID, UUID]]:
    """(person, post) of which a letter was written at once."""
    rows = ReplyKey.objects.filter(post__in=list(posts), person__in=list(people), digest=None)
    return {(person, post) for person, post in rows.values_list("person", "post") if post}


def old_arrivals(before: datetime) -> QuerySet[Arrival]:
    """Arrivals nobody can repeat any more."""
    return Arrival.objects.filter(at__lt=before)


def followers(network: Network, body: Body | None) -> QuerySet[Watch]:
    """Who follows a space as a whole."""
    return Watch.objects.filter(Q(thread=None), network=network, body=body, wants="follow")


WEEK = timedelta(days=7)
