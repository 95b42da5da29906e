"""What the benchmarks of letters share: many letters, a mail server in a process of its own, workers to kill."""

import contextlib
import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from uuid import uuid4

from .served import ROOT

AT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
TEXT = (
    "Dzień dobry, {name},\n\nzapraszamy na spotkanie wszystkich osób członkowskich. Przedstawimy zmianę § 7 po "
    "konsultacji i pokażemy, gdzie dziś nie ma nikogo, kto pomoże prawnie.\n\n"
    "- 10:00 Otwarcie i obecność\n- 10:10 Ile grup technicznych naraz\n- 10:40 Białe plamy w pomocy prawnej\n\n"
    "Tłumaczenie na angielski i ukraiński. Potrzebne napisy albo język migowy? Napisz do nas do wtorku."
)


def letter(number):
    """One of a mailing: the same but for the name and the link."""
    from tkanka.ground.notices.models import Message

    name = f"Osoba {number} Żółkiewska"
    return Message(
        network_name="NGO Forum „Razem”", cause=f"meeting.called:{uuid4()}", recipient=f"{number}@example.org",
        email=f"{number}@example.org", name=name, language="pl", subject="Spotkanie Forum, listopad",
        text=TEXT.format(name=name), label="Zapisz się na spotkanie", url=f"http://127.0.0.1:8000/n/razem/{number}/",
        reason="Masz mandat organizacji członkowskiej.", written_at=AT, next_try_at=AT,
    )  # fmt: skip


def fill(number):
    """An outbox with so many letters and nothing else."""
    from tkanka.ground.notices.models import Message

    Message.objects.all().delete()
    Message.objects.bulk_create((letter(n) for n in range(number)), batch_size=1000)


@contextlib.contextmanager
def mail_server():
    """A mail server: yields (its port, a function that tells how often each letter has arrived)."""
    command = [sys.executable, "-m", "benchmarks.mail_server"]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    port = int(process.stdout.readline())

    def asked(question):
        process.stdin.write(f"{question}\n")
        process.stdin.flush()
        return json.loads(process.stdout.readline())

    try:
        yield port, asked
    finally:
        process.kill()
        process.wait()


def worker(port):
    environment = {**os.environ, "EMAIL_URL": f"smtp://127.0.0.1:{port}"}
    command = [sys.executable, "-m", "tkanka.ground.notices.tests.sending"]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL)


def end(process, how=signal.SIGTERM):
    process.send_signal(how)
    process.wait(60)
