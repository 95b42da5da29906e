"""From a letter's words to the bytes that are sent.

A frame is a layout with its styles inlined and its places for personal parts cut out, once for a language, a network
and a shape; its pieces are kept encoded. A letter then costs the encoding of its own words only.
"""

import re
from base64 import encodebytes
from binascii import b2a_qp
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from email.header import Header
from email.utils import format_datetime, parseaddr
from functools import lru_cache
from textwrap import fill
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.template.loader import get_template
from django.utils import translation
from django.utils.html import escape

from .leaving import leaving_url
from .models import Message

ICS = "spotkanie.ics"
ATTACHED = f'Content-Disposition: attachment; filename="{ICS}"\r\n'
SLOTS = ("subject", "text", "label", "url", "reason", "leave")
PLAIN_WORDS = re.compile(r"[\w .,:;()/-]{1,60}", re.ASCII)
LAYOUTS = {"txt": "txt", "html": "mjml"}
SLOT = re.compile(r"slot-([a-z]+)-here")


class BadAddress(ValueError):
    """No letter can be sent there, ever."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Both parts of a letter, as a reader sees them."""

    plain: str
    html: str


@dataclass(frozen=True, slots=True)
class Shape:
    """What a layout depends on, apart from a letter's own words."""

    language: str
    network_name: str
    button: bool
    reason: bool
    optional: bool


def composed(message: Message) -> Parts:
    """The letter as it reads, in its recipient's language."""
    plain, html = _plain_fill(message), _html_fill(message)
    return Parts(_spliced(_frame(_shape(message), "txt"), plain), _spliced(_frame(_shape(message), "html"), html))


def encoded(message: Message) -> bytes:
    """The whole letter, the same bytes for every try."""
    both = f"=_{message.pk.hex}"
    kind = f'multipart/alternative;\r\n boundary="{both}"'
    letter = [
        _opened(both, "text/plain; charset=utf-8", "base64"),
        _based(_spliced(_frame(_shape(message), "txt"), _plain_fill(message)).replace("\n", "\r\n")),
        _opened(both, "text/html; charset=utf-8", "quoted-printable"),
        _html_encoded(message),
    ]
    if message.calendar:
        letter += [_opened(both, calendar_type(message), "base64"), _based(message.calendar)]
    letter.append(f"\r\n--{both}--\r\n".encode())
    if message.calendar:
        outer = f"=_{message.pk.hex}.o"
        letter = [f"\r\n--{outer}\r\nContent-Type: {kind}\r\n".encode(), *letter]
        letter += [_opened(outer, f'{calendar_type(message)};\r\n name="{ICS}"', "base64", ATTACHED)]
        letter += [_based(message.calendar), f"\r\n--{outer}--\r\n".encode()]
        kind = f'multipart/mixed;\r\n boundary="{outer}"'
    headers = {"MIME-Version": "1.0", **headers_of(message), "Content-Type": kind}
    lines = "\r\n".join(f"{name}: {value}" for name, value in headers.items())
    return b"".join([lines.encode("ascii"), b"\r\n", *letter])


def calendar_type(message: Message) -> str:
    """The type of the calendar part, with the method that it carries out."""
    method = re.search(r"^METHOD:([A-Z]+)", message.calendar, re.MULTILINE)
    return f"text/calendar; charset=utf-8; method={method.group(1) if method else 'PUBLISH'}"


def _opened(boundary: str, kind: str, encoding: str, more: str = "") -> bytes:
    head = f"\r\n--{boundary}\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n{more}\r\n"
    return head.encode()


def _based(text: str) -> bytes:
    return encodebytes(text.encode()).replace(b"\n", b"\r\n")


def headers_of(message: Message) -> dict[str, str]:
    """Every header but those of MIME, encoded and folded; one value a name."""
    headers = {
        "From": _sender(message.network_name, settings.DEFAULT_FROM_EMAIL),
        "To": _mailbox(message.name, address_of(message)),
        "Subject": _header("Subject", message.subject),
        "Date": format_datetime(message.written_at.astimezone(UTC)),
        "Message-ID": message_id(message),
        "Content-Language": message.language,
        "Auto-Submitted": "auto-generated",
    }
    if message.reply_to:
        headers["Reply-To"] = message.reply_to
    if message.category:
        headers["List-Unsubscribe"] = f"<{leaving_url(message)}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers


def message_id(message: Message) -> str:
    """The same for every try, so that a letter sent twice is known as one."""
    return f"<{message.pk.hex}@{urlsplit(settings.SITE_URL).hostname or 'localhost'}>"


def address_of(message: Message) -> str:
    """Where it goes, the domain in ASCII. Raises BadAddress."""
    local, _, domain = message.email.rpartition("@")
    try:
        address = f"{local}@{domain.encode('idna').decode()}"
        address.encode("ascii")
        validate_email(address)
    except (UnicodeError, ValidationError) as bad:
        raise BadAddress(message.email) from bad
    return address


@lru_cache(maxsize=256)
def _sender(network_name: str, configured: str) -> str:
    name, address = parseaddr(configured)
    return _mailbox(network_name or name, address)


def _mailbox(name: str, address: str) -> str:
    return f"{_header('From', name)}\r\n <{address}>" if name else address


def _header(header: str, value: str) -> str:
    if PLAIN_WORDS.fullmatch(value):
        return f'"{value}"' if header == "From" else value
    return Header(value, "utf-8", header_name=header).encode(linesep="\r\n")


def _shape(message: Message) -> Shape:
    button = bool(message.url and message.label)
    return Shape(message.language, message.network_name, button, bool(message.reason), bool(message.category))


@lru_cache(maxsize=256)
def _frame(shape: Shape, kind: str) -> tuple[str, ...]:
    """A layout cut at its slots: text, slot, text, slot, …, text."""
    import css_inline  # only who sends letters needs them
    from mjml import mjml2html

    slots = {name: f"slot-{name}-here" for name in SLOTS}
    with translation.override(shape.language):
        layout = get_template(f"notices/letter.{LAYOUTS[kind]}").render({**slots, "shape": shape})
    if kind == "html":
        whole = mjml2html(layout).replace('aria-roledescription="email" ', "").replace('role="article"', 'role="main"')
        layout = css_inline.inline(whole, keep_style_tags=True)
    return tuple(SLOT.split(layout))


@lru_cache(maxsize=256)
def _frame_encoded(shape: Shape) -> tuple[bytes | str, ...]:
    pieces = _frame(shape, "html")
    return tuple(piece if n % 2 else _quoted(piece) for n, piece in enumerate(pieces))


def _spliced(frame: Sequence[str], filling: dict[str, str]) -> str:
    return "".join(filling[piece] if n % 2 else piece for n, piece in enumerate(frame))


def _html_encoded(message: Message) -> bytes:
    filling = _html_fill(message)
    frame = _frame_encoded(_shape(message))
    return b"=\r\n".join(piece if isinstance(piece, bytes) else _quoted(filling[piece]) for piece in frame)


def _quoted(piece: str) -> bytes:
    """Quoted-printable that may be followed by a soft line break: the sentinel keeps room for it."""
    return b2a_qp(f"{piece}x".encode(), istext=True)[:-1].replace(b"\n", b"\r\n")


def _plain_fill(message: Message) -> dict[str, str]:
    blocks = "\n\n".join(_wrapped(block) for block in _blocks(message.text))
    return _fill(message) | {"text": blocks, "reason": fill(message.reason, 72)}


def _html_fill(message: Message) -> dict[str, str]:
    safe = {name: str(escape(value)) for name, value in _fill(message).items()}
    return safe | {"text": "\n".join(_paragraph(block) for block in _blocks(message.text))}


def _fill(message: Message) -> dict[str, str]:
    leave = leaving_url(message) if message.category else ""
    words = {name: str(getattr(message, name)) for name in SLOTS if name != "leave"}
    return words | {"leave": leave}


def _blocks(text: str) -> list[list[str]]:
    blocks = re.split(r"\n\s*\n", text.strip())
    return [[line.strip() for line in block.splitlines() if line.strip()] for block in blocks if block.strip()]


def _is_list(lines: list[str]) -> bool:
    return all(line.startswith("- ") for line in lines)


def _wrapped(lines: list[str]) -> str:
    return "\n".join(
        line
        if len(line) <= 72
        else fill(line, 72, subsequent_indent="  " * _is_list(lines), break_long_words=False, break_on_hyphens=False)
        for line in lines
    )


def _paragraph(lines: list[str]) -> str:
    if _is_list(lines):
        return "<ul>" + "".join(f"<li>{escape(line[2:])}</li>" for line in lines) + "</ul>"
    return "<p>" + "<br>\n".join(str(escape(line)) for line in lines) + "</p>"
