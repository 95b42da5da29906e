"""What many tests begin with is made once by each process, by actions, within a transaction that stays open. A test
takes back only what it wrote itself, and gets copies of the objects.

`@kept` on a fixture does this. It may need `db` and other kept fixtures, and nothing else.
"""

import pickle
from inspect import Parameter, Signature, signature

import pytest
from django.db import connection, transaction
from django.utils import translation

from tests.queries import forget

BEGINNINGS = {}  # function of a fixture → its Beginning, in the order of their definition
TESTS_A_TRANSACTION = 250  # PostgreSQL clears away what tests took back only when the transaction around them is over
EMPTIED = {"transactional_db", "live_server"}


class Beginning:
    """What makes the object of a fixture."""

    def __init__(self, maker, name):
        self.maker, self.name, self.number = maker, name, len(BEGINNINGS)
        self.takes = tuple(signature(maker).parameters)

    def make(self, objects):
        return self.maker(**{name: objects.get(name) for name in self.takes})

    def fixture(self, _begun, **needed):
        """Its object as the test has it; made within the test where the tables are emptied behind that."""
        return _begun[self.name] if self.name in _begun else self.make(needed)


def kept(maker, name=None):
    """A fixture of what the maker makes."""
    one = Beginning(maker, name or maker.__name__)

    def handed(_begun, **needed):
        return one.fixture(_begun, **needed)

    named = dict.fromkeys(("_begun", "db", *one.takes))
    handed.__signature__ = Signature([Parameter(n, Parameter.KEYWORD_ONLY) for n in named])
    BEGINNINGS[handed] = one
    return pytest.fixture(handed, name=one.name)


def beginnings_of(item):
    """What is made before a test, one after the other."""
    fixtures = set(getattr(item, "fixturenames", ()))
    marker = item.get_closest_marker("django_db")
    if not fixtures or EMPTIED & fixtures or (marker and marker.kwargs.get("transaction")):
        return []
    defined = item._fixtureinfo.name2fixturedefs
    here = {n: BEGINNINGS.get(defs[-1].func) for n, defs in defined.items() if defs[-1].func in BEGINNINGS}
    found = []

    def add(one):
        for name in one.takes:
            if name in here:
                add(here[name])
        if one not in found:
            found.append(one)

    for one in sorted(here.values(), key=lambda one: one.number):
        add(one)
    return found


def in_order(item):
    """Tests that begin alike follow each other."""
    return [one.number for one in beginnings_of(item)]


class Begun:
    """The open transactions, each within the one before, and with each all objects as they were then."""

    def __init__(self):
        self.open, self.tests = [], 0

    def objects(self, wanted):
        """Copies of the objects, now that the database holds what is wanted and nothing else."""
        self.tests += 1
        if [one for one, _, _ in self.open] != wanted[: len(self.open)] or self.tests > TESTS_A_TRANSACTION:
            self.end()
        for one in wanted[len(self.open) :]:
            self.add(one)
        return self.copies()

    def copies(self):
        return pickle.loads(self.open[-1][2]) if self.open else {}

    def add(self, one):
        around, objects = transaction.atomic(), self.copies()
        around.__enter__()
        forget()
        with translation.override("pl"):
            objects[one.name] = one.make(objects)
        connection.check_constraints()  # once, and not again after every test
        self.open.append((one, around, pickle.dumps(objects)))

    def end(self):
        self.tests = 0
        while self.open:
            _, around, _ = self.open.pop()
            transaction.set_rollback(True)
            around.__exit__(None, None, None)
