"""Choosing who keeps the secretariat: all choices, and one with its rounds, the words said and the remark."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.queries import history_of, members_of, organisation_in
from tkanka.rules.choosing import ChoiceState, choice_known, may_call_off, may_close_round, may_remark, rounds_at_most

from .. import actions
from ..forms import CallOffForm, RemarkForm, RoundForm, StanceForm
from ..models import Choice
from ..queries import choosing as queries
from .moving import let_in


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def choices(visit: Visit) -> HttpResponse:
    """Every choice of the network; the office begins one, where none is open."""
    let_in(visit)
    known = choice_known(visit.frame.book)
    page = page_of(queries.choices_in(visit.network), visit)
    begins = known and visit.standing.keeps_the_network and queries.open_choice(visit.network) is None
    form = _round_form(visit, visit.POST if visit.method == "POST" else None) if begins else None
    if visit.method == "POST" and form is None:
        known.require()
        raise Http404
    if form and visit.method == "POST" and form.is_valid():
        return _asked(visit, form)
    shown = {"page": page, "form": form, "known": known, "place": "network", "here": "motions:motions"}
    return render(visit, "motions/choices.html", shown, status=422 if form and form.errors else 200)


def _round_form(visit: Visit, data: Any = None) -> RoundForm:
    candidates = list(members_of(visit.network, visit.today).only("name").order_by("name")[:2_000])
    return RoundForm(data, candidates=candidates, today=visit.today)


def _asked(visit: Visit, form: RoundForm) -> HttpResponse:
    said = form.cleaned_data
    candidate = organisation_in(visit.network, said["candidate"], visit.today)
    made = actions.ask_round(
        by=visit.standing, at=timezone.now(), network=visit.network, candidate=candidate, until=said["until"],
        text=said["text"],
    )  # fmt: skip
    messages.success(visit, _("Pytanie dostały wszystkie organizacje porozumienia."))
    return redirect("motions:choice", network=visit.network.slug, choice=made.pk)


@login_required
@require_http_methods(["GET", "HEAD"])
@in_network
def choice(visit: Visit, choice: UUID) -> HttpResponse:
    """Its rounds, who was asked and what they said, the remark of those who watch, and what one may do oneself."""
    watches = let_in(visit)
    return _page(visit, queries.choice_in(visit.network, choice), watches)


def _page(visit: Visit, found: Choice, watches: bool, **forms: Any) -> HttpResponse:
    rounds, day = queries.rounds_of(found), visit.today
    tallies, objections = queries.tallies(rounds), queries.objections_in(rounds)
    last, is_open = next(iter(rounds), None), found.state == ChoiceState.OPEN
    office = visit.standing.keeps_the_network and is_open
    own = queries.own_stances(last, visit.standing) if last and last.is_open(day) else []
    again = office and last is not None and last.closed_at is not None
    shown = {
        "choice": found, "rounds": [(one, tallies[one.pk], objections[one.pk]) for one in rounds], "last": last,
        "runs": bool(last and last.is_open(day)), "most": rounds_at_most(visit.frame.book),
        "roll": page_of(queries.roll_of(last), visit) if last else None,
        "stance_form": StanceForm(own=own) if own else None,
        "round_form": _round_form(visit) if again else None,
        "closes": last and may_close_round(visit.standing, running=last.runs, until=last.until,
                                           silent=tallies[last.pk].silent, today=day),
        "off_form": CallOffForm() if office else None,
        "remark_form": RemarkForm(initial={"text": found.remark, "all_asked": found.all_asked})
        if may_remark(visit.frame.book, oversees=watches) else None,
        "history": history_of(found) if watches or visit.standing.keeps_the_network else [],
        "place": "network", "here": "motions:motions",
    } | forms  # fmt: skip
    return render(visit, "motions/choice.html", shown, status=422 if forms else 200)


def _ask_again(visit: Visit, found: Choice, watches: bool) -> HttpResponse:
    if not visit.standing.keeps_the_network or found.state != ChoiceState.OPEN:
        raise Http404
    form = _round_form(visit, visit.POST)
    return _asked(visit, form) if form.is_valid() else _page(visit, found, watches, round_form=form)


def _answer(visit: Visit, found: Choice, watches: bool) -> HttpResponse:
    last = queries.last_round(found)
    own = queries.own_stances(last, visit.standing) if last else []
    if last is None or not own:
        raise Http404
    form = StanceForm(visit.POST, own=own)
    if not form.is_valid():
        return _page(visit, found, watches, stance_form=form)
    party = next(one.organisation for one in own if str(one.organisation_id) == form.cleaned_data["organisation"])
    actions.take_stance(
        by=visit.standing.on_behalf_of(party.pk), at=timezone.now(), asked=last, organisation=party,
        agrees=form.cleaned_data["agrees"] == "yes", reason=form.cleaned_data["reason"],
    )  # fmt: skip
    messages.success(visit, _("Zapisane. Do końca rundy można to zmienić."))
    return _back(visit, found)


def _close(visit: Visit, found: Choice, watches: bool) -> HttpResponse:
    last = queries.last_round(found)
    if last is None:
        raise Http404
    actions.close_round(by=visit.standing, at=timezone.now(), asked=last)
    messages.success(visit, _("Runda zamknięta. Jej wynik dostały wszystkie organizacje."))
    return _back(visit, found)


def _remark(visit: Visit, found: Choice, watches: bool) -> HttpResponse:
    may_remark(visit.frame.book, oversees=watches).require()
    form = RemarkForm(visit.POST)
    if not form.is_valid():
        return _page(visit, found, watches, remark_form=form)
    actions.remark_on_choice(by=visit.standing, at=timezone.now(), choice=found, **form.cleaned_data)
    messages.success(visit, _("Uwaga ogłoszona."))
    return _back(visit, found)


def _call_off(visit: Visit, found: Choice, watches: bool) -> HttpResponse:
    may_call_off(visit.standing, explained=True).require()
    form = CallOffForm(visit.POST)
    if not form.is_valid():
        return _page(visit, found, watches, off_form=form)
    actions.call_off_choice(by=visit.standing, at=timezone.now(), choice=found, **form.cleaned_data)
    messages.success(visit, _("Wybór odwołany."))
    return _back(visit, found)


STEPS: dict[str, Callable[[Visit, Choice, bool], HttpResponse]] = {
    "again": _ask_again, "answer": _answer, "close": _close, "remark": _remark, "call-off": _call_off,
}  # fmt: skip


@login_required
@require_POST
@in_network
def step(visit: Visit, choice: UUID, step: str) -> HttpResponse:
    watches = let_in(visit)
    found = queries.choice_in(visit.network, choice)
    if step not in STEPS:
        raise Http404
    return STEPS[step](visit, found, watches)


def _back(visit: Visit, found: Choice) -> HttpResponse:
    return redirect("motions:choice", network=visit.network.slug, choice=found.pk)
