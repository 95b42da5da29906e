"""The secretariat's outbox, and the page of what the platform does by itself."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.cast import NOW
from tkanka.ground.kit.work import Worker
from tkanka.ground.ledger.models import Record
from tkanka.ground.notices.models import Message, State
from tkanka.house.front.timetable import TIMETABLE

HERE = "/n/razem/secretariat/outbox/"


def letter(network, number=1, state=State.QUEUED, **more):
    given = {"network": network.pk, "cause": f"thing.done:{number}", "recipient": f"{number}@example.org"}
    given |= {"email": f"{number}@example.org", "name": f"Osoba {number}", "language": "pl", "written_at": NOW}
    given |= {"subject": f"Temat {number}", "state": state, "ended_at": None if state == State.QUEUED else NOW}
    return Message.objects.create(next_try_at=NOW, **{**given, **more})


@pytest.mark.parametrize("page", [HERE, "/n/razem/secretariat/work/"])
def test_only_those_in_office_see_it(cast, client, sign_in, page):
    assert client.get(page).status_code == 403
    assert sign_in(cast.ada).get(page).status_code == 403
    assert sign_in(cast.halina).get(page).status_code == 200
    assert sign_in(cast.igor).get(page).status_code == 200


def test_it_shows_this_network_alone(cast, warmia, sign_in):
    letter(cast.razem, 1)
    letter(warmia, 2)
    page = sign_in(cast.igor).get(HERE).content.decode()
    assert "Temat 1" in page
    assert "Temat 2" not in page


def test_it_filters_by_state_and_words_and_bears_nonsense(cast, sign_in):
    letter(cast.razem, 1, State.SENT)
    letter(cast.razem, 2, State.FAILED, trouble="550 no such user")
    client = sign_in(cast.igor)
    assert "Temat 1" not in client.get(HERE + "?state=failed").content.decode()
    assert "550 no such user" in client.get(HERE + "?q=osoba+2").content.decode()
    assert "Żaden list nie pasuje" in client.get(HERE + "?q=nobody").content.decode()
    for odd in ("state=²", "page=-1", "page=1e308", "q=" + "x" * 5000, "q=%00", "state=%ff"):
        assert client.get(f"{HERE}?{odd}").status_code == 200


def test_the_words_of_a_letter_stay_between_the_network_and_its_recipient(cast, sign_in):
    letter(cast.razem, 1, text="Tylko dla Ciebie")
    assert "Tylko dla Ciebie" not in sign_in(cast.igor).get(HERE).content.decode()


def test_a_failed_letter_is_tried_again_and_recorded(cast, sign_in):
    failed = letter(cast.razem, 1, State.FAILED, tries=7)
    answer = sign_in(cast.igor).post(f"{HERE}{failed.pk}/retry/", follow=True)
    failed.refresh_from_db()
    assert (answer.status_code, failed.state, failed.tries) == (200, State.QUEUED, 0)
    record = Record.objects.get(verb="letters.retried")
    assert (record.person, record.facts) == (cast.igor.pk, {"letters": 1})


def test_all_failed_letters_are_tried_again_but_none_of_another_network(cast, warmia, sign_in):
    for number in range(3):
        letter(cast.razem, number, State.FAILED)
    letter(cast.razem, 8, State.SENT)
    foreign = letter(warmia, 9, State.FAILED)
    sign_in(cast.igor).post(f"{HERE}retry/")
    assert Message.objects.filter(state=State.QUEUED).count() == 3
    assert sign_in(cast.igor).post(f"{HERE}{foreign.pk}/retry/").status_code == 404
    assert sign_in(cast.igor).post(f"{HERE}{uuid4()}/retry/").status_code == 404


def test_a_member_tries_nothing_again(cast, sign_in):
    failed = letter(cast.razem, 1, State.FAILED)
    sign_in(cast.ada).post(f"{HERE}{failed.pk}/retry/")
    failed.refresh_from_db()
    assert failed.state == State.FAILED


def test_the_page_asks_as_much_with_one_letter_as_with_thirty(cast, sign_in, django_assert_max_num_queries):
    client = sign_in(cast.igor)
    letter(cast.razem, 0)
    with django_assert_max_num_queries(20) as one:
        client.get(HERE)
    for number in range(1, 30):
        letter(cast.razem, number, State.FAILED)
    with django_assert_max_num_queries(len(one)):
        client.get(HERE)


def test_what_the_platform_does_by_itself_is_shown_with_how_it_went(cast, sign_in, settings):
    client = sign_in(cast.igor)
    assert "jeszcze nie ruszyło" in client.get("/n/razem/secretariat/work/").content.decode()
    Worker(TIMETABLE).run_due()
    page = client.get("/n/razem/secretariat/work/").content.decode()
    assert "Wysyłanie listów" in page
    assert "w porządku" in page


def test_those_who_try_the_platform_out_see_its_work_and_others_do_not(client, db, settings):
    settings.DEMO = False
    assert client.get("/work/").status_code == 404
    settings.DEMO = True
    assert client.get("/work/").status_code == 200


def test_jobs_of_the_timetable_have_names_and_pauses():
    assert all(job.label and job.every >= timedelta(seconds=1) for job in TIMETABLE)
