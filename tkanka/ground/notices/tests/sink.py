"""A mail server that takes everything and remembers the identity of each letter."""

import re
from collections import Counter
from threading import Condition
from typing import Any

from aiosmtpd.controller import Controller

IDENTITY = re.compile(rb"^Message-ID: (\S+)", re.M)


class Sink:
    """`letters` counts how often each arrived."""

    def __init__(self) -> None:
        self.letters: Counter[bytes] = Counter()
        self.changed = Condition()

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        with self.changed:
            self.letters[IDENTITY.search(envelope.content)[1]] += 1
            self.changed.notify_all()
        return "250 OK"

    def wait_for(self, distinct: int, seconds: float = 120) -> bool:
        """Until so many different letters have arrived; False when they did not."""
        with self.changed:
            return self.changed.wait_for(lambda: len(self.letters) >= distinct, seconds)

    @property
    def repeated(self) -> int:
        return self.letters.total() - len(self.letters)


def serving(sink: Sink) -> Controller:
    """A server on a free port, to be started and stopped; its port is `.port` once started."""

    class OnAnyPort(Controller):
        def _trigger_server(self) -> None:
            self.port = self.server.sockets[0].getsockname()[1]
            super()._trigger_server()

    return OnAnyPort(sink, hostname="127.0.0.1", port=0)
