"""What an organisation does with one of its activities."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.activities import LIFECYCLE, may_publish_activity
from tkanka.rules.ruling import Ruling

from .. import actions, queries
from ..forms.numbers import NumbersForms
from ..grounds import may_publish
from ..models import Activity
from ..wording import STEPS


def may_edit(visit: Visit, activity: Activity) -> Ruling:
    """Whether the visitor may change it. Asks the database only for those who may at all."""
    by = visit.standing
    if not by.keeps_the_network and activity.organisation_id not in by.members:
        return may_publish_activity(visit.frame.book, by, organisation=activity.organisation_id)
    return may_publish(visit.network, by, [activity.organisation], timezone.now())


def open_steps(activity: Activity) -> list[tuple[str, str]]:
    """The steps out of its state, with their buttons' words."""
    return [(step, str(STEPS[step])) for step in LIFECYCLE.open_steps(activity.status)] if activity.is_published else []


def held(visit: Visit, key: UUID) -> Activity:
    """The activity, for those who may change it: refused otherwise, unknown when it is not published."""
    found = queries.activity_of(visit.network, key)
    ruling = may_edit(visit, found)
    if not ruling and not found.is_published:
        raise Http404
    ruling.require()
    return found


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@in_network
def numbers(visit: Visit, activity: UUID) -> HttpResponse:
    """People, capacity and addresses, by area and group."""
    found = held(visit, activity)
    facts = queries.facts_of([found])[found.pk]
    forms = NumbersForms(visit.POST if visit.method == "POST" else None, facts, vocabulary())
    if visit.method == "POST" and forms.is_valid():
        actions.change_activity(by=visit.standing, at=timezone.now(), activity=found, facts=forms.facts())
        messages.success(visit, _("Liczby zapisane."))
        return redirect("activities:activity", network=visit.network.slug, activity=found.pk)
    return render(visit, "activities/numbers.html", {"activity": found, "forms": forms})


@require_POST
@login_required
@in_network
def step(visit: Visit, activity: UUID) -> HttpResponse:
    """One step: through the lifecycle, or confirm, publish, withdraw, delete."""
    found, chosen = held(visit, activity), visit.POST.get("step", "")
    doing: dict[str, Any] = {"by": visit.standing, "at": timezone.now()}
    if chosen == "delete":
        actions.delete_draft(**doing, activity=found)
        messages.success(visit, _("Szkic usunięty."))
        return redirect("activities:mine", network=visit.network.slug)
    if chosen in LIFECYCLE.steps:
        actions.move_activity(**doing, activity=found, step=chosen)
    elif chosen == "confirm":
        doing |= {"network": visit.network, "organisation": found.organisation}
        actions.confirm_activities(**doing, activities=[found])
    elif chosen == "publish":
        actions.publish_activity(**doing, activity=found)
    elif chosen == "withdraw":
        actions.withdraw_activity(**doing, activity=found)
    else:
        raise Http404
    messages.success(visit, _("Zapisane."))
    return redirect("activities:activity", network=visit.network.slug, activity=found.pk)
