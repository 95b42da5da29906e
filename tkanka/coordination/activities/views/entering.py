"""Typing in one activity."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tkanka.ground.kit.wording import sentence
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.models import Organisation
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.activities import may_publish_activity
from tkanka.rules.ruling import Refused

from .. import actions, queries
from ..beginnings import beginning_of
from ..forms.activity import ActivityForm
from ..forms.areas import lines_from
from ..models import Activity
from ..pickers import area_names
from .own import held

MOST_ORGANISATIONS = 2_000


def publishable(visit: Visit) -> list[Organisation]:
    """For whom the visitor may type; the one acted for stands first. Refused when there is none."""
    found = list(queries.publishable_for(visit.network, visit.standing, visit.today)[:MOST_ORGANISATIONS])
    if not found:
        acting = visit.standing.acting_for or UUID(int=0)
        raise Refused(may_publish_activity(visit.frame.book, visit.standing, organisation=acting))
    return found


def chosen_of(visit: Visit, organisations: list[Organisation]) -> Organisation | None:
    """The organisation meant: that of the address, else the one acted for, else the only one."""
    asked = visit.GET.get("organisation") or visit.POST.get("organisation") or str(visit.standing.acting_for or "")
    named = next((one for one in organisations if str(one.pk) == asked), None)
    return named or (organisations[0] if len(organisations) == 1 or not visit.standing.keeps_the_network else None)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@in_network
def enter(visit: Visit) -> HttpResponse:
    """A new activity, beginning with what the last one and the profile say."""
    organisations = publishable(visit)
    chosen = chosen_of(visit, organisations)
    last = queries.last_of(visit.network, chosen.pk) if chosen else None
    initial = beginning_of(chosen, queries.facts_of([last])[last.pk] if last else None, visit.today)
    form = ActivityForm(
        visit.POST if visit.method == "POST" else None,
        words=vocabulary(),
        today=visit.today,
        organisations=organisations,
        initial=initial.fields,
        lines=lines_from(initial.units),
    )
    if visit.method == "POST" and "more" not in visit.POST and form.is_valid() and (made := _entered(visit, form)):
        messages.success(visit, _("Szkic zapisany.") if made.is_draft else _("Działanie jest w rejestrze."))
        return redirect("activities:activity", network=visit.network.slug, activity=made.pk)
    return _page(visit, form)


def _entered(visit: Visit, form: ActivityForm) -> Activity | None:
    organisation = next(o for o in form.organisations if str(o.pk) == form.cleaned_data["organisation"])
    try:
        return actions.enter_activity(
            by=visit.standing,
            at=timezone.now(),
            network=visit.network,
            organisation=organisation,
            facts=form.facts(),
            draft="draft" in visit.POST,
        )
    except Refused as refusal:
        _said(form, refusal)
        return None


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@in_network
def edit(visit: Visit, activity: UUID) -> HttpResponse:
    """Change everything about one activity but whose it is."""
    found = held(visit, activity)
    before = queries.facts_of([found])[found.pk]
    form = ActivityForm(
        visit.POST if visit.method == "POST" else None,
        words=vocabulary(),
        today=visit.today,
        organisations=[found.organisation],
        before=before,
        lines=lines_from([spot.unit for spot in before.spots]),
    )
    if visit.method == "POST" and "more" not in visit.POST and form.is_valid() and _changed(visit, form, found):
        messages.success(visit, _("Zmiany zapisane."))
        return redirect("activities:activity", network=visit.network.slug, activity=found.pk)
    return _page(visit, form, found)


def _changed(visit: Visit, form: ActivityForm, found: Activity) -> bool:
    try:
        actions.change_activity(by=visit.standing, at=timezone.now(), activity=found, facts=form.facts())
    except Refused as refusal:
        _said(form, refusal)
        return False
    return True


def _said(form: ActivityForm, refusal: Refused) -> None:
    for ground in refusal.ruling.failed:
        form.add_error(None, sentence(ground))


def _page(visit: Visit, form: ActivityForm, found: Activity | None = None) -> HttpResponse:
    more = visit.method == "POST" and "more" in visit.POST
    context = {"form": form, "activity": found, "area_names": area_names(), "asking": more}
    return render(visit, "activities/form.html", context)
