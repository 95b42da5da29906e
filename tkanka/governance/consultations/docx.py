"""A document as DOCX, to be read and filled in offline: a table with a place for a remark beside every paragraph.

The file is written by hand: a package of four small parts of Office Open XML. What people typed is escaped, and what
XML cannot hold is left out.
"""

import re
from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
WIDTHS = (1500, 6000, 3900, 3000)

TYPES = (
    f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MIME}.main+xml"/>'
    '<Override PartName="/word/styles.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>'
)
RELATIONS = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
STYLED = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
)


def document(
    title: str, lead: Sequence[str], columns: Sequence[str], rows: Sequence[Sequence[str]], language: str
) -> bytes:
    """A title, lines under it, and a table; the first row of the table is repeated on every page."""
    body = [_paragraph(title, "Title"), *(_paragraph(line) for line in lead), _table(columns, rows), _paragraph("")]
    page = (
        '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" '
        'w:gutter="0"/></w:sectPr>'
    )
    text = f'{HEAD}<w:document xmlns:w="{WORD}"><w:body>{"".join(body)}{page}</w:body></w:document>'
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", TYPES)
        packed.writestr("_rels/.rels", RELATIONS)
        packed.writestr("word/_rels/document.xml.rels", STYLED)
        packed.writestr("word/styles.xml", _styles(language))
        packed.writestr("word/document.xml", text)
    return held.getvalue()


def _styles(language: str) -> str:
    spoken = {"pl": "pl-PL", "en": "en-GB", "uk": "uk-UA"}.get(language, "pl-PL")
    return (
        f'{HEAD}<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/>'
        f"<w:lang w:val={quoteattr(spoken)}/></w:rPr></w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/>'
        '<w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style></w:styles>'
    )


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="9AA5A0"/>' for side in sides)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in WIDTHS)
    head = _row(columns, bold=True)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(WIDTHS)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{head}{''.join(_row(row) for row in rows)}</w:tbl>"
    )


def _row(cells: Sequence[str], bold: bool = False) -> str:
    repeated = "<w:trPr><w:tblHeader/></w:trPr>" if bold else ""
    filled = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_paragraph(cell, bold=bold)}</w:tc>'
        for cell, width in zip(cells, WIDTHS, strict=True)
    )
    return f"<w:tr>{repeated}{filled}</w:tr>"


def _paragraph(text: str, style: str = "", bold: bool = False) -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = "<w:rPr><w:b/></w:rPr>" if bold else ""
    said = escape(UNFIT.sub("", text))
    return f'<w:p>{named}<w:r>{run}<w:t xml:space="preserve">{said}</w:t></w:r></w:p>'
