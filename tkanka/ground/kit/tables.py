"""Tables that stack on a phone: the roles and the names of the columns, written once from the list of columns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString, mark_safe

CELL = re.compile(r"<(tr|td|th)\b([^>]*)>")


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    figures: bool = False
    heard_only: bool = False

    def head(self) -> str:
        name = escape(self.name)
        shown = f'<span class="vh">{name}</span>' if self.heard_only else name
        return f'<th scope="col" role="columnheader"{" class=num" if self.figures else ""}>{shown}</th>'


def columns_of(names: str) -> list[Column]:
    """ "Kto|#Osób|-Działanie": figures after #, heard but not seen after -."""
    return [
        Column(name.lstrip("#-").strip(), figures=name.startswith("#"), heard_only=name.startswith("-"))
        for part in names.split("|")
        if (name := part.strip())
    ]


def table(rows: str, names: str, kind: str = "cards", caption: str = "", show_caption: bool = False) -> SafeString:
    """A table around plain rows. `kind`: cards, cards brief, tightly. Cells get what their column says."""
    columns = columns_of(names)
    place = -1

    def dressed(match: re.Match[str]) -> str:
        nonlocal place
        tag, rest = match[1], match[2]
        if tag == "tr":
            place = -1
            return f'<tr role="row"{rest}>'
        place += 1
        column = columns[place] if place < len(columns) else Column("", heard_only=True)
        said = 'role="rowheader"' if tag == "th" else 'role="cell"'
        if tag == "td" and not column.heard_only and "data-th" not in rest:
            said += f' data-th="{escape(column.name)}"'
        if column.figures and "class=" not in rest:
            said += ' class="num"'
        return f"<{tag} {said}{rest}>"

    body = CELL.sub(dressed, str(conditional_escape(rows)))
    return format_html(
        '<table class="data {}" role="table">{}<thead role="rowgroup"><tr role="row">{}</tr></thead>'
        '<tbody role="rowgroup">{}</tbody></table>',
        kind,
        format_html("<caption{}>{}</caption>", mark_safe("" if show_caption else ' class="vh"'), caption)  # noqa: S308
        if caption
        else "",
        mark_safe("".join(column.head() for column in columns)),  # noqa: S308 - each escaped
        mark_safe(body),  # noqa: S308 - rendered by the template engine
    )
