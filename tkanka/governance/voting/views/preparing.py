"""Preparing a vote: the question, the rule with its preview, and opening."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tkanka.governance.bodies.doors import Place, body_of
from tkanka.governance.bodies.models import Body
from tkanka.governance.meetings.doors import places_at
from tkanka.governance.meetings.models import Meeting
from tkanka.governance.meetings.queries import upcoming_for
from tkanka.ground.kit.wording.verdicts import rule_sentences
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.meetings import MeetingState
from tkanka.rules.voting import (
    DecisionRule,
    Electorate,
    PollKind,
    PollState,
    may_prepare,
    needed_with,
    rule_for,
)

from .. import actions, queries
from ..actions.preparing import composed, may_draft
from ..doors import poll_of, seen_by
from ..forms import QuestionForm, RuleForm
from ..models import OwnRule, Poll
from .listing import let_in

PREVIEWED = (7, 8, 9, 10, 41)


@login_required
@require_safe
@in_network
def scopes(visit: Visit) -> HttpResponse:
    """Whose decision it is to be: of all members, or of a body one prepares votes for."""
    let_in(visit)
    seen = seen_by(visit)
    office = visit.standing.keeps_the_network
    may_prepare(visit.standing, leads=bool(seen.leads)).require()
    return render(
        visit, "voting/scopes.html", {"bodies": queries.bodies_to_decide(seen), "office": office, "place": "desk"}
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def new_of_members(visit: Visit) -> HttpResponse:
    """A vote of the network's members."""
    let_in(visit)
    may_prepare(visit.standing, leads=False).require()
    return _edit(visit, Poll(network=visit.network, kind=PollKind.MEMBERS))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def new_of_body(visit: Visit, body: UUID) -> HttpResponse:
    """A vote of those who sit in a body."""
    place: Place = body_of(visit, body)
    place.inside.require()
    may_prepare(visit.standing, leads=place.leads).require()
    if not place.kind.has_seats or not place.is_open:
        raise Http404
    return _edit(visit, Poll(network=visit.network, kind=PollKind.ORDINARY, body=place.body))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def edit(visit: Visit, poll: UUID) -> HttpResponse:
    found = poll_of(visit, poll)
    may_prepare(visit.standing, leads=found.body_id in seen_by(visit).leads).require()
    if found.state != PollState.DRAFT or found.kind not in (PollKind.MEMBERS, PollKind.ORDINARY):
        raise Http404
    return _edit(visit, found)


def _meetings(visit: Visit, body: Body | None) -> list[Meeting]:
    rows = upcoming_for(visit.network, visit.standing, visit.today, timezone.now(), places_at(visit))
    return list(rows.filter(body=body, state=MeetingState.CALLED)[:30])


def _edit(visit: Visit, poll: Poll) -> HttpResponse:
    own = queries.own_rules_in(visit.network) if poll.body_id is None else []
    saved = bool(poll.prepared_at)
    rule = poll.decision if saved else rule_for(visit.frame.book, PollKind(poll.kind), body=_kind(poll))
    meetings = [poll.meeting] if saved and poll.meeting else [] if saved else _meetings(visit, poll.body)
    asked = visit.GET.get("title", "")[:200]
    before = {"title": poll.title or asked, "text": poll.text, "closes_at": poll.closes_at, "meeting": poll.meeting_id}
    sent = visit.POST if visit.method == "POST" else None
    form = QuestionForm(sent, now=timezone.now(), meetings=meetings, own=own, initial=before)
    choosing = RuleForm(sent, rule=rule)
    if sent is not None and "preview" not in sent and form.is_valid() and choosing.is_valid():
        said = form.cleaned_data
        meeting = next((one for one in meetings if one and str(one.pk) == said.get("meeting")), None)
        named = next((one for one in own if str(one.pk) == said.get("own")), None)
        if answer := _kept(visit, poll, choosing, said, meeting, named):
            return answer
    shown = _rule_now(visit, poll, choosing, rule, own)
    context = {
        "place": "desk",
        "poll": poll, "form": form, "choosing": choosing, "rule": shown, "preview": preview(shown, _there(visit)),
        "saved": saved, "stands": may_draft(visit.frame.book, poll, visit.standing, visit.today, shown),
        "fixed": [(choosing[name], getattr(rule, name).cite) for name in choosing.fields if name in rule.fixed],
        "free": [choosing[name] for name in choosing.fields if name not in rule.fixed],
    }  # fmt: skip
    wrong = sent is not None and "preview" not in sent
    return render(visit, "voting/edit.html", context, status=422 if wrong else 200)


def _kind(poll: Poll) -> str:
    return poll.body.kind if poll.body else ""


def _kept(
    visit: Visit, poll: Poll, choosing: RuleForm, said: Mapping[str, Any], meeting: Meeting | None, own: OwnRule | None
) -> HttpResponse | None:
    """Save the draft; None where the rule makes no sense, which the page then says beside it."""
    words = {"title": said["title"], "text": said["text"], "closes_at": said["closes_at"]}
    poll.meeting = meeting or poll.meeting
    rule = composed(visit.frame.book, PollKind(poll.kind), poll.body, choosing.choices, own)
    ruling = may_draft(visit.frame.book, poll, visit.standing, visit.today, rule)
    if not ruling:
        return None
    at = timezone.now()
    if poll.prepared_at:
        actions.change_draft(by=visit.standing, at=at, poll=poll, choices=choosing.choices, own=own, **words)
    else:
        poll = actions.draft_poll(
            by=visit.standing, at=at, network=visit.network, kind=PollKind(poll.kind), body=poll.body,
            meeting=poll.meeting, choices=choosing.choices, own=own, **words,
        )  # fmt: skip
    messages.success(visit, _("Szkic zapisany. Zobaczą go tylko osoby, które przygotowują głosowanie."))
    return redirect("voting:poll", network=visit.network.slug, poll=poll.pk)


def _rule_now(visit: Visit, poll: Poll, choosing: RuleForm, rule: DecisionRule, own: list[OwnRule]) -> DecisionRule:
    """The rule as it is on the page, for the preview."""
    if not choosing.is_bound or not choosing.is_valid():
        return rule
    named = next((one for one in own if str(one.pk) == choosing.data.get("own")), None)
    return composed(visit.frame.book, PollKind(poll.kind), poll.body, choosing.choices, named)


def _there(visit: Visit) -> int:
    said = visit.POST.get("there", "")
    return min(int(said), 100_000) if said.isascii() and said.isdigit() and len(said) < 8 and int(said) else 9


def preview(rule: DecisionRule, there: int) -> dict[str, Any]:
    """What the rule means for so many, and for a few other numbers."""
    rows = [(n, needed_with(rule, n), needed_with(rule, n, 2)) for n in sorted({*PREVIEWED, there})]
    seats = rule.electorate.value is Electorate.SEATS
    return {"there": there, "says": rule_sentences(rule, there), "rows": rows, "seats": seats}
