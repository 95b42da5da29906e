"""The page by which letters are cancelled, and the mailbox of a demonstration."""

import pytest
import time_machine
from django.core.mail import EmailMultiAlternatives
from django.test import Client

from tkanka.ground.notices import jobs, queries
from tkanka.ground.notices.leaving import leaving_url
from tkanka.ground.notices.models import Frequency, Preference

from .conftest import NOW


def path_of(message):
    return leaving_url(message).removeprefix("http://127.0.0.1:8000")


@pytest.fixture
def home(settings, tmp_path):
    settings.DEMO = True
    settings.EMAIL_BACKEND = "tkanka.ground.notices.folder.FolderBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    return tmp_path / "mail"


def frequency(message):
    return queries.frequency_of(message.recipient, message.network, message.category)


def test_looking_at_the_page_cancels_nothing(write, client):
    message = write(category="news")
    assert client.get(path_of(message)).status_code == 200
    assert frequency(message) == Frequency.NOW


def test_a_mail_program_cancels_with_one_post_without_cookies_or_redirect(write):
    message = write(category="news")
    answer = Client(enforce_csrf_checks=True).post(path_of(message), {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 204
    assert frequency(message) == Frequency.OFF


def test_a_person_cancels_and_takes_it_back(write, client):
    message = write(category="news")
    for wish in ("off", "off", "now"):
        assert client.post(path_of(message), {"wish": wish}, follow=True).status_code == 200
        assert frequency(message) == wish
    assert Preference.objects.count() == 1


def test_a_matter_of_office_and_a_forged_link_lead_nowhere(write, client):
    office, optional = write(), write(cause="news:1", category="news")
    assert client.post(path_of(office)).status_code == 404
    assert client.post(path_of(optional)[:-2] + "/").status_code == 404
    gone = path_of(optional)
    optional.delete()
    assert client.get(gone).status_code == 404


def test_the_page_speaks_the_language_of_the_letter(write, client):
    answer = client.get(path_of(write(category="news")))
    assert 'lang="uk"' in answer.content.decode()


def test_letters_without_a_mail_server_can_be_read(write, client, home):
    message = write(label="Open", path="/x/")
    with time_machine.travel(NOW):
        jobs.deliver_letters(NOW, entitled=lambda bases, day: bases)
    listed = client.get("/mail/").content.decode()
    assert message.subject in listed
    (file,) = home.iterdir()
    page = client.get(f"/mail/{file.stem}/")
    assert message.text.splitlines()[0] in page.content.decode()
    assert "frame-src 'self'" in page.headers["Content-Security-Policy"]
    html = client.get(f"/mail/{file.stem}/html/")
    assert message.subject in html.content.decode()
    policy = html.headers["Content-Security-Policy"]
    assert "script-src" not in policy
    assert "default-src 'none'" in policy
    assert "sandbox" in policy
    assert html.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_letters_of_other_libraries_are_there_too(client, home, db):
    EmailMultiAlternatives("Kod: 123", "Twój kod", to=["a@example.org"]).send()
    (file,) = home.iterdir()
    assert "Kod: 123" in client.get("/mail/?q=a@EXAMPLE").content.decode()
    assert "Kod: 123" not in client.get("/mail/?q=nobody").content.decode()
    assert "Twój kod" in client.get(f"/mail/{file.stem}/").content.decode()
    assert client.get(f"/mail/{file.stem}/html/").content == b""


def test_an_empty_mailbox_says_so(client, home, db):
    assert "Nie ma jeszcze żadnego listu" in client.get("/mail/").content.decode()


@pytest.mark.parametrize(
    "query", ["page=-1", "page=1e308", "page=NaN", "page=²", "page=١٢", "q=%00", "q=%ff", "q=" + "x" * 5000]
)
def test_the_mailbox_bears_any_question(client, home, db, query):
    EmailMultiAlternatives("S", "T", to=["a@example.org"]).send()
    assert client.get(f"/mail/?{query}").status_code == 200


@pytest.mark.parametrize("key", ["..", "settings", "0" * 24, "a" * 300])
def test_nothing_but_letters_is_read_from_the_folder(client, home, db, key):
    assert client.get(f"/mail/{key}/").status_code == 404


@pytest.mark.parametrize("path", ["/mail/", f"/mail/{'0' * 24}/", f"/mail/{'0' * 24}/html/", "/en/mail/"])
def test_the_mailbox_is_not_there_in_earnest(client, db, settings, path):
    settings.DEMO = settings.DEBUG = False
    assert client.get(path).status_code == 404


def test_a_broken_file_harms_nobody(client, home, db):
    home.mkdir()
    (home / f"{'a' * 24}.eml").write_bytes(b"\xff\xfe\0 no letter at all")
    (home / "notes.txt").write_text("x")
    assert client.get("/mail/").status_code == 200
    assert client.get(f"/mail/{'a' * 24}/").status_code == 200
