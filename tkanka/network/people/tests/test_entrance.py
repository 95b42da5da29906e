import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from tkanka.ground.notices.models import Message
from tkanka.network.people.actions import erase_person
from tkanka.network.people.models import Person
from tkanka.network.people.queries import consent_in_force, person_by_email, texts_awaiting

from .conftest import NOON, oneself
from .entering import answer_code, ask_for_code, code_in, enter, is_in, kinds_to, letters_to


@pytest.fixture
def elsewhere():
    return Client(HTTP_USER_AGENT="Firefox Linux")


def test_one_enters_with_a_code_from_the_mailbox(client, olena):
    asked = ask_for_code(client, "OLENA@example.org")
    assert asked.url == reverse("account_confirm_login_code")
    letter = letters_to(olena.email)[-1]
    assert (letter.language, letter.person) == ("uk", olena.pk)
    entered = answer_code(client, code_in(letter))
    assert entered.status_code == 302
    assert is_in(client)


def test_the_code_may_be_typed_without_its_dash_and_leads_where_one_wanted(client, olena):
    ask_for_code(client, olena.email)
    wanted = reverse("people:sessions")
    url = f"{reverse('account_confirm_login_code')}?next={wanted}"
    entered = client.post(url, {"code": code_in(letters_to(olena.email)[-1]).replace("-", " ")})
    assert entered.url == wanted


def test_nobody_is_sent_to_another_place_after_entering(client, olena):
    ask_for_code(client, olena.email)
    url = f"{reverse('account_confirm_login_code')}?next=https://evil.example/"
    assert client.post(url, {"code": code_in(letters_to(olena.email)[-1])}).url == reverse("people:consents")


def test_a_wrong_code_is_answered_beside_the_field(client, olena):
    ask_for_code(client, olena.email)
    answer = answer_code(client, "0000-0000")
    assert answer.status_code == 200
    assert "Kod się nie zgadza" in str(answer.context["verify_form"].errors["code"])
    assert 'id="id_code_error"' in answer.content.decode()
    assert not is_in(client)


def test_after_three_wrong_codes_even_the_right_one_is_refused(client, olena):
    ask_for_code(client, olena.email)
    right = code_in(letters_to(olena.email)[-1])
    answers = [answer_code(client, "0000-0000") for _ in range(3)]
    assert answers[-1].status_code == 302
    answer_code(client, right)
    assert not is_in(client)
    shown = client.get(reverse("account_login")).content.decode()
    assert "Za dużo prób" in shown


def test_a_code_older_than_a_quarter_of_an_hour_is_refused_with_a_reason(client, olena, time_machine):
    time_machine.move_to(NOON)
    ask_for_code(client, olena.email)
    right = code_in(letters_to(olena.email)[-1])
    time_machine.shift(15 * 60 + 1)
    answer = client.post(reverse("account_confirm_login_code"), {"code": right}, follow=True)
    assert "Ten kod już nie działa" in answer.content.decode()
    assert not is_in(client)


def test_a_code_works_once(client, olena):
    enter(client, olena)
    used = code_in(letters_to(olena.email)[-1])
    client.post(reverse("account_logout"))
    answer_code(client, used)
    assert not is_in(client)


def test_a_code_asked_for_in_one_browser_does_not_open_another(client, olena, elsewhere):
    ask_for_code(client, olena.email)
    answer_code(elsewhere, code_in(letters_to(olena.email)[-1]))
    assert not is_in(elsewhere)


def test_a_new_code_can_be_asked_for_and_voids_the_first(client, olena):
    ask_for_code(client, olena.email)
    client.post(reverse("account_confirm_login_code"), {"action": "resend"})
    first, second = [code_in(letter) for letter in letters_to(olena.email)]
    answer_code(client, first)
    assert not is_in(client)
    answer_code(client, second)
    assert is_in(client)


def test_an_unknown_address_gets_the_same_answer_and_another_letter(client, olena, elsewhere):
    known, unknown = ask_for_code(client, olena.email), ask_for_code(elsewhere, "nobody@example.org")
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    pages = [
        one.get(known.url).content.decode().replace(email, "X")
        for one, email in ((client, olena.email), (elsewhere, "nobody@example.org"))
    ]
    assert without_tokens(pages[0]) == without_tokens(pages[1])
    assert kinds_to("nobody@example.org") == ["unknown_account"]


def without_tokens(page):
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


def test_an_erased_person_is_as_unknown_as_anybody(client, olena):
    erase_person(person=olena, by=oneself(olena), at=NOON)
    ask_for_code(client, "olena@example.org")
    assert kinds_to("olena@example.org") == ["unknown_account"]


def test_somebody_made_inactive_cannot_enter(client, olena):
    Person.objects.filter(pk=olena.pk).update(is_active=False)
    ask_for_code(client, olena.email)
    assert kinds_to(olena.email) == ["unknown_account"]


def test_codes_for_one_address_are_limited_whoever_asks(client, olena):
    for _ in range(3):
        ask_for_code(Client(), olena.email)
    answer = ask_for_code(client, olena.email)
    assert answer.status_code == 200
    assert "Za dużo prób" in str(answer.context["form"].errors["login"])
    assert len(letters_to(olena.email)) == 3


def test_the_limit_is_kept_where_all_processes_see_it(settings):
    assert settings.CACHES["default"]["BACKEND"].endswith("DatabaseCache")
    assert settings.SESSION_ENGINE.endswith("backends.db")


def sign_up(client, email="nova@example.org", **more):
    return client.post(reverse("account_signup"), {"email": email, "name": "Nova Nowa", "agree": "on", **more})


def test_signing_up_asks_for_the_address_a_name_and_the_consent(client, db):
    answer = client.post(reverse("account_signup"), {"email": "not an address"})
    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {"email", "name", "agree"}
    assert Person.objects.count() == 0


def test_signing_up_records_what_was_agreed_to_and_in_which_version(client, db):
    with translation.override("en"):
        url = reverse("account_signup")
    client.post(url, {"email": "Nova@example.org", "name": "Nova Nowa", "agree": "on"})
    nova = person_by_email("nova@example.org")
    assert (nova.name, nova.language, nova.self_registered) == ("Nova Nowa", "en", True)
    consents = [consent_in_force(nova.pk, code) for code in ("terms", "privacy")]
    assert [(c.text.version, c.given_how) for c in consents] == [(1, "sign_up")] * 2
    assert consent_in_force(nova.pk, "newsletter") is None


def test_nobody_is_in_before_the_address_is_confirmed(client, db):
    assert sign_up(client).url == reverse("account_email_verification_sent")
    assert not is_in(client)
    code = code_in(letters_to("nova@example.org")[-1])
    client.post(reverse("account_email_verification_sent"), {"code": code})
    assert is_in(client)


def test_signing_up_with_a_taken_address_looks_the_same_and_tells_only_its_owner(client, olena, elsewhere):
    known, unknown = sign_up(client, olena.email), sign_up(elsewhere)
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    pages = [client.get(known.url), elsewhere.get(unknown.url)]
    texts = [without_tokens(p.content.decode()) for p in pages]
    assert texts[0].replace(olena.email, "X") == texts[1].replace("nova@example.org", "X")
    assert kinds_to(olena.email) == ["account_already_exists"]
    assert olena.name == Person.objects.get(pk=olena.pk).name


def test_somebody_invited_confirms_by_entering(client, olena):
    enter(client, olena)
    assert olena.emailaddress_set.get().verified


def test_the_pages_of_entering_speak_three_languages(client, db):
    headings = set()
    for language in ("pl", "en", "uk"):
        with translation.override(language):
            page = client.get(reverse("account_login"))
        assert f'<html lang="{language}"' in page.content.decode()
        headings.add(page.content.decode().split("<h1>")[1].split("</h1>")[0])
    assert len(headings) == 3


def test_too_many_attempts_get_a_page_that_says_so(client, db, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    ask_for_code(client, "nobody@example.org")
    answer = ask_for_code(client, "nobody@example.org")
    assert answer.status_code == 429
    assert "Za dużo prób naraz" in answer.content.decode()


@pytest.mark.parametrize("login", ["a\0b@example.org", "x" * 5000 + "@example.org", "²@example.org", "", " "])
def test_strange_addresses_get_an_error_and_no_letter(client, db, login):
    answer = ask_for_code(client, login)
    assert answer.status_code == 200
    assert answer.context["form"].errors["login"]
    assert not Message.objects.exists()


def test_somebody_invited_is_shown_the_texts_at_the_first_entrance_only(client, olena):
    assert enter(client, olena).url == reverse("people:consents")
    for text in texts_awaiting(olena.pk, timezone.now()):
        client.post(reverse("people:give-consent", args=[text.code]))
    assert enter(Client(), olena).url == "/"
