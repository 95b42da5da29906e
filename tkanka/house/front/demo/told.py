"""What is written down of the work of groups."""

import tomllib
from typing import Any

from .reading import DATA


def written_groups() -> dict[str, Any]:
    """`proposal`, `outside`, `pot`, `group`, `seat`, `technical`, `carry`, `motion`, `round`."""
    return tomllib.loads((DATA / "groups.toml").read_text("utf8"))
