"""What leaves the house on paper: tagged PDFs with the network's mark. What people typed travels as data."""

import json
from pathlib import Path
from typing import Any

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

ROOT = Path(__file__).resolve().parents[2]


def heading(network: str, title: str) -> dict[str, Any]:
    """What stands on every sheet."""
    return {
        "language": (get_language() or "pl")[:2], "title": title, "network": network, "mark": _("Znak sieci"),
        "page": pgettext("paper", "Strona"),
    }  # fmt: skip


def paper(template: Path, told: dict[str, Any]) -> bytes:
    """A template of typst, which imports /ground/kit/paper.typ, with what it is told. `wide` lies on its side."""
    import typst  # seven megabytes, for the few processes that print

    return bytes(
        typst.compile(
            str(template), root=str(ROOT), format="pdf", pdf_standards=["ua-1"],
            sys_inputs={"told": json.dumps(told, ensure_ascii=False)},
        )
    )  # fmt: skip
