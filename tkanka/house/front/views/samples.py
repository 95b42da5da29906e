"""What the style guide shows: tokens with their contrast, and one example of every part. Names are invented."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django import forms

from tkanka.ground import kit
from tkanka.rules.ruling import Ground, Ruling

SHEET = Path(kit.__file__).parent / "static" / "kit" / "tkanka.css"
TOKENS = {
    "paper": "page",
    "sheet": "what can be acted on",
    "sunk": "footer, tags",
    "ink": "text",
    "soft": "second voice",
    "line": "hairline",
    "edge": "border of a control",
    "teal": "links, buttons, done",
    "teal-2": "hover",
    "teal-soft": "chosen, calm note",
    "bar": "selvage, band",
    "saffron": "waits for you",
    "saffron-soft": "its ground",
    "saffron-ink": "its text",
    "red": "overdue, refused",
    "red-soft": "its ground",
    "w1": "warp",
    "w2": "warp",
    "w3": "warp, weft",
    "w4": "weft",
    "w5": "weft",
    "m-1": "map: deficit",
    "m-2": "map: covered",
    "m-3": "map: saturated",
}
GROUNDS = ("paper", "sheet", "sunk", "teal-soft", "saffron-soft", "red-soft")
# text, ground, contrast needed
PAIRS = [
    *[(text, ground, 4.5) for text in ("ink", "soft", "teal") for ground in GROUNDS],
    *[("red", ground, 4.5) for ground in ("paper", "sheet", "red-soft")],
    ("on-teal", "teal", 4.5),
    ("on-teal", "teal-2", 4.5),
    ("saffron-ink", "saffron-soft", 4.5),
    ("on-bar", "bar", 4.5),
    *[("edge", ground, 3.0) for ground in ("paper", "sheet")],
]


def tokens(sheet: str) -> dict[str, tuple[str, str]]:
    """Each colour of the sheet as (light, dark)."""
    found = re.findall(r"--([\w-]+): light-dark\((#\w+), (#\w+)\)", sheet)
    once = re.findall(r"--([\w-]+): (#[0-9a-f]{6});", sheet.split("@supports")[0])
    return {**{name: (colour, colour) for name, colour in once}, **{name: (a, b) for name, a, b in found}}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    digits = colour.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits[:6]
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def pairs() -> list[dict[str, Any]]:
    """Every pair of text and ground in use, with its contrast in both looks."""
    colours = tokens(SHEET.read_text())
    return [
        {
            "text": text,
            "ground": ground,
            "light": round(contrast(colours[text][0], colours[ground][0]), 1),
            "dark": round(contrast(colours[text][1], colours[ground][1]), 1),
            "needed": needed,
        }
        for text, ground, needed in PAIRS
    ]


class SampleForm(forms.Form):
    name = forms.CharField(label="Nazwa", help_text="Tak jak chcecie być nazywani w sieci.")
    number = forms.CharField(label="Numer KRS", help_text="Nie macie numeru? Zostawcie puste.", required=False)
    mail = forms.EmailField(label="E-mail do kontaktu")
    day = forms.DateField(label="Od kiedy", widget=forms.DateInput(attrs={"type": "date"}))
    area = forms.ChoiceField(label="Gdzie", choices=[("", "—"), ("1816", "powiat rzeszowski")])
    kind = forms.ChoiceField(
        label="Kim jesteście",
        choices=[("ngo", "stowarzyszenie lub fundacja"), ("group", "grupa bez rejestracji")],
        widget=forms.RadioSelect,
    )
    languages = forms.MultipleChoiceField(
        label="W jakich językach",
        choices=[("pl", "polski"), ("uk", "ukraiński"), ("en", "angielski")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    about = forms.CharField(label="O was", widget=forms.Textarea, required=False)
    file = forms.FileField(label="Statut", required=False, help_text="PDF, najwyżej 20 MB.")
    agree = forms.BooleanField(label="Przyjmujemy kartę współpracy", help_text="wersja 4, obowiązuje od 1 marca")

    def clean_number(self) -> str:
        number = str(self.cleaned_data["number"])
        if number and len(number) != 10:
            raise forms.ValidationError(f"Numer KRS ma 10 cyfr, wpisano {len(number)}.")
        return number


class SampleFilters(forms.Form):
    word = forms.CharField(label="Nazwa lub słowo", required=False, widget=forms.TextInput(attrs={"type": "search"}))
    area = forms.ChoiceField(label="Województwo", required=False, choices=[("", "wszystkie"), ("18", "podkarpackie")])
    fresh = forms.BooleanField(label="tylko sprawdzone", required=False)


def sample_form() -> SampleForm:
    """A form as it comes back with things to mend."""
    form = SampleForm(
        {"name": "Kolektyw Barwinok", "number": "000999001", "mail": "biuro@barwinok,example", "kind": "group"},
        auto_id="sample_%s",
    )
    form.is_valid()
    return form


def samples(now: datetime) -> dict[str, Any]:
    """The context of the style guide."""
    days = {f"in_{n}": now + timedelta(days=n) for n in (5, 7, 19)}
    return {
        **days,
        "two_days_ago": now - timedelta(days=2),
        "half_a_year_ago": now - timedelta(days=186),
        "tokens": TOKENS.items(),
        "pairs": pairs(),
        "form": sample_form(),
        "clean_form": SampleForm(auto_id="clean_%s"),
        "filters": SampleFilters(auto_id="filter_%s"),
        "refused": Ruling(failed=(Ground("signed_in"),)),
        "steps": [
            {"label": "Zgłoszona", "kind": "done", "note": "20 października"},
            {"label": "Sprawdzona", "kind": "done", "note": "po 4 dniach"},
            {"label": "Zasady", "kind": "waits", "note": "do 4 grudnia"},
            {"label": "Podsumowanie"},
        ],
        "seats": [
            *[{"kind": "yes", "short": short} for short in ("OM", "TR")],
            {"kind": "no", "short": "NK"},
            *[{"kind": "", "short": short} for short in ("MZ", "SH", "DP")],
            {"kind": "out", "short": "PL"},
            {"kind": "free", "short": ""},
        ],
        "lines": [
            {"at": now - timedelta(days=8), "sentence": "Podpisały stanowisko", "who": "Olena Marczuk", "cites": []},
            {"at": now - timedelta(days=900), "sentence": "Przyjęte po 4 dniach roboczych.", "cites": ["§3"]},
        ],
    }
