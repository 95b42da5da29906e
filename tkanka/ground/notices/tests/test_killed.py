"""Letters survive the death of those who carry them."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection

from tkanka.ground.notices.models import Message, State

from .conftest import NOW
from .sink import Sink, serving

ROOT = Path(__file__).parents[4]
LETTERS, KILLS, BETWEEN = 300, 3, 30


def written(number):
    words = {"subject": f"Temat {number}", "text": "Zażółć gęślą jaźń.", "language": "pl", "written_at": NOW}
    address = f"{number}@example.org"
    return Message(cause=f"thing.done:{uuid4()}", recipient=address, email=address, next_try_at=NOW, **words)


@pytest.fixture
def shared_database(transactional_db, tmp_path):
    """A database that another process can open: the address, and how to ask it."""
    Message.objects.bulk_create(written(number) for number in range(LETTERS))
    if connection.vendor == "postgresql":
        given = connection.settings_dict
        address = f"postgres://{given['USER']}:{given['PASSWORD']}@{given['HOST']}:{given['PORT']}/{given['NAME']}"
        return address, lambda: list(Message.objects.values_list("state", "tries", "claimed_by"))
    file = sqlite3.connect(tmp_path / "shared.sqlite3", check_same_thread=False)
    connection.connection.backup(file)
    asked = "SELECT state, tries, claimed_by FROM notices_message"
    return f"sqlite:///{tmp_path}/shared.sqlite3", lambda: file.execute(asked).fetchall()


def worker(address, port):
    environment = {**os.environ, "DATABASE_URL": address, "EMAIL_URL": f"smtp://127.0.0.1:{port}"}
    environment |= {"DJANGO_SETTINGS_MODULE": "config.settings"}
    return subprocess.Popen([sys.executable, "-m", "tkanka.ground.notices.tests.sending"], cwd=ROOT, env=environment)


def test_killed_again_and_again_it_loses_no_letter_and_repeats_only_what_was_in_hand(shared_database):
    address, rows = shared_database
    sink = Sink()
    server = serving(sink)
    server.start()
    try:
        for _ in range(KILLS):
            process = worker(address, server.port)
            assert sink.wait_for(len(sink.letters) + BETWEEN)
            process.kill()
            process.wait()
        several = [worker(address, server.port) for _ in range(2)]
        assert sink.wait_for(LETTERS)
        for process in several:
            process.send_signal(signal.SIGTERM)
            assert process.wait(60) == 0
    finally:
        server.stop()
    assert len(sink.letters) == LETTERS
    assert sink.repeated <= KILLS
    assert set(rows()) == {(State.SENT, 1, None)}
