"""Letters as files, for a house without a mail server: one .eml each."""

from pathlib import Path
from secrets import token_hex
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class FolderBackend(BaseEmailBackend):
    """Writes into `EMAIL_FILE_PATH`; a letter is there wholly or not at all."""

    def __init__(self, fail_silently: bool = False, file_path: str | None = None, **options: Any) -> None:
        super().__init__(fail_silently=fail_silently, **options)
        self.folder = Path(file_path or settings.EMAIL_FILE_PATH)

    def send_messages(self, email_messages: Any) -> int:
        messages: list[EmailMessage] = list(email_messages)
        for message in messages:
            self.keep(message.message().as_bytes())
        return len(messages)

    def keep(self, letter: bytes) -> Path:
        self.folder.mkdir(parents=True, exist_ok=True)
        name = token_hex(12)
        unfinished = self.folder / f".{name}.part"
        unfinished.write_bytes(letter)
        return unfinished.rename(self.folder / f"{name}.eml")
