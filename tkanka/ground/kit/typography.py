"""What a typesetter would do: no-break spaces, thin spaces in numbers, the plural a number takes."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeData, SafeString, mark_safe
from django.utils.translation import get_language

NBSP = "\u00a0"
THIN = "\u202f"
MONTH_NAMES = (
    "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia"
    "|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня"
    "|January|February|March|April|May|June|July|August|September|October|November|December"
)
ONE_LETTER = re.compile(r"(?<![^\s(„«\"'>\u00a0])([aiouwzAIOUWZаеєиіїйоуюявзАЕЄИІЇЙОУЮЯВЗ]) (?=\S)")
PARAGRAPH = re.compile(r"(§{1,2}|ust\.|pkt|lit\.|art\.|ст\.|п\.) (?=\w)")
DAY_AND_MONTH = re.compile(rf"(\d{{1,2}}) (?={MONTH_NAMES})")
TAG = re.compile(r"(<[^>]*>)")


def bound(text: str) -> str:
    """Plain text with no-break spaces after one-letter words, §, and days before their month."""
    text = ONE_LETTER.sub(rf"\1{NBSP}", text)
    text = PARAGRAPH.sub(rf"\1{NBSP}", text)
    return DAY_AND_MONTH.sub(rf"\1{NBSP}", text)


def bound_html(value: Any) -> SafeString:
    """The same for a template: plain text is escaped, tags of safe text are left alone."""
    if not isinstance(value, SafeData):
        return escape(bound(str(value)))
    parts = TAG.split(str(value))
    done = [part if part.startswith("<") else bound(part) for part in parts]
    return mark_safe("".join(done))  # noqa: S308 - safe before


def number(value: object) -> str:
    """A number with thin spaces between thousands and the decimal sign of the language; other values unchanged."""
    try:
        figure = Decimal(str(value))
    except InvalidOperation:
        return str(value)
    if not figure.is_finite() or abs(figure) >= Decimal(10) ** 18:
        return str(value)
    text = f"{figure:,f}"
    if "." in text and isinstance(value, float):
        text = text.rstrip("0").rstrip(".")
    whole, point, rest = text.partition(".")
    sign = "." if (get_language() or "pl").startswith("en") else ","
    whole = whole.replace(",", THIN) if abs(figure) >= 10_000 else whole.replace(",", "")
    return whole.replace("-", "\u2212") + (sign + rest if point else "")


def counted(number: int, one: str, few: str, many: str, lang: str = "") -> str:
    """The form a noun takes after a number: 1 dzień, 2 dni, 5 dni. English has only the first two."""
    lang = lang or (get_language() or "pl")[:2]
    number = abs(number)
    if lang == "en":
        return one if number == 1 else few
    singular = number == 1 if lang == "pl" else number % 10 == 1 and number % 100 != 11
    if singular:
        return one
    return few if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else many
