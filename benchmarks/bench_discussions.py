"""A thread of 2,000 posts: its first, middle and last page, the list of threads, and one more answer, in process."""

from datetime import UTC, datetime, timedelta
from statistics import median
from time import perf_counter

from django.core.management import call_command
from django.db import connection
from django.test import Client

from tests.cast import full_cast
from tests.queries import queries_of_page
from tkanka.governance.discussions import actions
from tkanka.governance.discussions.actions.writing import Words
from tkanka.governance.discussions.models import Post, Thread

POSTS, THREADS, ASKED = 2_000, 1_000, 15
START = datetime(2026, 1, 1, tzinfo=UTC)
TEXT = "W magazynie mamy **czterdzieści** śpiworów.\n\nTransport po naszej stronie, *proszę dzwonić*. "


def filled():
    """One thread of 2,000 posts among 1,000 of one."""
    cast = full_cast()
    threads = [
        Thread(network=cast.razem, title=f"Wątek {n}", opened_by=cast.bea, opened_at=START, last_at=START,
               last_number=POSTS if n == 0 else 1)
        for n in range(THREADS)
    ]  # fmt: skip
    Thread.objects.bulk_create(threads)
    numbered = [(threads[0], n) for n in range(1, POSTS + 1)] + [(thread, 1) for thread in threads[1:]]
    posts = []
    for thread, number in numbered:
        at = START + timedelta(minutes=number)
        who, party = ((cast.ada, cast.dach), (cast.bea, cast.mosty))[number % 2]
        posts.append(Post(thread=thread, number=number, author=who, organisation=party, text=TEXT, written_at=at,
                          shown_at=at))  # fmt: skip
    Post.objects.bulk_create(posts, batch_size=1_000)
    return cast, threads[0]


def milliseconds(work):
    taken = []
    for number in range(ASKED):
        began = perf_counter()
        work(number)
        taken.append(perf_counter() - began)
    return f"{1000 * median(taken):.1f}"


def rows():
    call_command("createcachetable", verbosity=0)
    cast, thread = filled()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(cast.ada)
    base = f"/n/{cast.razem.slug}/discussions/"
    pages = {
        "thread, first page": f"{base}threads/{thread.pk}/",
        "thread, page 20": f"{base}threads/{thread.pk}/?page=20",
        "thread, last page": f"{base}threads/{thread.pk}/?page=40",
        "list of threads": f"{base}forum/",
    }
    size = f"{POSTS:,} posts, {THREADS:,} threads"
    for name, address in pages.items():
        assert client.get(address).status_code == 200
        asked = len(queries_of_page(client, address))
        yield name, size, milliseconds(lambda _, address=address: client.get(address)), "ms", f"{asked} queries"
    by = cast.by(cast.bea)
    yield (
        "one more answer",
        size,
        milliseconds(
            lambda n: actions.write_post(
                by=by, at=START + timedelta(days=300, minutes=n), thread=thread, words=Words(text=TEXT)
            )
        ),
        "ms",
        "",
    )
