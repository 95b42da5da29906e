"""The moment in which a post is seen: it gets its number, is found, and those who asked to know are written to."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate

from tkanka.governance.bodies.models import Body
from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.models import INSTALLATION
from tkanka.network.networks.queries import rulebook_of
from tkanka.network.people.models import Person
from tkanka.rules.discussions import PostState
from tkanka.rules.standing import Standing

from . import queries
from .index import index_post
from .letters import tell_at_once
from .models import Mention, Post, Thread


def chain_of(thread: Thread) -> UUID:
    """In whose ledger it is written: of a hidden body in that of the installation, which no page of a network shows."""
    return INSTALLATION if thread.body and thread.body.hidden else thread.network_id


def told_with(thread: Thread) -> list[Body]:
    """What its records concern besides: the body, in whose history they stand."""
    return [thread.body] if thread.body else []


def show(post: Post, at: datetime) -> None:
    """Part of an action. A post that was shown before keeps its number and is told to nobody again."""
    thread = locked(post.thread)
    first_time = post.number is None
    if first_time:
        thread.last_number += 1
        thread.last_at = at
        thread.save(update_fields=["last_number", "last_at"])
        post.number, post.shown_at = thread.last_number, at
    post.state = PostState.SHOWN
    post.save(update_fields=["number", "shown_at", "state"])
    post.thread.last_number, post.thread.last_at = thread.last_number, thread.last_at
    index_post(post)
    if first_time:
        tell_at_once(post=post, mentioned=_named(post), at=at)


def name_people(post: Post, by: Standing, at: datetime, also: Iterable[str] = ()) -> None:
    """Part of an action. Keep whom the text names, of those who may read it; `also` are names given beside it."""
    thread, day = post.thread, localdate(at)
    book = rulebook_of(thread.network, day)
    space = queries.space_of(book, thread.network, thread.body, by, day)
    text = "\n".join([post.text, *(f"@{name}" for name in also)])
    Mention.objects.filter(post=post).delete()
    people = queries.mentioned(book, space, text, day)
    Mention.objects.bulk_create(Mention(post=post, person=person) for person in people)


def _named(post: Post) -> list[Person]:
    return [mention.person for mention in Mention.objects.filter(post=post).select_related("person")]
