"""Two who act in the same moment."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from tests.cast import DAY, NOW, SYSTEM, full_cast
from tkanka.governance.voting import actions
from tkanka.governance.voting.models import Ballot, Poll, Urn, Voter
from tkanka.network.networks.actions import give_mandate
from tkanka.network.networks.queries import standing_of
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Capacity
from tkanka.rules.voting import Secrecy, recount

from .makers import AGAINST, FOR, LATER, line_of, opened


@pytest.fixture
def cast(transactional_db):
    return full_cast()


def at_once(own_connection, *works):
    """What each of the works gives back, or the codes for which it was refused."""
    together = Barrier(len(works))

    def done(work):
        with own_connection():
            together.wait(30)
            try:
                return work()
            except Refused as refused:
                return {ground.code for ground in refused.ruling.failed}

    with ThreadPoolExecutor(len(works)) as pool:
        return [one.result() for one in [pool.submit(done, work) for work in works]]


@pytest.fixture
def two(cast):
    """A second person who may cast the vote of the same organisation."""
    told = {"organisation": cast.dach, "capacity": Capacity.ALTERNATE, "since": DAY}
    give_mandate(by=SYSTEM, at=NOW, person=cast.stranger, **told)
    return cast


@pytest.fixture
def secret(two):
    return opened(two, choices={"secrecy": Secrecy.SECRET})


@pytest.fixture
def open_poll(two):
    return opened(two)


def casts(cast, line, who, choice):
    by = standing_of(who, cast.razem, DAY, acting_for=cast.dach.pk)
    return lambda: actions.cast(by=by, at=NOW, voter=line, choice=choice).voted


def test_a_secret_vote_sent_twice_at_once_counts_once(two, secret, own_connection):
    line = line_of(secret, two.dach)
    found = at_once(own_connection, casts(two, line, two.ada, FOR), casts(two, line, two.stranger, FOR))
    assert sorted(map(str, found)) == ["True", str({"secret_vote_is_final"})]
    counted = at_once(own_connection, lambda: (Urn.objects.get().in_favour, Voter.objects.filter(voted=True).count()))
    assert counted == [(1, 1)]


def test_an_open_vote_sent_twice_at_once_is_one_ballot(two, open_poll, own_connection):
    line = line_of(open_poll, two.dach)
    works = casts(two, line, two.ada, FOR), casts(two, line, two.stranger, AGAINST)
    assert at_once(own_connection, *works) == [True, True]
    assert at_once(own_connection, lambda: Ballot.objects.count()) == [1]


def test_a_vote_cast_while_another_closes_is_counted_or_refused(two, open_poll, own_connection):
    line, office = line_of(open_poll, two.dach), two.by(two.igor)
    actions.recuse(by=two.by(two.bea), at=NOW, voter=line_of(open_poll, two.mosty), reason="Nasz projekt")
    over = LATER + timedelta(seconds=1)
    first, _closed = at_once(
        own_connection, casts(two, line, two.ada, FOR),
        lambda: actions.close_poll(by=office, at=over, poll=open_poll).state,
    )  # fmt: skip
    (published,) = at_once(own_connection, lambda: Poll.objects.get().published)
    assert recount(published)[2]
    assert published["verdict"]["in_favour"] == (1 if first is True else 0)
