"""What the keys in addresses stand for in the tests of the house."""

from types import SimpleNamespace

from django.core.files.base import ContentFile

from tests.cast import DAY, LONG_AGO, NOW
from tests.house.crowd import ROWS, grows
from tests.house.objects import Keys, keyed
from tkanka.governance.bodies.models import Body, Seat
from tkanka.governance.discussions.models import Attachment, Designation, Mention, Post, Report, Thread
from tkanka.rules.bodies import Role

PDF = b"%PDF-1.7 small"


def talked(network, author, party, *, sits=True, name="Grupa Rozmów"):
    """A body in which the author sits, with a thread of theirs and a post with a file."""
    body = Body.objects.create(network=network, kind="working_group", name=name, opened_on=LONG_AGO)
    if sits:
        Seat.objects.create(
            body=body, person=author, organisation=party, basis="joined", role=Role.LEAD, since=LONG_AGO
        )
    thread = thread_of(network, author, body)
    post = post_of(thread, author, party, 1)
    file = Attachment(post=post, name="cennik.pdf", size=len(PDF))
    file.file.save("", ContentFile(PDF), save=False)
    file.save()
    return SimpleNamespace(body=body, thread=thread, post=post, file=file)


def thread_of(network, author, body=None, title="Ogrzewanie zimą"):
    return Thread.objects.create(
        network=network, body=body, title=title, opened_by=author, opened_at=NOW, last_number=1, last_at=NOW
    )


def post_of(thread, author, party, number, **more):
    return Post.objects.create(
        thread=thread, author=author, organisation=party, number=number, text="Czym grzejecie?", written_at=NOW,
        shown_at=NOW, **more,
    )  # fmt: skip


def three(world):
    """Of Ada's group, of one in which she does not sit, and of another network; made once for a world."""
    if not hasattr(world, "talked"):
        cast, abroad = world.cast, world.abroad
        world.talked = (
            talked(world.razem, cast.ada, cast.dach),
            talked(world.razem, cast.bea, cast.mosty, name="Grupa Sąsiadów"),
            talked(abroad.network, abroad.person, abroad.organisation),
        )
    return world.talked


@keyed("discussions.body")
def bodies(world):
    return Keys(*(each.body.pk for each in three(world)))


@keyed("discussions.thread")
def threads(world):
    return Keys(*(each.thread.pk for each in three(world)))


@keyed("discussions.post")
def posts(world):
    return Keys(*(each.post.pk for each in three(world)))


@keyed("discussions.file")
def files(world):
    return Keys(*(each.file.pk for each in three(world)))


@keyed("discussions.designation")
def designations(world):
    def of(network, party, person):
        return Designation.objects.create(network=network, organisation=party, person=person, since=DAY).pk

    cast, abroad = world.cast, world.abroad
    return Keys(
        of(world.razem, cast.dach, cast.ada),
        of(world.razem, cast.mosty, cast.bea),
        of(abroad.network, abroad.organisation, abroad.person),
    )


@grows
def many_talks(world):
    """Thirty more threads, bodies, posts in one thread (each with a file and a mention) and posts that wait."""
    cast = world.cast
    own = three(world)[0]
    for number in range(ROWS):
        thread_of(world.razem, cast.ada, own.body, f"Wątek {number}")
        forum = thread_of(world.razem, cast.ada, None, f"Sieć {number}")
        post_of(forum, cast.bea, cast.mosty, 1)
        body = Body.objects.create(
            network=world.razem, kind="working_group", name=f"Grupa {number}", opened_on=LONG_AGO
        )
        Seat.objects.create(
            body=body, person=cast.ada, organisation=cast.dach, basis="joined", role=Role.LEAD, since=LONG_AGO
        )
        thread_of(world.razem, cast.ada, body)
        post = post_of(own.thread, cast.bea, cast.mosty, number + 2, edited_at=NOW)
        Attachment.objects.create(post=post, name="plik.pdf", size=3, file=f"x{number}")
        Mention.objects.create(post=post, person=cast.ada)
        Report.objects.create(post=post, person=cast.ada, reason="Reklama", at=NOW)
        Post.objects.create(thread=own.thread, author=cast.ada, organisation=cast.dach, text="Czeka", written_at=NOW,
                            state="held", held_because="newcomer")  # fmt: skip
    Thread.objects.filter(pk=own.thread.pk).update(last_number=ROWS + 1)
