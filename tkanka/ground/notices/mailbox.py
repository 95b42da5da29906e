"""Reading the folder of letters of a house without a mail server. Bounded: only the newest are looked at."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from heapq import nlargest
from os import scandir
from pathlib import Path

from django.conf import settings

NEWEST = 1000
HEAD = 8192
NAME = re.compile(r"[0-9a-f]{24}")


@dataclass(frozen=True, slots=True)
class Letter:
    """What lies in the folder. `plain` and `html` are empty in a list."""

    key: str
    at: datetime
    to: str
    subject: str
    language: str
    plain: str = ""
    html: str = ""


def kept_letters(words: str = "") -> list[Letter]:
    """The newest letters, newest first; `words` are sought in recipient and subject."""
    letters = [_read(path, whole=False) for path in _newest()]
    wanted = words.casefold()
    return [letter for letter in letters if wanted in f"{letter.to} {letter.subject}".casefold()]


def kept_letter(key: str) -> Letter | None:
    """One letter with both parts; None when there is no such."""
    path = _folder() / f"{key}.eml"
    return _read(path, whole=True) if NAME.fullmatch(key) and path.is_file() else None


def _folder() -> Path:
    return Path(settings.EMAIL_FILE_PATH)


def _newest() -> list[Path]:
    try:
        found = [entry for entry in scandir(_folder()) if NAME.fullmatch(Path(entry.name).stem)]
    except FileNotFoundError:
        return []
    return [Path(entry.path) for entry in nlargest(NEWEST, found, key=lambda entry: entry.stat().st_mtime_ns)]


def _read(path: Path, whole: bool) -> Letter:
    with path.open("rb") as file:
        mail = message_from_bytes(file.read() if whole else file.read(HEAD), policy=policy.default)
    return Letter(
        key=path.stem,
        at=datetime.fromtimestamp(path.stat().st_mtime, UTC),
        to=str(mail["To"] or ""),
        subject=str(mail["Subject"] or ""),
        language=str(mail["Content-Language"] or ""),
        plain=_part(mail, "plain") if whole else "",
        html=_part(mail, "html") if whole else "",
    )


def _part(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body((kind,))
    return str(part.get_content()) if part else ""
