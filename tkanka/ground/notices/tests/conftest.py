from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.mail.backends.smtp import EmailBackend

from tkanka.ground.notices.actions import write_letter
from tkanka.ground.notices.recipients import Recipient

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
TEMPLATE = "notices_tests/mail/greeting.txt"


@pytest.fixture(autouse=True)
def _templates(settings: Any) -> None:
    templates = deepcopy(settings.TEMPLATES)
    templates[0]["DIRS"] = [Path(__file__).parent / "templates"]
    settings.TEMPLATES = templates


@pytest.fixture
def olena() -> Recipient:
    return Recipient(uuid4(), "olena@example.org", "Olena Kowal", "uk")


@pytest.fixture
def write(db: None, olena: Recipient) -> Any:
    def written(cause: str = "thing.done:1", to: Recipient = olena, **more: Any) -> Any:
        return write_letter(to=to, cause=cause, **{"template": TEMPLATE, "at": NOW, "thing": "X", **more})

    return written


class Server:
    """What stands at the other end: takes letters, or gives trouble in turn."""

    def __init__(self) -> None:
        self.letters: list[str] = []
        self.envelopes: list[tuple[str, list[str]]] = []
        self.troubles: list[Exception | None] = []
        self.openings = 0
        self.away = False
        self.on_letter: Callable[[], object] = lambda: None

    def sendmail(self, sender: str, to: list[str], letter: bytes) -> None:
        trouble = self.troubles.pop(0) if self.troubles else None
        if trouble:
            raise trouble
        self.letters.append(letter.decode())
        self.envelopes.append((sender, to))
        self.on_letter()

    def ehlo_or_helo_if_needed(self) -> None:
        pass

    def has_extn(self, name: str) -> bool:
        return False

    def quit(self) -> None:
        pass


@pytest.fixture
def server(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Server:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    stand_in = Server()

    def opened(backend: EmailBackend) -> bool:
        if backend.connection:
            return False
        if stand_in.away:
            raise ConnectionRefusedError("nobody there")
        stand_in.openings += 1
        backend.connection = stand_in
        return True

    monkeypatch.setattr(EmailBackend, "open", opened)
    return stand_in
