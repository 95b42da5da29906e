"""Technical advisory groups: those that run, the intention, the opening."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from tkanka.ground.kit.paging import page_of
from tkanka.ground.kit.wording import words_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.bodies import BodyKind
from tkanka.rules.groups import IntentState, consulted_until, may_convene, may_intend, technical_known, under_the_cap
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Office

from .. import actions, queries
from ..forms import IntentForm


@require_safe
@in_network
def technical(visit: Visit) -> HttpResponse:
    """For everybody: what the charter says of technical groups and which are open; intentions for those consulted."""
    terms = visit.frame.book.technical_groups
    insider = visit.standing.keeps_the_network or queries.advises(visit.network, visit.standing, visit.today)
    groups = queries.visible_groups(visit.network, visit.standing, visit.today, BodyKind.TECHNICAL)
    page = page_of(groups, visit)
    shown = {
        "page": page,
        "known": technical_known(visit.frame.book),
        "terms": terms,
        "purposes": words_of("technical_groups.purposes", terms.purposes.value) if terms.purposes else [],
        "outsiders": words_of("technical_groups.outsider_kinds", terms.outsider_kinds.value)
        if terms.outsider_kinds
        else [],
        "intents": list(queries.intents_in(visit.network)[:20]) if insider else [],
        "running": len(queries.technical_running(visit.network)),
        "convenes": Office.COORDINATOR in visit.standing.offices,
    }
    return render(visit, "groups/technical.html", shown)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def intend(visit: Visit) -> HttpResponse:
    """Put the intention to the advisory group; the sixth is refused with the paragraph and the five that run."""
    book, terms = visit.frame.book, visit.frame.book.technical_groups
    purposes = terms.purposes.value if terms.purposes else ()
    running = queries.technical_running(visit.network)
    convenes = may_intend(book, visit.standing, purposes=purposes[:1], needed=True, running=())
    ruling = convenes & under_the_cap(book, running)
    if not convenes or (visit.method == "POST" and not ruling):
        raise Refused(ruling)
    form = IntentForm(visit.POST or None, purposes=purposes)
    if visit.method == "POST" and form.is_valid():
        put = actions.put_intention(by=visit.standing, at=timezone.now(), network=visit.network, **form.cleaned_data)
        messages.success(visit, _("Zamiar przedstawiony grupie doradczej."))
        return redirect("groups:intent", network=visit.network.slug, intent=put.pk)
    shown = {"form": form, "ruling": ruling, "running": running, "place": "secretariat"}
    return render(visit, "groups/intend.html", shown, status=422 if form.errors else 200)


STEPS: dict[str, Callable[..., Any]] = {"convene": actions.convene_technical, "drop": actions.drop_intention}


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def intent(visit: Visit, intent: UUID) -> HttpResponse:
    """An intention, what the advisory group says of it, and opening the group."""
    found = queries.intent_in(visit.network, intent, visit.standing, visit.today)
    if visit.method == "POST":
        if visit.POST.get("step", "") not in STEPS:
            raise Http404
        STEPS[visit.POST["step"]](by=visit.standing, at=timezone.now(), intent=found)
        messages.success(visit, _("Zapisano."))
        return redirect("groups:intent", network=visit.network.slug, intent=found.pk)
    asked = queries.consultations_of(found)
    since = localdate(asked[0].asked_at) if asked else None
    ruling = may_convene(
        visit.frame.book, visit.standing, purposes=found.purposes, needed=bool(found.need),
        others=queries.technical_running(visit.network, but=found.pk), asked=since,
        answers=queries.answers_to(asked), today=visit.today,
    )  # fmt: skip
    shown = {
        "intent": found, "consultations": asked, "ruling": ruling, "open": found.state == IntentState.ASKED,
        "until": consulted_until(visit.frame.book, since) if since else None,
        "convenes": Office.COORDINATOR in visit.standing.offices,
        "purposes": words_of("technical_groups.purposes", tuple(found.purposes)),
    }  # fmt: skip
    return render(visit, "groups/intent.html", shown)
