"""Disputes: one's own list, bringing one, the file, what is done in it, and who opened it."""

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
from tkanka.ground.kit.wording import reasons
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.queries import history_of, members_of
from tkanka.rules.disputes import Holder, may_bring
from tkanka.rules.ruling import Refused

from .. import actions, queries
from ..actions.reading import note_reading
from ..doors import Place, place_of
from ..forms import BringForm, Doing
from ..showing import steps_of
from .doing import DONE, FORMS, form_of

PRESSING = ("substitute", "draw", "answer", "word", "key", "vote")


@login_required
@require_safe
@in_network
def disputes(visit: Visit) -> HttpResponse:
    """Those the visitor may know of, and the way to bring one."""
    if visit.frame.book.disputes.parties is None:
        raise Http404
    page = page_of(queries.seen_in(visit.network, visit.standing, visit.today), visit)
    if not (visit.standing.is_member or visit.standing.keeps_the_network or page.total):
        raise Http404
    context = {"page": page, "may": bool(visit.standing.speaks_for), "terms": visit.frame.book.disputes}
    return render(visit, "disputes/disputes.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def bring(visit: Visit) -> HttpResponse:
    own = [one for one in visit.frame.can_act_for if one.pk in visit.standing.speaks_for]
    party = own[0] if own else None
    others = list(members_of(visit.network, visit.today).only("name").order_by("name")[:2_000])
    ruling = may_bring(
        visit.frame.book, visit.standing, organisation=party.pk if party else None, against={UUID(int=0)},
        members={UUID(int=0)}, in_faith=True,
    )  # fmt: skip
    ruling.require()
    form = BringForm(visit.POST if visit.method == "POST" else None, own=own, others=others)
    if form.is_bound and form.is_valid():
        said = dict(form.cleaned_data)
        party = next(one for one in own if str(one.pk) == said["organisation"])
        said |= {"organisation": party, "against": [one for one in others if str(one.pk) in said["against"]]}
        try:
            made = actions.bring(
                by=visit.standing.on_behalf_of(party.pk), at=timezone.now(), network=visit.network, **said
            )
        except Refused as refusal:
            form.add_error(None, reasons(refusal.ruling))
        else:
            messages.success(visit, _("Spór zgłoszony. Druga strona dostała list bez treści sprawy."))
            return redirect("disputes:dispute", network=visit.network.slug, dispute=made.pk)
    context = {"form": form, "terms": visit.frame.book.disputes, "place": "desk", "here": "disputes:disputes"}
    return render(visit, "disputes/bring.html", context, status=422 if form.errors else 200)


@login_required
@require_safe
@in_network
def dispute(visit: Visit, dispute: UUID) -> HttpResponse:
    """The file; that it was opened is noted in it."""
    place = place_of(visit, dispute, timezone.now())
    assert visit.standing.person
    note_reading(place.dispute, visit.standing.person, place.part, place.at)
    return _page(place)


def _page(place: Place, sent: Doing | None = None) -> HttpResponse:
    visit, file, book = place.visit, place.file, place.visit.frame.book
    offered = [sent if sent and sent.name == name else form_of(place, name) for name in place.offers()]
    answered = {one.organisation_id for one in file.parties if one.answer}
    pressing = [form for form in offered if form.name in PRESSING or form is sent]
    if place.party and place.party.organisation_id in answered:
        pressing = [form for form in pressing if form.name != "answer" or form is sent]
    context = {
        "dispute": place.dispute, "file": file, "part": place.part, "reads": place.reads, "handles": place.handles,
        "pressing": pressing, "other": [form for form in offered if form not in pressing], "terms": book.disputes,
        "steps": steps_of(place.dispute), "keys": [(one, file.key_of(book, one)) for one in Holder],
        "mediator": place.mediator, "unreplaced": place.unreplaced, "own": place.party,
        "without": queries.verdict_without_parties(file) if place.dispute.poll_id else None,
        "history": history_of(place.dispute) if place.handles else [],
        "place": "desk", "here": "disputes:disputes",
    }  # fmt: skip
    return render(visit, "disputes/dispute.html", context, status=422 if sent else 200)


@login_required
@require_POST
@in_network
def do(visit: Visit, dispute: UUID, doing: str) -> HttpResponse:
    """One thing in the file; what a rule refuses is said beside what was typed."""
    place = place_of(visit, dispute, timezone.now())
    if doing not in FORMS or doing not in place.offers():
        raise Http404
    form = form_of(place, doing, visit.POST)
    if form.is_valid():
        try:
            DONE[doing](place, form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, reasons(refusal.ruling))
        else:
            messages.success(visit, _("Zapisane w aktach."))
            return redirect("disputes:dispute", network=visit.network.slug, dispute=dispute)
    return _page(place, form)


@login_required
@require_safe
@in_network
def readings(visit: Visit, dispute: UUID) -> HttpResponse:
    """Who opened the file, for those who handle it and for its parties."""
    place = place_of(visit, dispute, timezone.now())
    if not (place.handles or place.party):
        raise Http404
    page = page_of(queries.readings_of(place.dispute), visit)
    context: dict[str, Any] = {"dispute": place.dispute, "page": page, "place": "desk", "here": "disputes:disputes"}
    return render(visit, "disputes/readings.html", context)
