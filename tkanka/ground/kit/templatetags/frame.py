"""What stands around a page: routes, menus, languages, the look, columns."""

from __future__ import annotations

from typing import ClassVar

from django import template
from django.conf import settings
from django.template.base import FilterExpression, Node, NodeList, Parser, Token
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from tkanka.ground.kit import links
from tkanka.ground.kit.links import slug_of

register = template.Library()


@register.simple_tag(takes_context=True)
def route(context: Context, *names: str) -> str:
    """The address of the first of these routes that is built, in the network of the page; "" if none is."""
    slug = slug_of(context)
    return next((found for name in names if (found := links.network_route(name, slug))), "")


@register.simple_tag(takes_context=True)
def nav_link(context: Context, name: str, label: str, *rooms: str) -> SafeString | str:
    """A list item with a link to a page of this network; nothing while nobody has built the page.

    Current is the page itself, or all pages of a room when the page sets `here` to the name of the room or the route;
    pages of the other `rooms` have no entry of their own and stand under this one.
    """
    address = links.network_route(name, slug_of(context))
    if not address:
        return ""
    if _is_here(context, name, rooms):
        return format_html('<li><a href="{}" aria-current="page">{}</a></li>', address, label)
    return format_html('<li><a href="{}">{}</a></li>', address, label)


def _is_here(context: Context, name: str, rooms: tuple[str, ...] = ()) -> bool:
    here = str(context.get("here") or "")
    if here:
        return here in (name, name.split(":")[0])
    match = getattr(context.get("request"), "resolver_match", None)
    return bool(match and (match.view_name == name or match.app_name in rooms or match.namespace in rooms))


@register.simple_tag(takes_context=True)
def place_of(context: Context) -> str:
    """Which of the three places the page stands in: what it says itself, else what its address says."""
    said = str(context.get("place") or "")
    path = getattr(context.get("request"), "path", "")
    return said or next((place for place in ("secretariat", "desk") if f"/{place}/" in path), "network")


@register.simple_tag(takes_context=True)
def in_language(context: Context, code: str) -> str:
    """The same page in another language; the first page of the house where there is no request."""
    request = context.get("request")
    return links.in_language(request, code) if request else "/" if code == "pl" else f"/{code}/"


@register.simple_tag
def style_sheet() -> str:
    return links.style_sheet()


@register.simple_tag(takes_context=True)
def look(context: Context) -> str:
    """The look chosen on this device: light, dark, or "" for the system's."""
    chosen = getattr(context.get("request"), "COOKIES", {}).get("look", "")
    return chosen if chosen in ("light", "dark") else ""


class Beside(Node):
    """{% beside %}main{% aside "label" %}side{% endbeside %}: two columns when the side says something, else one."""

    child_nodelists = ("main", "side")

    def __init__(self, main: NodeList, side: NodeList, label: FilterExpression | None) -> None:
        self.main, self.side, self.label = main, side, label

    def render(self, context: Context) -> SafeString:
        main, side = self.main.render(context), self.side.render(context)
        if not side.strip():
            return mark_safe(main)  # noqa: S308 - rendered by the template engine
        label = self.label.resolve(context) if self.label else ""
        return format_html(
            '<div class="split"><div class="flow wide">{}</div>'
            '<aside class="flow wide" aria-label="{}">{}</aside></div>',
            mark_safe(main),  # noqa: S308 - rendered by the template engine
            label,
            mark_safe(side),  # noqa: S308 - rendered by the template engine
        )


@register.tag
def beside(parser: Parser, token: Token) -> Beside:
    main = parser.parse(("aside",))
    words = parser.next_token().split_contents()
    label = parser.compile_filter(words[1]) if len(words) > 1 else None
    side = parser.parse(("endbeside",))
    parser.delete_first_token()
    return Beside(main, side, label)


class NavSection(Node):
    """{% nav_section id heading %}links{% endnav_section %}: links under a heading; nothing while there are none."""

    child_nodelists = ("items",)

    def __init__(self, items: NodeList, name: FilterExpression, heading: FilterExpression) -> None:
        self.items, self.name, self.heading = items, name, heading

    def render(self, context: Context) -> SafeString:
        items = self.items.render(context)
        if not items.strip():
            return mark_safe("")
        return format_html(
            '<nav aria-labelledby="{0}"><h2 id="{0}">{1}</h2><ul>{2}</ul></nav>',
            self.name.resolve(context),
            self.heading.resolve(context),
            mark_safe(items),  # noqa: S308 - rendered by the template engine
        )


class Kept(Node):
    """{% kept "name" on what it depends %}…{% endkept %}: rendered once for each answer, then taken from memory.

    Language and routes are part of the key by themselves. For menus and footers only: nothing personal may stand in it.
    """

    memory: ClassVar[dict[tuple[str, ...], SafeString]] = {}
    most = 5_000

    def __init__(self, nodelist: NodeList, key: list[FilterExpression]) -> None:
        self.nodelist, self.key = nodelist, key

    def render(self, context: Context) -> SafeString:
        if settings.DEBUG:
            return self.nodelist.render(context)
        key = (*links.surroundings(), *(str(part.resolve(context, ignore_failures=True)) for part in self.key))
        found = self.memory.get(key)
        if found is None:
            if len(self.memory) >= self.most:
                self.memory.clear()
            found = self.memory[key] = self.nodelist.render(context)
        return found


@register.tag
def kept(parser: Parser, token: Token) -> Kept:
    key = [parser.compile_filter(part) for part in token.split_contents()[1:]]
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return Kept(nodelist, key)


@register.tag
def nav_section(parser: Parser, token: Token) -> NavSection:
    _, name, heading = token.split_contents()
    items = parser.parse(("endnav_section",))
    parser.delete_first_token()
    return NavSection(items, parser.compile_filter(name), parser.compile_filter(heading))
