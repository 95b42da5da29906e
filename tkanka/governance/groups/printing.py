"""Terms of reference on paper: a tagged PDF with the network's mark, in the reader's language."""

import json
from pathlib import Path

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tkanka.ground.kit import dates

from .models import Terms

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


def paper_of(terms: Terms) -> bytes:
    """The PDF. What people typed travels as data, never as markup."""
    import typst  # seven megabytes, for the few processes that print

    body = terms.body
    day = dates.day(terms.written_at, "long", dates.only_day(terms.written_at))
    told = {
        "language": (get_language() or "pl")[:2],
        "title": _("Zasady współpracy: %(name)s") % {"name": body.name},
        "network": body.network.name,
        "mark": _("Znak sieci"),
        "version": _("wersja %(n)s, %(day)s") % {"n": terms.number, "day": day},
        "foot": _("Dokument utworzony z zapisów sieci. Obowiązuje najnowsza wersja na stronie grupy."),
        "rows": [{"title": title, "lines": said.splitlines() or [_("do uzupełnienia")]} for title, said in rows(terms)],
    }
    return bytes(
        typst.compile(
            str(HERE / "terms.typ"), root=str(ROOT), format="pdf", pdf_standards=["ua-1"],
            sys_inputs={"told": json.dumps(told, ensure_ascii=False)},
        )
    )  # fmt: skip


def rows(terms: Terms) -> list[tuple[str, str]]:
    """What the terms say, heading by heading; who is invited only where something is said of it."""
    ends = _("koniec %(day)s") % {"day": dates.day(terms.ends_on, "long", terms.ends_on)} if terms.ends_on else ""
    languages = ", ".join(str(one) for one in terms.spoken)
    if languages and terms.interpreted:
        languages += ", " + _("z tłumaczeniem symultanicznym")
    told = [
        (_("Cele i oczekiwane wyniki"), terms.aims),
        (_("Ramy czasowe"), ", ".join(part for part in (terms.time_frame, ends) if part)),
        (_("Spotkania"), terms.meetings),
        (_("Język"), languages),
    ]
    return [*told, (_("Kogo zapraszamy"), terms.profile)] if terms.profile else told
