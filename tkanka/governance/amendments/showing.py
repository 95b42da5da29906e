"""A change in words: its gates, its terms before and after, and its text word by word."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from tkanka.governance.consultations.comparing import Part, words
from tkanka.ground.kit import dates
from tkanka.ground.kit.wording import name_of, words_of
from tkanka.rules.amendments import AmendmentState, needs_presentation
from tkanka.rules.terms import Term
from tkanka.rules.texts import Paragraph

from .queries import consulted_on
from .weighing import Weighed

SILENT = "–"


@dataclass(frozen=True, slots=True)
class TermShown:
    """One term before and after, in words; `cite` is the paragraph it would rest on."""

    name: str
    before: str
    after: str
    cite: str


@dataclass(frozen=True, slots=True)
class TextShown:
    """One paragraph whose words change."""

    title: str
    parts: list[Part]


def terms_shown(facts: Weighed) -> list[TermShown]:
    def said(path: str, term: Term[Any] | None) -> str:
        return "; ".join(words_of(path, term.value)) if term else SILENT

    return [
        TermShown(name_of(one.path), said(one.path, one.before), said(one.path, one.after),
                  one.after.cite if one.after else one.before.cite if one.before else "")
        for one in facts.terms
    ]  # fmt: skip


def text_shown(facts: Weighed) -> list[TextShown]:
    """Paragraphs that are not the same in both texts, in the order of the later one; those left out come last."""
    old, new = {one.anchor: one for one in facts.before}, {one.anchor: one for one in facts.text}
    found = []
    for anchor in [*new, *(anchor for anchor in old if anchor not in new)]:
        before, after = old.get(anchor), new.get(anchor)
        named = not (before and after and before.title == after.title)
        was, now = (_said(one, named=named) for one in (before, after))
        if was.split() != now.split():
            title = after.title.pl if after else before.title.pl if before else anchor
            found.append(TextShown(title, list(words(was, now))))
    return found


def _said(one: Paragraph | None, *, named: bool) -> str:
    """Its words; its title too, where that changes."""
    if one is None:
        return ""
    return f"{one.title.pl}\n{one.text.pl}".strip() if named else one.text.pl


def set_shown(facts: Weighed) -> list[tuple[UUID, str, str]]:
    """What the draft sets, to be left as it was: its key, the name of the term, the value."""
    return [(one.pk, name_of(one.path), one.value) for one in facts.set]


def steps_of(facts: Weighed) -> list[dict[str, str]]:
    """The gates of the charter, and how far the change has come."""
    amendment, gates = facts.amendment, facts.gates
    closed = consulted_on(amendment)

    def day(on: Any) -> str:
        return dates.day(on, "long", on) if on else ""

    enacted = amendment.version.in_force_from if amendment.version else None
    reached: list[tuple[str, str, bool]] = [
        (_("Podjęta"), day(dates.only_day(amendment.started_at)), amendment.state != AmendmentState.PROPOSED),
        (_("Konsultacje zamknięte"), day(closed), gates.closed),
        (_("Odpowiedź na każdą uwagę"), "", gates.closed and not gates.unanswered),
    ]
    if needs_presentation(facts.book):
        reached.append(
            (_("Przedstawiona na spotkaniu"), day(amendment.presented_on), amendment.presented_on is not None)
        )
    reached.append((_("Obowiązuje"), day(enacted), enacted is not None))
    found, current = [], amendment.state in (AmendmentState.PROPOSED, AmendmentState.OPEN)
    for label, note, done in reached:
        found.append({"label": label, "note": note, "kind": "done" if done else "now" if current else ""})
        current = current and done
    return found
