"""A consultation as files: the text to read and to fill in, the table of remarks."""

from collections.abc import Sequence
from typing import cast
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from tkanka.ground.kit.downloads import guarded, harmless, xlsx_answer
from tkanka.network.networks.doors import Visit, in_network

from .. import docx, papers
from ..doors import consultation_of


def _file(content: bytes, name: str, kind: str) -> HttpResponse:
    return cast(HttpResponse, guarded(HttpResponse(content, content_type=kind), name))


@require_safe
@in_network
def text_docx(visit: Visit, consultation: UUID) -> HttpResponse:
    place = consultation_of(visit, consultation)
    return _file(papers.text_docx(place.consultation), "dokument.docx", docx.MIME)


@require_safe
@in_network
def text_pdf(visit: Visit, consultation: UUID) -> HttpResponse:
    place = consultation_of(visit, consultation)
    return _file(papers.text_paper(place.consultation), "dokument.pdf", "application/pdf")


@require_safe
@in_network
def remarks_pdf(visit: Visit, consultation: UUID) -> HttpResponse:
    place = consultation_of(visit, consultation)
    return _file(papers.remarks_paper(place.consultation), "tabela-uwag.pdf", "application/pdf")


@require_safe
@in_network
def remarks_xlsx(visit: Visit, consultation: UUID) -> HttpResponse:
    place = consultation_of(visit, consultation)
    rows: list[Sequence[object]] = [[harmless(cell) for cell in row] for row in papers.rows_of(place.consultation)]
    return xlsx_answer("tabela-uwag", papers.columns(), rows)
