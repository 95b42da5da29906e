"""Long lists of choices, rendered once and kept: areas, services, groups, languages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django import forms
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from tkanka.ground.kit.typography import bound
from tkanka.network.places.models import Level, Unit
from tkanka.network.places.queries import loaded_units
from tkanka.network.places.wording import placed
from tkanka.network.vocabulary.entries import Vocabulary

Option = tuple[str, str]
Group = tuple[str, tuple[Option, ...]]


@lru_cache(maxsize=64)
def _options(groups: tuple[Group, ...]) -> str:
    return "".join(
        f'<optgroup label="{escape(label)}">{_plain(options)}</optgroup>' if label else _plain(options)
        for label, options in groups
    )


def _plain(options: Sequence[Option]) -> str:
    return "".join(f'<option value="{escape(value)}">{escape(label)}</option>' for value, label in options)


class QuickSelect(forms.Select):
    """A select whose options are written once for all readers of a language; only what is chosen is put in."""

    def __init__(self, groups: tuple[Group, ...], empty: str = "", attrs: dict[str, Any] | None = None):
        super().__init__(attrs)
        self.groups, self.empty = groups, empty

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        written = _options(self.groups)
        if value not in (None, ""):
            sought = f'<option value="{escape(str(value))}"'
            written = written.replace(sought, f"{sought} selected", 1)
        said = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        first = format_html('<option value="">{}</option>', self.empty)
        return format_html("<select{}>{}{}</select>", _written(said), first, mark_safe(written))  # noqa: S308


def _written(attrs: dict[str, Any]) -> SafeString:
    return mark_safe(  # noqa: S308 - escaped one by one
        "".join(
            f" {escape(k)}" if v is True else f' {escape(k)}="{escape(v)}"' for k, v in attrs.items() if v is not False
        )
    )


def service_groups(words: Vocabulary) -> tuple[Group, ...]:
    """Sectors with their services, and kinds of support for organisations; values are codes."""
    found: list[Group] = []
    for codelist in ("sectors", "support_services"):
        for node in words.tree(codelist):
            own = (node.entry.code, str(bound(node.entry.label)))
            found.append((node.entry.label, (own, *((c.entry.code, c.entry.label) for c in node.children))))
    return tuple(found)


def concept_group(words: Vocabulary, codelist: str) -> tuple[Group, ...]:
    return (("", tuple((entry.code, entry.label) for entry in words.active(codelist))),)


@lru_cache(maxsize=8)
def _areas(language: str, stamp: int) -> tuple[Group, ...]:
    units = [u for u in loaded_units(deepest=Level.POWIAT) if u.level >= Level.VOIVODESHIP]
    parts: dict[Any, list[Option]] = {}
    for unit in units:
        if unit.level == Level.POWIAT:
            parts.setdefault(unit.admin1_id, []).append((unit.code, unit.title))
    above = sorted((u for u in units if u.level == Level.VOIVODESHIP), key=lambda u: u.label)
    return tuple((u.label, ((u.code, u.title), *parts.get(u.pk, ()))) for u in above)


def area_groups() -> tuple[Group, ...]:
    """Voivodeships with their powiats, values are TERYT codes; read once a process and language."""
    return _areas(get_language() or "pl", 0)


@lru_cache(maxsize=8)
def _names(language: str, stamp: int) -> SafeString:
    shown = loaded_units(deepest=Level.POWIAT)
    return mark_safe("".join(f'<option value="{escape(placed(u))}">' for u in shown))  # noqa: S308 - escaped


def area_names() -> SafeString:
    """The options of a <datalist> for inputs in which an area is typed."""
    return _names(get_language() or "pl", 0)


def forget_kept() -> None:
    """Read the units anew: for tests, and after a register was loaded in this process."""
    _areas.cache_clear()
    _names.cache_clear()


def label_of(unit: Unit) -> str:
    return placed(unit)
