"""Text files: in which signs they are written, and what stands between their cells."""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO

from .problems import FileProblem

DELIMITERS = (",", ";", "\t", "|")
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Bytes that are Polish letters in 1250 and mere signs in 1252; and letters of western languages that Polish lacks.
POLISH = frozenset(b"\xb9\x9c\x9f\xbf\xb3\xa5\x8c\x8f\xaf\xa3\xe6\xea\xf1\xc6\xca\xd1")
ONLY_POLISH = frozenset(b"\xb9\x9f\xbf\xb3\xa5\x8f\xaf\xa3")
WESTERN = frozenset(b"\xe0\xe8\xf9\xfb\xeb\xef\xe5\xf8\xe3\xf5\xc0\xc8\xc5\xd8")
CYRILLIC = re.compile(rb"[\xc0-\xff\xb2\xb3\xba\xbf]{4,}")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
SAMPLE = 64 * 1024


def decoded(content: bytes) -> str:
    """The text, whichever of the usual ways it was saved. Raises FileProblem for what is no text."""
    text = _decoded(content)
    if len(CONTROL.findall(text[:SAMPLE])) > 2:
        raise FileProblem("not_a_table")
    return text


def _decoded(content: bytes) -> str:
    for mark, name in BOMS:
        if content.startswith(mark):
            return content.decode(name, "replace")
    if wide := _without_mark(content[:SAMPLE]):
        return content.decode(wide, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode(_old_page(content), "replace")


def _without_mark(head: bytes) -> str:
    """UTF-16 saved without its mark: every other byte is nothing."""
    if len(head) < 4 or head.count(0) < len(head) // 5:
        return ""
    return "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"


def _old_page(content: bytes) -> str:
    """Windows 1250 (Central European), 1251 (Cyrillic) or 1252 (Western): told by the letters it would give."""
    high = Counter(byte for byte in content if byte >= 0x80)
    total = sum(high.values())
    if sum(map(len, CYRILLIC.findall(content))) * 2 > total:
        return "cp1251"
    polish, western = sum(high[b] for b in ONLY_POLISH), sum(high[b] for b in WESTERN)
    if western > polish:
        return "cp1252"
    return "cp1250" if polish or sum(high[b] for b in POLISH) * 2 >= total else "cp1252"


def rows_of(text: str) -> Iterator[list[str]]:
    """The rows with their cells, as a spreadsheet would show them. Raises FileProblem where quotes never close."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        delimiter, text = first.strip()[4], rest
    else:
        delimiter = delimiter_of(text)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        yield from reader
    except csv.Error as wrong:
        raise FileProblem("broken_lines", line=reader.line_num) from wrong


def delimiter_of(text: str) -> str:
    """What cuts the first lines into the most cells, alike from line to line."""
    head = text[:SAMPLE]

    def likeness(delimiter: str) -> tuple[int, int]:
        try:
            widths = [
                len(row) for _, row in zip(range(30), csv.reader(StringIO(head), delimiter=delimiter), strict=False)
            ]
        except csv.Error:
            widths = []
        usual = Counter(width for width in widths if width > 1).most_common(1)
        return (usual[0][0] * usual[0][1], usual[0][0]) if usual else (0, 0)

    return max(DELIMITERS, key=likeness)
