"""Rulings and states as sentences in the reader's language.

One module a chapter holds `WORDING`: code → how a ground reads when met, when in the way, and the way forward.
A chapter of rules and its wording are added together; a house test names every code and state that has none.
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from tkanka.rules.ruling import Ground, Ruling

from .. import cites, typography
from . import (
    accounts,
    activities,
    amendments,
    belonging,
    bodies,
    calendar,
    choosing,
    consultations,
    contacts,
    discussions,
    disputes,
    elections,
    groups,
    hosting,
    joining,
    leaving,
    meetings,
    minutes,
    networks,
    outbox,
    positions,
    procedure,
    separation,
    vocabulary,
    voting,
)
from .facts import label, said, term_label
from .names import NAMES
from .shape import Promise, Wording
from .states import STATES
from .terms import chapter_name, is_quoted, name_of, words_of

CHAPTERS = (
    procedure, joining, belonging, leaving, hosting, accounts, vocabulary, networks, outbox, activities, contacts,
    calendar,
    choosing,
    groups,
    bodies,
    meetings,
    minutes,
    discussions,
    voting,
    consultations,
    separation,
    elections,
    amendments,
    positions,
    disputes,
)  # fmt: skip
WORDING: dict[str, Wording] = {code: words for chapter in CHAPTERS for code, words in chapter.WORDING.items()}

__all__ = [
    "NAMES", "STATES", "WORDING", "Promise", "Wording", "basis", "chapter_name", "is_quoted", "label", "name_of",
    "reasons", "sentence", "term_label", "way", "words_of",
]  # fmt: skip


def sentence(ground: Ground, *, met: bool = False) -> str:
    """What a ground says: the reason why it stands in the way, or with `met` what spoke for it.

    A code nobody worded (of a record older than the wording) is shown as it is.
    """
    words = WORDING.get(ground.code)
    return _filled(words.met if met else words.failed, ground) if words else ground.code


def way(ground: Ground) -> str:
    """What can be done where this ground stands in the way; empty where there is nothing to say."""
    words = WORDING.get(ground.code)
    return _filled(words.way, ground) if words and words.way else ""


def basis(ground: Ground) -> str:
    """What a ground rests on: its paragraph, a default of the platform, or nothing."""
    if ground.cite:
        return cites.shown(ground.cite)
    return typography.bound(_("Zasady o tym milczą; tak ustawiono platformę.")) if ground.default else ""


def reasons(ruling: Ruling) -> list[str]:
    """Why it was refused, one sentence a ground, each once."""
    return list(dict.fromkeys(sentence(ground) for ground in ruling.failed))


def _filled(words: Promise | str, ground: Ground) -> str:
    return typography.bound(str(words) % said(ground.facts))
