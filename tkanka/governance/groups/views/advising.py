"""Questions to the advisory group: put, listed, answered."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.groups import Reply, may_advise

from .. import actions, queries
from ..forms import AdviceForm, OpinionForm


@login_required
@require_POST
@in_network
def ask(visit: Visit, proposal: UUID) -> HttpResponse:
    """Put a question about a proposal to the advisory group."""
    found = queries.proposal_in(visit.network, proposal, visit.standing, visit.today)
    form = AdviceForm(visit.POST)
    if not form.is_valid():
        raise Http404
    asked = actions.ask_advisory_group(by=visit.standing, at=timezone.now(), proposal=found, **form.cleaned_data)
    messages.success(visit, _("Pytanie wysłane do grupy doradczej."))
    return redirect("groups:consultation", network=visit.network.slug, consultation=asked.pk)


@login_required
@require_safe
@in_network
def consultations(visit: Visit) -> HttpResponse:
    """Every question put to the advisory group, for its seats and the offices."""
    if not (visit.standing.keeps_the_network or queries.advises(visit.network, visit.standing, visit.today)):
        raise Http404
    page = page_of(queries.consultations_in(visit.network), visit)
    return render(visit, "groups/consultations.html", {"page": page})


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def consultation(visit: Visit, consultation: UUID) -> HttpResponse:
    """One question with the answers of the seats."""
    found = queries.consultation_in(visit.network, consultation, visit.standing, visit.today)
    seats = queries.seats_that_advise(found.body, visit.today)
    seat = any(one.person_id == visit.standing.person for one in seats)
    ruling = may_advise(visit.frame.book, visit.standing, advises=seat, open_question=found.is_open)
    opinions = list(found.opinions.select_related("person").order_by("at")[:200])
    own = next((one for one in opinions if one.person_id == visit.standing.person), None)
    before = {"reply": own.reply, "text": own.text} if own else {}
    form = OpinionForm(visit.POST or None, initial=before)
    if visit.method == "POST":
        ruling.require()
        if form.is_valid():
            said = {"reply": Reply(form.cleaned_data["reply"]), "text": form.cleaned_data["text"]}
            actions.give_opinion(by=visit.standing, at=timezone.now(), consultation=found, **said)
            messages.success(visit, _("Odpowiedź zapisana."))
            return redirect("groups:consultation", network=visit.network.slug, consultation=found.pk)
    shown = {"asked": found, "opinions": opinions, "ruling": ruling, "form": form, "seat": seat,
             "seats": len(seats)}  # fmt: skip
    return render(visit, "groups/consultation.html", shown, status=422 if form.errors else 200)
