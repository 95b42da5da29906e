"""The tables and the shared data every test begins with: made once, then copied for each process that tests.

Going through all migrations takes many seconds of work, a copy less than one. Who comes first makes the stock, the
others wait for it.
"""

import fcntl
import sqlite3
from contextlib import contextmanager, nullcontext
from hashlib import sha256

from django.conf import settings
from django.db import connection
from django.test.utils import setup_databases

from tests.cast import NOW, SYSTEM


def load_shared_data():
    """Vocabulary and territorial units."""
    from tkanka.network.places.actions import load_teryt
    from tkanka.network.vocabulary.actions import load_vocabulary

    load_vocabulary(by=SYSTEM, at=NOW)
    load_teryt(by=SYSTEM, at=NOW)


def databases_from_stock(folder):
    """As `setup_databases`, with the shared data. On PostgreSQL the stock is a template that stays in the cluster, so
    it is made only in one that is thrown away: without a folder the tables are made anew."""
    with _one_at_a_time(folder) if folder else nullcontext():
        if folder and connection.vendor == "postgresql":
            return _from_template(f"stock_{sha256(str(folder).encode()).hexdigest()[:16]}")
        if folder and (folder / "stock.sqlite3").exists():
            return _from_file(folder / "stock.sqlite3")
        kept = _made_anew()
        if folder:
            with sqlite3.connect(folder / "stock.sqlite3") as file:
                connection.connection.backup(file)
        return kept


@contextmanager
def _one_at_a_time(folder):
    with (folder / "stock.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _made_anew():
    kept = setup_databases(verbosity=0, interactive=False, aliases={"default"}, serialized_aliases=set())
    load_shared_data()
    return kept


def _from_file(stock):
    creation, usual = connection.creation, connection.creation.create_test_db

    def copied(**options):
        connection.close()
        name = creation._get_test_db_name()
        settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name
        connection.ensure_connection()
        with sqlite3.connect(stock) as file:
            file.backup(connection.connection)
        return name

    creation.create_test_db = copied
    try:
        return setup_databases(verbosity=0, interactive=False, aliases={"default"}, serialized_aliases=set())
    finally:
        creation.create_test_db = usual


def _from_template(name):
    test, given = connection.settings_dict["TEST"], connection.settings_dict["NAME"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        missing = cursor.fetchone() is None
    connection.close()
    if missing:
        wanted, test["NAME"] = test["NAME"], name
        _made_anew()
        connection.close()
        test["NAME"] = wanted
        settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = given
    test["TEMPLATE"] = name
    return setup_databases(verbosity=0, interactive=False, aliases={"default"}, serialized_aliases=set())
