import re
import time
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tkanka.ground.ledger.models import Record
from tkanka.network.people.queries import has_second_factor, sign_in_ways

from .entering import answer_code, ask_for_code, code_in, enter, is_in, kinds_to, letters_to


def app_code(secret, ahead=0):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + ahead))


@pytest.fixture
def secret(client, olena, django_capture_on_commit_callbacks):
    """Olena is in and has switched the app on."""
    enter(client, olena)
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("mfa_activate_totp"), {"code": app_code(secret)})
    assert answer.url == reverse("mfa_view_recovery_codes")
    return secret


def pass_mailbox(olena):
    """A fresh browser that has given the code from the mailbox and no more."""
    browser = Client()
    cache.clear()
    ask_for_code(browser, olena.email)
    answer = answer_code(browser, code_in(letters_to(olena.email)[-1]))
    assert answer.url == reverse("mfa_authenticate")
    return browser


def test_the_code_for_the_app_is_drawn_in_the_page_not_fetched(client, olena):
    enter(client, olena)
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    assert re.search(r'<svg viewBox="0 0 \d+ \d+" width="220"', page)
    assert "data:" not in page
    assert " style=" not in page


def test_a_wrong_code_does_not_switch_the_app_on(client, olena):
    enter(client, olena)
    client.get(reverse("mfa_activate_totp"))
    answer = client.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert "Kod się nie zgadza" in str(answer.context["form"].errors["code"])
    assert not has_second_factor(olena.pk)


def test_with_the_app_on_the_mailbox_alone_opens_nothing(olena, secret):
    browser = pass_mailbox(olena)
    assert not is_in(browser)
    browser.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert not is_in(browser)
    browser.post(reverse("mfa_authenticate"), {"code": app_code(secret, ahead=1)})
    assert is_in(browser)


def test_a_recovery_code_opens_once(client, olena, secret):
    codes = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]
    browser = pass_mailbox(olena)
    browser.post(reverse("mfa_authenticate"), {"code": codes[0]})
    assert is_in(browser)
    again = pass_mailbox(olena)
    again.post(reverse("mfa_authenticate"), {"code": codes[0]})
    assert not is_in(again)


def test_guessing_at_the_second_factor_is_limited(olena, secret):
    browser = pass_mailbox(olena)
    for _ in range(6):
        browser.post(reverse("mfa_authenticate"), {"code": "000000"})
    browser.post(reverse("mfa_authenticate"), {"code": app_code(secret, ahead=1)})
    assert not is_in(browser)


def test_the_secret_does_not_lie_open_in_the_database(olena, secret):
    kept = Authenticator.objects.get(user=olena, type=Authenticator.Type.TOTP)
    assert secret not in str(kept.data)
    assert sign_in_ways(olena.pk).recovery_codes


def test_switching_on_is_told_by_letter_and_in_the_ledger(olena, secret):
    assert "totp_activated" in kinds_to(olena.email)
    told = next(letter for letter in letters_to(olena.email) if "totp_activated" in letter.cause)
    assert (told.language, bool(told.text)) == ("uk", True)
    changes = [record.facts["change"] for record in Record.objects.filter(verb="person.sign_in_changed")]
    assert changes[0] == "totp_activated"


def test_switching_off_asks_who_it_is_once_the_entrance_is_long_ago(client, olena, secret, time_machine):
    time_machine.move_to(timezone.now() + timedelta(hours=1))
    asked = client.post(reverse("mfa_deactivate_totp"))
    assert asked.url.startswith(reverse("mfa_reauthenticate"))
    assert has_second_factor(olena.pk)
    client.post(asked.url, {"code": app_code(secret)})
    assert not has_second_factor(olena.pk)


def test_a_passkey_answer_that_is_not_one_is_refused_without_a_fault(client, olena):
    for credential in ("{}", "[]", "null", '{"id": 1}', "x", '{"response": {"userHandle": "AAAA"}}'):
        answer = client.post(reverse("mfa_login_webauthn"), {"credential": credential})
        assert answer.status_code == 302
        assert not is_in(client)


def test_changing_the_address_needs_the_code_sent_to_the_new_one(client, olena):
    enter(client, olena)
    client.post(reverse("account_email"), {"email": "new@example.org", "action_add": ""})
    olena.refresh_from_db()
    assert olena.email == "olena@example.org"
    code = code_in(letters_to("new@example.org")[-1])
    client.post(reverse("account_email_verification_sent"), {"code": code})
    olena.refresh_from_db()
    assert olena.email == "new@example.org"
    assert [a.email for a in EmailAddress.objects.filter(user=olena)] == ["new@example.org"]
    assert kinds_to("olena@example.org")[-1] == "email_changed"


def test_somebody_elses_address_cannot_be_taken_even_by_who_reads_its_letters(client, olena, adam):
    enter(client, olena)
    answer = client.post(reverse("account_email"), {"email": adam.email, "action_add": ""})
    assert answer.url == reverse("account_email_verification_sent")
    code = code_in(letters_to(adam.email)[-1])
    answer = client.post(reverse("account_email_verification_sent"), {"code": code})
    assert "należy już do innego konta" in str(answer.context["verify_form"].errors["code"])
    olena.refresh_from_db()
    assert olena.email == "olena@example.org"
