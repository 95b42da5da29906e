"""The texts that come with the platform: `consents.toml`. An installation publishes later versions of its own."""

import tomllib
from datetime import datetime
from importlib.resources import files
from typing import Any


def shipped() -> list[dict[str, Any]]:
    """Each text as the columns of ConsentText, paragraphs parted by an empty line."""
    book = tomllib.loads(files(__package__).joinpath("consents.toml").read_text(encoding="utf-8"))
    return [_row(code, entry) for code, entry in book.items()]


def _row(code: str, entry: dict[str, Any]) -> dict[str, Any]:
    since = entry["in_force_from"]
    assert isinstance(since, datetime)
    row: dict[str, Any] = {"code": code, "version": entry["version"], "required": entry["required"]}
    row["in_force_from"] = since
    for language in ("pl", "en", "uk"):
        row[f"title_{language}"] = entry["title"][language]
        row[f"text_{language}"] = entry["text"][language].strip()
    return row
