"""Traces of one person in discussions."""

from django.core.files.base import ContentFile

from tests.cast import DAY, NOW
from tkanka.governance.bodies.models import Body
from tkanka.governance.discussions.index import index_post
from tkanka.governance.discussions.models import (
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
from tkanka.network.people.models import Person

from ..planting import EMAIL, NAME, SENTENCE, plant

WITH_TRACES = [Attachment, Channel, Post, Report, Thread, Version]
KEYS_ONLY = [Arrival, Designation, Digest, LetterWish, Mention, ReadMark, ReplyKey, Watch]


def sow_discussions(cast, stock, body):
    """Somebody wrote, was written about, reported and followed."""
    person, stock = stock[Person], stock | {Body: body}
    plant(Channel, stock, label=NAME, url=f"https://example.org/?to={EMAIL}")
    thread = plant(Thread, stock, title=f"Sprawa, {NAME}", opened_by=person, last_number=3)
    stock |= {Thread: thread}
    shown = {"shown_at": NOW, "outside": NAME}
    own = plant(Post, stock, number=1, author=person, text=SENTENCE, **shown)
    unnamed = plant(Post, stock, number=2, author=cast.ada, text="Tak.", **shown)
    others = plant(Post, stock, number=3, author=cast.ada, text="Nie.", reason=SENTENCE, **shown)
    for post in (own, unnamed, others):
        index_post(post)
    plant(Version, stock, post=own, text=SENTENCE, until=NOW)
    plant(Attachment, stock, post=own, file=ContentFile(b"%PDF-1.4", name="x.pdf"), name=f"{NAME}.pdf", size=8)
    plant(Attachment, stock, post=others, file=ContentFile(b"%PDF-1.4", name="x.pdf"), name=f"{NAME}.pdf", size=8)
    plant(Report, stock, post=others, person=person, reason=SENTENCE)
    plant(Mention, stock, post=others, person=person)
    sow_wishes(stock, others)


def sow_wishes(stock, post):
    """What somebody noted for themselves, and the letters they got and sent."""
    plant(ReadMark, stock, number=2)
    plant(Watch, stock, wants="follow")
    plant(LetterWish, stock, pace="weekly")
    plant(Designation, stock, since=DAY)
    digest = plant(Digest, stock)
    plant(ReplyKey, stock, post=post)
    plant(ReplyKey, stock, digest=digest)
    plant(Arrival, stock, person=stock[Person], post=post)
