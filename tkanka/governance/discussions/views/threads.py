"""Threads: beginning one, reading it, writing in it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.parts import own
from tkanka.rules.discussions import may_edit, may_moderate, may_report, may_write

from .. import actions, marks, queries
from ..actions.writing import Words
from ..forms import PostForm, ThreadForm
from ..models import Post, Thread
from ..queries import PER_PAGE, Posts, Space
from .spaces import entered, home_of, remember

FIRST_NAMES = 30


def form_of(kind: type[PostForm], visit: Visit, space: Space) -> PostForm:
    """The form with what was typed, and with the names of those it is about to be read by checked."""
    name, values = home_of(space, "names")
    data = (visit.POST, visit.FILES) if visit.method == "POST" else (None, None)
    form = kind(*data, voices=queries.voices_for(space), complete=reverse(name, args=values))
    if form.is_bound and form.is_valid():
        for called in form.cleaned_data["names"]:
            if called not in queries.names_like(visit.frame.book, space, called, visit.today):
                form.add_error("names", _("Nie ma tu takiej osoby: %(name)s") % {"name": called})
    return form


def words_of(form: PostForm) -> Words:
    given = form.cleaned_data
    return Words(text=given["text"], voice=given["voice"], files=tuple(given["attached"]), names=tuple(given["names"]))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def new(visit: Visit, body: UUID | None = None) -> HttpResponse:
    """A new subject, with its first post."""
    space = entered(visit, body)
    ruling = may_write(visit.frame.book, visit.standing, place=space.place)
    ruling.require()
    form = form_of(ThreadForm, visit, space)
    if form.is_bound and form.is_valid():
        post = actions.open_thread(
            by=visit.standing,
            at=timezone.now(),
            network=visit.network,
            body=space.body,
            title=form.cleaned_data["title"],
            words=words_of(form),
        )
        return _written(visit, post)
    shown = {"form": form, "space": space, "readers": _some_names(visit, space), "place": "desk"}
    shown["here"] = "discussions"
    return render(visit, "discussions/new.html", shown, status=422 if form.errors else 200)


def _written(visit: Visit, post: Post) -> HttpResponse:
    if post.is_held:
        messages.info(visit, _("Wpis zobaczą inni, gdy dopuści go osoba prowadząca dyskusję. Dostaniesz o tym list."))
        return redirect("discussions:thread", visit.network.slug, post.thread_id)
    messages.success(visit, _("Wpis dodany."))
    return redirect(address_of(visit, post))


def address_of(visit: Visit, post: Post) -> str:
    """Where a post stands: its page of the thread, and its place on that."""
    page = queries.page_with(post.number or 1)
    thread = reverse("discussions:thread", args=[visit.network.slug, post.thread_id])
    return f"{thread}{f'?page={page}' if page > 1 else ''}#post-{post.pk}"


def _some_names(visit: Visit, space: Space) -> list[str]:
    def first() -> list[str]:
        return queries.names_like(visit.frame.book, space, "", visit.today, FIRST_NAMES)

    return own(visit, f"names {space.body and space.body.pk}", first)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def thread(visit: Visit, thread: UUID) -> HttpResponse:
    """A thread, a page at a time, and the form to answer in it."""
    found, space = queries.thread_in(
        visit.frame.book, visit.network, thread, visit.standing, visit.today, visit.frame.works_for
    )
    ruling = may_write(visit.frame.book, visit.standing, place=space.place, closed=found.is_closed)
    if visit.method == "POST":
        ruling.require()
    form = form_of(PostForm, visit, space)
    if form.is_bound and form.is_valid():
        words = words_of(form)
        return _written(visit, actions.write_post(by=visit.standing, at=timezone.now(), thread=found, words=words))
    shown = _shown(visit, found, space) | {"form": form, "ruling": ruling}
    return render(visit, "discussions/thread.html", shown, status=422 if form.errors else 200)


def _shown(visit: Visit, thread: Thread, space: Space) -> dict[str, Any]:
    by, at = visit.standing, timezone.now()
    moderates = may_moderate(visit.frame.book, by, place=space.place)
    read = queries.read_up_to(thread, by.person)
    page = page_of(Posts(thread), visit, PER_PAGE)
    waiting = queries.waiting_in(thread, by, all_of_them=bool(moderates))
    queries.fill([*page, *waiting])
    if by.person and visit.method == "GET" and page.last > read:
        marks.mark_read(thread=thread, person=by.person, number=page.last)
    return {
        "thread": thread,
        "space": space,
        "page": page,
        "rows": [_row(visit, post, thread, space, at) for post in page],
        "read": read,
        "unread_page": queries.page_with(read + 1) if read < thread.last_number else 0,
        "waiting": waiting,
        "moderates": moderates,
        "wants": queries.watch_of(by.person, space, thread),
        "readers": _some_names(visit, space),
        "place": "desk",
        "here": "discussions",
    }


def _row(visit: Visit, post: Post, thread: Thread, space: Space, at: Any) -> tuple[Post, bool, bool]:
    """A post, whether the visitor may still correct it, and whether they may report it."""
    own = post.author_id == visit.standing.person
    edits = may_edit(own=own, state=post.state, closed=thread.is_closed, written_at=post.written_at, at=at)
    reports = may_report(visit.frame.book, visit.standing, place=space.place, own=own, state=post.state)
    return post, bool(edits), bool(reports)


@login_required
@require_POST
@in_network
def watch(visit: Visit, thread: UUID) -> HttpResponse:
    """Follow a thread, mute it, or neither."""
    found, space = queries.thread_in(visit.frame.book, visit.network, thread, visit.standing, visit.today)
    remember(visit, space, found)
    return redirect("discussions:thread", visit.network.slug, found.pk)
