from datetime import datetime

from django.utils.timezone import localdate

from tkanka.ground.kit.traces import Traces
from tkanka.ground.ledger.actions import entry
from tkanka.network.people.models import Person
from tkanka.rules.standing import Standing

from ..index import index_post
from ..models import (
    Arrival,
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
        posts = list(traces.omit(Post.objects.select_related("thread__network", "thread__body"), "text", "reason"))
        for post in posts:
            index_post(post)
        traces.omit(Version.objects.all(), "text")
        traces.omit(Thread.objects.all(), "title")
        traces.omit(Report.objects.all(), "reason")
        traces.omit(Channel.objects.all(), "label")
        record.about(person, posts=len(posts))
