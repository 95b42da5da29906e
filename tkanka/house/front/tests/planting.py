"""Rows of any table in which one person can be recognised wherever there is room for it."""

import json
from datetime import date, timedelta

from django.apps import apps
from django.db import connection, models

from tests.cast import DAY, NOW
from tkanka.network.people.models import Person

NEEDLE = "qxvzwkj"
EMAIL = f"zaneta-{NEEDLE}@example.org"
NAME = f"Żaneta Łąkowska-{NEEDLE.title()}"
SENTENCE = f"Proszę pytać: {NAME} ({EMAIL}), albo pisać na {EMAIL.upper()}."
OWN = f"{NEEDLE} własne"

NAMING = {"name", "contact", "phone", "email", "post", "recipient", "contact_name", "contact_phone", "user_agent", "ip"}
"""Columns by whose name one knows that a person may stand in them."""


def is_personal(model):
    """Whether a table refers to persons or has a column for an address, a name or a number to call."""
    for field in model._meta.concrete_fields:
        if isinstance(field, models.ForeignKey) and field.related_model is Person:
            return True
        if isinstance(field, models.EmailField) or field.name in NAMING:
            return True
    return model is Person


def personal_tables():
    return {model._meta.label for model in apps.get_models(include_auto_created=True) if is_personal(model)}


def plant(model, stock, **given):
    """A row with what is `given`, and for the rest whatever the table asks for, taken from `stock` where it fits."""
    columns = dict(given)
    for field in model._meta.concrete_fields:
        if field.name in columns or field.attname in columns or field.primary_key:
            continue
        if field.has_default() or field.null or (getattr(field, "blank", False) and field.empty_strings_allowed):
            continue
        columns[field.name] = _any(field, stock)
    return model._base_manager.create(**columns)


def _any(field, stock):
    if isinstance(field, models.ForeignKey):
        return stock[field.related_model]
    if field.choices:
        return field.choices[0][0]
    if isinstance(field, models.DateTimeField):
        return NOW
    if isinstance(field, models.DateField):
        return DAY
    return 1 if isinstance(field, models.IntegerField) else "x"


def everything():
    """Every value of every table, as text."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for name, value in zip(names, row, strict=True):
                    said = bytes(value) if isinstance(value, (bytes, memoryview)) else str(value).encode()
                    yield f"{table}.{name}", said


def hits(said):
    """Whether the bytes name the person: the needle, in any case, or the name as JSON writes it."""
    small = said.lower()
    return NEEDLE.encode() in small or json.dumps(NAME)[1:-1].encode().lower() in small


def later(days):
    return NOW + timedelta(days=days), date.fromordinal(DAY.toordinal() + days)
