"""Many new rows at once, made ready before anybody is kept waiting: no SQL is composed while the database is held."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from django.db import connection, models

Values = list[tuple[Any, ...]]
_AS_THEY_ARE = (models.CharField, models.TextField, models.IntegerField, models.FloatField, models.BooleanField)


def values_of(model: type[models.Model], things: Iterable[models.Model]) -> Values:
    """The things as the database of this moment stores them, column by column; nothing is written."""
    fields = _fields(model)
    read = attrgetter(*(field.attname for field in fields))
    ready = [(place, store) for place, field in enumerate(fields) if (store := _store(field)) is not None]
    found = []
    for thing in things:
        values = list(read(thing))
        for place, store in ready:
            if values[place] is not None:
                values[place] = store(values[place])
        found.append(tuple(values))
    return found


def insert_values(model: type[models.Model], values: Sequence[tuple[Any, ...]]) -> None:
    """Insert what `values_of` made ready. None of it may be there yet."""
    if not values:
        return
    quoted = connection.ops.quote_name
    names = [quoted(str(field.column)) for field in _fields(model)]
    into = f"INSERT INTO {quoted(model._meta.db_table)} ({', '.join(names)})"
    with connection.cursor() as cursor:
        cursor.executemany(f"{into} VALUES ({', '.join(['%s'] * len(names))})", list(values))


def _fields(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """All columns but a number the database gives."""
    return [field for field in model._meta.local_concrete_fields if not isinstance(field, models.AutoField)]


def _store(field: models.Field[Any, Any]) -> Callable[[Any], Any] | None:
    """How a value that is there becomes one of the column; None where it is one already."""
    while isinstance(field, models.ForeignKey):
        field = field.target_field
    if isinstance(field, models.UUIDField):
        return None if connection.features.has_native_uuid_field else attrgetter("hex")
    if isinstance(field, _AS_THEY_ARE):
        return None
    return lambda value: field.get_db_prep_save(value, connection)
