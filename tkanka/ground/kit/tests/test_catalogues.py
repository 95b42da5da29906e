"""Translations of all rooms in one dictionary a language."""

from gettext import GNUTranslations

import pytest
from django.conf import settings
from django.utils.translation import trans_real
from django.utils.translation.trans_real import TranslationCatalog


class Told(GNUTranslations):
    def __init__(self, messages, plural):
        self._catalog, self.plural = messages, plural


def germanic(n):
    return int(n != 1)


def slavic(n):
    return 0 if n == 1 else 1 if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else 2


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_each_language_is_one_dictionary(language):
    assert len(trans_real.translation(language)._catalog._catalogs) == 1


def test_translations_with_the_same_plural_forms_become_one():
    catalogue = TranslationCatalog(Told({"a": "old", "b": "B"}, germanic))
    catalogue.update(Told({"a": "new"}, lambda n: 0 if n == 1 else 1))
    assert catalogue._catalogs == [{"a": "new", "b": "B"}]


def test_other_plural_forms_stay_with_their_messages():
    catalogue = TranslationCatalog(Told({("file", 0): "file", ("file", 1): "files", "a": "old", "b": "B"}, germanic))
    catalogue.update(Told({("day", 0): "dzień", ("day", 1): "dni", ("day", 2): "dni", "a": "new"}, slavic))
    assert [catalogue.plural("day", n) for n in (1, 2, 5)] == ["dzień", "dni", "dni"]
    assert [catalogue.plural("file", n) for n in (1, 5)] == ["file", "files"]
    assert [catalogue.get(word) for word in ("a", "b", "c")] == ["new", "B", None]
    assert catalogue._catalogs[0]["b"] == "B"
