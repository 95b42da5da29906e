"""Where one can talk: the list of spaces, one space with its threads."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.governance.bodies.doors import types_at
from tkanka.governance.bodies.models import Body
from tkanka.governance.bodies.queries import body_in
from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.discussions import Wants, by_designation, may_moderate, may_read, may_set_channel, may_write
from tkanka.rules.ruling import Refused

from .. import actions, marks, queries
from ..doors import moderated_by
from ..forms import ChannelForm, ThreadFilter
from ..queries import Space, Tally

WANTS = {"follow": Wants.FOLLOW, "mute": Wants.MUTE, "neither": None}


def entered(visit: Visit, body: UUID | None) -> Space:
    """The space asked for, or a refusal with its reason. Of what one may not even know of there is none (404)."""
    found = body_in(visit.network, body, visit.standing, visit.today) if body else None
    space = queries.space_of(visit.frame.book, visit.network, found, visit.standing, visit.today, visit.frame.works_for)
    ruling = may_read(visit.frame.book, visit.standing, place=space.place)
    ruling.require()
    return space


def home_of(space: Space, page: str = "") -> tuple[str, list[Any]]:
    """The name and arguments of a space's page, or of one of its pages."""
    names = {"": ("forum", "body"), "new": ("new-in-forum", "new-in-body"), "watch": ("watch-forum", "watch-body")}
    names["names"] = ("names-in-forum", "names-in-body")
    forum, body = names[page]
    if space.body is None:
        return f"discussions:{forum}", [space.network.slug]
    return f"discussions:{body}", [space.network.slug, space.body.pk]


@login_required
@require_safe
@in_network
def spaces(visit: Visit) -> HttpResponse:
    """Every space the visitor reads, with what is new in it."""
    book, by = visit.frame.book, visit.standing
    forum = queries.space_of(book, visit.network, None, by, visit.today, visit.frame.works_for)
    page = page_of(queries.readable_bodies(book, visit.network, by, visit.today, types_at(visit)), visit)
    found = queries.tallies(visit.network, page.items, by.person)
    shown = {
        "page": page,
        "rows": [(body, found.get(body.pk, Tally())) for body in page],
        "forum": found.get(None, Tally()),
        "forum_ruling": may_read(book, by, place=forum.place),
        "designation": by_designation(book),
        "designates": [o for o in visit.frame.can_act_for if o.pk in by.members],
        "waiting": queries.queue(moderated_by(visit)).count(),
        "place": "desk",
    }
    return render(visit, "discussions/spaces.html", shown)


@login_required
@require_safe
@in_network
def space(visit: Visit, body: UUID | None = None) -> HttpResponse:
    """The threads of a space, the latest first."""
    found = entered(visit, body)
    book, by = visit.frame.book, visit.standing
    form = ThreadFilter(visit.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    rows = queries.threads_of(found, by, only=asked.get("only", ""), words=asked.get("q", ""))
    shown = {
        "space": found,
        "form": form,
        "page": page_of(rows, visit),
        "filtered": any(asked.values()),
        "may_write": may_write(book, by, place=found.place),
        "moderates": may_moderate(book, by, place=found.place),
        "may_set_channel": bool(found.body) and may_set_channel(book, by, place=found.place),
        "channel": queries.channel_of(found.body),
        "wants": queries.watch_of(by.person, found),
        "designation": found.body is None and by_designation(book),
        "place": "desk",
        "here": "discussions",
    }
    return render(visit, "discussions/space.html", shown)


@login_required
@require_POST
@in_network
def watch(visit: Visit, body: UUID | None = None) -> HttpResponse:
    """Follow a whole space, mute it, or neither."""
    found = entered(visit, body)
    remember(visit, found)
    name, values = home_of(found)
    return redirect(name, *values)


def remember(visit: Visit, space: Space, thread: Any = None) -> None:
    """Keep what the visitor wants of a space or thread, as the button said."""
    wanted = visit.POST.get("wants", "")
    if wanted not in WANTS or visit.standing.person is None:
        raise Http404
    marks.watch(person=visit.standing.person, space=space, wants=WANTS[wanted], thread=thread)


@login_required
@require_safe
@in_network
def names(visit: Visit, body: UUID | None = None) -> HttpResponse:
    """Names of people of the space that begin as what is being typed, for completion."""
    found = entered(visit, body)
    before, _comma, last = visit.GET.get("names", "")[:200].rpartition(",")
    known = queries.names_like(visit.frame.book, found, last, visit.today)
    return render(visit, "discussions/names.html", {"names": [f"{before}, {n}" if before else n for n in known]})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def channel(visit: Visit, body: UUID) -> HttpResponse:
    """Where else a body talks; its leads say so."""
    found = entered(visit, body)
    ruling = may_set_channel(visit.frame.book, visit.standing, place=found.place)
    if not ruling or found.body is None:
        raise Refused(ruling)
    kept = queries.channel_of(found.body)
    form = ChannelForm(
        visit.POST if visit.method == "POST" else None, initial={"url": kept.url, "label": kept.label} if kept else None
    )
    if visit.method == "POST" and form.is_valid():
        whose: Body = found.body
        actions.set_channel(by=visit.standing, at=timezone.now(), body=whose, **form.cleaned_data)
        messages.success(visit, _("Zapisano."))
        return redirect("discussions:body", visit.network.slug, found.body.pk)
    shown = {"form": form, "space": found, "place": "desk", "here": "discussions"}
    return render(visit, "discussions/channel.html", shown, status=422 if form.errors else 200)
