"""Letters per second with every one recorded, beside the framework's own loop of `send`; and fifty `kill -9`.

What the comparison rests on: the framework's loop opens a connection a letter, as `send` does, and gets both parts
ready-made; the mail server offers PIPELINING, as most do, which only the outbox uses; on PostgreSQL the outbox commits
its marks without waiting for the disk (decision 0004), the loop waits. The two are measured in turn, and the ratio is
that of neighbours in time, shown with its lowest and highest: on a busy machine single pairs differ widely.
"""

import random
import signal
import time
from functools import partial
from statistics import median

from . import letters

LETTERS, ROUNDS, BOUND = 400, 9, 3
KILLED_LETTERS, KILLS = 10_000, 50


def rows():
    with letters.mail_server() as (port, asked):
        yield from speed(port)
        asked("forget")
        yield from killed(port, asked)


def speed(port):
    from django.conf import settings

    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    pairs = [(timed(deliver), timed(default_loop)) for _ in range(ROUNDS)]
    for what, taken in zip(("from the outbox", "by the framework's loop"), zip(*pairs, strict=True), strict=True):
        wall, cpu = (median(figures) for figures in zip(*taken, strict=True))
        yield f"letters sent {what}, each recorded", LETTERS, f"{LETTERS / wall:.0f}", "a second", ""
        yield f"processor time {what}", LETTERS, f"{cpu / LETTERS * 1000:.2f}", "ms a letter", ""
    ratios = sorted(theirs[0] / ours[0] for ours, theirs in pairs)
    yield "ratio, median of pairs", f"{ROUNDS} × {LETTERS}", f"{median(ratios):.1f}", "times", "≥ 3"
    yield "ratio, lowest and highest pair", f"{ROUNDS} × {LETTERS}", f"{ratios[0]:.1f}–{ratios[-1]:.1f}", "times", ""
    below = sum(ratio < BOUND for ratio in ratios)
    yield f"pairs below {BOUND} times", f"{ROUNDS} × {LETTERS}", below, "pairs", ""


def timed(send):
    """(seconds by the clock, seconds of this process's work)."""
    letters.fill(LETTERS)
    began, worked = time.perf_counter(), time.process_time()
    send()
    return time.perf_counter() - began, time.process_time() - worked


def deliver():
    from django.utils import timezone

    from tkanka.ground.notices.jobs import deliver_letters

    while deliver_letters(timezone.now(), entitled=lambda bases, day: bases):
        pass


def default_loop():
    """What one writes first: render both parts, send, note that it was sent."""
    from django.core.mail import EmailMultiAlternatives
    from django.utils import timezone

    from tkanka.ground.notices.mime import composed
    from tkanka.ground.notices.models import Message, State

    for message in Message.objects.all():
        parts = composed(message)
        mail = EmailMultiAlternatives(message.subject, parts.plain, to=[message.email])
        mail.attach_alternative(parts.html, "text/html")
        mail.send()
        message.state, message.ended_at = State.SENT, timezone.now()
        message.save(update_fields=["state", "ended_at"])


def killed(port, asked):
    """Kills fall at moments spread by chance, each once some letters more have arrived."""
    letters.fill(KILLED_LETTERS)
    chance, step = random.Random(9), KILLED_LETTERS // (KILLS + 10)
    for _ in range(KILLS):
        goal = min(asked("count")[0] + chance.randint(1, step), KILLED_LETTERS - 1)
        process = letters.worker(port)
        until(lambda goal=goal: asked("count")[0] >= goal)
        letters.end(process, signal.SIGKILL)
    process = letters.worker(port)
    until(partial(arrived, asked))
    letters.end(process)
    different, repeated = asked("count")
    yield "letters lost", f"{KILLED_LETTERS:,}, {KILLS} kills", KILLED_LETTERS - different, "letters", "0"
    yield "letters sent twice", f"{KILLED_LETTERS:,}, {KILLS} kills", repeated, "letters", f"≤ {KILLS}"
    yield "letters not marked sent", f"{KILLED_LETTERS:,}, {KILLS} kills", unmarked(), "letters", "0"


def arrived(asked):
    return asked("count")[0] >= KILLED_LETTERS and not unmarked()


def unmarked():
    from tkanka.ground.notices.models import Message, State

    return Message.objects.exclude(state=State.SENT).count()


def until(reached):
    while not reached():
        time.sleep(0.005)
