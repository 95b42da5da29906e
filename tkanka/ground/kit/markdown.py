"""Texts that people write, as HTML that is safe to show. Raw HTML in them stays text; pictures are not fetched."""

from __future__ import annotations

import re
from functools import lru_cache

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from .typography import bound_html

TAGS = {
    *("p", "br", "hr", "strong", "em", "s", "a", "ul", "ol", "li", "blockquote", "code", "pre"),
    *("h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto", "tel"}
DEEPEST_NESTING = 20
LONGEST_REMEMBERED = 3_000


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False, "breaks": True, "maxNesting": DEEPEST_NESTING})
    return reader.enable(["table", "strikethrough"]).disable("image")


def rendered(text: str, top: int = 3) -> SafeString:
    """Markdown as HTML; the text's first heading level becomes `top`, so that it fits under the page's own."""
    return (_remembered if len(text) <= LONGEST_REMEMBERED else _rendered)(text, top)


def _rendered(text: str, top: int) -> SafeString:
    tokens = _reader().parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) - 1 + top)}"
    html = _reader().renderer.render(tokens, _reader().options, {})
    clean = nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener nofollow ugc")
    return bound_html(mark_safe(clean))  # noqa: S308 - cleaned by nh3


_remembered = lru_cache(maxsize=400)(_rendered)


def plain(text: str) -> str:
    """The same text without marks, on one line: for search, letters and summaries."""
    html = _reader().render(text)
    words = nh3.clean(re.sub(r"<[^>]+>", " ", html), tags=set())
    return re.sub(r"\s+", " ", words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")).strip()
