"""Nominating, one candidacy with the answer of the person, and the voluntary questions apart from it."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.elections import OVER, CandidacyState, ElectionState, may_nominate, may_tell_of_oneself
from tkanka.rules.ruling import Refused

from .. import actions, queries
from ..doors import election_of
from ..forms import AnswerForm, DiversityForm, NominateForm
from ..models import Candidacy
from .elections import HERE


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def nominate(visit: Visit, election: UUID) -> HttpResponse:
    """Oneself or somebody else, who is then asked."""
    found = election_of(visit, election)
    may_nominate(
        visit.frame.book, visit.standing, state=found.state, until=found.nominations_until, today=visit.today,
        again=False,
    ).require()  # fmt: skip
    assert visit.user.is_authenticated
    data = visit.POST if visit.method == "POST" else None
    form = NominateForm(data, network=visit.network, me=visit.user, today=visit.today)
    ruling = None
    if visit.method == "POST" and form.is_valid() and form.person and form.party:
        try:
            made = actions.nominate(
                by=visit.standing, at=timezone.now(), election=found, person=form.person, organisation=form.party
            )
        except Refused as refused:
            ruling = refused.ruling
        else:
            return _nominated(visit, made)
    context = {"election": found, "body": found.body, "form": form, "ruling": ruling} | HERE
    return render(visit, "elections/nominate.html", context, status=422 if form.errors or ruling is not None else 200)


def _nominated(visit: Visit, made: Candidacy) -> HttpResponse:
    slug, key = visit.network.slug, made.election_id
    if made.person_id == visit.standing.person:
        return redirect("elections:candidacy", network=slug, election=key, candidacy=made.pk)
    messages.success(visit, _("Zgłoszone. Osoba dostała list z pytaniem, czy kandyduje."))
    return redirect("elections:election", network=slug, election=key)


def _candidacy(visit: Visit, election: UUID, candidacy: UUID) -> Candidacy:
    """Published ones are there for all; one that waits for an answer is known to the person alone."""
    found = queries.candidacy_in(election_of(visit, election), candidacy)
    if found.state != CandidacyState.ACCEPTED and found.person_id != visit.standing.person:
        raise Http404
    return found


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def candidacy(visit: Visit, election: UUID, candidacy: UUID) -> HttpResponse:
    """The statement, and for the person themselves the answer to their nomination."""
    found = _candidacy(visit, election, candidacy)
    own = found.person_id == visit.standing.person
    asks = own and found.state == CandidacyState.NOMINATED and found.election.state == ElectionState.NOMINATIONS
    if visit.method == "POST" and not asks:
        raise Http404
    form = AnswerForm(visit.POST if visit.method == "POST" else None) if asks else None
    ruling = None
    if form and visit.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.answer_nomination(
                by=visit.standing, at=timezone.now(), candidacy=found, accepts=said["accepts"] == "yes",
                statement=said["statement"], consents=said["consents"],
            )  # fmt: skip
        except Refused as refused:
            ruling = refused.ruling
        else:
            return _answered(visit, found, said["accepts"] == "yes")
    may_tell = may_tell_of_oneself(
        visit.standing, person=found.person_id, answered=found.told, open_now=found.election.state not in OVER
    )
    context = {
        "election": found.election, "body": found.election.body, "candidacy": found, "form": form, "ruling": ruling,
        "own": own, "may_tell": own and may_tell and found.state == CandidacyState.ACCEPTED,
        "may_withdraw": own and found.state == CandidacyState.ACCEPTED
        and found.election.state == ElectionState.NOMINATIONS,
    }  # fmt: skip
    status = 422 if ruling is not None or (form and form.errors) else 200
    return render(visit, "elections/candidacy.html", context | HERE, status=status)


def _answered(visit: Visit, found: Candidacy, accepts: bool) -> HttpResponse:
    slug, key = visit.network.slug, found.election_id
    if not accepts:
        messages.success(visit, _("Zapisane: nie kandydujesz."))
        return redirect("elections:election", network=slug, election=key)
    messages.success(visit, _("Kandydujesz. Poniżej kilka dobrowolnych pytań, osobno od kandydatury."))
    return redirect("elections:about-me", network=slug, election=key, candidacy=found.pk)


@login_required
@require_POST
@in_network
def withdraw(visit: Visit, election: UUID, candidacy: UUID) -> HttpResponse:
    found = _candidacy(visit, election, candidacy)
    actions.withdraw_candidacy(by=visit.standing, at=timezone.now(), candidacy=found)
    messages.success(visit, _("Kandydatura wycofana."))
    return redirect("elections:election", network=visit.network.slug, election=found.election_id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def about_me(visit: Visit, election: UUID, candidacy: UUID) -> HttpResponse:
    """Voluntary questions on age, gender and origin: for the candidate alone, counted and not kept."""
    found = _candidacy(visit, election, candidacy)
    if found.person_id != visit.standing.person:
        raise Http404
    may = may_tell_of_oneself(
        visit.standing, person=found.person_id, answered=found.told, open_now=found.election.state not in OVER
    )
    if visit.method == "POST":
        may.require()
    form = DiversityForm(visit.POST if visit.method == "POST" else None)
    if visit.method == "POST" and form.is_valid():
        answers = {question: answer for question, answer in form.cleaned_data.items() if answer}
        actions.tell_of_oneself(by=visit.standing, at=timezone.now(), candidacy=found, answers=answers)
        messages.success(visit, _("Dziękujemy. Odpowiedzi są policzone i nikt nie wie, które są czyje."))
        return redirect("elections:election", network=visit.network.slug, election=found.election_id)
    context = {"election": found.election, "body": found.election.body, "candidacy": found, "form": form, "may": may}
    return render(visit, "elections/about_me.html", context | HERE, status=422 if form.errors else 200)
