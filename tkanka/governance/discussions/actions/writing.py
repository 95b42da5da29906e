from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.utils.timezone import localdate

from tkanka.governance.bodies.models import Body
from tkanka.ground.kit.models import locked
from tkanka.ground.kit.uploads import safe_name
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import rulebook_of
from tkanka.network.people.queries import person_by_key
from tkanka.rules.discussions import PostState, may_edit, may_moderate, may_write, waits_because
from tkanka.rules.ruling import Refused, check
from tkanka.rules.standing import Standing

from .. import queries
from ..index import index_post
from ..marks import follow_own, mark_read
from ..models import Attachment, Post, Thread, Version
from ..queries import Space, Voice
from ..showing import chain_of, name_people, show, told_with


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody wrote, in whose name, with which files; `names` are people to be told, beside those in the text."""

    text: str
    voice: str = ""
    files: tuple[File[Any], ...] = ()
    names: tuple[str, ...] = ()
    by_mail: bool = field(default=False)


def open_thread(*, by: Standing, at: datetime, network: Network, body: Body | None, title: str, words: Words) -> Post:
    """Begin a thread with its first post. Returns the post; the thread is listed once that is shown."""
    with entry("thread.opened", by=by, at=at) as record:
        day = localdate(at)
        book = rulebook_of(network, day)
        space = queries.space_of(book, network, body, by, day)
        record.rests_on(may_write(book, by, place=space.place))
        opener = person_by_key(by.person) if by.person else None
        thread = Thread.objects.create(
            network=network,
            body=body,
            title=title,
            language=opener.language if opener else "pl",
            opened_by=opener,
            opened_at=at,
            last_at=at,
        )
        post = _put(thread, space, by, at, words)
        record.about(thread, *told_with(thread), network=chain_of(thread))
        return post


def write_post(*, by: Standing, at: datetime, thread: Thread, words: Words) -> Post:
    """Answer in a thread. Shown at once, unless it is the first post of somebody new or from outside."""
    with entry("post.mailed" if words.by_mail else "post.written", by=by, at=at) as record:
        day = localdate(at)
        thread = locked(thread)
        book = rulebook_of(thread.network, day)
        space = queries.space_of(book, thread.network, thread.body, by, day)
        record.rests_on(may_write(book, by, place=space.place, closed=thread.is_closed))
        post = _put(thread, space, by, at, words)
        if post.organisation_id:
            record.by = replace(by, acting_for=post.organisation_id)
        record.about(post, thread, *told_with(thread), network=chain_of(thread), held=post.is_held)
        return post


def edit_post(*, by: Standing, at: datetime, post: Post, text: str) -> Post:
    """Correct one's own post, for half an hour; what it said before is kept."""
    with entry("post.corrected", by=by, at=at) as record:
        post = locked(post)
        thread = post.thread
        record.rests_on(may_edit(
            own=post.author_id == by.person, state=post.state, closed=thread.is_closed, written_at=post.written_at,
            at=at,
        ))  # fmt: skip
        record.rests_on(_still_writes(thread, by, at))
        if text != post.text:
            Version.objects.create(post=post, text=post.text, until=at)
            post.text, post.edited_at = text, at
            post.save(update_fields=["text", "edited_at"])
            name_people(post, by, at)
            if post.is_shown:
                index_post(post)
        record.about(post, thread, *told_with(thread), network=chain_of(thread))
        return post


def _still_writes(thread: Thread, by: Standing, at: datetime) -> Any:
    book = rulebook_of(thread.network, localdate(at))
    space = queries.space_of(book, thread.network, thread.body, by, localdate(at))
    return may_write(book, by, place=space.place)


def _put(thread: Thread, space: Space, by: Standing, at: datetime, words: Words) -> Post:
    if by.person is None:
        raise Refused(check(False, "signed_in"))
    author = person_by_key(by.person)
    voice = _voice(space, words.voice)
    book = rulebook_of(thread.network, localdate(at))
    held = waits_because(
        outsider=space.outsider,
        known=queries.was_shown_before(by.person, thread.network),
        moderates=bool(may_moderate(book, by, place=space.place)),
        since=author.created_at if author else None,
        at=at,
    )
    post = Post.objects.create(
        thread=thread,
        author=author,
        organisation=voice.organisation,
        outside=voice.outside,
        office=voice.office,
        text=words.text,
        written_at=at,
        by_mail=words.by_mail,
        state=PostState.HELD,
        held_because=held,
    )
    _attach(post, words.files)
    name_people(post, by, at, words.names)
    follow_own(person=by.person, space=space, thread=thread)
    if not held:
        show(post, at)
        mark_read(thread=thread, person=by.person, number=post.number or 0)
    return post


def _voice(space: Space, key: str) -> Voice:
    """The voice asked for where the writer has it here, else the first they have."""
    voices = queries.voices_for(space)
    return next((voice for voice in voices if voice.key == key), voices[0])


def _attach(post: Post, files: Iterable[File[Any]]) -> None:
    for file in files:
        kept = Attachment(post=post, name=safe_name(str(file.name or "")), size=file.size or 0)
        kept.file.save("", file, save=False)
        kept.save()
