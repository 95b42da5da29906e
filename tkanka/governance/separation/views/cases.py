"""Parting from the host: all cases, and one from its reason to the hand-over."""

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

from tkanka.governance.bodies.doors import own_seats
from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.models import Organisation
from tkanka.network.networks.queries import history_of, members_of, organisation_in
from tkanka.rules.separation import CaseState, Interest, may_answer_naming, separation_known

from .. import actions, queries
from ..forms import AnswerForm, HandOverForm, MatterForm, NewMatterForm, OpenForm, ReasonForm, SuccessorForm, VoteForm
from ..models import Case
from ..showing import shown_of
from ..weighing import Weighed, weighed


def let_in(visit: Visit) -> None:
    """Members, the offices and those who sit in a body; everybody else finds nothing here."""
    if not (visit.standing.is_member or visit.standing.keeps_the_network or own_seats(visit)):
        raise Http404


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def cases(visit: Visit) -> HttpResponse:
    """Every case, and opening one."""
    let_in(visit)
    known = separation_known(visit.frame.book)
    opens = weighed(visit.network, visit.standing, visit.today).open(interest=Interest.NETWORK, reason="-")
    posted = visit.method == "POST"
    if posted:
        opens.require()
    form = OpenForm(visit.POST if posted else None) if opens else None
    if form and posted and form.is_valid():
        said = form.cleaned_data
        opened = actions.open_case(
            by=visit.standing, at=timezone.now(), network=visit.network, interest=Interest(said["interest"]),
            reason=said["reason"],
        )  # fmt: skip
        messages.success(visit, _("Sprawa otwarta. Grupa Doradcza i organizacja goszcząca dostały list."))
        return _to(visit, opened)
    shown = {
        "page": page_of(queries.cases_in(visit.network), visit), "form": form, "known": known, "place": "network",
    }  # fmt: skip
    return render(visit, "separation/cases.html", shown, status=422 if form and form.errors else 200)


def _to(visit: Visit, found: Case) -> HttpResponse:
    return redirect("separation:case", network=visit.network.slug, case=found.pk)


def _found(visit: Visit, key: UUID) -> tuple[Case, Weighed]:
    let_in(visit)
    found = queries.case_in(visit.network, key)
    return found, weighed(visit.network, visit.standing, visit.today, found)


@login_required
@require_safe
@in_network
def case(visit: Visit, case: UUID) -> HttpResponse:
    return _page(visit, *_found(visit, case))


def _page(visit: Visit, found: Case, facts: Weighed, **forms: Any) -> HttpResponse:
    successors = queries.successors_of(found)
    one = next((s for s in successors if queries.is_waiting(s)), None)
    accepts = bool(one and queries.is_named(one) and one.accepted is None)
    own = accepts and one is not None and one.organisation_id in visit.standing.represents
    may = facts.sits or visit.standing.keeps_the_network
    ready = bool(one and one.accepted)
    shown = shown_of(found, one) | {
        "case": found, "successors": successors, "one": one, "place": "network", "waits": accepts,
        "successor_form": _successor_form(visit) if facts.is_open and may and one is None else None,
        "answer_form": AnswerForm() if own and facts.is_open else None,
        "vote_form": VoteForm(now=timezone.now()) if facts.call and ready else None,
        "off_form": ReasonForm() if facts.is_open and facts.withdraw("-") else None,
        "keeps": bool(facts.is_decided and facts.keep),
        "matter_form": NewMatterForm(prefix="new") if facts.is_decided and facts.keep else None,
        "hand_form": HandOverForm(today=visit.today)
        if facts.is_decided and visit.standing.keeps_the_network and not queries.matters_left(found) else None,
        "history": history_of(found) if may else [],
    } | forms  # fmt: skip
    return render(visit, "separation/case.html", shown, status=422 if forms else 200)


def _successor_form(visit: Visit, data: Any = None) -> SuccessorForm:
    parties: list[Organisation] = list(members_of(visit.network, visit.today).only("name").order_by("name")[:2_000])
    qualities = visit.frame.book.host.qualities
    return SuccessorForm(data, now=timezone.now(), parties=parties, qualities=qualities.value if qualities else ())


def _propose(visit: Visit, found: Case, facts: Weighed) -> HttpResponse:
    if not (facts.is_open and (facts.sits or visit.standing.keeps_the_network)):
        raise Http404
    form = _successor_form(visit, visit.POST)
    if not form.is_valid():
        return _page(visit, found, facts, successor_form=form)
    said = form.cleaned_data
    party = organisation_in(visit.network, said["organisation"], visit.today)
    actions.propose_successor(
        by=visit.standing, at=timezone.now(), case=found, organisation=party, stated=said["stated"], text=said["text"],
        title=_("Czy wskazujemy jako następcę: %s?") % party.name, closes_at=said["closes_at"],
    )  # fmt: skip
    messages.success(visit, _("Propozycja przekazana pod głosowanie Grupy Doradczej."))
    return _to(visit, found)


def _vote(visit: Visit, found: Case, facts: Weighed) -> HttpResponse:
    facts.call.require()
    form = VoteForm(visit.POST, now=timezone.now())
    if not form.is_valid():
        return _page(visit, found, facts, vote_form=form)
    title = _("Czy rozstajemy się z organizacją goszczącą: %s?") % found.host.name
    poll = actions.call_vote(by=visit.standing, at=timezone.now(), case=found, title=title, **form.cleaned_data)
    messages.success(visit, _("Głosowanie otwarte. Wszyscy uprawnieni dostali list."))
    return redirect("voting:poll", network=visit.network.slug, poll=poll.pk)


def _withdraw(visit: Visit, found: Case, facts: Weighed) -> HttpResponse:
    facts.withdraw("-").require()
    form = ReasonForm(visit.POST)
    if not form.is_valid():
        return _page(visit, found, facts, off_form=form)
    actions.withdraw(by=visit.standing, at=timezone.now(), case=found, **form.cleaned_data)
    messages.success(visit, _("Sprawa wycofana."))
    return _to(visit, found)


def _add(visit: Visit, found: Case, facts: Weighed) -> HttpResponse:
    facts.keep.require()
    form = NewMatterForm(visit.POST, prefix="new")
    if not form.is_valid():
        return _page(visit, found, facts, matter_form=form)
    actions.add_matter(by=visit.standing, at=timezone.now(), case=found, **form.cleaned_data)
    messages.success(visit, _("Dopisane do listy."))
    return _to(visit, found)


def _hand_over(visit: Visit, found: Case, facts: Weighed) -> HttpResponse:
    facts.keep.require()
    form = HandOverForm(visit.POST, today=visit.today)
    if not form.is_valid():
        return _page(visit, found, facts, hand_form=form)
    actions.hand_over(by=visit.standing, at=timezone.now(), case=found, **form.cleaned_data)
    messages.success(visit, _("Następca prowadzi odtąd sekretariat."))
    return _to(visit, found)


STEPS: dict[str, Callable[[Visit, Case, Weighed], HttpResponse]] = {
    "successor": _propose, "vote": _vote, "withdraw": _withdraw, "add": _add, "hand-over": _hand_over,
}  # fmt: skip


@login_required
@require_POST
@in_network
def step(visit: Visit, case: UUID, case_step: str) -> HttpResponse:
    found, facts = _found(visit, case)
    if case_step not in STEPS:
        raise Http404
    return STEPS[case_step](visit, found, facts)


@login_required
@require_POST
@in_network
def answer(visit: Visit, case: UUID, successor: UUID) -> HttpResponse:
    """The successor says whether it accepts; one that is no member yet comes here by its letter."""
    found = queries.case_in(visit.network, case)
    one = queries.successor_in(visit.network, successor)
    if one.case_id != found.pk:
        raise Http404
    if one.organisation_id not in visit.standing.represents:
        let_in(visit)
    may_answer_naming(
        visit.standing, successor=one.organisation_id, named=queries.is_named(one), answered=bool(one.answered_at),
        open_case=found.state == CaseState.OPEN,
    ).require()  # fmt: skip
    form = AnswerForm(visit.POST)
    if not form.is_valid():
        return _page(visit, found, weighed(visit.network, visit.standing, visit.today, found), answer_form=form)
    accepted = form.cleaned_data["accepted"] == "yes"
    actions.answer_naming(
        by=visit.standing.on_behalf_of(one.organisation_id), at=timezone.now(), successor=one, accepted=accepted,
        text=form.cleaned_data["text"],
    )  # fmt: skip
    messages.success(visit, _("Odpowiedź zapisana. Grupa Doradcza dostała list."))
    return _to(visit, found)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def matter(visit: Visit, case: UUID, matter: UUID) -> HttpResponse:
    """One thing to be handed over."""
    found, facts = _found(visit, case)
    one = queries.matter_in(visit.network, matter)
    if one.case_id != found.pk:
        raise Http404
    facts.keep.require()
    before = {"owner": one.owner, "due": one.due, "done": one.done_at is not None}
    form = MatterForm(visit.POST if visit.method == "POST" else None, initial=before)
    if visit.method == "POST" and form.is_valid():
        actions.keep_matter(by=visit.standing, at=timezone.now(), matter=one, **form.cleaned_data)
        messages.success(visit, _("Zapisane."))
        return _to(visit, found)
    shown = {"case": found, "matter": one, "form": form, "place": "network"}
    return render(visit, "separation/matter.html", shown, status=422 if form.errors else 200)
