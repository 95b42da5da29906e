"""A passkey, from the first sign-in to the entrance without a code, in a real browser with a made-up device."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from tkanka.network.people.actions import load_texts, register_person
from tkanka.network.people.queries import has_second_factor
from tkanka.rules.standing import Standing

from .steps import enter_by_code, leave


@pytest.fixture
def olena(transactional_db):
    at, by = datetime(2026, 11, 20, 9, 0, tzinfo=UTC), Standing(system="test")
    load_texts(by=by, at=at)
    return register_person(email="olena@example.org", name="Olena Kowal", by=by, at=at)


@pytest.fixture
def device(page):
    """An authenticator inside the browser that confirms at once that its owner is there."""
    protocol = page.context.new_cdp_session(page)
    protocol.send("WebAuthn.enable")
    kind = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    made = protocol.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": kind | {"isUserVerified": True, "automaticPresenceSimulation": True}},
    )
    return protocol, made["authenticatorId"]


def add_passkey(page, name):
    page.goto("/account/2fa/webauthn/add/")
    page.get_by_label("Nazwa klucza").fill(name)
    page.get_by_role("button", name="Dodaj klucz").click()
    expect(page.get_by_role("heading", name="Kody zapasowe")).to_be_visible()


def enter_by_passkey(page):
    page.goto("/account/login/")
    page.get_by_role("button", name="Zaloguj się kluczem dostępu").click()
    page.wait_for_url(lambda url: "/account/login" not in url)


def test_a_passkey_is_added_and_then_opens_the_account_alone(page, olena, device):
    enter_by_code(page, olena)
    add_passkey(page, "Laptop w biurze")
    assert has_second_factor(olena.pk)
    leave(page)
    enter_by_passkey(page)
    page.goto("/account/2fa/webauthn/")
    expect(page.get_by_role("heading", name="Laptop w biurze")).to_be_visible()
    assert not [said for said in page.complaints if "Content Security Policy" in said]


def test_with_a_passkey_the_code_from_the_mailbox_needs_it_too(page, olena, device):
    enter_by_code(page, olena)
    add_passkey(page, "Telefon")
    leave(page)
    enter_by_code_until_factor(page, olena)
    page.get_by_role("button", name="Użyj klucza dostępu").click()
    page.wait_for_url(lambda url: "authenticate" not in url)
    page.goto("/account/")
    expect(page.get_by_role("heading", name="Moje konto")).to_be_visible()


def enter_by_code_until_factor(page, person):
    enter_by_code(page, person)
    expect(page.get_by_role("heading", name="Drugi składnik")).to_be_visible()


def test_a_device_that_does_not_know_its_owner_opens_nothing_and_the_page_says_so(page, olena, device):
    protocol, authenticator = device
    enter_by_code(page, olena)
    add_passkey(page, "Telefon")
    leave(page)
    protocol.send("WebAuthn.setUserVerified", {"authenticatorId": authenticator, "isUserVerified": False})
    page.goto("/account/login/")
    page.get_by_role("button", name="Zaloguj się kluczem dostępu").click()
    expect(page.get_by_text("Nie udało się użyć klucza dostępu")).to_be_visible()


def test_without_script_the_page_offers_the_code_and_no_dead_button(chromium, live_server, transactional_db):
    context = chromium.new_context(base_url=live_server.url, locale="pl-PL", java_script_enabled=False)
    plain = context.new_page()
    plain.goto("/account/login/")
    expect(plain.get_by_label("Adres e-mail")).to_be_visible()
    expect(plain.get_by_role("button", name="Zaloguj się kluczem dostępu")).to_be_hidden()
    context.close()
