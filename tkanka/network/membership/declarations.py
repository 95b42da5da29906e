"""The words of the declarations, in full, as those who make them read them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.wording import term_label
from tkanka.rules.rulebook import Rulebook

TEXTS = {
    "intent_and_aims": (
        _("Cele."),
        _("Zgadzamy się z intencją i głównymi celami sieci. Chcemy wspólnie z innymi pracować nad "
          "wyzwaniami migracji i integracji w Polsce."),
    ),
    "humanitarian_standards": (
        _("Standardy."),
        _("Kierujemy się najważniejszymi wartościami i standardami humanitarnymi: człowieczeństwem, "
          "bezstronnością, neutralnością i niezależnością. Lista standardów sieci obowiązuje i nas."),
    ),
    "active_information_sharing": (
        _("Informacja."),
        _("Sami zgłaszamy się do sieci. Będziemy czynnie informować o tym, co robimy: na stronie, na "
          "spotkaniach i w listach."),
    ),
    "nonprofit_and_protective_use": (
        _("Ochrona."),
        _("Narzędzi sieci używamy tylko do działań bez zysku. Dbamy o dane, prywatność i bezpieczeństwo osób, "
          "którym pomagamy."),
    ),
    "karta_zasad": (
        _("Karta Zasad."),
        _("Przyjmujemy Kartę Zasad Działania Organizacji Pozarządowych: działamy samodzielnie, jawnie i uczciwie, "
          "dla dobra wspólnego, z szacunkiem dla innych organizacji."),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Declared:
    """One declaration as it is read: its id, a word for it, its text, the paragraph it stands on."""

    code: str
    title: str
    text: str
    cite: str


def texts_of(book: Rulebook) -> list[Declared]:
    """The declarations a charter asks for, in its order, in the reader's language."""
    term = book.membership.declarations
    return [worded(code, term.cite) for code in term.value] if term else []


def place_of(code: str) -> int:
    """Where a declaration stands among the others; what a party stated comes after them."""
    return list(TEXTS).index(code) if code in TEXTS else len(TEXTS)


def worded(code: str, cite: str = "") -> Declared:
    """A declaration, or a condition that a party stated, by its id."""
    title, text = TEXTS.get(code, ("", term_label(code)))
    return Declared(code, str(title), str(text), cite)
