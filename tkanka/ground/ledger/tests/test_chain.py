from datetime import UTC, datetime
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command

from tkanka.ground.kit.models import JobRun
from tkanka.ground.ledger.actions import entry
from tkanka.ground.ledger.models import Chain, Record, Touch
from tkanka.ground.ledger.queries import faults_in, records_of
from tkanka.rules.ruling import Refused, check
from tkanka.rules.standing import Standing

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 4, 10, 30, 15, 123456, tzinfo=UTC)
BY = Standing(person=uuid4(), acting_for=uuid4())
HERE = uuid4()


@pytest.fixture(autouse=True)
def _empty_ledger(db):
    """The data that all tests share were loaded by recorded actions."""
    for table in (Touch, Record, Chain):
        table.objects.all().delete()


@pytest.fixture
def thing():
    return JobRun.objects.create(name="thing", next_at=NOW)


def done(thing, verb="thing.done", **facts):
    with entry(verb, by=BY, at=NOW) as record:
        record.about(thing, network=HERE, **facts)


def faults():
    return [(f.number, f.kind) for chain in Chain.objects.all() for f in faults_in(chain)]


def test_an_unbroken_chain_verifies_after_a_round_trip(thing):
    for n in range(4):
        done(thing, amount=n, who=uuid4(), on=NOW.date(), text="żółć")
    assert [r.number for r in records_of(thing)] == [4, 3, 2, 1]
    assert faults() == []
    out = StringIO()
    call_command("verify_ledger", stdout=out)
    assert "4 records" in out.getvalue()


def test_a_changed_record_is_named(thing):
    for _ in range(5):
        done(thing)
    Record.objects.filter(number=3).update(facts={"amount": 99})
    assert faults() == [(3, "changed")]
    err = StringIO()
    with pytest.raises(CommandError, match="1 faults"):
        call_command("verify_ledger", stderr=err)
    assert "record 3: changed" in err.getvalue()


@pytest.mark.parametrize("gone", [1, 3, 5])
def test_a_missing_record_is_named(thing, gone):
    for _ in range(5):
        done(thing)
    Record.objects.filter(number=gone).delete()
    assert faults() == [(gone, "missing")]


def test_swapped_records_are_named(thing):
    for n in range(5):
        done(thing, n=n)
    Record.objects.filter(number=2).update(number=99)
    Record.objects.filter(number=4).update(number=2)
    Record.objects.filter(number=99).update(number=4)
    kinds = dict(faults())
    assert kinds[2] == kinds[4] == "reordered"


def test_a_rewritten_tail_does_not_fit_the_chain(thing):
    for _ in range(3):
        done(thing)
    Chain.objects.update(seal="0" * 64)
    assert faults() == [(3, "cut")]


def test_nothing_is_written_when_a_rule_refuses(thing):
    with pytest.raises(Refused), entry("thing.done", by=BY, at=NOW) as record:
        thing.trouble = "changed"
        thing.save()
        record.about(thing, network=HERE)
        record.rests_on(check(False, "no_way"))
    thing.refresh_from_db()
    assert thing.trouble == ""
    assert Record.objects.count() == 0


def test_entries_inside_an_entry_are_sealed_when_the_outermost_ends(thing):
    with entry("outer.done", by=BY, at=NOW) as outer:
        done(thing, "inner.done")
        assert Record.objects.count() == 0
        outer.about(thing, network=HERE)
    assert [r.verb for r in Record.objects.order_by("number")] == ["inner.done", "outer.done"]


def test_a_failed_inner_entry_leaves_no_record_and_the_outer_goes_on(thing):
    with entry("outer.done", by=BY, at=NOW) as outer:
        outer.about(thing, network=HERE)
        with pytest.raises(Refused), entry("inner.done", by=BY, at=NOW) as inner:
            done(thing, "innermost.done")
            inner.rests_on(check(False, "no_way"))
    assert [r.verb for r in Record.objects.all()] == ["outer.done"]


def test_an_entry_about_nothing_is_a_fault_of_the_code(thing):
    with pytest.raises(RuntimeError), entry("thing.done", by=BY, at=NOW):
        pass


def test_chains_of_networks_are_apart(thing):
    done(thing)
    with entry("thing.done", by=BY, at=NOW) as record:
        record.about(thing, network=uuid4())
    assert [c.number for c in Chain.objects.all()] == [1, 1]
