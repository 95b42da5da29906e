"""`-p tests.only_database --only-database`: leave out the tests that never meet a database (they ran already)."""

FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "django_db_serialized_rollback", "live_server"}


def pytest_addoption(parser):
    parser.addoption("--only-database", action="store_true", help="only tests that use the database")


def pytest_collection_modifyitems(config, items):
    if not config.getoption("--only-database"):
        return
    meets = [i for i in items if i.get_closest_marker("django_db") or FIXTURES & set(getattr(i, "fixturenames", ()))]
    chosen = {id(i) for i in meets}
    config.hook.pytest_deselected(items=[i for i in items if id(i) not in chosen])
    items[:] = meets
