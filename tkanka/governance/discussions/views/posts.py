"""One post: where it stands, correcting it, what it said before, reporting it, its files."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from tkanka.ground.kit.downloads import file_answer
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.discussions import may_edit, may_report, may_write

from .. import actions, queries
from ..forms import EditForm, ReportForm
from .threads import address_of


@login_required
@require_safe
@in_network
def post(visit: Visit, post: UUID) -> HttpResponse:
    """To the post's place in its thread."""
    found, _space = queries.post_in(visit.frame.book, visit.network, post, visit.standing, visit.today)
    return redirect(address_of(visit, found))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def edit(visit: Visit, post: UUID) -> HttpResponse:
    """Correct one's own post; readers see that it was corrected, and what it said before."""
    found, space = queries.post_in(visit.frame.book, visit.network, post, visit.standing, visit.today)
    at, closed = timezone.now(), found.thread.is_closed
    own = found.author_id == visit.standing.person
    ruling = may_edit(own=own, state=found.state, closed=closed, written_at=found.written_at, at=at)
    ruling &= may_write(visit.frame.book, visit.standing, place=space.place)
    ruling.require()
    form = EditForm(visit.POST if visit.method == "POST" else None, initial={"text": found.text})
    if visit.method == "POST" and form.is_valid():
        saved = actions.edit_post(by=visit.standing, at=at, post=found, text=form.cleaned_data["text"])
        messages.success(visit, _("Wpis poprawiony."))
        return redirect(address_of(visit, saved))
    shown = {"form": form, "post": found, "place": "desk", "here": "discussions"}
    return render(visit, "discussions/edit.html", shown, status=422 if form.errors else 200)


@login_required
@require_safe
@in_network
def versions(visit: Visit, post: UUID) -> HttpResponse:
    """What a post said before it was corrected; of one that is not shown, for moderators and its writer."""
    found, space = queries.post_in(visit.frame.book, visit.network, post, visit.standing, visit.today)
    own = found.author_id == visit.standing.person
    if not (found.is_shown or own or queries.moderates(visit.frame.book, space, visit.standing)):
        raise Http404
    shown = {"post": found, "versions": queries.versions_of(found), "place": "desk", "here": "discussions"}
    return render(visit, "discussions/versions.html", shown)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def report(visit: Visit, post: UUID) -> HttpResponse:
    """Ask the moderators to look at it."""
    found, space = queries.post_in(visit.frame.book, visit.network, post, visit.standing, visit.today)
    own = found.author_id == visit.standing.person
    ruling = may_report(visit.frame.book, visit.standing, place=space.place, own=own, state=found.state)
    ruling.require()
    form = ReportForm(visit.POST if visit.method == "POST" else None)
    if visit.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.report_post(by=visit.standing, at=timezone.now(), post=found, reason=reason)
        messages.success(visit, _("Dziękujemy. Osoby prowadzące dyskusję przeczytają zgłoszenie."))
        return redirect(address_of(visit, found))
    shown = {"form": form, "post": found, "place": "desk", "here": "discussions"}
    return render(visit, "discussions/report.html", shown, status=422 if form.errors else 200)


@never_cache
@login_required
@require_safe
@in_network
def file(visit: Visit, file: UUID) -> HttpResponse:
    """A file of a post, for those who read it."""
    found = queries.attachment_in(visit.frame.book, visit.network, file, visit.standing, visit.today)
    try:
        return cast(HttpResponse, file_answer(found.file.open("rb"), found.name))
    except FileNotFoundError as gone:
        raise Http404 from gone
