"""What was typed in a step, kept as it was typed, and judged again whenever it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

LONGEST, MOST = 5000, 300


def typed_in(post: QueryDict, form: forms.Form) -> dict[str, Any]:
    """What a request says about the fields of a form: texts, and lists for fields of several values."""
    found: dict[str, Any] = {}
    for name, field in form.fields.items():
        values = [kept(value) for value in post.getlist(name)[:MOST]]
        if isinstance(field, forms.MultipleChoiceField):
            found[name] = values
        elif values:
            found[name] = values[-1]
    return found


def kept(value: str) -> str:
    """Text that every database can keep."""
    return value.replace("\0", "").encode("utf8", "ignore").decode("utf8")[:LONGEST]


def as_sent(typed: Mapping[str, Any]) -> MultiValueDict[str, Any]:
    """Kept text as the data of a form."""
    return MultiValueDict({name: value if isinstance(value, list) else [value] for name, value in typed.items()})
