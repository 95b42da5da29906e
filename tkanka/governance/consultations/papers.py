"""A consultation on paper: the text to read and to fill in, and the table of remarks with the positions on them."""

from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

from tkanka.ground.kit import dates
from tkanka.ground.kit.papers import heading, paper
from tkanka.ground.kit.wording import label
from tkanka.rules.consultations import RemarkOutcome, RemarkStance

from . import docx
from .models import Consultation, Paragraph, Remark
from .queries import paragraphs_of, remarks_of

HERE = Path(__file__).parent
MOST = 20_000


def state_of(consultation: Consultation) -> str:
    """Which version, and for how long remarks are awaited."""
    told = {"number": consultation.version.number, "since": _day(consultation.opens_on),
            "until": _day(consultation.closes_on)}  # fmt: skip
    return _("Wersja %(number)s. Uwagi od %(since)s do %(until)s.") % told


def _day(day: date | None) -> str:
    return dates.day(day, "long", day) if day else "–"


def text_paper(consultation: Consultation) -> bytes:
    """The version that is asked about, to be read."""
    version = consultation.version
    told = heading(consultation.network.name, version.document.title)
    rows = paragraphs_of(version)[:MOST]
    return paper(HERE / "text.typ", told | {
        "when": version.document.author, "state": state_of(consultation),
        "paragraphs": [{"label": one.label, "text": one.text, "heading": one.heading} for one in rows],
    })  # fmt: skip


def text_docx(consultation: Consultation) -> bytes:
    """The same with a place for a remark beside every paragraph."""
    version = consultation.version
    lead = [consultation.network.name, state_of(consultation), _("Zgłaszający (organizacja, osoba):") + " …"]
    columns = [_("Jednostka redakcyjna"), _("Treść"), _("Uwaga i uzasadnienie"), _("Proponowane brzmienie")]
    rows = [[one.unit, _whole(one), "", ""] for one in paragraphs_of(version)[:MOST]]
    return docx.document(version.document.title, lead, columns, rows, version.document.language)


def _whole(paragraph: Paragraph) -> str:
    return f"{paragraph.label} {paragraph.text}".strip()


def columns() -> list[str]:
    """The columns of the table of remarks, as Polish offices know it."""
    return [
        _("Lp."), _("Jednostka redakcyjna"), _("Zgłaszający"), _("Treść uwagi"), _("Stanowisko"), _("Uzasadnienie"),
    ]  # fmt: skip


def rows_of(consultation: Consultation) -> list[list[str | int]]:
    return [[place, *row_of(one)] for place, one in enumerate(remarks_of(consultation)[:MOST], start=1)]


def row_of(remark: Remark) -> list[str]:
    answer = remark.answered
    unit = remark.paragraph.unit if remark.paragraph else _("cały dokument")
    return [
        unit, remark.whose, said(remark), label(RemarkOutcome(answer.outcome)) if answer else "",
        answer.reason if answer else "",
    ]  # fmt: skip


def said(remark: Remark) -> str:
    """The whole remark in one cell: its stance, its words, the wording it proposes."""
    stance = "" if remark.stance == RemarkStance.NEUTRAL else f"{label(RemarkStance(remark.stance)).capitalize()}. "
    proposal = "\n" + _("Proponowane brzmienie: %s") % remark.proposal if remark.proposal else ""
    return f"{stance}{remark.text}{proposal}"


def remarks_paper(consultation: Consultation) -> bytes:
    """The table of remarks."""
    told = heading(consultation.network.name, _("Tabela uwag: %s") % consultation.version.document.title)
    return paper(HERE / "remarks.typ", told | {
        "wide": True, "when": "", "state": state_of(consultation), "columns": columns(),
        "rows": [[str(cell) for cell in row] for row in rows_of(consultation)],
    })  # fmt: skip
