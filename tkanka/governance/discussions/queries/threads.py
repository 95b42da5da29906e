"""Reading threads and posts, and what is new in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast, overload
from uuid import UUID

from django.db.models import Count, F, FilteredRelation, Max, Prefetch, Q, QuerySet, Sum, prefetch_related_objects
from django.db.models.functions import Coalesce, Greatest
from django.http import Http404

from tkanka.governance.bodies.models import Body
from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network
from tkanka.rules.discussions import PostState, may_moderate, may_read
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.standing import Standing

from ..models import Attachment, Channel, Mention, Post, ReadMark, Report, Thread, Version
from .spaces import Parties, Space, space_of

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Tally:
    """A space in figures: its threads, what the visitor has not read, and when somebody wrote last."""

    threads: int = 0
    new: int = 0
    last_at: datetime | None = None


def with_new(rows: QuerySet[Thread], person: UUID | None) -> QuerySet[Thread]:
    """Threads with `new`: how many posts came after the last one the person has read."""
    marked = rows.annotate(mark=FilteredRelation("marks", condition=Q(marks__person=person)))
    return marked.annotate(new=Greatest(F("last_number") - Coalesce(F("mark__number"), 0), 0))


def tallies(network: Network, bodies: Sequence[Body], person: UUID | None) -> dict[UUID | None, Tally]:
    """The figures of these bodies' spaces and of the network's own (None), in one query."""
    here = Q(body=None) | Q(body__in=[body.pk for body in bodies])
    rows = with_new(Thread.objects.filter(here, network=network, last_number__gt=0), person)
    counted = rows.order_by().values("body").annotate(n=Count("pk"), unread=Sum("new"), latest=Max("last_at"))
    return {row["body"]: Tally(row["n"], row["unread"] or 0, row["latest"]) for row in counted}


def threads_of(space: Space, by: Standing, *, only: str = "", words: str = "") -> QuerySet[Thread]:
    """The threads of a space, the pinned first, then those somebody wrote in last.

    `only`: "new" for those with unread posts, "open", "closed", "mine" for those the visitor opened. A thread of which
    nothing was shown yet is seen by nobody here.
    """
    rows = Thread.objects.filter(network=space.network, body=space.body, last_number__gt=0)
    rows = with_new(rows, by.person).select_related("opened_by")
    chosen = {
        "new": Q(new__gt=0),
        "open": Q(closed_at=None),
        "closed": Q(closed_at__isnull=False),
        "mine": Q(opened_by=by.person),
    }
    if only in chosen:
        rows = rows.filter(chosen[only])
    if words:
        rows = rows.filter(title__icontains=words)
    return rows.order_by("-pinned", "-last_at", "pk")


def thread_in(
    book: Rulebook, network: Network, key: object, by: Standing, day: date, parties: Parties = None
) -> tuple[Thread, Space]:
    """A thread the visitor may read, with its space; for anybody else there is none (404)."""
    rows = Thread.objects.filter(network=network).select_related("network", "body", "opened_by")
    thread = one_of(rows, pk=key)
    if thread.body:
        thread.body.network = network
    space = space_of(book, network, thread.body, by, day, parties)
    if not may_read(book, by, place=space.place):
        raise Http404
    return thread, space


def post_in(book: Rulebook, network: Network, key: object, by: Standing, day: date) -> tuple[Post, Space]:
    """A post of a thread the visitor may read; one that is held exists for its writer and the moderators only."""
    rows = Post.objects.filter(thread__network=network)
    related = rows.select_related("thread__network", "thread__body", "author", "organisation")
    post = one_of(related, pk=key)
    if post.thread.body:
        post.thread.body.network = network
    space = space_of(book, network, post.thread.body, by, day)
    if not may_read(book, by, place=space.place):
        raise Http404
    if post.number is None and post.author_id != by.person and not moderates(book, space, by):
        raise Http404
    return post, space


def moderates(book: Rulebook, space: Space, by: Standing) -> bool:
    return bool(may_moderate(book, by, place=space.place))


class Posts(Sequence[Post]):
    """The numbered posts of a thread. A page of them is found by number, so the hundredth costs what the first does."""

    def __init__(self, thread: Thread) -> None:
        self.thread = thread

    def __len__(self) -> int:
        return self.thread.last_number

    @overload
    def __getitem__(self, place: int) -> Post: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Post]: ...
    def __getitem__(self, place: int | slice) -> Post | Sequence[Post]:
        if isinstance(place, int):
            return self[place : place + 1][0]
        start, stop, _step = place.indices(len(self))
        rows = Post.objects.filter(thread=self.thread, number__gt=start, number__lte=stop)
        return cast(Sequence[Post], list(rows.select_related("author", "organisation").order_by("number")))


def fill(posts: Sequence[Post]) -> None:
    """Bring the files and the people named in these posts along, in two queries however many they are."""
    named = Mention.objects.select_related("person")
    prefetch_related_objects(posts, "attachments", Prefetch("mentions", queryset=named))


def page_with(number: int) -> int:
    """The page of a thread on which a post stands."""
    return max(1, -(-number // PER_PAGE))


def waiting_in(thread: Thread, by: Standing, *, all_of_them: bool) -> list[Post]:
    """Posts never shown yet: the visitor's own, or for moderators all."""
    rows = Post.objects.filter(thread=thread, number=None, state=PostState.HELD)
    rows = rows if all_of_them else rows.filter(author=by.person)
    return list(rows.select_related("author", "organisation").order_by("written_at", "pk")[:50])


def read_up_to(thread: Thread, person: UUID | None) -> int:
    """The number of the last post the person has read; 0 for none."""
    if person is None:
        return 0
    return ReadMark.objects.filter(thread=thread, person=person).values_list("number", flat=True).first() or 0


def queue(mine: Q | None) -> QuerySet[Post]:
    """Of the posts somebody moderates those that wait for a decision: held, or reported; the oldest first."""
    if mine is None:
        return Post.objects.none()
    reported = Report.objects.filter(settled_at=None).values("post")
    rows = Post.objects.filter(mine & (Q(state=PostState.HELD) | Q(state=PostState.SHOWN, pk__in=reported)))
    return rows.select_related("thread__body", "author", "organisation").order_by("written_at", "pk")


def attachment_in(book: Rulebook, network: Network, key: object, by: Standing, day: date) -> Attachment:
    """A file of a post the visitor may see the words of."""
    rows = Attachment.objects.filter(post__thread__network=network)
    found = one_of(rows, pk=key)
    post, space = post_in(book, network, found.post_id, by, day)
    if post.state != PostState.SHOWN and not moderates(book, space, by) and post.author_id != by.person:
        raise Http404
    return found


def channel_of(body: Body | None) -> Channel | None:
    return Channel.objects.filter(body=body).first() if body else None


def was_shown_before(person: UUID, network: Network) -> bool:
    """Whether a post of theirs has been shown in this network."""
    shown: dict[str, Any] = {"shown_at__isnull": False, "thread__network": network}
    return Post.objects.filter(author=person, **shown).exists()


def versions_of(post: Post) -> list[Version]:
    """What a post said before, the latest first."""
    return list(Version.objects.filter(post=post).order_by("-until")[:50])


def open_reports(post: Post) -> list[Report]:
    return list(Report.objects.filter(post=post, settled_at=None).select_related("person").order_by("at")[:50])


def spoken_in(network: Network) -> bool:
    """Whether anything was ever written in the network's discussions."""
    return Thread.objects.filter(network=network).exists()
