"""A letter's HTML as plain text, with what it quotes marked by ">" as in a plain letter."""

import re
from html.parser import HTMLParser

HIDDEN = {"style", "script", "head", "title", "template"}
BLOCKS = {"p", "div", "br", "tr", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "pre"}
VOID = {"br", "img", "hr", "input", "meta", "link", "col", "area", "base", "wbr", "source", "embed", "track", "param"}
QUOTING = ("gmail_quote", "yahoo_quoted", "protonmail_quote", "moz-cite-prefix", "tutanota_quote", "zmail_extra")
ENDING = {"divRplyFwdMsg", "appendonsend", "OLK_SRC_BODY_SECTION", "mail-editor-reference-message-container"}
SIGNING = ("gmail_signature", "moz-signature", "protonmail_signature_block")
DEEPEST = 400


def text_of(html: str) -> str:
    """The words of a page, a line for each block."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    """Remembers only which open elements hide or quote, so that HTML that never closes anything costs nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[list[str]] = [[]]
        self.quoted: list[bool] = [False]
        self.open: list[tuple[str, str]] = []
        self.over = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if given.get("id") in ENDING:
            self.over = True
        if tag in BLOCKS:
            self._new_line()
        if tag == "li":
            self.lines[-1].append("- ")
        if tag not in VOID and len(self.open) < DEEPEST:
            self.open.append((tag, _sense(tag, given.get("class", ""))))
            self.quoted[-1] = self._in("quote")

    def handle_endtag(self, tag: str) -> None:
        place = next((n for n in range(len(self.open) - 1, -1, -1) if self.open[n][0] == tag), None)
        if place is not None:
            del self.open[place:]
        if tag in BLOCKS:
            self._new_line()

    def handle_data(self, data: str) -> None:
        if self.over or self._in("hide"):
            return
        whole = "pre" in {tag for tag, _ in self.open}
        for number, line in enumerate(data.split("\n") if whole else [re.sub(r"[ \t\r\n]+", " ", data)]):
            if number:
                self._new_line()
            self.lines[-1].append(line)

    def text(self) -> str:
        """Every line, those quoted behind a mark, with never more than one empty line between."""
        written = [
            ("> " if quoted else "") + "".join(line).strip()
            for line, quoted in zip(self.lines, self.quoted, strict=True)
        ]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(written)).strip()

    def _in(self, sense: str) -> bool:
        return any(found == sense for _, found in self.open)

    def _new_line(self) -> None:
        if "".join(self.lines[-1]).strip() or len(self.lines) < 2 or "".join(self.lines[-2]).strip():
            self.lines.append([])
            self.quoted.append(False)
        self.quoted[-1] = self._in("quote")


def _sense(tag: str, classes: str) -> str:
    if tag in HIDDEN or any(name in classes for name in SIGNING):
        return "hide"
    return "quote" if tag == "blockquote" or any(name in classes for name in QUOTING) else ""
