"""Proposing a group: choosing a route, writing, inviting, handing in; the page a letter leads to."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.queries import history_of, organisation_in, standing_of
from tkanka.network.people.queries import person_by_key
from tkanka.rules.groups import (
    PROPOSAL,
    ProposalState,
    Route,
    fields_missing,
    groups_known,
    languages_encouraged,
    may_agree,
    may_draft,
    may_flag_sensitive,
    may_flag_strategic,
    may_submit,
    routes_open,
)
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Office

from .. import actions, queries
from ..forms import AdviceForm, AnswerForm, FlagForm, InviteForm, ProposalForm, RouteForm
from ..models import Proposal
from ..tokens import invited_by

WRITTEN = ("name", "aims", "time_frame", "ends_on", "meetings", "languages", "interpreted", "profile")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def propose(visit: Visit) -> HttpResponse:
    """Choose the route and begin a draft; where only one is open, it is chosen already."""
    book = visit.frame.book
    advises = queries.advises(visit.network, visit.standing, visit.today)
    open_to = routes_open(book, visit.standing, advises=advises)
    if not open_to:
        known = groups_known(book)
        raise Refused(known if not known else may_draft(book, visit.standing, route=Route.MEMBERS, advises=advises))
    form = RouteForm(visit.POST or None, routes=open_to, initial={"route": open_to[0]})
    if visit.method == "POST" and form.is_valid():
        begun = actions.begin_proposal(
            by=visit.standing, at=timezone.now(), network=visit.network, route=Route(form.cleaned_data["route"])
        )
        return _to(visit, begun)
    mine = list(queries.own_proposals(visit.network, visit.standing)[:20])
    shown = {"form": form, "mine": mine, "place": "desk"}
    return render(visit, "groups/propose.html", shown, status=422 if form.errors else 200)


def _to(visit: Visit, proposal: Proposal) -> HttpResponse:
    return redirect("groups:proposal", network=visit.network.slug, proposal=proposal.pk)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def proposal(visit: Visit, proposal: UUID) -> HttpResponse:
    """A proposal as those it concerns see it; its own people write in it while it is a draft."""
    found = queries.proposal_in(visit.network, proposal, visit.standing, visit.today)
    writes = queries.is_own(found, visit.standing) and found.state in (ProposalState.DRAFT, ProposalState.ASKED)
    initial = {name: getattr(found, name) for name in WRITTEN} | {"concepts": found.concepts}
    if found.state == ProposalState.DRAFT and not found.languages and visit.frame.book.languages.working_group_meetings:
        initial |= {"languages": visit.frame.book.languages.working_group_meetings.value, "interpreted": True}
    form = ProposalForm(visit.POST or None, initial=initial)
    if visit.method == "POST":
        if not writes:
            raise Http404
        if form.is_valid():
            actions.save_proposal(by=visit.standing, at=timezone.now(), proposal=found, **form.cleaned_data)
            messages.success(visit, _("Zapisano. Możesz wrócić do tego później."))
            return _to(visit, found)
    shown = _shown(visit, found) | {"form": form, "writes": writes}
    return render(visit, "groups/proposal.html", shown, status=422 if form.errors else 200)


def _shown(visit: Visit, found: Proposal) -> dict[str, Any]:
    book, by = visit.frame.book, visit.standing
    initiators = queries.initiators_of(found)
    advises = queries.advises(visit.network, by, visit.today)
    draft, own = found.state == ProposalState.DRAFT, queries.is_own(found, by)
    return {
        "proposal": found,
        "initiators": initiators,
        "submit": _may_submit(visit, found) if draft else None,
        "missing": fields_missing(book, found.filled),
        "languages": languages_encouraged(book, languages=set(found.languages), interpreted=found.interpreted),
        "invite_form": InviteForm(members=queries.members_to_invite(found, visit.today)) if draft and own else None,
        "waits_for": [i for i in initiators if _waits(i) and i.organisation_id in by.speaks_for],
        "questions": list(found.questions.select_related("asked_by", "answered_by").order_by("asked_at")[:50]),
        "consultations": queries.consultations_of(found),
        "answer_form": AnswerForm(),
        "flag_form": FlagForm(),
        "advice_form": AdviceForm(),
        "may_strategic": may_flag_strategic(book, by, advises=advises),
        "may_sensitive": may_flag_sensitive(book, by, explained=True),
        "coordinates": Office.COORDINATOR in by.offices,
        "asks_seats": draft and found.route == Route.JOINT and (own or advises),
        "joint": found.route == Route.JOINT,
        "own": own,
        "answers": own or queries.initiates(found, by),
        "over": PROPOSAL.is_over(found.state),
        "clock": queries.clock_of(book, found) if found.submitted_at else None,
        "today": visit.today,
        "history": history_of(found),
        "place": "desk",
    }


def _waits(initiator: Any) -> bool:
    return initiator.agreed_at is None and initiator.declined_at is None


def _may_submit(visit: Visit, found: Proposal) -> Any:
    return may_submit(
        visit.frame.book, visit.standing, route=found.route, own=queries.is_own(found, visit.standing),
        agreed=queries.initiators_agreed(found, visit.today), filled=found.filled if found.name else frozenset(),
        strategic_reason=bool(found.strategic_reason), coordinator_agreed=found.coordinator_agreed_at is not None,
        advisory_agreed=queries.agreed_by_advisory(found, visit.today) if found.route == Route.JOINT else False,
    )  # fmt: skip


@login_required
@require_POST
@in_network
def invite(visit: Visit, proposal: UUID) -> HttpResponse:
    found = queries.proposal_in(visit.network, proposal, visit.standing, visit.today)
    form = InviteForm(visit.POST, members=queries.members_to_invite(found, visit.today))
    if not form.is_valid():
        raise Http404
    party = organisation_in(visit.network, form.cleaned_data["organisation"], visit.today)
    actions.invite_initiator(by=visit.standing, at=timezone.now(), proposal=found, organisation=party)
    messages.success(visit, _("Zaproszenie wysłane: %s.") % party.name)
    return _to(visit, found)


@login_required
@require_POST
@in_network
def reply(visit: Visit, proposal: UUID) -> HttpResponse:
    """An invited organisation answers on the page of the proposal."""
    found = queries.proposal_in(visit.network, proposal, visit.standing, visit.today)
    party = organisation_in(visit.network, visit.POST.get("organisation", ""), visit.today)
    by = visit.standing.on_behalf_of(party.pk)
    answer = actions.agree_to_initiate if visit.POST.get("answer") == "yes" else actions.decline_to_initiate
    answer(by=by, at=timezone.now(), proposal=found, organisation=party)
    messages.success(visit, _("Odpowiedź zapisana."))
    return redirect("groups:propose", network=visit.network.slug)


STEPS: dict[str, Callable[..., Proposal]] = {
    "submit": actions.submit_proposal,
    "withdraw": actions.withdraw_proposal,
    "key": actions.give_coordinators_key,
}


@login_required
@require_POST
@in_network
def step(visit: Visit, proposal: UUID) -> HttpResponse:
    """Hand in, withdraw, give the coordinator's key, or begin anew from a declined one; the step is in the form."""
    found = queries.proposal_in(visit.network, proposal, visit.standing, visit.today)
    asked = visit.POST.get("step", "")
    if asked == "again" and found.state == ProposalState.DECLINED:
        return _to(visit, actions.begin_proposal(
            by=visit.standing, at=timezone.now(), network=visit.network, route=Route(found.route), earlier=found
        ))  # fmt: skip
    if asked not in STEPS:
        raise Http404
    STEPS[asked](by=visit.standing, at=timezone.now(), proposal=found)
    messages.success(visit, _("Zapisano."))
    return _to(visit, found)


@login_required
@require_POST
@in_network
def flag(visit: Visit, proposal: UUID) -> HttpResponse:
    """Say that the matter is strategic or sensitive, and why."""
    found = queries.proposal_in(visit.network, proposal, visit.standing, visit.today)
    form = FlagForm(visit.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    put = actions.flag_sensitive if visit.POST.get("kind") == "sensitive" else actions.flag_strategic
    put(by=visit.standing, at=timezone.now(), proposal=found, reason=reason)
    messages.success(visit, _("Zapisano."))
    return _to(visit, found)


@login_required
@require_POST
@in_network
def answer(visit: Visit, proposal: UUID) -> HttpResponse:
    """The proposers answer the secretariat's question."""
    found = queries.proposal_in(visit.network, proposal, visit.standing, visit.today)
    form = AnswerForm(visit.POST)
    if not form.is_valid():
        shown = _shown(visit, found) | {"answer_form": form, "writes": False}
        return render(visit, "groups/proposal.html", shown, status=422)
    actions.answer_question(by=visit.standing, at=timezone.now(), proposal=found, **form.cleaned_data)
    messages.success(visit, _("Odpowiedź wysłana. Zegar znów idzie."))
    return _to(visit, found)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def initiate(visit: Visit, token: str) -> HttpResponse:
    """The page a letter leads to: what is proposed, and two buttons. Nobody has to sign in."""
    asked = invited_by(token)
    found = queries.initiator_by(asked.initiator, visit.network) if asked else None
    person = person_by_key(asked.person) if asked else None
    if asked and (found is None or person is None):
        raise Http404
    if found is None or person is None:
        return render(visit, "groups/initiate.html", {"invitation": None}, status=200)
    by = standing_of(person, visit.network, visit.today).on_behalf_of(found.organisation_id)
    waits = _waits(found) and found.proposal.state == ProposalState.DRAFT
    ruling = may_agree(visit.frame.book, by, organisation=found.organisation_id, invited=waits)
    if visit.method == "POST":
        say = actions.agree_to_initiate if visit.POST.get("answer") == "yes" else actions.decline_to_initiate
        say(by=by, at=timezone.now(), proposal=found.proposal, organisation=found.organisation)
        messages.success(visit, _("Dziękujemy, odpowiedź zapisana."))
        return redirect("groups:initiate", network=visit.network.slug, token=token)
    shown = {"invitation": found, "proposal": found.proposal, "ruling": ruling, "person": person}
    return render(visit, "groups/initiate.html", shown)
