"""From a letter to a post, or to one polite answer, or to nothing. Of the letter only its fingerprint is kept.

A letter is trusted as far as its token: it must have been sealed here, be open, belong to the sender's address, and
its holder must still be allowed to write. Answers go out once, and never to a machine.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from tkanka.ground.kit.uploads import Checked
from tkanka.network.networks.queries import standing_of
from tkanka.rules.ruling import Refused

from .. import actions, queries
from ..actions.writing import Words
from ..models import Arrival, Fate, Post, ReplyKey
from ..replies import is_open, key_of
from .answering import answer
from .reading import Incoming, Unreadable, read
from .stripping import own_words

HEAD_BYTES = 64 * 1024
POSTS_AN_HOUR = 20
MOST_FILES = 10
LONGEST_POST = 20_000
CLOSED = {"thread_still_open", "body_still_open"}


def take_in(*, raw: bytes, at: datetime, recipient: str = "") -> Fate:
    """Do with a letter what has to be done with it; safe to be called again with the same one."""
    whole = len(raw) <= settings.INCOMING_MAIL_BYTES
    try:
        letter = read(raw if whole else raw[:HEAD_BYTES], recipient, whole=whole)
    except Unreadable:
        return Fate.UNREADABLE
    key = _key(letter)
    if key is None:
        return Fate.UNADDRESSED
    fingerprint = sha256(f"{key.pk}:{letter.identity}".encode()).hexdigest()
    try:
        with transaction.atomic():
            arrival = Arrival.objects.create(fingerprint=fingerprint, at=at, fate=Fate.UNREADABLE, person=key.person)
            return _settle(arrival, letter, key, at, whole)
    except IntegrityError:
        if queries.arrived_before(fingerprint):
            return Fate.DUPLICATE
        raise


def _key(letter: Incoming) -> ReplyKey | None:
    for token in letter.tokens:
        known = key_of(token)
        found = queries.reply_key(known) if known else None
        if found:
            return found
    return None


def _settle(arrival: Arrival, letter: Incoming, key: ReplyKey, at: datetime, whole: bool) -> Fate:
    fate = _hindrance(letter, key, at, whole)
    left_out: list[str] = []
    if fate is None:
        post, left_out, fate = _posted(letter, key, at)
        arrival.post = post
    arrival.fate = fate
    arrival.answered = answer(fate=fate, letter=letter, key=key, at=at, left_out=left_out)
    arrival.save()
    return fate


def _hindrance(letter: Incoming, key: ReplyKey, at: datetime, whole: bool) -> Fate | None:
    """Why nothing of the letter is posted, whatever it says."""
    if letter.automatic:
        return Fate.AUTOMATIC
    if letter.sender != key.person.email.lower() or not key.person.is_active:
        return Fate.FOREIGN
    if not is_open(key, at):
        return Fate.EXPIRED
    if key.post is None:
        return Fate.SEVERAL
    if not whole:
        return Fate.TOO_BIG
    if queries.posted_by_mail(key.person_id, at - timedelta(hours=1)) >= POSTS_AN_HOUR:
        return Fate.TOO_MANY
    return None


def _posted(letter: Incoming, key: ReplyKey, at: datetime) -> tuple[Post | None, list[str], Fate]:
    files, left_out = _files(letter)
    text = own_words(letter.text)[:LONGEST_POST]
    if not text and not files:
        return None, left_out, Fate.EMPTY
    assert key.post
    words = Words(text=text or ", ".join(str(f.name) for f in files), files=tuple(files), by_mail=True)
    by = standing_of(key.person, key.network, localdate(at))
    try:
        post = actions.write_post(by=by, at=at, thread=key.post.thread, words=words)
    except Refused as refusal:
        codes = {ground.code for ground in refusal.ruling.failed}
        return None, [], Fate.CLOSED if codes <= CLOSED else Fate.ENDED
    return post, left_out, Fate.HELD if post.is_held else Fate.POSTED


def _files(letter: Incoming) -> tuple[list[ContentFile[bytes]], list[str]]:
    """The files that are taken, and the names of those that are not."""
    taken: list[ContentFile[bytes]] = []
    left_out: list[str] = []
    for file in letter.files:
        held = ContentFile(file.data, name=file.name)
        try:
            if len(taken) >= MOST_FILES:
                raise ValidationError("too many")
            Checked()(held)
        except ValidationError:
            left_out.append(file.name)
        else:
            taken.append(held)
    return taken, left_out
