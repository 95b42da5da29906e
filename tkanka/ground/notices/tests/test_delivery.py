"""Letters leave: claimed, handed over, marked; and what happens when one of the three does not."""

from datetime import timedelta
from functools import partial
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused, SMTPServerDisconnected
from typing import Any
from uuid import uuid4

import pytest
import time_machine

from tkanka.ground.kit.work import MORE, Job, Worker
from tkanka.ground.notices import actions, jobs, queries
from tkanka.ground.notices.backoff import PAUSES, delay_after
from tkanka.ground.notices.models import Frequency, Message, State

from .conftest import NOW, Server


def deliver(entitled: Any = lambda bases, day: bases) -> object:
    return jobs.deliver_letters(NOW, entitled=entitled)


@pytest.fixture(autouse=True)
def _clock():
    with time_machine.travel(NOW, tick=False):
        yield


def test_what_waits_is_sent_once_over_one_connection(write, server: Server):
    for number in range(5):
        write(cause=f"thing.done:{number}")
    assert deliver() is None
    deliver()
    assert (len(server.letters), server.openings) == (5, 1)
    assert set(Message.objects.values_list("state", "tries", "claimed_by")) == {(State.SENT, 1, None)}


def test_matters_of_office_leave_before_what_may_be_cancelled(write, server: Server):
    write(cause="news:1", category="news")
    write(cause="vote.opened:1")
    deliver()
    assert ["List-Unsubscribe:" in letter for letter in server.letters] == [False, True]


def test_a_long_queue_is_left_at_a_bound_and_taken_up_at_once(write, server: Server, monkeypatch):
    monkeypatch.setattr(jobs, "BATCH", 2)
    monkeypatch.setattr(jobs, "BATCHES", 2)
    for number in range(5):
        write(cause=f"thing.done:{number}")
    assert deliver() is MORE
    assert deliver() is None
    assert len(server.letters) == 5


@pytest.mark.parametrize(
    ("error", "state", "tries"),
    [
        (SMTPRecipientsRefused({"x": (550, b"no such user")}), State.FAILED, 1),
        (SMTPRecipientsRefused({"x": (450, b"busy")}), State.QUEUED, 1),
        (SMTPDataError(552, b"too large"), State.FAILED, 1),
        (SMTPDataError(451, b"later"), State.QUEUED, 1),
        (SMTPSenderRefused(530, b"sign in first", "tkanka@localhost"), State.QUEUED, 1),
        (SMTPServerDisconnected("gone"), State.QUEUED, 1),
        (TimeoutError("slow"), State.QUEUED, 1),
        (RuntimeError("broken"), State.QUEUED, 1),
    ],
)
def test_a_refusal_for_good_is_told_from_one_for_now(write, server: Server, error, state, tries):
    message = write()
    server.troubles = [error]
    deliver()
    message.refresh_from_db()
    assert (message.state, message.tries, message.claimed_by) == (state, tries, None)
    assert message.trouble
    if state == State.QUEUED:
        assert message.next_try_at == NOW + timedelta(minutes=1)


def test_one_letter_in_trouble_does_not_stop_the_next(write, server: Server):
    for number in range(3):
        write(cause=f"thing.done:{number}")
    server.troubles = [None, SMTPServerDisconnected("gone")]
    deliver()
    assert (len(server.letters), server.openings) == (2, 2)


def test_a_server_that_is_away_costs_no_letter_a_try(write, server: Server):
    for number in range(3):
        write(cause=f"thing.done:{number}")
    server.away = True
    deliver()
    assert set(Message.objects.values_list("state", "tries", "claimed_by")) == {(State.QUEUED, 0, None)}
    server.away = False
    with time_machine.travel(NOW + timedelta(seconds=21), tick=False):
        deliver()
    assert len(server.letters) == 3


def test_pauses_grow_until_it_is_given_up_and_can_be_tried_again(write, server: Server):
    message = write()
    at = NOW
    for pause in PAUSES:
        server.troubles = [SMTPDataError(451, b"later")]
        with time_machine.travel(at, tick=False):
            deliver()
        message.refresh_from_db()
        assert message.next_try_at == at + pause
        at += pause
    server.troubles = [SMTPDataError(451, b"later")]
    with time_machine.travel(at, tick=False):
        deliver()
    message.refresh_from_db()
    assert (message.state, message.tries) == (State.FAILED, len(PAUSES) + 1)
    assert actions.retry(messages=[message], at=at) == 1
    assert actions.retry(messages=[message], at=at) == 0
    with time_machine.travel(at, tick=False):
        deliver()
    assert len(server.letters) == 1


def test_pauses_are_those_promised():
    assert [delay_after(n) for n in (1, 2, 3, 4, 5)] == [
        timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=12)
    ]  # fmt: skip
    assert delay_after(len(PAUSES) + 1) is None


def test_a_letter_is_void_when_the_right_it_rests_on_has_ended(write, server: Server):
    ended, held = f"mandate:{uuid4()}", f"mandate:{uuid4()}"
    write(cause="a:1", basis=ended)
    write(cause="a:2", basis=held)
    write(cause="a:3")
    deliver(entitled=lambda bases, day: bases - {(None, ended)})
    assert dict(Message.objects.values_list("cause", "state")) == {"a:1": "void", "a:2": "sent", "a:3": "sent"}


def test_the_right_is_asked_again_when_sending_takes_long(write, server: Server):
    basis = f"mandate:{uuid4()}"
    write(cause="a:1", basis=basis)
    write(cause="a:2", basis=basis)
    answers = [{(None, basis)}, set()]
    with time_machine.travel(NOW, tick=False) as clock:
        server.on_letter = partial(clock.shift, timedelta(seconds=20))
        deliver(entitled=lambda bases, day: answers.pop(0))
    assert sorted(Message.objects.values_list("state", flat=True)) == ["sent", "void"]
    assert len(server.letters) == 1


def test_what_was_cancelled_after_it_was_written_does_not_leave(write, server: Server, olena):
    write(cause="news:1", category="news")
    actions.wish(recipient=olena.key, network=None, category="news", frequency=Frequency.OFF, at=NOW)
    deliver()
    assert (Message.objects.get().state, server.letters) == (State.VOID, [])


def test_what_died_with_a_worker_is_due_again_when_its_claim_lapses(write, server: Server):
    write()
    assert actions.claim_letters(at=NOW, limit=10)
    deliver()
    assert server.letters == []
    with time_machine.travel(NOW + timedelta(seconds=61), tick=False):
        deliver()
    assert len(server.letters) == 1


def test_a_worker_that_came_too_late_changes_nothing(write):
    message = write()
    late = actions.claim_letters(at=NOW, limit=10)
    now = NOW + timedelta(seconds=61)
    claim = actions.claim_letters(at=now, limit=10)
    assert claim
    assert not actions.mark_sent(message=message, claim=late, at=now)
    assert actions.mark_sent(message=message, claim=claim, at=now)


def test_a_worker_that_is_to_stop_finishes_the_letter_in_hand_and_frees_the_rest(write, server: Server):
    for number in range(3):
        write(cause=f"thing.done:{number}")
    worker = Worker(
        [Job(partial(jobs.deliver_letters, entitled=lambda bases, day: bases), every=timedelta(seconds=1), shared=True)]
    )
    server.on_letter = worker.stop.set
    worker.run_due()
    assert len(server.letters) == 1
    assert queries.due_letters(NOW, 10).count() == 2


def test_an_address_that_is_none_fails_for_good(write, server: Server, olena):
    from dataclasses import replace

    write(to=replace(olena, email="a@b@c, d"))
    deliver()
    assert Message.objects.get().state == State.FAILED
