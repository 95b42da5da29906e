"""The conversation with a mail server that takes several commands at once."""

import socket
from contextlib import closing
from smtplib import SMTP, SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused
from threading import Thread

import pytest

from tkanka.ground.notices.smtp import hand_over

LETTER = b"Subject: x\r\n\r\n.one\r\n..two\r\n"


class Host:
    """Answers each command from a list; keeps what it was sent."""

    def __init__(self, answers):
        self.answers, self.heard, self.letters = list(answers), [], []
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        Thread(target=self.talk, daemon=True).start()

    def talk(self):
        connection, _ = self.listening.accept()
        with connection, connection.makefile("rwb") as line:
            line.write(b"220 ready\r\n")
            line.flush()
            while command := line.readline().strip():
                self.heard.append(command)
                answer = b"250-x\r\n250 PIPELINING" if command.startswith(b"ehlo") else self.answers.pop(0)
                line.write(answer + b"\r\n")
                line.flush()
                if answer.startswith(b"354"):
                    self.take(line)

    def take(self, line):
        letter = b""
        while (read := line.readline()) != b".\r\n":
            letter += read.removeprefix(b".")
        self.letters.append(letter)
        line.write(self.answers.pop(0) + b"\r\n")
        line.flush()


def handed(*answers):
    host = Host([*answers, b"250 reset"])
    with closing(SMTP("127.0.0.1", host.port, timeout=10)) as server:
        try:
            hand_over(server, "a@example.org", "b@example.org", LETTER)
        except Exception as error:
            return host, error
    return host, None


def test_an_accepted_letter_arrives_unchanged():
    host, error = handed(b"250 ok", b"250 ok", b"354 go on", b"250 ok")
    assert (error, host.letters) == (None, [LETTER])
    assert host.heard[1:] == [b"MAIL FROM:<a@example.org>", b"RCPT TO:<b@example.org>", b"DATA"]


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        ((b"550 no sender", b"503 mail first", b"503 rcpt first"), SMTPSenderRefused),
        ((b"250 ok", b"550 nobody", b"554 no valid recipients"), SMTPRecipientsRefused),
        ((b"250 ok", b"450 busy", b"354 go on", b"554 no valid recipients"), SMTPRecipientsRefused),
        ((b"250 ok", b"250 ok", b"451 later"), SMTPDataError),
        ((b"250 ok", b"250 ok", b"354 go on", b"552 too large"), SMTPDataError),
    ],
)
def test_a_refusal_is_told_as_what_it_is_and_the_connection_is_reset(answers, kind):
    host, error = handed(*answers)
    assert isinstance(error, kind)
    assert host.heard[-1].lower() == b"rset"


def test_a_refused_recipient_is_sent_no_words_even_if_the_server_asks():
    host, _ = handed(b"250 ok", b"550 nobody", b"354 go on", b"554 nobody")
    assert host.letters == [b""]
