"""Files survive the death of those who take them in."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).parents[4]
ROWS, KILLS = 600, 3


@pytest.fixture
def address(transactional_db, tmp_path):
    """A database that other processes can open, with its tables and nothing in it."""
    if connection.vendor == "postgresql":
        given = connection.settings_dict
        return f"postgres://{given['USER']}:{given['PASSWORD']}@{given['HOST']}:{given['PORT']}/{given['NAME']}"
    import sqlite3

    connection.ensure_connection()
    with sqlite3.connect(tmp_path / "shared.sqlite3") as file:
        connection.connection.backup(file)
    return f"sqlite:///{tmp_path}/shared.sqlite3"


def test_killed_again_and_again_a_file_leaves_the_same_behind_as_in_peace(address):
    command = [sys.executable, "-m", "tkanka.coordination.activities.tests.trial", str(ROWS), str(KILLS)]
    environment = {**os.environ, "DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "config.settings"}
    done = subprocess.run(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.strip().splitlines()[-1])
    assert found["hits"] >= 1
    assert found["lines"] > ROWS
    assert found["different"] == 0
