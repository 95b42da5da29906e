"""Mailing labels: A4 sheets of 3 × 8, as PDF."""

import json
from collections.abc import Iterable
from pathlib import Path

from django.utils.translation import get_language

from .queries import Entry

HERE = Path(__file__).parent


def labelled(entries: Iterable[Entry]) -> list[list[str]]:
    """The lines of every label: organisations whose whole address the reader may see."""
    return [
        [
            entry.membership.organisation.name,
            entry.reached.street.value,
            f"{entry.reached.postcode} {entry.reached.town}",
        ]
        for entry in entries
        if entry.reached.street and entry.reached.town
    ]


def sheets(labels: list[list[str]], title: str) -> bytes:
    """The PDF. What people typed travels as data, never as markup."""
    import typst  # seven megabytes, for the few processes that print

    told = {"title": title, "language": (get_language() or "pl")[:2], "labels": labels}
    return bytes(
        typst.compile(
            str(HERE / "labels.typ"),
            format="pdf",
            pdf_standards=["ua-1"],
            sys_inputs={"told": json.dumps(told, ensure_ascii=False)},
        )
    )
