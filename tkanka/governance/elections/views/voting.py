"""The ballot: ranked, looked at once more, cast for good."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.defaults import held
from tkanka.rules.elections import FEW_BALLOTS, may_cast
from tkanka.rules.ruling import Ruling

from .. import actions, queries
from ..doors import election_of
from ..forms import BallotForm
from ..models import Election, Voter
from ..naming import bound_sentence
from .elections import HERE


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def ballot(visit: Visit, election: UUID) -> HttpResponse:
    """Numbers beside the names; a second page shows the order before it is cast."""
    found = election_of(visit, election)
    if found.opened_at is None:
        raise Http404
    own = [one for one in queries.own_voters(found, visit.standing) if not one.excluded]
    waiting = [one for one in own if not one.voted]
    may = _may(visit, found, next(iter(waiting or own), None))
    if visit.method == "POST":
        may.require()
    if not may or not waiting:
        context = {"election": found, "body": found.body, "may": may, "form": None}
        return render(visit, "elections/ballot.html", context | HERE)
    data = visit.POST if visit.method == "POST" else None
    form = BallotForm(data, candidates=queries.listed(found), own=waiting)
    if visit.method == "POST" and form.is_valid():
        if "confirmed" in visit.POST:
            return _cast(visit, found, form, waiting)
        if "back" not in visit.POST:
            return _look(visit, found, form, waiting)
    return _page(visit, found, form)


def _may(visit: Visit, found: Election, voter: Voter | None) -> Ruling:
    return may_cast(
        visit.frame.book, visit.standing, organisation=voter.organisation_id if voter else found.pk,
        listed=voter is not None, excluded=False, voted=bool(voter and voter.voted),
        open_now=found.state == "voting" and visit.today <= found.voting_until,
    )  # fmt: skip


def _page(visit: Visit, found: Election, form: BallotForm) -> HttpResponse:
    turnout = queries.turnout_of(found)
    context = {
        "election": found, "body": found.body, "form": form, "may": True, "few": turnout.entitled < FEW_BALLOTS,
        "bounds": [bound_sentence(bound) for bound in queries.bounds_of(found)],
        "small_below": held(visit.frame.book, "elections.count_small_below").value,
    }  # fmt: skip
    return render(visit, "elections/ballot.html", context | HERE, status=422 if form.errors else 200)


def _look(visit: Visit, found: Election, form: BallotForm, waiting: list[Voter]) -> HttpResponse:
    candidates = {one.place: one for one in form.candidates}
    party = _party(form, waiting).organisation
    context = {"election": found, "body": found.body, "form": form, "party": party,
               "ranked": [candidates[place] for place in form.ranking]}  # fmt: skip
    return render(visit, "elections/confirm.html", context | HERE)


def _cast(visit: Visit, found: Election, form: BallotForm, waiting: list[Voter]) -> HttpResponse:
    party = _party(form, waiting).organisation
    actions.cast_ballot(
        by=visit.standing.on_behalf_of(party.pk), at=timezone.now(), election=found, organisation=party,
        ranking=form.ranking,
    )  # fmt: skip
    messages.success(visit, _("Głos oddany w imieniu: %s. Dziękujemy.") % party.name)
    return redirect("elections:election", network=visit.network.slug, election=found.pk)


def _party(form: BallotForm, waiting: list[Voter]) -> Voter:
    return next(one for one in waiting if str(one.organisation_id) == form.cleaned_data["organisation"])
