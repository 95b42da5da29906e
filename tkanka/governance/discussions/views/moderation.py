"""What moderators decide: of posts that wait or were reported, and of threads."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.discussions import POST, may_moderate

from .. import actions, queries
from ..doors import moderated_by
from ..forms import ReasonForm
from ..models import Post

WITH_REASON: dict[str, Callable[..., Post]] = {"hold": actions.hold_post, "remove": actions.remove_post}
PLAIN: dict[str, Callable[..., Post]] = {"release": actions.release_post, "restore": actions.restore_post}
STEERING: dict[str, tuple[Callable[..., Any], dict[str, bool]]] = {
    "pin": (actions.pin_thread, {"pinned": True}),
    "unpin": (actions.pin_thread, {"pinned": False}),
    "close": (actions.close_thread, {"closed": True}),
    "reopen": (actions.close_thread, {"closed": False}),
}


@login_required
@require_safe
@in_network
def waiting(visit: Visit) -> HttpResponse:
    """Everything that waits for the visitor's decision; for those who moderate nothing there is no such page."""
    mine = moderated_by(visit)
    if mine is None:
        raise Http404
    page = page_of(queries.queue(mine), visit)
    return render(visit, "discussions/moderation.html", {"page": page, "place": "desk", "here": "discussions"})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def decide(visit: Visit, post: UUID) -> HttpResponse:
    """Show, hold or remove a post, or settle what was reported of it."""
    found, space = queries.post_in(visit.frame.book, visit.network, post, visit.standing, visit.today)
    ruling = may_moderate(visit.frame.book, visit.standing, place=space.place)
    ruling.require()
    step = visit.POST.get("step", "") if visit.method == "POST" else ""
    form = ReasonForm(visit.POST if step in WITH_REASON else None)
    if visit.method == "POST" and _done(visit, found, step, form):
        messages.success(visit, _("Zapisano."))
        return redirect("discussions:moderation", visit.network.slug)
    shown = {
        "form": form, "post": found, "space": space, "steps": POST.open_steps(found.state),
        "reports": queries.open_reports(found), "place": "desk", "here": "discussions",
    }  # fmt: skip
    return render(visit, "discussions/decide.html", shown, status=422 if form.errors else 200)


def _done(visit: Visit, post: Post, step: str, form: ReasonForm) -> bool:
    """Whether the step was taken; False where its reason is missing."""
    by, at = visit.standing, timezone.now()
    if step in WITH_REASON:
        if form.is_valid():
            WITH_REASON[step](by=by, at=at, post=post, reason=form.cleaned_data["reason"])
        return form.is_valid()
    if step in PLAIN:
        PLAIN[step](by=by, at=at, post=post)
    elif step == "dismiss":
        actions.dismiss_reports(by=by, at=at, post=post)
    else:
        raise Http404
    return True


@login_required
@require_POST
@in_network
def steer(visit: Visit, thread: UUID) -> HttpResponse:
    """Pin, close, or the contrary; the step is in the form."""
    found, _space = queries.thread_in(visit.frame.book, visit.network, thread, visit.standing, visit.today)
    step = STEERING.get(visit.POST.get("step", ""))
    if step is None:
        raise Http404
    act, how = step
    act(by=visit.standing, at=timezone.now(), thread=found, **how)
    messages.success(visit, _("Zapisano."))
    return redirect("discussions:thread", visit.network.slug, found.pk)
