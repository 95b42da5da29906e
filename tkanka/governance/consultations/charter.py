"""The charter of a network as a text to begin with."""

from django.utils.translation import gettext as _

from tkanka.network.networks.models import CharterVersion
from tkanka.network.networks.queries import paragraphs_of
from tkanka.rules.consultations import DocumentKind


def text_of_charter(version: CharterVersion | None) -> dict[str, str]:
    """Title, kind and text of the charter in force, each paragraph under its number; the Polish text is in force."""
    if version is None:
        return {}
    lines = []
    for one in paragraphs_of(version):
        cite = next((c for c in one.cites if c.startswith("§")), "")
        lines.append(f"{cite} {one.title_pl}".strip() if cite else f"# {one.title_pl}")
        lines.append(one.text_pl)
    return {"title": _("Zasady sieci: zmiana"), "kind": DocumentKind.CHARTER, "text": "\n\n".join(filter(None, lines)),
            "language": "pl"}  # fmt: skip
