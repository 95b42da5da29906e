from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from tkanka.ground.kit.traces import Traces
from tkanka.ground.ledger.actions import entry
from tkanka.network.people.models import Person
from tkanka.rules.discussions import PostState
from tkanka.rules.standing import Standing

from ..index import index_post
from ..models import (
    Arrival,
    Attachment,
    Channel,
    Designation,
    Digest,
    LetterWish,
    Mention,
    Post,
    ReadMark,
    ReplyKey,
    Report,
    Thread,
    Version,
    Watch,
)

TEXTS = {Attachment: ("name",), Channel: ("label", "url"), Report: ("reason",), Version: ("text",)}


def forget_person(*, by: Standing, at: datetime, traces: Traces) -> None:
    """What was said in discussions stays, for others answered it; who said it does not. Their own notes go."""
    with entry("person.left_discussions", by=by, at=at) as record:
        person = Person(pk=traces.key)
        for notes in (LetterWish, Mention, ReadMark, ReplyKey, Watch, Digest):
            notes._default_manager.filter(person=person).delete()
        Arrival.objects.filter(person=person).update(person=None)
        Designation.objects.filter(person=person, until=None).update(until=localdate(at))
        Report.objects.filter(person=person).update(person=None)
        Post.objects.filter(author=person).update(outside="")
        changed = {post.pk for post in traces.omit(Post.objects.all(), "text", "reason", "outside")}
        threads = traces.omit(Thread.objects.all(), "title")
        for post in _posts().filter(Q(pk__in=changed) | Q(thread__in=threads, state=PostState.SHOWN)):
            index_post(post)
        for table, fields in TEXTS.items():
            traces.omit(table._default_manager.all(), *fields)
        record.about(person, posts=len(changed))


def _posts() -> QuerySet[Post]:
    return Post.objects.select_related("thread__network", "thread__body")
