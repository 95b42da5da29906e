"""Series of meetings."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.governance.bodies.queries import visible_bodies
from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.meetings import kinds_in, may_organise, read_rhythm
from tkanka.rules.ruling import Ruling

from .. import actions, queries
from ..actions.series import pattern_of
from ..doors import places_at
from ..forms.planning import SeriesForm, series_before
from ..models import Series
from ..wording import rhythm
from .beginning import asked_for, rhythm_of


@login_required
@require_safe
@in_network
def all_series(visit: Visit) -> HttpResponse:
    bodies = visible_bodies(visit.network, visit.standing, visit.today)
    page = page_of(queries.series_of(visit.network, visit.standing, bodies), visit)
    return render(
        visit,
        "meetings/all_series.html",
        {"page": page, "rows": [(one, rhythm(one.cadence)) for one in page], "place": "desk"},
    )


def _found(visit: Visit, key: UUID) -> tuple[Series, Ruling]:
    bodies = visible_bodies(visit.network, visit.standing, visit.today)
    series = queries.series_in(visit.network, key, visit.standing, bodies)
    series.network = visit.network
    of = queries.gathering_for(pattern_of(series), visit.standing, visit.today, places_at(visit))
    return series, may_organise(visit.frame.book, visit.standing, of)


@login_required
@require_safe
@in_network
def series(visit: Visit, series: UUID) -> HttpResponse:
    """How often it comes round, and its meetings."""
    shown, organise = _found(visit, series)
    rows = queries.visible_meetings(visit.network, visit.standing, visit.today, places_at(visit)).filter(series=shown)
    page = page_of(rows.order_by("-starts_at", "pk"), visit)
    kept = set(queries.exceptions_of(shown, timezone.now()).values_list("pk", flat=True)[:200])
    context = {"series": shown, "page": page, "organise": organise, "kept": kept, "place": "desk"} | {
        "rhythm": rhythm(shown.cadence)
    }
    return render(visit, "meetings/series.html", context)


def _form(visit: Visit, before: dict[str, Any]) -> SeriesForm:
    bodies = visible_bodies(visit.network, visit.standing, visit.today).exclude(state="closed")[:300]
    return SeriesForm(visit.POST or None, kinds=kinds_in(visit.frame.book), bodies=list(bodies), initial=before)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def new(visit: Visit) -> HttpResponse:
    """A series; of a group, it begins with what its terms of reference say."""
    asked, words = asked_for(visit)
    form = _form(visit, {"since": visit.today} | asked | rhythm_of(read_rhythm(words)))
    if visit.method == "POST" and form.is_valid():
        made = actions.start_series(by=visit.standing, at=timezone.now(), network=visit.network, **form.fields_of())
        messages.success(visit, _("Seria zapisana. Pierwsze szkice spotkań są gotowe."))
        return redirect("meetings:series", network=visit.network.slug, series=made.pk)
    context = {"form": form, "words": words, "place": "desk"}
    return render(visit, "meetings/new_series.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def edit(visit: Visit, series: UUID) -> HttpResponse:
    """Change the series; says how many meetings keep their own way."""
    shown, organise = _found(visit, series)
    organise.require()
    form = _form(visit, series_before(shown))
    if visit.method == "POST" and form.is_valid():
        changed = actions.change_series(by=visit.standing, at=timezone.now(), series=shown, **form.fields_of())
        messages.success(visit, _("Seria zmieniona."))
        if changed.kept:
            said = ngettext(
                "%d spotkanie, które ktoś zmienił, przygotował, zwołał albo odwołał, zostaje bez zmian.",
                "Spotkań, które ktoś zmienił, przygotował, zwołał albo odwołał, zostaje bez zmian: %d.",
                changed.kept,
            )
            messages.info(visit, said % changed.kept)
        return redirect("meetings:series", network=visit.network.slug, series=shown.pk)
    kept = queries.exceptions_of(shown, timezone.now()).count()
    context = {"form": form, "series": shown, "kept": kept, "place": "desk"}
    return render(visit, "meetings/edit_series.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
@in_network
def end(visit: Visit, series: UUID) -> HttpResponse:
    shown, _organise = _found(visit, series)
    actions.end_series(by=visit.standing, at=timezone.now(), series=shown)
    messages.success(visit, _("Seria zakończona. Zwołane spotkania zostają."))
    return redirect("meetings:series", network=visit.network.slug, series=shown.pk)
