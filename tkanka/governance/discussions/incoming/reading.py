"""A letter that came in, read once from its bytes: who, to which token, what, with which files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.parser import BytesHeaderParser, BytesParser
from email.utils import getaddresses
from hashlib import sha256

from tkanka.ground.kit.uploads import safe_name

from ..replies import token_in
from .automatic import why_automatic
from .charsets import as_text
from .html import text_of

ADDRESSED = ("to", "cc", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "apparently-to")
SEALS = {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"}
LONGEST = 200_000
MOST_PARTS = 200
MOST_TOKENS = 5


class Unreadable(Exception):
    """No letter can be made of these bytes."""


@dataclass(frozen=True, slots=True)
class File:
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Incoming:
    """`automatic` says why no person wrote it. `text` still holds what was quoted."""

    sender: str
    tokens: tuple[str, ...]
    subject: str
    automatic: str
    identity: str
    text: str = ""
    files: tuple[File, ...] = ()


def read(raw: bytes, recipient: str = "", *, whole: bool = True) -> Incoming:
    """Read a letter; with `whole` off, its head only. `recipient` is what the mail server says of the envelope."""
    try:
        parser = BytesParser(policy=policy.compat32) if whole else BytesHeaderParser(policy=policy.compat32)
        letter: Message = parser.parsebytes(raw)
        return _read(letter, raw, recipient, whole)
    except (MessageError, ValueError, LookupError, AttributeError, TypeError, RecursionError) as broken:
        raise Unreadable(type(broken).__name__) from broken


def _read(letter: Message, raw: bytes, recipient: str, whole: bool) -> Incoming:
    subject = _header(letter, "subject")
    parts = list(_parts(letter)) if whole else []
    return Incoming(
        sender=_sender(letter),
        tokens=_tokens(letter, recipient),
        subject=subject,
        automatic=why_automatic(letter, subject),
        identity=_identity(letter, raw),
        text=_text(parts)[:LONGEST],
        files=tuple(_files(parts)),
    )


def _header(letter: Message, name: str) -> str:
    pieces = decode_header(str(letter.get(name, "")))
    found = [as_text(piece, charset or "") if isinstance(piece, bytes) else piece for piece, charset in pieces]
    return re.sub(r"\s+", " ", "".join(found)).strip()[:500]


def _sender(letter: Message) -> str:
    """The one address it is from; "" where there is none, or several."""
    found = {address.lower() for _, address in getaddresses([str(v) for v in letter.get_all("from", [])]) if address}
    return found.pop() if len(found) == 1 else ""


def _tokens(letter: Message, recipient: str) -> tuple[str, ...]:
    values = [recipient, *(str(value) for name in ADDRESSED for value in letter.get_all(name, []))]
    found = [token_in(address) for _, address in getaddresses(values)[:200]]
    return tuple(dict.fromkeys(filter(None, found)))[:MOST_TOKENS]


def _identity(letter: Message, raw: bytes) -> str:
    """The same for a letter that comes twice: its Message-ID, or where it has none its bytes."""
    said = str(letter.get("message-id", "")).strip()
    return sha256(said.encode("utf-8", "surrogateescape") if said else raw).hexdigest()


def _parts(letter: Message) -> Iterator[Message]:
    """The parts that carry something; letters inside the letter are not opened."""
    waiting, seen = [letter], 0
    while waiting and seen < MOST_PARTS:
        part = waiting.pop(0)
        seen += 1
        inside = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inside, list):
            waiting[:0] = [one for one in inside if isinstance(one, Message)]
        elif part.get_content_type() not in SEALS:
            yield part


def _text(parts: list[Message]) -> str:
    said = [part for part in parts if not _is_file(part)]
    plain = "\n".join(_plain(part) for part in said if part.get_content_type() == "text/plain").strip()
    if plain:
        return plain
    return "\n".join(text_of(_decoded(part)) for part in said if part.get_content_type() == "text/html")


def _decoded(part: Message) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    charset = part.get_content_charset("") if part.get_param("charset") else ""
    return as_text(data[: 4 * LONGEST], str(charset))


def _plain(part: Message) -> str:
    text = _decoded(part).replace("\r\n", "\n")
    flowed = str(part.get_param("format", "")).lower() == "flowed"
    return unflowed(text, str(part.get_param("delsp", "")).lower() == "yes") if flowed else text


def unflowed(text: str, drop_space: bool = False) -> str:
    """Lines of a paragraph that a mail program broke, whole again (RFC 3676)."""
    lines: list[str] = []
    open_line = False
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        if open_line and depth == len(lines[-1]) - len(lines[-1].lstrip(">")) and line != "-- ":
            before = lines[-1][:-1] if drop_space else lines[-1]
            lines[-1] = before + line[depth:].removeprefix(" ")
        else:
            lines.append(line[1:] if line.startswith(" ") else line)
        open_line = line.endswith(" ") and line.lstrip("> ") != "-- "[3:] and line != "-- "
    return "\n".join(lines)


def _is_file(part: Message) -> bool:
    return bool(part.get_filename()) or part.get_content_disposition() == "attachment"


def _files(parts: list[Message]) -> Iterator[File]:
    """What was attached. A picture inside the text (a logo in a signature) is not."""
    for number, part in enumerate(parts, start=1):
        inside = part.get("content-id") and part.get_content_disposition() != "attachment"
        if not _is_file(part) or (inside and part.get_content_maintype() == "image"):
            continue
        data = part.get_payload(decode=True)
        name = _name(part) or f"plik-{number}"
        yield File(safe_name(name), data if isinstance(data, bytes) else b"")


def _name(part: Message) -> str:
    pieces = decode_header(part.get_filename() or "")
    return "".join(as_text(piece, charset or "") if isinstance(piece, bytes) else piece for piece, charset in pieces)
