"""Answers by mail: what becomes a post, what is answered politely and once, and what is passed over."""

from datetime import timedelta
from io import BytesIO
from types import SimpleNamespace

import pytest
from django.core.management import call_command

from tests.cast import DAY, NOW, SYSTEM
from tkanka.governance.bodies.models import Seat
from tkanka.governance.discussions import actions, jobs, marks
from tkanka.governance.discussions.incoming import folders
from tkanka.governance.discussions.incoming.charsets import as_text
from tkanka.governance.discussions.incoming.html import text_of
from tkanka.governance.discussions.incoming.reading import read, unflowed
from tkanka.governance.discussions.incoming.stripping import own_words
from tkanka.governance.discussions.incoming.taking import POSTS_AN_HOUR, take_in
from tkanka.governance.discussions.letters import key_to
from tkanka.governance.discussions.models import Arrival, Attachment, Fate, Post, ReplyKey
from tkanka.governance.discussions.replies import key_of, reply_address, token_in, token_of
from tkanka.ground.notices.models import Message
from tkanka.network.networks.actions import end_mandates
from tkanka.network.people.models import Person

from . import samples
from .conftest import answered, opened, seat
from .samples import letter, raw_of

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 a small one"


@pytest.fixture
def post(cast, group):
    return opened(cast, cast.bea, group)


@pytest.fixture
def key(cast, post):
    """Ada got a letter about Bea's post."""
    return key_to(post=post, person=cast.ada.pk, at=NOW)


@pytest.fixture
def to(key):
    return reply_address(key.pk)


def taken(raw, at=NOW):
    return take_in(raw=raw if isinstance(raw, bytes) else raw.as_bytes(), at=at)


def last():
    return Post.objects.filter(by_mail=True).latest("written_at")


def answers():
    return list(Message.objects.filter(cause__startswith="discussions.answer").values_list("email", flat=True))


@pytest.mark.parametrize(
    ("charset", "kind", "body", "words"), [pytest.param(*sample[1:], id=sample[0]) for sample in samples.WORDS]
)
def test_the_writers_own_words_become_a_post(to, charset, kind, body, words):
    assert taken(raw_of(to, charset, kind, body)) == Fate.POSTED
    assert last().text == words


def test_there_are_letters_of_many_kinds():
    assert len(samples.WORDS) >= 25


def test_the_post_stands_in_the_thread_for_its_writer_and_organisation(cast, to, post):
    assert taken(letter(to)) == Fate.POSTED
    found = last()
    assert (found.thread_id, found.number, found.author_id) == (post.thread_id, 2, cast.ada.pk)
    assert found.organisation_id == cast.dach.pk
    assert Arrival.objects.get().post_id == found.pk
    assert answers() == []


@pytest.mark.parametrize("said", ["us-ascii", "iso-8859-1", "windows-1252", "x-unknown", "utf-8", "", '"', "base64"])
@pytest.mark.parametrize("real", ["utf-8", "cp1250", "iso-8859-2"])
def test_polish_is_read_whatever_the_letter_says_of_its_charset(said, real):
    text = "Święta za pasem, więc życzę spokoju; zażółć gęślą jaźń"
    assert as_text(text.encode(real), said) == text


def test_ukrainian_without_a_charset_is_read():
    text = "Дякуємо за допомогу, їдемо завтра вранці до Ольштина"
    assert [as_text(text.encode(real)) for real in ("utf-8", "koi8-u", "cp1251")] == [text] * 3


def test_broken_bytes_are_still_some_text():
    assert as_text(b"Tak \xff\xfe\x00 nie", "utf-8").startswith("Tak")


def test_headers_with_encoded_words_are_read(to):
    made = letter(to, subject="Odp: Święta w Łodzi")
    assert read(made.as_bytes()).subject == "Odp: Święta w Łodzi"


def test_flowed_paragraphs_are_whole_again():
    assert unflowed("To jest \njedno zdanie.\n\nDrugie.\n-- \nAda") == "To jest jedno zdanie.\n\nDrugie.\n-- \nAda"


def test_html_that_hides_and_nests_without_end_is_read_in_time():
    assert text_of("<script>x()</script><style>p{}</style><p>Tak</p>") == "Tak"
    assert "koniec" in text_of("<div>" * 20_000 + "koniec")


def test_a_long_letter_of_quotes_is_stripped_in_time():
    assert own_words("Tak.\n" + "> x\n" * 4_000) == "Tak."
    assert own_words("W dniu 20.11 " * 3_000)


@pytest.mark.parametrize(("more"), [pytest.param(s[1], id=s[0]) for s in samples.AUTOMATIC])
def test_what_no_person_wrote_is_neither_posted_nor_answered(to, post, more):
    assert taken(letter(to, **more)) == Fate.AUTOMATIC
    assert Post.objects.count() == 1
    assert answers() == []


def test_a_bounce_is_neither_posted_nor_answered(to, post):
    assert taken(samples.BOUNCE % to.encode()) == Fate.AUTOMATIC
    assert (Post.objects.count(), answers()) == (1, [])


@pytest.mark.parametrize(("raw", "words", "names"), [pytest.param(*s[1:], id=s[0]) for s in samples.WHOLE])
def test_letters_byte_for_byte_as_programs_send_them(cast, to, raw, words, names):
    assert taken(raw % to.encode()) == Fate.POSTED
    assert (last().text, last().author_id) == (words, cast.ada.pk)
    assert [(one.name, one.file.read()) for one in Attachment.objects.all()] == [(name, PDF) for name in names]


def test_two_machines_do_not_write_to_each_other(to, post):
    """A vacation notice to our letter is passed over; so is our own answer when it comes back, and its bounce."""
    assert taken(samples.VACATION % to.encode()) == Fate.AUTOMATIC
    assert taken(letter(to, "obcy@poczta.example")) == Fate.FOREIGN
    ours = Message.objects.get(email="obcy@poczta.example")
    back = letter(to, "obcy@poczta.example", subject=ours.subject, Message_ID="<b@x>", Auto_Submitted="auto-generated")
    assert taken(back) == Fate.AUTOMATIC
    assert taken(samples.BOUNCE % to.encode()) == Fate.AUTOMATIC
    assert (Post.objects.count(), len(answers())) == (1, 1)


def test_auto_submitted_no_is_a_person(to):
    assert taken(letter(to, Auto_Submitted="no")) == Fate.POSTED


def test_the_same_letter_twice_is_one_post(to):
    assert [taken(letter(to)), taken(letter(to))] == [Fate.POSTED, Fate.DUPLICATE]
    assert Post.objects.filter(by_mail=True).count() == 1


def test_a_letter_without_a_message_id_is_known_by_its_bytes(to):
    one = letter(to, Message_ID=None)
    assert [taken(one), taken(one)] == [Fate.POSTED, Fate.DUPLICATE]
    assert taken(letter(to, Message_ID=None, text="Coś innego")) == Fate.POSTED


def test_a_foreign_address_gets_one_answer_that_tells_nothing(to, post):
    sent = [taken(letter(to, "obcy@poczta.example", Message_ID=f"<{n}@x>")) for n in range(3)]
    assert sent == [Fate.FOREIGN] * 3
    assert answers() == ["obcy@poczta.example"]
    written = Message.objects.get(cause__startswith="discussions.answer")
    told = f"{written.subject} {written.text} {written.network_name}"
    assert not any(word in told for word in ("Ogrzewanie", "Grupa Mieszkaniowa", "Razem", "Ada"))
    assert Post.objects.count() == 1


def test_several_senders_are_nobody(to):
    made = letter(to)
    del made["From"]
    made["From"] = "ada@example.org, bea@example.org"
    assert taken(made) == Fate.FOREIGN
    assert answers() == []


def test_capitals_do_not_matter(to):
    assert taken(letter(to.upper(), "Ada@Example.ORG")) == Fate.POSTED


@pytest.mark.parametrize("header", ["Cc", "Delivered_To", "X_Original_To"])
def test_the_token_is_found_where_servers_put_it(to, header):
    assert taken(letter("ktos@inny.example", **{header: to})) == Fate.POSTED


def test_the_envelope_may_carry_the_token(to):
    assert take_in(raw=letter("lista@inna.example").as_bytes(), at=NOW, recipient=to) == Fate.POSTED


def test_a_token_that_was_made_up_is_passed_over(to, key):
    local, _, host = to.partition("@")
    changed = local[:-1] + ("a" if local[-1] != "a" else "b")
    for address in (f"{changed}@{host}", f"odpowiedz+{'a' * 42}@{host}", f"odpowiedz@{host}", f"odpowiedz+@{host}"):
        assert taken(letter(address)) == Fate.UNADDRESSED
    assert answers() == []
    assert Arrival.objects.count() == 0


def test_tokens_are_short_sealed_and_the_same_in_capitals(key, settings):
    token = token_of(key.pk)
    assert len(token) == 42
    assert len(reply_address(key.pk).partition("@")[0]) <= 64
    assert key_of(token) == key_of(token.upper()) == key.pk
    assert token_in(f"odpowiedz+{token}@gdzie.indziej") == ""
    settings.SECRET_KEY = "another"
    assert key_of(token) is None


def test_an_expired_token_is_answered_politely(to, post):
    assert taken(letter(to), NOW + timedelta(days=61)) == Fate.EXPIRED
    assert answers() == ["ada@example.org"]


def test_revoked_keys_are_void_at_once(cast, to):
    assert marks.revoke_reply_keys(person=cast.ada.pk, at=NOW) == 1
    assert taken(letter(to)) == Fate.EXPIRED


@pytest.mark.norm("W-14-02")
def test_with_the_seat_the_right_to_answer_ends(cast, group, to):
    Seat.objects.filter(body=group, person=cast.ada).update(until=DAY)
    assert taken(letter(to)) == Fate.ENDED
    written = Message.objects.get(cause__startswith="discussions.answer")
    assert "Ogrzewanie" not in f"{written.subject} {written.text}"
    assert Post.objects.count() == 1


def test_with_the_mandate_the_right_to_answer_ends(cast, to):
    end_mandates(by=SYSTEM, at=NOW, organisation=cast.dach, person=cast.ada)
    assert taken(letter(to)) == Fate.ENDED


def test_an_account_that_is_gone_answers_nothing(cast, to):
    Person.objects.filter(pk=cast.ada.pk).update(is_active=False)
    assert taken(letter(to)) == Fate.FOREIGN


def test_a_closed_thread_takes_nothing_in(cast, to, post):
    actions.close_thread(by=cast.by(cast.ada), at=NOW, thread=post.thread)
    assert taken(letter(to)) == Fate.CLOSED
    assert answers() == ["ada@example.org"]


def test_a_removed_post_can_not_be_answered(cast, to, post):
    actions.remove_post(by=cast.by(cast.ada), at=NOW, post=post, reason="obraża")
    assert taken(letter(to)) == Fate.EXPIRED


def test_a_letter_of_quotes_alone_is_answered(to):
    assert taken(letter(to, text="> Czym grzejecie?\n-- \nAda")) == Fate.EMPTY
    assert answers() == ["ada@example.org"]


def test_a_digest_of_several_threads_has_no_one_answer(cast, post):
    key = ReplyKey.objects.create(network=cast.razem, person=cast.ada, made_at=NOW, expires_at=NOW + timedelta(days=1))
    assert taken(letter(reply_address(key.pk))) == Fate.SEVERAL


def test_too_big_a_letter_is_answered_by_its_head(to, settings):
    settings.INCOMING_MAIL_BYTES = 2_000
    assert taken(letter(to, text="długie słowo " * 400)) == Fate.TOO_BIG
    assert answers() == ["ada@example.org"]


def test_files_are_taken_if_they_are_what_we_take(to):
    made = letter(to, text="W załączniku.")
    made.add_attachment(PDF, maintype="application", subtype="pdf", filename="Cennik „zima”.pdf")
    made.add_attachment(b"MZ\x00program", maintype="application", subtype="octet-stream", filename="gra.exe")
    assert taken(made) == Fate.POSTED
    [kept] = Attachment.objects.all()
    assert (kept.name, kept.file.read()) == ("Cennik „zima”.pdf", PDF)
    written = Message.objects.get(cause__startswith="discussions.answer")
    assert "gra.exe" in written.text
    assert "Cennik" not in written.text


def test_a_file_alone_is_a_post(to):
    made = letter(to, text="-- \nAda")
    made.add_attachment(PDF, maintype="application", subtype="pdf", filename="cennik.pdf")
    assert taken(made) == Fate.POSTED
    assert last().text == "cennik.pdf"


def test_logos_and_signatures_are_no_files(to):
    made = letter(to)
    made.add_attachment(b"\x89PNG\r\n\x1a\nlogo", maintype="image", subtype="png", cid="<logo>", disposition="inline")
    made.add_attachment(b"sig", maintype="application", subtype="pgp-signature", filename="signature.asc")
    assert taken(made) == Fate.POSTED
    assert not Attachment.objects.exists()
    assert answers() == []


def test_a_letter_inside_a_letter_is_not_opened(to):
    inner = letter("x@y.example", text="Tajne")
    made = letter(to, text="Przekazuję.")
    made.add_attachment(inner)
    assert taken(made) == Fate.POSTED
    assert "Tajne" not in last().text


def test_nobody_floods_a_discussion(to):
    fates = [taken(letter(to, Message_ID=f"<{n}@x>")) for n in range(POSTS_AN_HOUR + 2)]
    assert fates[-2:] == [Fate.TOO_MANY] * 2
    assert answers() == ["ada@example.org"]
    assert taken(letter(to, Message_ID="<later@x>"), NOW + timedelta(hours=1, minutes=1)) == Fate.POSTED


def test_no_more_than_five_answers_a_day(cast, group, post):
    for number in range(8):
        more = answered(cast, cast.bea, post.thread, f"Wpis {number}")
        to = reply_address(key_to(post=more, person=cast.ada.pk, at=NOW).pk)
        taken(letter(to, text="> cytat", Message_ID=f"<{number}@x>"))
    assert len(answers()) == 5


def test_answers_are_marked_so_that_no_machine_answers_them(to):
    from tkanka.ground.notices.mime import headers_of

    taken(letter(to, "obcy@poczta.example"))
    assert headers_of(Message.objects.get(email="obcy@poczta.example"))["Auto-Submitted"] == "auto-generated"


def test_a_first_post_by_mail_from_outside_waits(cast, group, post):
    seat(group, cast.stranger, outside="Urząd Miasta")
    key = key_to(post=post, person=cast.stranger.pk, at=NOW)
    assert taken(letter(reply_address(key.pk), "stranger@example.org")) == Fate.HELD
    assert last().number is None
    assert Message.objects.filter(cause__startswith="discussions.answer:held").count() == 1


@pytest.mark.parametrize(
    "raw", [b"", b"\x00" * 50, b"From: a\r\n", b"\xff\xfe\xfd", b"To: odpowiedz+x@tkanka.example\r\n\r\n"]
)
def test_rubbish_does_no_harm(raw):
    assert taken(raw) in (Fate.UNREADABLE, Fate.UNADDRESSED)


def test_a_maildir_is_emptied_and_what_breaks_is_put_aside(to, tmp_path, settings, monkeypatch):
    settings.INCOMING_MAIL_DIR = str(tmp_path)
    new = tmp_path / "new"
    new.mkdir()
    (new / "1").write_bytes(letter(to).as_bytes())
    (new / "2").write_bytes(b"boom")
    (new / ".3").write_bytes(b"being written")
    was = folders.take_in
    monkeypatch.setattr(folders, "take_in", lambda raw, at: 1 / 0 if raw == b"boom" else was(raw=raw, at=at))
    assert jobs.take_mail_in(NOW) is None
    assert sorted(path.name for path in new.iterdir()) == [".3"]
    assert (tmp_path / "failed" / "2").read_bytes() == b"boom"
    assert last().text == "U nas pelletem."


def test_without_a_folder_or_an_address_nothing_is_read(settings, tmp_path):
    settings.INCOMING_MAIL_DIR = str(tmp_path)
    settings.REPLY_ADDRESS = ""
    (tmp_path / "1").write_bytes(b"x")
    assert jobs.take_mail_in(NOW) is None
    assert (tmp_path / "1").exists()


def test_the_mail_server_pipes_a_letter_in(to, monkeypatch, capsys, today):
    raw = letter(to).as_bytes()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=BytesIO(raw)))
    call_command("receive_mail")
    assert "posted" in capsys.readouterr().out


def test_without_an_address_the_command_asks_the_server_to_wait(settings, monkeypatch):
    settings.REPLY_ADDRESS = ""
    with pytest.raises(SystemExit) as ended:
        call_command("receive_mail")
    assert ended.value.code == 75


def test_the_command_empties_a_folder(to, tmp_path, capsys, today):
    (tmp_path / "a.eml").write_bytes(letter(to).as_bytes())
    call_command("receive_mail", folder=tmp_path)
    assert "1 letters" in capsys.readouterr().out


def test_old_fingerprints_are_forgotten(to):
    taken(letter(to))
    jobs.forget_arrivals(NOW + timedelta(days=181))
    assert not Arrival.objects.exists()
