from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from django.db import transaction

from tkanka.ground.notices import queries
from tkanka.ground.notices.actions import forget_recipient, wish
from tkanka.ground.notices.models import Frequency, Message, Preference

from .conftest import NOW


def test_a_letter_is_written_in_the_language_of_its_recipient(write, olena):
    assert write(to=olena).language == "uk"
    assert write(to=replace(olena, language="xx", person=uuid4())).language == "pl"


def test_the_same_cause_reaches_a_recipient_once(write, olena):
    first = write()
    assert write(thing="Y") == first
    assert write(cause="thing.done:2") != first
    assert write(to=replace(olena, person=uuid4())) != first
    assert Message.objects.count() == 3


def test_without_an_account_the_address_tells_recipients_apart_in_any_capitals(write, olena):
    first = write(to=replace(olena, person=None))
    assert write(to=replace(olena, person=None, email=" OLENA@example.org")) == first


@pytest.mark.parametrize("hostile", ["a\r\nBcc: x@evil.example", "a\nX: y", "a\0b", "a\u2028b", "a\x1eb", "a\x85b"])
def test_nothing_a_person_types_breaks_out_of_a_header(write, olena, hostile):
    message = write(to=replace(olena, name=hostile), thing=hostile, network_name=hostile)
    for line in (message.subject, message.name, message.network_name, message.email):
        assert line.isprintable()


def test_a_separator_in_the_words_does_not_move_them_into_another_part(write):
    message = write(thing="\x1e\x1e\x1e", label="Open")
    assert (message.label, message.text.endswith("- two")) == ("Open", True)


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("", ""),
        ("/somewhere/", "http://127.0.0.1:8000/somewhere/"),
        ("https://other.example/x", "https://other.example/x"),
    ],
)
def test_the_button_leads_to_a_whole_address(write, path, shown):
    assert write(path=path).url == shown


def test_text_keeps_its_paragraphs_and_is_not_escaped(write):
    message = write(thing="<b>„Próg” & Co</b>", network_name="Forum")
    assert message.text.startswith("Olena Kowal, <b>„Próg” & Co</b>\n\n- one\n- two")
    assert message.reason == "Because of Forum."


def test_a_category_turned_off_is_not_written_but_matters_of_office_are(write, olena):
    Preference.objects.create(recipient=olena.key, category="news", frequency=Frequency.OFF, set_at=NOW)
    assert write(category="news") is None
    assert write(category="calendar") is not None
    assert write(cause="vote.opened:1") is not None


def test_nobody_is_written_to_without_an_address(write, olena):
    assert write(to=replace(olena, email="")) is None


@pytest.mark.parametrize("basis", ["x", "mandate:", "mandate:1", f"Mandate:{UUID(int=1)}", f"mandate:{UUID(int=1)} "])
def test_a_basis_that_nobody_could_look_up_is_refused_at_once(write, basis):
    with pytest.raises(ValueError, match="no basis"):
        write(basis=basis)


def test_written_by_several_at_once_it_is_one_letter(write, own_connection):
    together = Barrier(4)

    def one(_):
        with own_connection():
            together.wait(30)
            with transaction.atomic():
                return write().pk

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(one, range(4)))) == 1


def test_forgetting_nobody_in_particular_forgets_nobody(write):
    write()
    assert forget_recipient(person=None, email="") == 0


def test_somebody_forgotten_leaves_no_letter_and_others_keep_theirs(write, olena):
    write()
    write(cause="invited:1", to=replace(olena, person=None, email="Olena@Example.org"))
    other = write(to=replace(olena, person=uuid4(), email="other@example.org"))
    wish(recipient=olena.key, network=None, category="news", frequency=Frequency.OFF, at=NOW)
    assert queries.letters_to(olena.person, olena.email).count() == 2
    assert forget_recipient(person=olena.person, email=olena.email) == 2
    assert list(Message.objects.all()) == [other]
    assert not queries.wishes_of(olena.person, olena.email).exists()
