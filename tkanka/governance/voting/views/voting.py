"""One vote: its question, its rule, its roll, one's own vote, and the verdict."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
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
from tkanka.network.networks.queries import history_of
from tkanka.rules.voting import (
    Choice,
    PollState,
    may_call_off,
    may_close,
    may_enter_hands,
    may_go_round_again,
    may_prepare,
)
from tkanka.rules.voting import may_follow_up as may_note

from .. import actions, queries
from ..doors import poll_of, seen_by
from ..forms import AgainForm, FollowUpForm, HandsForm, ReasonForm, VoteForm
from ..models import Poll, Voter
from ..showing import shown_of
from ..weighing import is_over, weighed_in


@dataclass
class Found:
    """A vote as one visitor stands to it."""

    visit: Visit
    poll: Poll
    at: datetime

    @property
    def leads(self) -> bool:
        return self.poll.body_id in seen_by(self.visit).leads

    @property
    def prepares(self) -> bool:
        return bool(may_prepare(self.visit.standing, leads=self.leads))

    def own(self) -> list[Voter]:
        return self.visit.frame.once("voting.own", lambda: queries.own_lines(self.poll, self.visit.standing))

    def line(self, key: str) -> Voter:
        """One of one's own lines; 404 for any other."""
        found = next((one for one in self.own() if str(one.pk) == key), None)
        if found is None:
            raise Http404
        found.poll = self.poll
        return found


def find(visit: Visit, key: UUID) -> Found:
    found = poll_of(visit, key)
    visit.standing = weighed_in(found, visit.standing)
    return Found(visit, found, timezone.now())


@login_required
@require_safe
@in_network
def poll(visit: Visit, poll: UUID) -> HttpResponse:
    return page(find(visit, poll))


def page(here: Found, **forms: Any) -> HttpResponse:
    visit, found = here.visit, here.poll
    rule, runs = found.decision, found.runs(here.at)
    can = [one for one in here.own() if one.entitled and not (one.voted and rule.is_secret)] if runs else []
    cast, entitled = queries.cast_count(found)
    closes = may_close(
        visit.standing, leads=here.leads, running=found.state == PollState.OPEN, over=is_over(found, here.at),
        silent=entitled - cast, at_meeting=found.meeting_id is not None,
    )  # fmt: skip
    again = here.prepares and bool(may_go_round_again(
        rule, visit.standing, leads=here.leads, state=found.state, response="-", next_exists=hasattr(found, "next")
    ))  # fmt: skip
    notes = bool(may_note(visit.standing, leads=here.leads, state=found.state))
    shown = shown_of(found, rule, entitled) | {
        "place": "desk",
        "poll": found, "runs": runs, "own": here.own(), "cast": cast, "entitled": entitled, "prepares": here.prepares,
        "vote_form": VoteForm(own=can, rule=rule, initial=_said(can)) if can else None, "closes": closes,
        "recuse_form": ReasonForm(prefix="recuse") if any(not one.voted for one in can) else None,
        "asks_secrecy": bool(can) and rule.secrecy.value == "secret_on_request" and not cast,
        "hands": runs and here.prepares and found.meeting_id is not None and not rule.is_secret,
        "off_form": ReasonForm(prefix="off") if here.prepares and found.state in ("draft", "open") else None,
        "again_form": _again(here) if again else None,
        "follow_form": FollowUpForm(initial=_followed(found)) if notes else None,
        "history": history_of(found) if here.prepares else [],
    } | forms  # fmt: skip
    return render(visit, "voting/poll.html", shown, status=422 if forms else 200)


def _said(can: list[Voter]) -> dict[str, str]:
    ballot = getattr(can[0], "ballot", None) if len(can) == 1 else None
    return {"choice": ballot.choice, "reason": ballot.reason} if ballot else {}


def _again(here: Found, data: Any = None) -> AgainForm:
    found = here.poll
    return AgainForm(
        data, now=here.at, objections=found.decision.is_consensus, at_meeting=found.meeting_id is not None,
        initial={"text": found.text},
    )  # fmt: skip


def _followed(found: Poll) -> dict[str, Any]:
    return {"text": found.follow_up, "review_on": found.review_on, "done": found.done_on is not None}


def _open(here: Found) -> HttpResponse:
    actions.open_poll(by=here.visit.standing, at=here.at, poll=here.poll)
    messages.success(here.visit, _("Głosowanie otwarte. Wszyscy uprawnieni dostali list."))
    return back(here)


def _cast(here: Found) -> HttpResponse:
    can = [one for one in here.own() if one.entitled]
    if not can:
        raise Http404
    form = VoteForm(here.visit.POST, own=can, rule=here.poll.decision)
    if not form.is_valid():
        return page(here, vote_form=form)
    said = form.cleaned_data
    line = here.line(said["voter"])
    by = here.visit.standing
    actions.cast(
        by=by.on_behalf_of(line.organisation_id) if line.as_organisation and line.organisation_id else by, at=here.at,
        voter=line, choice=Choice(said["choice"]), reason=said.get("reason", ""),
    )  # fmt: skip
    secret = here.poll.decision.is_secret
    messages.success(
        here.visit, _("Głos oddany.") if secret else _("Głos oddany. Do zamknięcia możesz zmienić zdanie.")
    )
    return back(here)


def _recuse(here: Found) -> HttpResponse:
    form = ReasonForm(here.visit.POST, prefix="recuse")
    line = here.line(here.visit.POST.get("voter", ""))
    if not form.is_valid():
        return page(here, recuse_form=form)
    actions.recuse(by=here.visit.standing, at=here.at, voter=line, reason=form.cleaned_data["reason"])
    messages.success(here.visit, _("Wyłączono z głosowania. Powód będzie w protokole."))
    return back(here)


def _ask_secrecy(here: Found) -> HttpResponse:
    line = here.line(here.visit.POST.get("voter", ""))
    actions.ask_secrecy(by=here.visit.standing, at=here.at, voter=line)
    messages.success(here.visit, _("Głosowanie jest teraz tajne."))
    return back(here)


def _close(here: Found) -> HttpResponse:
    actions.close_poll(by=here.visit.standing, at=here.at, poll=here.poll)
    messages.success(here.visit, _("Głosowanie zamknięte i policzone."))
    return back(here)


def _call_off(here: Found) -> HttpResponse:
    may_call_off(here.visit.standing, leads=here.leads, reason="-").require()
    form = ReasonForm(here.visit.POST, prefix="off")
    if not form.is_valid():
        return page(here, off_form=form)
    actions.call_off(by=here.visit.standing, at=here.at, poll=here.poll, reason=form.cleaned_data["reason"])
    messages.success(here.visit, _("Głosowanie odwołane."))
    return back(here)


def _put_again(here: Found) -> HttpResponse:
    may_prepare(here.visit.standing, leads=here.leads).require()
    form = _again(here, here.visit.POST)
    if not form.is_valid():
        return page(here, again_form=form)
    said = form.cleaned_data
    again = actions.go_round_again(
        by=here.visit.standing, at=here.at, poll=here.poll, response=said.get("response", ""), text=said["text"],
        closes_at=said["closes_at"],
    )  # fmt: skip
    messages.success(here.visit, _("Szkic następnego głosowania jest gotowy. Otwórz je, gdy przyjdzie czas."))
    return redirect("voting:poll", network=here.visit.network.slug, poll=again.pk)


def _follow_up(here: Found) -> HttpResponse:
    may_note(here.visit.standing, leads=here.leads, state=here.poll.state).require()
    form = FollowUpForm(here.visit.POST)
    if not form.is_valid():
        return page(here, follow_form=form)
    actions.follow_up(by=here.visit.standing, at=here.at, poll=here.poll, **form.cleaned_data)
    messages.success(here.visit, _("Zapisane."))
    return back(here)


STEPS: dict[str, Callable[[Found], HttpResponse]] = {
    "open": _open, "cast": _cast, "recuse": _recuse, "ask-secrecy": _ask_secrecy, "close": _close,
    "call-off": _call_off, "again": _put_again, "follow-up": _follow_up,
}  # fmt: skip


@login_required
@require_POST
@in_network
def step(visit: Visit, poll: UUID, vote_step: str) -> HttpResponse:
    here = find(visit, poll)
    if vote_step not in STEPS:
        raise Http404
    return STEPS[vote_step](here)


def back(here: Found) -> HttpResponse:
    return redirect("voting:poll", network=here.visit.network.slug, poll=here.poll.pk)


@login_required
@require_safe
@in_network
def roll(visit: Visit, poll: UUID) -> HttpResponse:
    """Everybody who was asked, with how they voted once an open vote is closed."""
    here = find(visit, poll)
    decided = here.poll.published is not None and not here.poll.decision.is_secret
    shown = {"place": "desk", "poll": here.poll, "page": page_of(queries.roll_of(here.poll), visit), "decided": decided}
    return render(visit, "voting/roll.html", shown)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def hands(visit: Visit, poll: UUID) -> HttpResponse:
    """Entering a show of hands, a page of the roll at a time."""
    here = find(visit, poll)
    may_enter_hands(
        here.poll.decision, visit.standing, leads=here.leads, running=here.poll.runs(here.at),
        at_meeting=here.poll.meeting_id is not None,
    ).require()  # fmt: skip
    page_ = page_of(queries.roll_of(here.poll).filter(entitled=True), visit, per=50)
    form = HandsForm(visit.POST if visit.method == "POST" else None, lines=page_)
    if visit.method == "POST" and form.is_valid():
        actions.enter_hands(by=visit.standing, at=here.at, poll=here.poll, choices=form.choices)
        messages.success(visit, _("Głosy wpisane."))
        return redirect(visit.get_full_path())
    shown = {"place": "desk", "poll": here.poll, "form": form, "page": page_}
    return render(visit, "voting/hands.html", shown, status=422 if form.errors else 200)
