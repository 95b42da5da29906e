"""One catalogue of translations a language, however many rooms bring theirs.

The framework means to merge catalogues with the same plural forms, but compares a function with its code, so none is
ever merged (Django 5.2, `TranslationCatalog.update`): a message was then looked for in some twenty dictionaries, up to
a thousand times a page.
"""

from collections.abc import Callable
from gettext import GNUTranslations
from typing import Any

from django.utils.translation.trans_real import TranslationCatalog

TRIED = range(200)
"""Plural forms repeat after a hundred at most."""


def merge_catalogues() -> None:
    """Before anything is translated: what was loaded by then stays as it is."""
    TranslationCatalog.update = merged  # type: ignore[method-assign,assignment]


def merged(catalogue: Any, translation: GNUTranslations) -> None:
    """Take in another translation, which goes before what is there. Only messages with plurals are kept apart."""
    told: dict[Any, str] = translation._catalog  # type: ignore[attr-defined]
    plural: Callable[[int], int] = translation.plural  # type: ignore[attr-defined]
    first = catalogue._catalogs[0]
    if all(plural(n) == catalogue._plurals[0](n) for n in TRIED):
        first.update(told)
        return
    plain = {message: said for message, said in first.items() if isinstance(message, str)}
    catalogue._catalogs.insert(0, plain | told)
    catalogue._plurals.insert(0, plural)
