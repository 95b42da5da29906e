"""The calendar of a network, and one's own: a month, a year, a list."""

from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tkanka.ground.kit.paging import Asked, page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.kept import kept_for_minutes
from tkanka.network.networks.parts import Place, lately, parts
from tkanka.network.networks.queries import organisation_in
from tkanka.network.places.models import Level
from tkanka.network.places.queries import units_of
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.calendar import FeedScope, enters_for
from tkanka.rules.standing import Standing

from .. import months, queries
from ..forms.filters import CalendarFilter
from ..models import Event
from ..queries import listing

VIEWS = ("month", "list", "year")


@require_safe
@in_network
@kept_for_minutes
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
    by, view, mine = visit.standing, visit.GET.get("view", ""), scope == FeedScope.PERSONAL
    view = view if view in VIEWS else "month"
    templates = ("calendar/title.html", "calendar/heading.html", f"calendar/{view}.html")
    facts = Asked(visit.GET.urlencode()), view, scope, by, lately(timezone.now())
    title, heading, matter = parts(visit, templates, told, *facts)
    shown = {
        "title": title, "heading": heading, "matter": matter, "mine": mine, "may_enter": _enters(by),
        "place": "desk" if mine else "network", "here": "calendar:calendar",
    }  # fmt: skip
    return render(visit, "calendar/page.html", shown)


def _enters(by: Standing) -> bool:
    return bool(by.keeps_the_network or enters_for(by))


def told(place: Place, asked: Asked, view: str, scope: FeedScope, by: Standing, now: datetime) -> dict[str, object]:
    """The events of the question as somebody may know of them, with the filters."""
    every = queries.in_scope(place.network, by, place.day, scope, None, None)
    form = _filter(place, asked, by, every)
    rows = listing.sought(every, form.asked())
    return {
        "form": form, "view": view, "mine": scope == FeedScope.PERSONAL,
        "tabs": [(name, _with(asked, "view", name)) for name in VIEWS],
        "of_body": _chosen_body(form), "of_party": _chosen_party(place, form), "may_enter": _enters(by),
        "told": {"month": _month, "list": _list, "year": _year}[view](place, asked, rows, now),
    }  # fmt: skip


def _with(question: Asked, name: str, value: object) -> str:
    """The same question with another answer, from the first page on."""
    asked = question.GET.copy()
    for gone in ("page", "day"):
        asked.pop(gone, None)
    asked[name] = str(value)
    return f"?{asked.urlencode()}"


def _filter(place: Place, asked: Asked, by: Standing, every: QuerySet[Event]) -> CalendarFilter:
    bodies = listing.offered_bodies(place.network, by, place.day)
    areas = [(unit.code, unit.label) for unit in units_of(level=Level.VOIVODESHIP)]
    return CalendarFilter(
        asked.GET, themes=vocabulary().choices("sectors"), areas=areas,
        bodies=[(str(body.pk), body.name) for body in bodies], parties=listing.offered_parties(every),
    )  # fmt: skip


def _chosen_body(form: CalendarFilter) -> str:
    chosen = form.cleaned_data.get("body", "")
    return dict(form.fields["body"].choices)[chosen] if chosen else ""  # type: ignore[attr-defined]


def _chosen_party(place: Place, form: CalendarFilter) -> Any:
    chosen = form.cleaned_data.get("organisation", "")
    return organisation_in(place.network, chosen, place.day) if chosen else None


def _month(place: Place, asked: Asked, rows: QuerySet[Event], now: datetime) -> dict[str, Any]:
    """A month on a grid; on a small screen the same as a list."""
    first = months.month_asked(asked.GET.get("month", ""), place.day)
    begins, ends = months.grid_of(first)
    month = months.month_of(first, listing.in_span(rows, *months.span_of(begins, ends)), place.day)
    return {
        "month": month, "weekdays": months.weekdays(), "days": _with(asked, "view", "list"),
        "before": _with(asked, "month", f"{months.moved(first, -1):%Y-%m}"),
        "after": _with(asked, "month", f"{months.moved(first, 1):%Y-%m}"),
        "now": _with(asked, "month", f"{place.day:%Y-%m}"),
        "is_now": first == place.day.replace(day=1),
    }  # fmt: skip


def _list(place: Place, asked: Asked, rows: QuerySet[Event], now: datetime) -> dict[str, Any]:
    """What is ahead; with `month` or `day` what falls on it, with `when=past` what was, the latest first."""
    day, past = months.day_asked(asked.GET.get("day", "")), asked.GET.get("when") == "past"
    rows = listing.with_surroundings(rows)
    if day:
        found: Any = _on(rows, day, day)
    elif past:
        found = rows.filter(ends_at__lt=now).order_by("-starts_at", "pk")
    else:
        found = listing.ahead_of(rows, now)
    page = page_of(found, asked)
    return {"page": page, "day": day, "past": past, "ahead": _with(asked, "when", "ahead"),
            "before": _with(asked, "when", "past")}  # fmt: skip


def _on(rows: QuerySet[Event], first: date, last: date) -> list[Event]:
    """The events on these days of the places they are at."""
    found = listing.in_span(rows, *months.span_of(first, last))
    return [event for event in found if event.days[0] <= last and event.days[1] >= first]


def _year(place: Place, asked: Asked, rows: QuerySet[Event], now: datetime) -> dict[str, Any]:
    """Twelve months with how much there is on each day."""
    year = months.year_asked(asked.GET.get("year", ""), place.day)
    first, last = date(year, 1, 1), date(year + 1, 1, 1) - timedelta(days=1)
    counts = listing.counts_between(rows, *months.span_of(first, last), first, last)
    return {
        "year": year, "months": months.year_of(year, counts, place.day), "weekdays": months.weekdays(),
        "total": sum(counts.values()), "days": _with(asked, "view", "list"), "whole": _with(asked, "view", "month"),
        "before": _with(asked, "year", year - 1), "after": _with(asked, "year", year + 1),
        "now": _with(asked, "year", place.day.year), "is_now": year == place.day.year,
    }  # fmt: skip
