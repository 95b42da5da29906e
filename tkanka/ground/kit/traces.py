"""What is left of a person in texts that others wrote: their addresses and their full name."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q

OMITTED = "[…]"
AT_ONCE = 200


@dataclass(frozen=True)
class Traces:
    """By what somebody can be recognised: the key of their account, their addresses, their name.

    A name of one word is nobody's in particular and is not looked for in texts.
    """

    key: UUID
    emails: frozenset[str] = field(default_factory=frozenset)
    name: str = ""

    @cached_property
    def sought(self) -> tuple[str, ...]:
        """What is looked for in texts, as it would be written there."""
        names = (" ".join(self.name.split()),) if len(self.name.split()) > 1 else ()
        return (*sorted(self.emails), *names)

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        parts = [r"\s+".join(map(re.escape, one.split())) for one in self.sought if one.strip()]
        return re.compile(rf"(?<![\w.+-])(?:{'|'.join(parts)})(?![\w-])", re.IGNORECASE) if parts else None

    def in_text(self, text: str) -> bool:
        return bool(self._pattern and self._pattern.search(text))

    def is_address(self, email: str) -> bool:
        return email.strip().lower() in self.emails

    def omitted(self, value: Any) -> Any:
        """The same text, list or dictionary, with a mark of omission wherever the person was named."""
        if isinstance(value, str):
            return self._pattern.sub(OMITTED, value) if self._pattern else value
        if isinstance(value, list):
            return [self.omitted(one) for one in value]
        if isinstance(value, dict):
            return {self.omitted(name): self.omitted(one) for name, one in value.items()}
        return value

    def within(self, *fields: str) -> Q:
        """Rows in which one of the fields may name the person; looked at closely by `omit`."""
        found = Q(pk__in=[])
        for one in {part for whole in self.sought for part in (whole, json.dumps(whole)[1:-1])}:
            for name in fields:
                found |= Q(**{f"{name}__icontains": one})
        return found

    def omit(self, rows: models.QuerySet[Any], *fields: str) -> list[Any]:
        """Take the person out of these fields of whichever rows name them; the rows that changed."""
        changed = []
        for row in rows.filter(self.within(*fields)).iterator(chunk_size=AT_ONCE):
            before = {name: getattr(row, name) for name in fields}
            after = {name: self.omitted(value) for name, value in before.items()}
            if before != after:
                for name, value in after.items():
                    setattr(row, name, value)
                row.save(update_fields=list(fields))
                changed.append(row)
        return changed


def traces_of(key: UUID, emails: Iterable[str], name: str) -> Traces:
    """Addresses are compared in small letters."""
    return Traces(key, frozenset(e.strip().lower() for e in emails if e.strip()), name.strip())
