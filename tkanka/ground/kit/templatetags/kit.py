"""What every template may say without loading anything: days, cites, icons, routes.

These tags are plain functions and cheap; inside long loops use them instead of the components of the same name.
Measured a piece, on one core: icon 5 µs, nb 7, cite 12, moment 24; c-state 12, c-row 28, c-stamp 43, c-field 140 (of
which 64 are the widget's own), a row of c-table 6.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import template
from django.forms import BoundField
from django.template.context import Context
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from tkanka.ground.kit import cites, dates, links, tables, typography, wording
from tkanka.ground.kit.markdown import rendered
from tkanka.rules import roles

register = template.Library()


@register.filter
def nb(value: object) -> SafeString:
    """Text with no-break spaces where Polish and Ukrainian want them."""
    return typography.bound_html(value)


@register.filter
def day(at: date | datetime | None, how: str = "") -> str:
    """A day in words; `how` is "", on, until, full, long, short or weekday. Nothing for no day."""
    return dates.day(at, how, timezone.localdate()) if at else ""


@register.filter
def moment(at: datetime | None, how: str = "on") -> str:
    """w czwartek, 27 listopada, 10:00 (za 7 dni); `moment:"until,plain"` drops the distance."""
    return dates.moment(at, how, timezone.now()) if at else ""


@register.filter
def hour(at: datetime | None) -> str:
    return dates.hour(at) if at else ""


@register.filter
def ago(at: date | datetime | None) -> str:
    """za 7 dni, dziś, 3 miesiące temu."""
    return dates.ago(at, timezone.now()) if at else ""


@register.filter
def overdue(at: date | datetime | None) -> str:
    """By how much a day has passed: 2 dni."""
    return dates.span(max(0, (timezone.localdate() - dates.only_day(at)).days)) if at else ""


@register.filter
def iso(at: date | datetime | None) -> str:
    """For the datetime attribute of <time>."""
    found = dates.local(at) if at else None
    return found.isoformat(timespec="minutes") if isinstance(found, datetime) else found.isoformat() if found else ""


@register.filter
def num(value: object) -> str:
    """12 345,6 as the language writes it."""
    return typography.number(value)


@register.filter
def plural(number: Any, forms: str) -> str:
    """The form after a number: {{ n|plural:"osoba,osoby,osób" }}. The forms come translated, in the page's language."""
    parts = [part.strip() for part in forms.split(",")]
    try:
        return typography.counted(int(number), parts[0], parts[len(parts) > 1], parts[-1])
    except (TypeError, ValueError):
        return parts[-1]


@register.filter
def lang_of(code: str) -> SafeString | str:
    """lang="uk" for a name in another language than the page's; nothing in the same."""
    if not code or code[:2] == (get_language() or "pl")[:2]:
        return ""
    return format_html(' lang="{}"', code)


@register.filter
def initials(name: str) -> str:
    """Two letters for a patch: Stowarzyszenie Trzy Mosty → TM."""
    words = [word for word in str(name).replace("„", "").split() if word[:1].isalnum()]
    proper = [word for word in words if word[:1].isupper()]
    chosen = proper[-2:] if len(proper) > 1 else (proper or words)[:1]
    return "".join(word[0] for word in chosen).upper()


@register.filter
def sentence(ground: Any) -> str:
    """A ground in words, in the reader's language."""
    return wording.sentence(ground)


@register.filter
def way(ground: Any) -> str:
    """What can be done about a ground that stands in the way, or ""."""
    return wording.way(ground)


@register.filter
def anchor(cite: str) -> str:
    return cites.anchor_of(cite)


@register.simple_tag
def ico(name: str) -> SafeString:
    """An icon of the sprite; always beside words, so hidden from those who listen."""
    return format_html(
        '<svg class="i" aria-hidden="true"><use href="{}#{}"/></svg>', links.static_address("kit/icons.svg"), name
    )


@register.simple_tag(takes_context=True)
def cite(context: Context, place: object) -> SafeString | str:
    """A paragraph as a link to it: {% cite ground.cite %} or {% cite 9 %}. Nothing for nothing."""
    text = str(place or "").strip()
    if not text:
        return ""
    text = f"§{text}" if text.isdigit() else text
    address = links.network_route("networks:charter", links.slug_of(context))
    if not address:
        return format_html('<span class="cite">{}</span>', cites.shown(text))
    return format_html('<a class="cite" href="{}#{}">{}</a>', address, cites.anchor_of(text), cites.shown(text))


@register.simple_tag
def role(key: str, case: str = "nominative", plural: object = "") -> str:
    """The title of a role or body in a case: {% role "coordinator" "genitive" %}, {% role "director" plural=1 %}."""
    return roles.title(key, dates.tongue(), roles.Case(case), plural=bool(plural))


@register.simple_tag
def when(at: date | datetime | None, how: str = "") -> SafeString | str:
    """<time> with the day in words: {% when paper.day "short" %}."""
    if not at:
        return ""
    return format_html('<time datetime="{}">{}</time>', iso(at), day(at, how))


@register.filter
def day_block(at: date | datetime) -> SafeString:
    """The day in front of a row: 27 lis, pt."""
    when, lang = dates.only_day(at), dates.tongue()
    month, weekday = dates.SHORT_MONTHS[lang][when.month - 1], dates.SHORT_WEEKDAYS[lang][when.weekday()]
    return format_html("<b>{}</b> {}, {}", when.day, month, weekday)


@register.simple_tag
def clock_marks(of: object, gone: object) -> SafeString:
    """As many marks as there are days or seats, at most thirty, the gone ones filled."""
    try:
        marks, filled = min(int(str(of)), 30), int(str(gone))
    except ValueError:
        return mark_safe("")
    return mark_safe("".join('<i class="on"></i>' if n < filled else "<i></i>" for n in range(marks)))  # noqa: S308


@register.simple_tag
def table_of(rows: str, columns: str, kind: str = "cards", caption: str = "", show_caption: object = "") -> SafeString:
    """What <c-table> writes; see tables.table."""
    return tables.table(rows, columns, kind, caption, bool(show_caption))


@register.filter
def target(field: BoundField) -> str:
    """The id a link of the error summary goes to: the control, or its fieldset."""
    return field.id_for_label or field.auto_id


@register.filter
def markdown(text: str | None) -> SafeString:
    """A text somebody wrote in Markdown, safe to show; its headings begin at h3."""
    return rendered(text or "")


@register.filter
def named(value: str, enum: str) -> str:
    """The name of a stored member of an enum of the rules: {{ mandate.capacity|named:"Capacity" }}."""
    found = wording.STATES.get(enum) or wording.NAMES.get(enum) or {}
    return str(found.get(value, value))


@register.filter
def term(value: str) -> str:
    """The name of an id that a charter holds in a list."""
    return wording.term_label(value)
