"""Motions: the list, moving, one motion with its answer."""

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
from tkanka.network.networks.queries import history_of, organisation_in
from tkanka.rules.choosing import choice_known
from tkanka.rules.motions import MotionKind, MotionState, may_answer, may_move, may_see_log, motion_kinds
from tkanka.rules.ruling import Ruling

from .. import actions, queries
from ..forms import AnswerForm, CarryForm, MoveForm
from ..models import Motion


def let_in(visit: Visit) -> bool:
    """Members, the offices and those who watch over them; everybody else finds nothing here."""
    watches = queries.oversees(visit.network, visit.standing, visit.today)
    if not (visit.standing.is_member or visit.standing.keeps_the_network or watches):
        raise Http404
    return watches


@login_required
@require_safe
@in_network
def motions(visit: Visit) -> HttpResponse:
    """What waits for an answer, and what was answered."""
    let_in(visit)
    shown = "answered" if visit.GET.get("state") == "answered" else "open"
    page = page_of(queries.motions_in(visit.network, shown), visit)
    context = {"page": page, "shown": shown, "kinds": motion_kinds(visit.frame.book), "today": visit.today,
               "may": bool(visit.standing.speaks_for), "chooses": bool(choice_known(visit.frame.book)),
               "disputes": visit.frame.book.disputes.parties is not None}  # fmt: skip
    return render(visit, "motions/motions.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def move(visit: Visit) -> HttpResponse:
    """Move; `?kind`, `?title` and `?source` come from the page of a group's result."""
    parties = [one for one in visit.frame.can_act_for if one.pk in visit.standing.speaks_for]
    kinds = motion_kinds(visit.frame.book)
    ruling = may_move(visit.frame.book, visit.standing, organisation=parties[0].pk if parties else None, kind=kinds[0])
    ruling.require()
    asked = {name: visit.GET.get(name, "")[:200] for name in ("title", "source")} | {"kind": kinds[0]}
    if visit.GET.get("kind") in set(kinds):
        asked["kind"] = MotionKind(visit.GET["kind"])
    form = MoveForm(visit.POST or None, parties=parties, kinds=kinds, initial=asked)
    if visit.method == "POST" and form.is_valid():
        said = form.cleaned_data
        party = organisation_in(visit.network, said.pop("organisation"), visit.today)
        own_page = said["source"].startswith(f"/n/{visit.network.slug}/")
        said |= {"kind": MotionKind(said["kind"]), "source": said["source"] if own_page else ""}
        moved = actions.move(
            by=visit.standing.on_behalf_of(party.pk), at=timezone.now(), network=visit.network, organisation=party,
            **said,
        )  # fmt: skip
        messages.success(visit, _("Sprawa zgłoszona. Odpowiedź dostaniecie listem."))
        return _to(visit, moved)
    return render(visit, "motions/move.html", {"form": form, "place": "desk"}, status=422 if form.errors else 200)


def _to(visit: Visit, motion: Motion) -> HttpResponse:
    return redirect("motions:motion", network=visit.network.slug, motion=motion.pk)


@login_required
@require_safe
@in_network
def motion(visit: Visit, motion: UUID) -> HttpResponse:
    """A motion; its whole course for the offices and those who watch over them."""
    watches = let_in(visit)
    return _page(visit, queries.motion_in(visit.network, motion), watches)


def _form(found: Motion, data: Any = None) -> AnswerForm:
    return CarryForm(data) if found.kind == MotionKind.CARRY else AnswerForm(data)


def _ruling(visit: Visit, found: Motion) -> Ruling:
    return may_answer(
        visit.frame.book, visit.standing, kind=found.kind, own=found.organisation_id in visit.standing.represents,
        explained=True, taken_up=False, where=False, when=False,
    )  # fmt: skip


def _page(visit: Visit, found: Motion, watches: bool, form: AnswerForm | None = None) -> HttpResponse:
    log = may_see_log(visit.frame.book, visit.standing, oversees=watches)
    shown = {
        "motion": found,
        "open": found.state == MotionState.MOVED,
        "late": bool(found.state == MotionState.MOVED and found.due and found.due < visit.today),
        "answers": _ruling(visit, found),
        "form": form or _form(found),
        "own": found.organisation_id in visit.standing.speaks_for,
        "history": history_of(found) if log else [],
    }
    return render(visit, "motions/motion.html", shown, status=422 if form else 200)


@login_required
@require_POST
@in_network
def answer(visit: Visit, motion: UUID) -> HttpResponse:
    watches = let_in(visit)
    found = queries.motion_in(visit.network, motion)
    ruling = _ruling(visit, found)
    ruling.require()
    form = _form(found, visit.POST)
    if not form.is_valid():
        return _page(visit, found, watches, form)
    said = form.cleaned_data | {"outcome": MotionState(form.cleaned_data["outcome"])}
    actions.answer(by=visit.standing, at=timezone.now(), motion=found, **said)
    messages.success(visit, _("Odpowiedź zapisana i wysłana."))
    return _to(visit, found)


@login_required
@require_POST
@in_network
def withdraw(visit: Visit, motion: UUID) -> HttpResponse:
    let_in(visit)
    found = queries.motion_in(visit.network, motion)
    actions.withdraw(by=visit.standing.on_behalf_of(found.organisation_id), at=timezone.now(), motion=found)
    messages.success(visit, _("Zgłoszenie wycofane."))
    return _to(visit, found)
