"""The engines: an FTS5 table kept by triggers, or a generated tsvector.

SQLite's `ascii` takes every letter beyond ASCII for part of a word and passes over the signs of the weights;
PostgreSQL has them taken out. A later migration
that makes Django copy the table on SQLite must run `sqlite_engine` again, because the copy has no triggers.
"""

from django.db import migrations

SQLITE = [
    "CREATE VIRTUAL TABLE search_fts USING fts5(terms, content='search_entry', content_rowid='id', "
    "tokenize='ascii', detail='none', columnsize=0)",
    "CREATE TRIGGER search_entry_written AFTER INSERT ON search_entry BEGIN "
    "INSERT INTO search_fts(rowid, terms) VALUES (new.id, new.terms); END",
    "CREATE TRIGGER search_entry_deleted AFTER DELETE ON search_entry BEGIN "
    "INSERT INTO search_fts(search_fts, rowid, terms) VALUES ('delete', old.id, old.terms); END",
    "CREATE TRIGGER search_entry_rewritten AFTER UPDATE OF terms ON search_entry WHEN old.terms <> new.terms BEGIN "
    "INSERT INTO search_fts(search_fts, rowid, terms) VALUES ('delete', old.id, old.terms); "
    "INSERT INTO search_fts(rowid, terms) VALUES (new.id, new.terms); END",
    "INSERT INTO search_fts(search_fts) VALUES ('rebuild')",
]
SQLITE_BACK = [
    "DROP TRIGGER IF EXISTS search_entry_written",
    "DROP TRIGGER IF EXISTS search_entry_deleted",
    "DROP TRIGGER IF EXISTS search_entry_rewritten",
    "DROP TABLE IF EXISTS search_fts",
]
SIGNS = "=!#$&()*+,-./:;<>?@[]^_`{|}~"
POSTGRESQL = [
    "ALTER TABLE search_entry ADD COLUMN vector tsvector "
    f"GENERATED ALWAYS AS (array_to_tsvector(string_to_array(ltrim(translate(terms, '{SIGNS}', '')), ' '))) STORED",
    "CREATE INDEX search_entry_vector ON search_entry USING gin (vector)",
    # Ranking reads the terms of a thousand rows: rows that fit a page are not worth compressing.
    "ALTER TABLE search_entry SET (toast_tuple_target = 8160)",
]
POSTGRESQL_BACK = ["ALTER TABLE search_entry DROP COLUMN IF EXISTS vector"]


def sqlite_engine(apps, editor):
    for statement in SQLITE_BACK + SQLITE:
        editor.execute(statement)


def build(apps, editor):
    if editor.connection.vendor == "sqlite":
        sqlite_engine(apps, editor)
        return
    for statement in POSTGRESQL:
        editor.execute(statement)


def take_down(apps, editor):
    for statement in SQLITE_BACK if editor.connection.vendor == "sqlite" else POSTGRESQL_BACK:
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_index")]
    operations = [migrations.RunPython(build, take_down, elidable=False)]
