"""The receipt for declarations: a tagged PDF with the network's mark, in the reader's language."""

import json
from collections.abc import Iterable
from pathlib import Path

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tkanka.ground.kit import cites, dates
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import rulebook_in

from .declarations import worded
from .models import Declaration

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


def receipt_of(network: Network, party: str, declarations: Iterable[Declaration]) -> bytes:
    """The PDF. What people typed travels as data, never as markup."""
    import typst  # seven megabytes, for the few processes that print

    made = list(declarations)
    language = (get_language() or "pl")[:2]
    told = {
        "language": language,
        "title": _("Potwierdzenie oświadczeń"),
        "network": network.name,
        "party": party,
        "mark": _("Znak sieci"),
        "intro": _("Złożono w imieniu: %(party)s") % {"party": party},
        "foot": _("Dokument utworzony z zapisów sieci. Nie wymaga podpisu."),
        "rows": [_row(one) for one in made],
    }
    return bytes(
        typst.compile(
            str(HERE / "receipt.typ"), root=str(ROOT), format="pdf", pdf_standards=["ua-1"],
            sys_inputs={"told": json.dumps(told, ensure_ascii=False)},
        )
    )  # fmt: skip


def _row(one: Declaration) -> dict[str, str]:
    words = worded(one.code)
    term = rulebook_in(one.charter, dates.only_day(one.at)).membership.declarations
    when = dates.day(one.at, "long", dates.only_day(one.at))
    said = _("%(day)s, %(who)s, wersja zasad %(version)s") % {
        "day": when,
        "who": str(one.person),
        "version": one.charter.number,
    }
    if one.entered_by:
        said += "; " + _("wpisała osoba z sekretariatu: %(who)s") % {"who": str(one.entered_by)}
    cite = cites.shown(term.cite) if term and one.code in term.value else ""
    return {"title": words.title, "text": words.text, "cite": str(cite), "made": said}
