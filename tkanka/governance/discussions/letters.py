"""Letters about single posts: to those who asked to hear at once, to the writer about a decision."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate

from tkanka.governance.bodies.queries import type_of
from tkanka.ground.kit.markdown import plain
from tkanka.ground.notices.actions import write_letter
from tkanka.network.networks.queries import rulebook_of
from tkanka.network.networks.queries.belonging import recipient
from tkanka.network.people.models import Person

from . import queries
from .models import Digest, Post, ReplyKey, Thread
from .replies import LASTS, reply_address

CATEGORY = "discussions"
LONGEST_EXCERPT = 600


def excerpt(text: str, most: int = LONGEST_EXCERPT) -> str:
    """The beginning of a post, without marks, cut between two words."""
    words = plain(text)
    return words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0]} …"


def key_to(*, post: Post, person: UUID, at: datetime, digest: Digest | None = None) -> ReplyKey:
    """The key by which they may answer the post by mail; the same one however many letters speak of it."""
    made = {"network_id": post.thread.network_id, "made_at": at, "expires_at": at + LASTS, "digest": digest}
    key, _ = ReplyKey.objects.get_or_create(post=post, person_id=person, defaults=made)
    return key


def is_shut(thread: Thread, at: datetime) -> bool:
    """Whether even its title is not for those in office, who see the subjects of letters."""
    if thread.body is None:
        return False
    day = localdate(at)
    return thread.body.hidden or bool(type_of(thread.body, day).closed.value)


def tell_at_once(*, post: Post, mentioned: list[Person], at: datetime) -> int:
    """Write to those who wished so: followers of the thread or its space, and people named in it. How many letters.

    Part of the action that shows the post. Whoever may not read the space any more gets none.
    """
    thread = post.thread
    day = localdate(at)
    book = rulebook_of(thread.network, day)
    named = {p.pk for p in mentioned}
    wanted = queries.mentions_at_once(named) | queries.followers_at_once(thread)
    wanted -= queries.muted_by(thread, wanted) | {post.author_id}
    rows = queries.readers(book, thread.network, thread.body, day).filter(pk__in=wanted)
    written = 0
    for person in rows.order_by("pk")[:5_000]:
        key = key_to(post=post, person=person.pk, at=at)
        written += bool(_write(post, person, key, at, named=person.pk in named))
    return written


def _write(post: Post, person: Person, key: ReplyKey, at: datetime, named: bool) -> Any:
    thread = post.thread
    return write_letter(
        to=recipient(person),
        cause=f"discussions.post:{post.pk}{_place(thread)}",
        template="discussions/mail/post.txt",
        at=at,
        network=thread.network_id,
        network_name=thread.network.short_name,
        basis=f"reply:{key.pk}",
        category=CATEGORY,
        reply_to=reply_address(key.pk),
        post=post,
        thread=thread,
        words=excerpt(post.text, 3_000),
        secret=is_shut(thread, at),
        named=named,
        slug=thread.network.slug,
    )


def _place(thread: Thread) -> str:
    """The body's key in a cause: by it lists of letters leave out what is written about hidden bodies."""
    return f":{thread.body_id}" if thread.body_id else ""


def tell_writer(*, post: Post, letter: str, at: datetime) -> None:
    """A decision about somebody's post is told to them, whatever has become of their seat since."""
    if post.author is None or not post.author.is_active:
        return
    thread = post.thread
    write_letter(
        to=recipient(post.author),
        cause=f"discussions.{letter}:{post.pk}:{at:%Y%m%dT%H%M%S}{_place(thread)}",
        template=f"discussions/mail/{letter}.txt",
        at=at,
        network=thread.network_id,
        network_name=thread.network.short_name,
        post=post,
        thread=thread,
        words=excerpt(post.text),
        secret=is_shut(thread, at),
        slug=thread.network.slug,
    )
