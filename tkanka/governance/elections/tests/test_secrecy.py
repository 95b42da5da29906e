"""Nobody who reads the whole database can tell whose a ballot is."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from tests.cast import full_cast
from tkanka.governance.elections import actions
from tkanka.governance.elections.models import Urn, Voter
from tkanka.rules.ruling import Refused

from .made import COUNTED, VOTING, Hustings

CHANCE = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}(?:[0-9a-f]{32})?")


def tables():
    """Every row of every table, in the order in which the database keeps them, with all it says of a row."""
    hidden = {"sqlite": "rowid, *", "postgresql": "ctid, xmin, *"}[connection.vendor]
    found = {}
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            if "_fts" in table or table.startswith("search_"):
                continue
            order = "ORDER BY rowid" if connection.vendor == "sqlite" else "ORDER BY ctid"
            cursor.execute(f'SELECT {hidden} FROM "{table}" {order}')
            found[table] = [repr(row) for row in cursor.fetchall()]
    return found


def without_chance(found):
    """The same, with keys and seals, which are drawn anew each time, numbered in the order in which they appear."""
    numbers = {}
    return re.sub(CHANCE, lambda key: f"#{numbers.setdefault(key[0], len(numbers))}", json.dumps(found))


class UndoneError(Exception):
    pass


def after(work):
    """What the tables hold after the work, which is then undone."""
    try:
        with transaction.atomic():
            work()
            found = tables()
            raise UndoneError
    except UndoneError:
        return found


RANKINGS = ([0, 1], [1], [1, 0])


@pytest.fixture
def opened(cast):
    return Hustings(cast, parties=3).call().stand(0, 1).close().open()


def casting(e, rankings):
    def work():
        for n, ranking in enumerate(rankings):
            actions.cast_ballot(by=e.by(n), at=VOTING, election=e.election, organisation=e.parties[n], ranking=ranking)

    return work


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="numbers of transactions differ from run to run")
@pytest.mark.parametrize("swapped", [(1, 0, 2), (2, 1, 0), (1, 2, 0)])
def test_ballots_that_change_hands_leave_the_very_same_database(opened, swapped):
    one = after(casting(opened, RANKINGS))
    other = after(casting(opened, [RANKINGS[n] for n in swapped]))
    assert without_chance(one) == without_chance(other)
    different = after(casting(opened, [RANKINGS[0]] * 3))
    assert without_chance(one) != without_chance(different), "the comparison would see a ballot"


@pytest.mark.django_db
def test_a_ballot_is_written_into_the_urn_and_nowhere_else(opened):
    before, found = tables(), after(casting(opened, RANKINGS))
    changed = {table for table, rows in found.items() if rows != before[table]}
    assert changed == {"elections_urn", "elections_voter", "ledger_record", "ledger_touch", "ledger_chain"}
    rankings = {re.sub(r"\s", "", repr(ranking)) for ranking in RANKINGS}
    for table in changed - {"elections_urn"}:
        new = re.sub(r"\s", "", "".join(set(found[table]) - set(before[table])))
        assert not any(ranking in new for ranking in rankings)


@pytest.mark.django_db
def test_the_urn_is_one_row_in_an_order_of_its_own(opened):
    casting(opened, RANKINGS)()
    urn = Urn.objects.get()
    assert urn.ballots == sorted(urn.ballots, key=lambda one: one[1])
    assert {field.name for field in Urn._meta.get_fields()} == {"id", "election", "ballots"}
    assert {field.name for field in Voter._meta.get_fields()} == {"id", "election", "organisation", "excluded", "voted"}


@pytest.fixture
def shared(transactional_db):
    return Hustings(full_cast(), parties=3).call().stand(0, 1).close().open().vote(0, 0, 1)


def test_two_of_one_organisation_who_vote_at_once_cast_one_ballot(shared, own_connection):
    together = Barrier(2)

    def cast(ranking):
        with own_connection():
            by = shared.by(2)
            together.wait(30)
            try:
                actions.cast_ballot(
                    by=by, at=VOTING, election=shared.election, organisation=shared.parties[2], ranking=ranking
                )
            except Refused as refused:
                return {ground.code for ground in refused.ruling.failed}
            return set()

    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(cast, [[0], [1]]))
    assert sorted(found, key=len) == [set(), {"one_ballot_an_organisation"}]


def test_what_is_cast_while_the_votes_are_counted_is_counted_or_refused(shared, own_connection):
    together = Barrier(2)

    def late():
        with own_connection():
            by = shared.by(1)
            together.wait(30)
            try:
                actions.cast_ballot(
                    by=by, at=VOTING, election=shared.election, organisation=shared.parties[1], ranking=[1]
                )
            except Refused as refused:
                return {ground.code for ground in refused.ruling.failed}
            return set()

    def count():
        with own_connection():
            together.wait(30)
            return actions.count_election(by=shared.office, at=COUNTED, election=shared.election).result["valid"]

    with ThreadPoolExecutor(2) as pool:
        cast, counted = pool.submit(late), pool.submit(count)
        assert (cast.result(), counted.result()) in ((set(), 2), ({"election_vote_open"}, 1))
