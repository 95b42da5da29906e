from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from tkanka.network.people.actions import end_sessions
from tkanka.network.people.models import Person
from tkanka.network.people.queries import consent_in_force, consents_of
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Office, Standing

from .conftest import NOON, PLATFORM, oneself
from .entering import enter, is_in

PAGES = ["account", "sessions", "consents", "my-data", "prove", "erase"]


@pytest.fixture
def inside(client, olena):
    enter(client, olena)
    return client


@pytest.mark.parametrize("page", PAGES)
def test_my_pages_ask_strangers_to_sign_in(client, db, page):
    answer = client.get(reverse(f"people:{page}"))
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("account_login"))


@pytest.mark.parametrize("page", PAGES[:-1])
def test_my_pages_are_never_kept_by_the_browser(inside, page):
    assert "no-store" in inside.get(reverse(f"people:{page}"))["Cache-Control"]


def test_name_and_language_of_letters_can_be_changed(inside, olena):
    inside.post(reverse("people:account"), {"name": "  Olena   Nowa ", "language": "en"})
    olena.refresh_from_db()
    assert (olena.name, olena.language) == ("Olena Nowa", "en")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", " "),
        ("name", "²²"),
        ("name", "x" * 201),
        ("name", "a\0b"),
        ("language", "de"),
        ("language", ""),
    ],
)
def test_what_cannot_be_a_name_or_a_language_is_answered_beside_the_field(inside, olena, field, value):
    answer = inside.post(reverse("people:account"), {"name": "Olena", "language": "pl", field: value})
    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    olena.refresh_from_db()
    assert (olena.name, olena.language) == ("Olena Kowal", "uk")


def test_i_see_where_i_am_signed_in_and_end_one_of_them(inside, olena):
    phone = Client(HTTP_USER_AGENT="Mozilla/5.0 (Android 14; Mobile) Firefox/130.0")
    enter(phone, olena)
    page = inside.get(reverse("people:sessions"))
    assert "Firefox, Android" in page.content.decode()
    other = next(s for s in page.context["sessions"] if s.session_key != inside.session.session_key)
    inside.post(reverse("people:end-session", args=[other.pk]))
    assert not is_in(phone)
    assert is_in(inside)


def test_i_end_all_others_and_stay(inside, olena):
    others = [Client(), Client()]
    for browser in others:
        enter(browser, olena)
    inside.post(reverse("people:end-other-sessions"))
    assert [is_in(browser) for browser in others] == [False, False]
    assert is_in(inside)


def test_somebody_elses_session_does_not_exist_for_me(inside, adam):
    elsewhere = Client()
    enter(elsewhere, adam)
    theirs = UserSession.objects.get(user=adam)
    assert inside.post(reverse("people:end-session", args=[theirs.pk])).status_code == 404
    assert is_in(elsewhere)


def test_those_in_office_may_sign_somebody_out_and_others_may_not(inside, olena, adam):
    with pytest.raises(Refused):
        end_sessions(person=olena, by=oneself(adam), at=NOON)
    office = Standing(person=adam.pk, offices=frozenset({Office.SECRETARIAT}))
    assert end_sessions(person=olena, by=office, at=NOON) == 1
    assert not is_in(inside)


def test_sessions_that_ran_out_are_not_listed(inside):
    Session.objects.update(expire_date=NOON.replace(year=2000))
    UserSession.objects.update(session_key="x")
    assert is_in(inside) is False


def test_consents_are_given_and_withdrawn_on_their_page_with_history(inside, olena):
    inside.post(reverse("people:give-consent", args=["newsletter"]))
    assert consent_in_force(olena.pk, "newsletter")
    inside.post(reverse("people:withdraw-consent", args=["newsletter"]))
    assert consent_in_force(olena.pk, "newsletter") is None
    page = inside.get(reverse("people:consents")).content.decode()
    assert page.count("na stronie konta") == 2


def test_withdrawing_what_the_account_rests_on_is_explained(inside, olena):
    inside.post(reverse("people:give-consent", args=["terms"]))
    answer = inside.post(reverse("people:withdraw-consent", args=["terms"]), follow=True)
    assert "Bez tej zgody nie ma konta" in answer.content.decode()
    assert consent_in_force(olena.pk, "terms")


def test_withdrawing_twice_changes_nothing_the_second_time(inside, olena):
    inside.post(reverse("people:give-consent", args=["newsletter"]))
    for _ in range(2):
        assert inside.post(reverse("people:withdraw-consent", args=["newsletter"])).status_code == 302
    assert consents_of(olena.pk).count() == 1


@pytest.mark.parametrize("url", ["give-consent", "withdraw-consent", "text"])
def test_a_text_nobody_wrote_does_not_exist(inside, url):
    path = reverse(f"people:{url}", args=["nonsense"])
    assert (inside.get if url == "text" else inside.post)(path).status_code == 404


@pytest.mark.parametrize(
    ("language", "word"), [("pl", "Administratorem"), ("en", "controller"), ("uk", "Розпорядником")]
)
def test_everybody_may_read_the_texts_in_three_languages(client, db, language, word):
    with translation.override(language):
        page = client.get(reverse("people:text", args=["privacy"]))
    assert word in page.content.decode()
    assert client.get(reverse("people:text", args=["privacy"]), {"version": "²"}).status_code == 200


def test_no_page_offers_a_password(inside):
    assert inside.get(reverse("account_change_password")).url == reverse("people:account")
    assert 'type="password"' not in inside.get(reverse("people:account")).content.decode()


def test_no_list_costs_more_with_thirty_rows_than_with_one(inside, olena, django_assert_num_queries):
    for page, most in (("account", 8), ("sessions", 5), ("consents", 5)):
        with django_assert_num_queries(most, exact=False):
            inside.get(reverse(f"people:{page}"))
    later = timezone.now() + timedelta(days=9)
    counts = [_queries(inside, page) for page in PAGES[:3]]
    for number in range(30):
        Authenticator.objects.create(user=olena, type=Authenticator.Type.WEBAUTHN, data={"name": str(number)})
        session = Session.objects.create(session_key=f"key{number}", session_data="", expire_date=later)
        UserSession.objects.create(user=olena, session_key=session.session_key, ip="127.0.0.1", user_agent="x")
        inside.post(reverse("people:give-consent", args=["newsletter"]))
        inside.post(reverse("people:withdraw-consent", args=["newsletter"]))
    assert [_queries(inside, page) for page in PAGES[:3]] == counts


def _queries(client, page):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as seen:
        assert client.get(reverse(f"people:{page}")).status_code == 200
    return len(seen)


def test_inactive_people_are_out_at_once(inside, olena):
    Person.objects.filter(pk=olena.pk).update(is_active=False)
    assert not is_in(inside)
    assert PLATFORM.system
