"""Short texts with a form of their own."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from .cells import line_of
from .problems import CellProblem

_website = URLValidator(schemes=["http", "https"])


def short_of(cell: Any, most: int) -> str:
    """One line of at most so many signs."""
    text = line_of(cell)
    if len(text) > most:
        raise CellProblem("too_long", most=most)
    return text


def email_of(cell: Any) -> str:
    """An address of e-mail."""
    text = line_of(cell).removeprefix("mailto:")
    try:
        validate_email(text)
    except ValidationError as wrong:
        raise CellProblem("not_an_email", text=text[:80]) from wrong
    if len(text) > 254:
        raise CellProblem("too_long", most=254)
    return text


def address_of(cell: Any) -> str:
    """A website, https where nothing else is said."""
    text = line_of(cell)
    text = text if "://" in text else f"https://{text}"
    try:
        _website(text)
    except ValidationError as wrong:
        raise CellProblem("not_a_website", text=text[:80]) from wrong
    if len(text) > 200:
        raise CellProblem("too_long", most=200)
    return text
