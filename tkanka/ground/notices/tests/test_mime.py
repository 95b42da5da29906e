"""The bytes of a letter: what any mail program reads out of them is what was written."""

from dataclasses import replace
from email import message_from_bytes, policy
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tkanka.ground.notices.mime import BadAddress, address_of, composed, encoded, message_id
from tkanka.ground.notices.models import Message
from tkanka.ground.notices.recipients import Recipient
from tkanka.ground.notices.wording import many_lines, one_line

from .conftest import NOW

words = st.text(max_size=300)


def made(**more: Any) -> Message:
    given = {"id": uuid4(), "email": "o@example.org", "name": "Olena", "language": "pl", "written_at": NOW}
    return Message(**{**given, "subject": "Temat", "text": "Treść", **more})


def read(message: Message) -> Any:
    return message_from_bytes(encoded(message), policy=policy.default)


@settings(deadline=None)
@given(subject=words, text=words, name=words, network=words, reason=words, label=words)
def test_whatever_is_written_is_what_is_read(subject, text, name, network, reason, label):
    subject, name, network, label = (one_line(w, 120) for w in (subject, name, network, label))
    text, reason = many_lines(text), one_line(reason, 300)
    message = made(
        subject=subject,
        text=text,
        name=name,
        network_name=network,
        reason=reason,
        label=label,
        url="https://x.example/",
    )
    raw, mail, parts = encoded(message), read(message), composed(message)
    assert mail.get_body(("plain",)).get_content().replace("\r\n", "\n").rstrip("\n") == parts.plain.rstrip("\n")
    assert mail.get_body(("html",)).get_content().replace("\r\n", "\n").rstrip("\n") == parts.html.rstrip("\n")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 78
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert (mail["To"].addresses[0].addr_spec, len(mail["To"].addresses)) == ("o@example.org", 1)
    assert set(mail.keys()) == {
        "MIME-Version", "From", "To", "Subject", "Date", "Message-ID", "Content-Language", "Auto-Submitted",
        "Content-Type",
    }  # fmt: skip


@pytest.mark.parametrize("subject", ["Zażółć gęślą jaźń — § 9", "Зустріч «Спільний поріг»", "=?utf-8?q?x?=", "Plain"])
def test_a_subject_reads_as_it_was_written(subject):
    assert read(made(subject=subject))["Subject"] == subject


def test_every_try_carries_the_same_bytes_and_identity():
    message = made()
    assert encoded(message) == encoded(message)
    assert read(message)["Message-ID"] == message_id(message) == f"<{message.pk.hex}@127.0.0.1>"


def test_the_network_writes_under_its_name_from_the_house_address():
    sender = read(made(network_name="Forum „Próg”"))["From"].addresses[0]
    assert (sender.display_name, sender.addr_spec) == ("Forum „Próg”", "tkanka@localhost")


def test_words_are_escaped_in_the_page_but_not_in_the_text():
    parts = composed(made(text="<script>x</script> & co", subject="<b>"))
    assert "<script>" not in parts.html
    assert "&lt;script&gt;x&lt;/script&gt; &amp; co" in parts.html
    assert "<script>x</script> & co" in parts.plain


def test_paragraphs_and_lists_become_such():
    html = composed(made(text="One\nline\n\n- a\n- b\n\nTwo")).html
    assert "<p>One<br>\nline</p>\n<ul><li>a</li><li>b</li></ul>\n<p>Two</p>" in html


def test_only_what_may_be_cancelled_carries_the_way_to_cancel_it():
    optional = read(made(category="news"))
    assert optional["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "/letters/leave/" in optional["List-Unsubscribe"]
    assert read(made())["List-Unsubscribe"] is None


@pytest.mark.parametrize(("language", "prefix"), [("pl", ""), ("en", "/en"), ("uk", "/uk")])
def test_the_way_to_cancel_is_in_the_language_of_the_letter(language, prefix):
    mail = read(made(category="news", language=language))
    assert mail["List-Unsubscribe"].startswith(f"<http://127.0.0.1:8000{prefix}/letters/leave/")
    assert mail["Content-Language"] == language


@pytest.mark.parametrize(
    ("email", "address"), [("a@żółw.example", "a@xn--w-uga1v8h.example"), ("a+b@example.org", "a+b@example.org")]
)
def test_an_international_domain_is_written_in_ascii(email, address):
    assert address_of(made(email=email)) == address


@pytest.mark.parametrize(
    "email", ["", "x", "a@b", "ż@example.org", "a@b@c.example", "a,b@example.org", "<a@example.org>"]
)
def test_what_is_no_address_is_told_before_anything_is_sent(email):
    with pytest.raises(BadAddress):
        address_of(made(email=email))


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("pl", "http://127.0.0.1:8000/letters/leave/x/"),
        ("en", "http://127.0.0.1:8000/en/letters/leave/x/"),
        ("uk", "http://127.0.0.1:8000/uk/letters/leave/x/"),
    ],
)
@pytest.mark.parametrize(
    "path", ["/letters/leave/x/", "/en/letters/leave/x/", "http://127.0.0.1:8000/uk/letters/leave/x/"]
)
def test_the_button_leads_to_the_page_in_the_recipients_language(write, language, shown, path):
    assert write(to=replace(Recipient(None, "a@example.org"), language=language), path=path).url == shown


def test_a_button_leads_to_no_script(write):
    assert write(path="javascript:alert(1)").url == ""


def test_an_invitation_carries_its_calendar_for_programs_and_as_a_file():
    ics = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Zażółć\r\nEND:VCALENDAR\r\n"
    message = made(calendar=ics)
    mail = read(message)
    assert mail.get_content_type() == "multipart/mixed"
    plain = mail.get_body(("plain",)).get_content()
    assert plain.replace("\r\n", "\n").strip() == composed(message).plain.strip()
    told = [p for p in mail.walk() if p.get_content_type() == "text/calendar"]
    assert [p.get_param("method") for p in told] == ["REQUEST", "REQUEST"]
    assert {p.get_payload(decode=True).decode() for p in told} == {ics}
    assert [p.get_filename() for p in mail.iter_attachments()] == ["spotkanie.ics"]
    assert b"\n" not in encoded(message).replace(b"\r\n", b"")
    assert max(len(line) for line in encoded(message).split(b"\r\n")) <= 78
