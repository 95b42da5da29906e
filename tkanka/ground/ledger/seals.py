"""How a record is sealed: SHA-256 over its canonical JSON, which holds the seal of the record before it."""

import hashlib
import json
from datetime import UTC
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from .models import Record

SEALED = ("number", "network", "verb", "subject", "concerns", "person", "acting_for", "system", "cites", "facts")


def plain(value: Any) -> Any:
    """The value as it will come back from a JSON column."""
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))


def seal_of(record: Record, *, number: int | None = None) -> str:
    """The seal the record ought to bear; `number` asks what it would be at another place in the chain."""
    body = {name: getattr(record, name) for name in SEALED}
    body |= {"at": record.at.astimezone(UTC).isoformat(timespec="microseconds"), "seal_before": record.seal_before}
    if number is not None:
        body["number"] = number
    return hashlib.sha256(json.dumps(plain(body), sort_keys=True, ensure_ascii=False).encode()).hexdigest()
