"""A letter's words: taken from its template in the recipient's language, as plain text in five parts."""

import re
from dataclasses import dataclass
from secrets import token_hex
from typing import Any
from unicodedata import category
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.template.loader import get_template
from django.urls import translate_url
from django.utils import translation

from .recipients import Recipient

PARTS = "notices/parts.txt"


@dataclass(frozen=True, slots=True)
class Words:
    subject: str
    text: str
    label: str
    url: str
    reason: str


def language_of(recipient: Recipient) -> str:
    return recipient.language if recipient.language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def one_line(value: str, limit: int) -> str:
    """On one line and without control characters, so that it can stand in a header of a letter."""
    seen = "".join(c if category(c)[0] != "C" and category(c) not in ("Zl", "Zp") else " " for c in value)
    return re.sub(" +", " ", seen).strip()[:limit]


def many_lines(value: str) -> str:
    """Without control characters but line ends, which are "\\n"."""
    lines = re.sub("\r\n?|[\u2028\u2029]", "\n", value)
    return "".join(c if category(c) not in ("Cc", "Cs") or c == "\n" else " " for c in lines)


def worded(template: str, to: Recipient, context: dict[str, Any]) -> Words:
    """The letter's words. A link to a page of ours leads to it in the recipient's language, whoever wrote it."""
    language, cut = language_of(to), f"\x1e{token_hex(16)}\x1e"
    given = {**context, "to": to, "site": settings.SITE_URL.rstrip("/"), "layout": PARTS, "cut": cut}
    with translation.override(language):
        parts = get_template(template).render(given).split(cut)
        subject, text, label, url, reason = (part.strip() for part in parts)
        return Words(
            subject=one_line(subject, 250),
            text=many_lines(text),
            label=one_line(label, 120),
            url=_address(one_line(url, 2000), language),
            reason=one_line(reason, 1000),
        )


def _address(url: str, language: str) -> str:
    if not url:
        return ""
    home = settings.SITE_URL.rstrip("/") + "/"
    whole = urljoin(home, url)
    if not whole.startswith(home):
        return whole if urlsplit(whole).scheme in ("http", "https") else ""
    with translation.override(translation.get_language_from_path(urlsplit(whole).path) or settings.LANGUAGE_CODE):
        return str(translate_url(whole, language))
