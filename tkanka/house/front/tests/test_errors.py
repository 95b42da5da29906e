import pytest
from django.db import OperationalError
from django.http import HttpRequest
from django.test import Client, RequestFactory

from tkanka.house.front.views import errors

TITLES = {"pl": "Tej strony tu nie ma", "en": "There is no such page here", "uk": "Такої сторінки тут немає"}


@pytest.mark.django_db
@pytest.mark.parametrize(("lang", "path"), [("pl", "/brak/"), ("en", "/en/brak/"), ("uk", "/uk/brak/")])
def test_a_page_that_is_not_there_says_so_in_the_language_of_its_address(client, lang, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert TITLES[lang] in answer.content.decode()


@pytest.mark.parametrize("path", ["/en/x/", "/x/"])
def test_a_fault_of_ours_has_a_number_that_stands_in_the_log(path, caplog):
    answer = errors.broken(RequestFactory().get(path))
    assert answer.status_code == 500
    number = caplog.records[-1].args[0]
    assert number in answer.content.decode()


def test_a_fault_while_sending_offers_no_second_sending():
    assert "Spróbuj jeszcze raz" not in errors.broken(RequestFactory().post("/x/")).content.decode()


@pytest.mark.parametrize("fault", [OperationalError("database is locked"), OSError(28, "disk full"), OSError(30, "ro")])
def test_a_database_or_disk_at_rest_asks_to_come_back(fault):
    try:
        raise fault
    except type(fault):
        answer = errors.broken(RequestFactory().get("/en/x/"))
    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    assert "A short pause" in answer.content.decode()


def test_any_other_fault_is_a_fault():
    try:
        raise OSError(2, "no such file")
    except OSError:
        assert errors.broken(RequestFactory().get("/x/")).status_code == 500


@pytest.mark.parametrize("page", [errors.bad_request, errors.forged, errors.broken, errors.resting, errors.too_many])
def test_pages_of_trouble_ask_neither_database_nor_session(page, django_assert_num_queries, db):
    request = HttpRequest()
    request.method, request.path, request.path_info = "GET", "/x/", "/x/"
    request.META = {"SERVER_NAME": "localhost", "SERVER_PORT": "80"}
    given = (Exception(),) if page is errors.bad_request else ()
    with django_assert_num_queries(0):
        assert page(request, *given).status_code >= 400


@pytest.mark.django_db
def test_a_form_without_its_token_is_told_what_to_do():
    answer = Client(enforce_csrf_checks=True).post("/look/set/", {"look": "dark"})
    assert answer.status_code == 403
    assert "Formularz stracił ważność" in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sent", "kept"), [("dark", "dark"), ("light", "light"), ("auto", ""), ("", ""), ("x\r\nSet-Cookie: a=b", "")]
)
def test_the_look_is_kept_on_the_device(client, sent, kept):
    answer = client.post("/look/set/", {"look": sent, "next": "/en/x/?a=1"})
    assert answer["Location"] == "/en/x/?a=1"
    assert answer.cookies["look"].value == kept


@pytest.mark.django_db
@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:x", "\\\\evil", ""])
def test_choosing_a_look_leads_nowhere_else(client, elsewhere):
    assert client.post("/look/set/", {"look": "dark", "next": elsewhere})["Location"] == "/"


@pytest.mark.django_db
def test_the_style_guide_is_for_development_and_demonstration(client, settings):
    settings.DEBUG = settings.DEMO = False
    assert client.get("/look/").status_code == 404
    settings.DEMO = True
    assert client.get("/look/").status_code == 200


def test_every_pair_of_colours_in_use_can_be_read():
    from tkanka.house.front.views.samples import pairs

    assert [pair for pair in pairs() if min(pair["light"], pair["dark"]) < pair["needed"]] == []
