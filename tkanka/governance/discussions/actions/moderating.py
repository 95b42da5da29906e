"""What leads and the secretariat decide. The writer of a post is always told, with the reason."""

from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import Entry, entry
from tkanka.network.networks.queries import rulebook_of
from tkanka.network.people.queries import person_by_key
from tkanka.rules.discussions import POST, HeldBecause, PostState, may_moderate
from tkanka.rules.standing import Standing

from .. import queries
from ..index import index_post
from ..letters import tell_writer
from ..models import Post, ReplyKey, Report, Thread
from ..showing import chain_of, show, told_with


def release_post(*, by: Standing, at: datetime, post: Post) -> Post:
    """Show what waited; from now on this person's posts are shown at once."""
    with entry("post.released", by=by, at=at) as record:
        post = _decided(record, post, "release", by, at, "")
        post.held_because = ""
        post.save(update_fields=["held_because"])
        show(post, at)
        tell_writer(post=post, letter="released", at=at)
        return post


def hold_post(*, by: Standing, at: datetime, post: Post, reason: str) -> Post:
    """Take a post out of sight until it is decided."""
    with entry("post.held", by=by, at=at) as record:
        post = _decided(record, post, "hold", by, at, reason)
        post.held_because = HeldBecause.MODERATOR
        post.save(update_fields=["held_because"])
        index_post(post)
        tell_writer(post=post, letter="held", at=at)
        return post


def remove_post(*, by: Standing, at: datetime, post: Post, reason: str) -> Post:
    """Take the words away for good; letters that still wait with them do not leave, and cannot be answered."""
    with entry("post.removed", by=by, at=at) as record:
        post = _decided(record, post, "remove", by, at, reason)
        index_post(post)
        ReplyKey.objects.filter(post=post, revoked_at=None).update(revoked_at=at)
        _settle(post, at)
        tell_writer(post=post, letter="removed", at=at)
        return post


def restore_post(*, by: Standing, at: datetime, post: Post) -> Post:
    """It was removed by mistake: it stands again where it stood."""
    with entry("post.restored", by=by, at=at) as record:
        post = _decided(record, post, "restore", by, at, "")
        show(post, at)
        tell_writer(post=post, letter="released", at=at)
        return post


def dismiss_reports(*, by: Standing, at: datetime, post: Post) -> Post:
    """Nothing is wrong with the post: what was reported is settled."""
    with entry("reports.dismissed", by=by, at=at) as record:
        _may(record, post.thread, by, at)
        settled = _settle(post, at)
        record.about(post, post.thread, *told_with(post.thread), network=chain_of(post.thread), reports=settled)
        return post


def pin_thread(*, by: Standing, at: datetime, thread: Thread, pinned: bool = True) -> Thread:
    """Keep a thread on top of its space, or let it go down with the others."""
    with entry("thread.pinned" if pinned else "thread.unpinned", by=by, at=at) as record:
        thread = locked(thread)
        _may(record, thread, by, at)
        thread.pinned = pinned
        thread.save(update_fields=["pinned"])
        record.about(thread, *told_with(thread), network=chain_of(thread))
        return thread


def close_thread(*, by: Standing, at: datetime, thread: Thread, closed: bool = True) -> Thread:
    """Nobody writes in it any more; or they do again."""
    with entry("thread.closed" if closed else "thread.reopened", by=by, at=at) as record:
        thread = locked(thread)
        _may(record, thread, by, at)
        thread.closed_at = (thread.closed_at or at) if closed else None
        thread.save(update_fields=["closed_at"])
        record.about(thread, *told_with(thread), network=chain_of(thread))
        return thread


def _decided(record: Entry, post: Post, step: str, by: Standing, at: datetime, reason: str) -> Post:
    post = locked(post)
    _may(record, post.thread, by, at)
    post.state = POST.after(post.state, step)
    post.reason, post.decided_at = reason, at
    post.decided_by = person_by_key(by.person) if by.person else None
    kept = post.state
    if kept == PostState.SHOWN and post.number is None:
        post.state = PostState.HELD  # `show` gives it a number first
    post.save(update_fields=["state", "reason", "decided_at", "decided_by"])
    if step != "hold":
        _settle(post, at)
    record.about(post, post.thread, *told_with(post.thread), network=chain_of(post.thread))
    return post


def _may(record: Entry, thread: Thread, by: Standing, at: datetime) -> None:
    day = localdate(at)
    book = rulebook_of(thread.network, day)
    space = queries.space_of(book, thread.network, thread.body, by, day)
    record.rests_on(may_moderate(book, by, place=space.place))


def _settle(post: Post, at: datetime) -> int:
    keys: list[UUID] = list(Report.objects.filter(post=post, settled_at=None).values_list("pk", flat=True))
    return Report.objects.filter(pk__in=keys).update(settled_at=at)
