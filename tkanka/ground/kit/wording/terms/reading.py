"""A term of a charter, put into words."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from tkanka.rules.rulebook import Exclusion

from ... import dates, typography
from ..names import NAMES
from ..shape import Promise
from . import belonging, deciding, organs, work
from .figures import FIGURES
from .lists import TERMS

PARTS = (belonging, organs, deciding, work)
LABELS: dict[str, Promise] = {path: words for part in PARTS for path, words in part.LABELS.items()}
VALUES: dict[str, Promise] = {value: words for part in PARTS for value, words in part.VALUES.items()}
IN_PLACE: dict[str, dict[str, Promise]] = {path: words for part in PARTS for path, words in part.IN_PLACE.items()}
KINDS: dict[str, Promise] = organs.KINDS | deciding.KINDS
MONTH = re.compile(r"(\d{4})-(\d{2})")
QUOTED = ("roles.*", "library.published_at", "partners.funders", "news.rubric")


def name_of(path: str) -> str:
    """What a term is called: "Ile organizacji zgłasza grupę roboczą". The path itself where nobody named it."""
    if path in LABELS:
        return str(LABELS[path])
    if path in KINDS:
        return str(KINDS[path])
    label, kind = LABELS.get(_wide(path)), KINDS.get(path.rpartition(".")[0])
    return f"{kind}: {label}" if label and kind else path


def chapter_name(path: str) -> str:
    """What the chapter of a term is called."""
    chapter = path.split(".", 1)[0]
    return str(work.CHAPTERS.get(chapter, chapter))


def is_quoted(path: str) -> bool:
    """Whether the value is the network's own word (a title, a name), shown as it stands and not translated."""
    return path in QUOTED or _wide(path) in QUOTED


def words_of(path: str, value: Any) -> list[str]:
    """What the value says, one entry a thing that is listed."""
    return [typography.bound(_said(path, one)) for one in (value if isinstance(value, tuple) else (value,))]


def _said(path: str, value: Any) -> str:
    if isinstance(value, bool):
        return _("tak") if value else _("nie")
    if isinstance(value, int):
        return _figure(path, value)
    if isinstance(value, date):
        return dates.day(value, "long", value)
    if isinstance(value, Exclusion):
        return f"{_worded(path, value.who)}: {_worded(path, value.kind)}"
    if found := MONTH.fullmatch(value):
        return f"{dates.month(int(found[2]))} {found[1]}"
    return str(value) if is_quoted(path) else _worded(path, str(value))


def _figure(path: str, value: int) -> str:
    words = FIGURES.get(path) or FIGURES.get(_wide(path))
    return words(value) % {"n": typography.number(value)} if words else typography.number(value)


def _worded(path: str, value: str) -> str:
    """The words of an id: those for this place, those of a list or a kind, those for everywhere; else the id."""
    place = IN_PLACE.get(path) or IN_PLACE.get(_wide(path)) or {}
    groups: list[dict[str, Promise]] = [place, *TERMS.values(), NAMES["Kind"], NAMES["RemovalGround"], VALUES]
    return str(next((group[value] for group in groups if value in group), value))


def _wide(path: str) -> str:
    """ "meetings.plenary.form" as "meetings.*.form", "roles.host" as "roles.*"."""
    parts = path.split(".")
    return f"{parts[0]}.*.{parts[2]}" if len(parts) > 2 else f"{parts[0]}.*"
