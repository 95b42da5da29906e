"""When an event is and where it can be read about, as pages say it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from tkanka.ground.kit.dates import day
from tkanka.rules.calendar import EventSource

from ..incoming import Found
from ..models import Event

register = template.Library()
LANGUAGES = ("en", "uk")


@register.simple_tag(takes_context=True)
def event_url(context: Context, event: Event) -> str:
    """The page of a meeting for a meeting, for anything else the event's own, in the reader's language."""
    if event.source == EventSource.MEETING and event.url.startswith("/"):
        return in_language(event.url)
    return reverse("calendar:event", args=[_known(context, "network").slug, event.pk])


def in_language(path: str) -> str:
    """A path that was kept in somebody's language, in the reader's."""
    first, _, rest = path.lstrip("/").partition("/")
    plain = f"/{rest}" if first in LANGUAGES else path
    wanted = (get_language() or "pl")[:2]
    return f"/{wanted}{plain}" if wanted in LANGUAGES else plain


@register.filter
def wall(at: datetime) -> str:
    """10:00, on the clock the time is told on."""
    return f"{at.hour}:{at.minute:02}"


@register.simple_tag(takes_context=True)
def event_when(context: Context, event: Event) -> SafeString:
    """From when till when, on the clock of the place."""
    return _when(context, event.starts, event.ends, event.days[1], whole=event.all_day)


@register.simple_tag(takes_context=True)
def found_when(context: Context, one: Found) -> SafeString:
    zone = ZoneInfo(one.timezone)
    assert one.starts_at is not None
    assert one.ends_at is not None
    last = max(one.starts_at, one.ends_at - timedelta(microseconds=1)).astimezone(zone).date()
    return _when(context, one.starts_at.astimezone(zone), one.ends_at.astimezone(zone), last, whole=one.all_day)


def _known(context: Context, name: str) -> Any:
    """What a part of a page is told, and a page knows by its request."""
    return context[name] if name in context else getattr(context["request"], name)


def _when(context: Context, starts: datetime, ends: datetime, last: Any, *, whole: bool) -> SafeString:
    today = _known(context, "today")
    first = starts.date()
    begins, ends_on = day(first, "full", today), day(last, "full", today)
    stamp = first.isoformat() if whole else starts.astimezone(UTC).isoformat(timespec="minutes")
    if whole:
        words = begins if first == last else f"{begins} – {ends_on}"
    elif ends == starts:
        words = f"{begins}, {wall(starts)}"
    elif first == ends.date():
        words = f"{begins}, {wall(starts)}–{wall(ends)}"
    else:
        words = f"{begins}, {wall(starts)} – {day(ends.date(), 'full', today)}, {wall(ends)}"
    return format_html('<time datetime="{}">{}</time>', stamp, words)
