"""The calendar of a network, and one's own: a month, a year, a list."""

from datetime import date, timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.queries import organisation_in
from tkanka.network.places.models import Level
from tkanka.network.places.queries import units_of
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.calendar import FeedScope, enters_for

from .. import months, queries
from ..forms.filters import CalendarFilter
from ..models import Event
from ..queries import listing

VIEWS = ("month", "list", "year")


@require_safe
@in_network
def calendar(visit: Visit) -> HttpResponse:
    """What happens in the network: `?view=month`, `list` or `year`, with the filters of the page."""
    return _calendar(visit, FeedScope.NETWORK)


@login_required
@require_safe
@in_network
def mine(visit: Visit) -> HttpResponse:
    """The same of one's own: the network's, one's bodies' and one's organisations'."""
    return _calendar(visit, FeedScope.PERSONAL)


def _calendar(visit: Visit, scope: FeedScope) -> HttpResponse:
    by, today = visit.standing, visit.today
    every = queries.in_scope(visit.network, by, today, scope, None, None)
    form = _filter(visit, every)
    rows = listing.sought(every, form.asked())
    view = visit.GET.get("view", "")
    view = view if view in VIEWS else "month"
    shown = {
        "form": form, "view": view, "mine": scope == FeedScope.PERSONAL, "today": today,
        "tabs": [(name, _with(visit, "view", name)) for name in VIEWS],
        "place": "desk" if scope == FeedScope.PERSONAL else "network", "here": "calendar:calendar",
        "of_body": _chosen_body(form), "of_party": _chosen_party(visit, form),
        "may_enter": bool(by.keeps_the_network or enters_for(by)),
        "told": {"month": _month, "list": _list, "year": _year}[view](visit, rows),
    }  # fmt: skip
    return render(visit, f"calendar/{view}.html", shown)


def _with(visit: Visit, name: str, value: object) -> str:
    """The same question with another answer, from the first page on."""
    asked = visit.GET.copy()
    for gone in ("page", "day"):
        asked.pop(gone, None)
    asked[name] = str(value)
    return f"?{asked.urlencode()}"


def _filter(visit: Visit, every: QuerySet[Event]) -> CalendarFilter:
    bodies = listing.offered_bodies(visit.network, visit.standing, visit.today)
    areas = [(unit.code, unit.label) for unit in units_of(level=Level.VOIVODESHIP)]
    return CalendarFilter(
        visit.GET, themes=vocabulary().choices("sectors"), areas=areas,
        bodies=[(str(body.pk), body.name) for body in bodies], parties=listing.offered_parties(every),
    )  # fmt: skip


def _chosen_body(form: CalendarFilter) -> str:
    chosen = form.cleaned_data.get("body", "")
    return dict(form.fields["body"].choices)[chosen] if chosen else ""  # type: ignore[attr-defined]


def _chosen_party(visit: Visit, form: CalendarFilter) -> Any:
    chosen = form.cleaned_data.get("organisation", "")
    return organisation_in(visit.network, chosen, visit.today) if chosen else None


def _month(visit: Visit, rows: QuerySet[Event]) -> dict[str, Any]:
    """A month on a grid; on a small screen the same as a list."""
    first = months.month_asked(visit.GET.get("month", ""), visit.today)
    begins, ends = months.grid_of(first)
    month = months.month_of(first, listing.in_span(rows, *months.span_of(begins, ends)), visit.today)
    return {
        "month": month, "weekdays": months.weekdays(), "days": _with(visit, "view", "list"),
        "before": _with(visit, "month", f"{months.moved(first, -1):%Y-%m}"),
        "after": _with(visit, "month", f"{months.moved(first, 1):%Y-%m}"),
        "now": _with(visit, "month", f"{visit.today:%Y-%m}"),
        "is_now": first == visit.today.replace(day=1),
    }  # fmt: skip


def _list(visit: Visit, rows: QuerySet[Event]) -> dict[str, Any]:
    """What is ahead; with `month` or `day` what falls on it, with `when=past` what was, the latest first."""
    now, day, past = timezone.now(), months.day_asked(visit.GET.get("day", "")), visit.GET.get("when") == "past"
    rows = listing.with_surroundings(rows)
    if day:
        found: Any = _on(rows, day, day)
    elif past:
        found = rows.filter(ends_at__lt=now).order_by("-starts_at", "pk")
    else:
        found = listing.ahead_of(rows, now)
    page = page_of(found, visit)
    return {"page": page, "day": day, "past": past, "ahead": _with(visit, "when", "ahead"),
            "before": _with(visit, "when", "past")}  # fmt: skip


def _on(rows: QuerySet[Event], first: date, last: date) -> list[Event]:
    """The events on these days of the places they are at."""
    found = listing.in_span(rows, *months.span_of(first, last))
    return [event for event in found if event.days[0] <= last and event.days[1] >= first]


def _year(visit: Visit, rows: QuerySet[Event]) -> dict[str, Any]:
    """Twelve months with how much there is on each day."""
    year = months.year_asked(visit.GET.get("year", ""), visit.today)
    first, last = date(year, 1, 1), date(year + 1, 1, 1) - timedelta(days=1)
    counts = listing.counts_between(rows, *months.span_of(first, last), first, last)
    return {
        "year": year, "months": months.year_of(year, counts, visit.today), "weekdays": months.weekdays(),
        "total": sum(counts.values()), "days": _with(visit, "view", "list"), "whole": _with(visit, "view", "month"),
        "before": _with(visit, "year", year - 1), "after": _with(visit, "year", year + 1),
        "now": _with(visit, "year", visit.today.year), "is_now": year == visit.today.year,
    }  # fmt: skip
