"""Long forms: what is rarely set lies folded, and the fold says what is set in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.forms.boundfield import BoundField
from django.utils.functional import Promise
from django.utils.text import Truncator

LONGEST = 60


@dataclass(frozen=True, slots=True)
class Fold:
    """Some fields of a form under a name. `said` is what is set in them, other than what stands there by itself."""

    title: Promise | str
    fields: list[BoundField]
    said: list[str]
    is_open: bool


class Folded(forms.Form):
    """A form that names its FOLDS: (title, names of fields). Forms that are sent back open where there is an error."""

    FOLDS: ClassVar[tuple[tuple[Promise | str, tuple[str, ...]], ...]] = ()

    @property
    def unfolded(self) -> list[BoundField]:
        """The fields that always stand open."""
        away = {name for _, names in self.FOLDS for name in names}
        return [field for field in self if field.name not in away]

    @property
    def folds(self) -> Iterator[Fold]:
        for title, names in self.FOLDS:
            if fields := [self[name] for name in names if name in self.fields]:
                said = [words for field in fields if (words := _said(field, alone=len(fields) == 1))]
                yield Fold(title, fields, said, any(field.errors for field in fields))


def _said(field: BoundField, *, alone: bool) -> str:
    """What a field is set to, in words; nothing for one that is empty or as it always is."""
    value = field.value()
    if value in (None, "", [], False, "False") or str(value) == str(field.field.initial):
        return ""
    if isinstance(field.field, forms.BooleanField):
        return str(field.label)
    if isinstance(field.field, forms.ChoiceField):
        choices: Any = field.field.choices
        named = {str(key): str(name) for key, name in choices}
        keys = value if isinstance(value, (list, tuple)) else [value]
        words = ", ".join(named[str(key)] for key in keys if str(key) in named)
    else:
        words = Truncator(str(value)).chars(LONGEST)
    return words if alone or not words else f"{field.label}: {words}"
