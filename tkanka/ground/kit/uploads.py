"""Files that come in: how big, and what they are by their first bytes rather than by their name."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Collection
from enum import StrEnum
from pathlib import PurePosixPath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.template.defaultfilters import filesizeformat
from django.utils.deconstruct import deconstructible
from django.utils.translation import gettext_lazy as _

UNPACKED_AT_MOST = 300 * 1024 * 1024
PARTS_AT_MOST = 5_000
LONGEST_NAME = 120


class Sort(StrEnum):
    """What a file can be."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"
    XLSX = "xlsx"
    DOCX = "docx"
    PPTX = "pptx"
    ODS = "ods"
    ODT = "odt"
    ODP = "odp"
    TEXT = "text"


PICTURES = frozenset({Sort.PNG, Sort.JPEG, Sort.WEBP})
SHEETS = frozenset({Sort.XLSX, Sort.ODS, Sort.TEXT})
PAPERS = frozenset(Sort) - {Sort.WEBP}
TYPES = {
    Sort.PDF: "application/pdf",
    Sort.PNG: "image/png",
    Sort.JPEG: "image/jpeg",
    Sort.WEBP: "image/webp",
    Sort.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Sort.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Sort.PPTX: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    Sort.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    Sort.ODT: "application/vnd.oasis.opendocument.text",
    Sort.ODP: "application/vnd.oasis.opendocument.presentation",
    Sort.TEXT: "text/plain; charset=utf-8",
}
ENDINGS = {
    Sort.JPEG: {"jpg", "jpeg"},
    Sort.TEXT: {"txt", "csv", "tsv", "md"},
}
OFFICE = {"xl/workbook.xml": Sort.XLSX, "word/document.xml": Sort.DOCX, "ppt/presentation.xml": Sort.PPTX}
OPEN = {TYPES[sort]: sort for sort in (Sort.ODS, Sort.ODT, Sort.ODP)}


def sort_of(file: File[bytes]) -> Sort | None:
    """What the file is, from what is in it; None for anything we do not take. Leaves it at its beginning."""
    file.seek(0)
    head = file.read(4096)
    try:
        if head.startswith(b"%PDF-"):
            return Sort.PDF
        if head.startswith(b"\x89PNG\r\n\x1a\n"):
            return Sort.PNG
        if head.startswith(b"\xff\xd8\xff"):
            return Sort.JPEG
        if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
            return Sort.WEBP
        if head.startswith(b"PK\x03\x04"):
            return _sort_of_archive(file)
        return Sort.TEXT if head and b"\x00" not in head and not head.lstrip().startswith(b"<") else None
    finally:
        file.seek(0)


def _sort_of_archive(file: File[bytes]) -> Sort | None:
    """An office file is an archive; what is inside says which. Macros and archives made to burst are not taken."""
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            if len(parts) > PARTS_AT_MOST or sum(part.file_size for part in parts) > UNPACKED_AT_MOST:
                return None
            if any(name.endswith("vbaProject.bin") for name in names):
                return None
            if "mimetype" in names:
                return OPEN.get(archive.open("mimetype").read(100).decode("ascii", "replace").strip())
            return next((sort for name, sort in OFFICE.items() if name in names), None)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, NotImplementedError, RuntimeError, ValueError):
        return None


@deconstructible
class Checked:
    """For a file field: validators=[Checked(PICTURES)]. Says what is wrong in a sentence."""

    def __init__(self, sorts: Collection[Sort] = PAPERS, most: int = 0) -> None:
        self.sorts, self.most = frozenset(sorts), most

    def __call__(self, file: File[bytes]) -> None:
        most = self.most or settings.MAX_UPLOAD_BYTES
        size = file.size or 0
        if not size:
            raise ValidationError(_("Ten plik jest pusty."), "empty")
        if size > most:
            facts = {"size": filesizeformat(size), "most": filesizeformat(most)}
            raise ValidationError(_("Plik ma %(size)s, a może mieć najwyżej %(most)s."), "too_big", facts)
        sort = sort_of(file)
        if sort not in self.sorts:
            known = ", ".join(sorted(sort.upper() for sort in self.sorts))
            raise ValidationError(_("Nie przyjmujemy takich plików. Przyjmujemy: %(sorts)s."), "sort", {"sorts": known})
        ending = PurePosixPath(str(file.name or "")).suffix.lower().lstrip(".")
        if ending and ending not in ENDINGS.get(sort, {sort.value}):
            raise ValidationError(
                _("Nazwa pliku kończy się na .%(ending)s, a w środku jest co innego."), "ending", {"ending": ending}
            )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Checked) and (self.sorts, self.most) == (other.sorts, other.most)

    def __hash__(self) -> int:
        return hash((self.sorts, self.most))


def safe_name(name: str) -> str:
    """A name without folders, control characters and marks that turn the direction of writing; never empty."""
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name))[-1]
    kept = "".join(c for c in last if unicodedata.category(c)[0] != "C").strip(" .")
    stem, dot, ending = kept.rpartition(".")
    if not dot:
        return kept[:LONGEST_NAME] or "plik"
    return f"{stem[: LONGEST_NAME - len(ending) - 1] or 'plik'}.{ending[:20]}"
