from copy import deepcopy
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.providers import registry
from django.urls import reverse
from django.utils import translation

from tkanka.network.people.models import Person
from tkanka.network.people.queries import consent_in_force, other_accounts, person_by_email

from .entering import code_in, confirmed, enter, is_in, letters_to
from .provider import served

OLENA_THERE = {"sub": "42", "email": "olena@example.org", "email_verified": True, "name": "Olena Kowal"}


@pytest.fixture
def provider(settings):
    settings.INSTALLED_APPS = [*settings.INSTALLED_APPS, "allauth.socialaccount.providers.openid_connect"]
    registry.loaded = False
    server = served(dict(OLENA_THERE))
    providers = deepcopy(settings.SOCIALACCOUNT_PROVIDERS)
    providers["openid_connect"]["APPS"] = [
        {
            "provider_id": "oidc",
            "name": "Dom",
            "client_id": "tkanka",
            "secret": "s",
            "settings": {"server_url": f"http://127.0.0.1:{server.server_port}"},
        }
    ]
    settings.SOCIALACCOUNT_PROVIDERS = providers
    yield server
    server.shutdown()
    server.server_close()


def go_there(client, **more):
    """Leave for the provider and come back as the one it knows."""
    left = client.post(reverse("openid_connect_login", args=["oidc"]), more)
    asked = parse_qs(urlsplit(left.url).query)
    assert asked["redirect_uri"] == ["http://testserver/account/3rdparty/oidc/callback/"]
    assert asked["code_challenge_method"] == ["S256"]
    return client.get("/account/3rdparty/oidc/callback/", {"code": "c", "state": asked["state"][0]})


def test_without_a_provider_no_button_and_no_way(client, db):
    page = client.get(reverse("account_login")).content.decode()
    assert "3rdparty" not in page
    assert client.post(reverse("openid_connect_login", args=["oidc"])).status_code == 404
    assert client.get("/account/3rdparty/oidc/callback/").status_code == 404


def test_with_a_provider_there_is_a_button_with_its_name(client, db, provider):
    assert "Zaloguj się przez Dom" in client.get(reverse("account_login")).content.decode()


def test_somebody_new_sees_the_texts_and_confirms_before_there_is_an_account(client, db, provider):
    assert go_there(client).url == reverse("socialaccount_signup")
    assert Person.objects.count() == 0
    page = client.get(reverse("socialaccount_signup"))
    assert page.context["form"].initial["name"] == "Olena Kowal"
    answer = client.post(reverse("socialaccount_signup"), {"email": "olena@example.org", "name": "Olena"})
    assert "agree" in answer.context["form"].errors
    client.post(reverse("socialaccount_signup"), {"email": "olena@example.org", "name": "Olena", "agree": "on"})
    olena = person_by_email("olena@example.org")
    assert consent_in_force(olena.pk, "privacy")
    assert other_accounts(olena.pk) == 1
    assert not olena.has_usable_password()


def test_the_address_is_confirmed_here_unless_the_provider_did(client, db, provider):
    provider.person["email_verified"] = False
    go_there(client)
    client.post(reverse("socialaccount_signup"), {"email": "olena@example.org", "name": "Olena", "agree": "on"})
    assert not is_in(client)
    code = code_in(letters_to("olena@example.org")[-1])
    client.post(reverse("account_email_verification_sent"), {"code": code})
    assert is_in(client)


def test_another_account_does_not_open_one_here_by_its_address_alone(client, olena, provider):
    confirmed(olena)
    go_there(client)
    client.post(reverse("socialaccount_signup"), {"email": olena.email, "name": "Thief", "agree": "on"})
    assert not is_in(client)
    assert other_accounts(olena.pk) == 0


def test_where_the_provider_is_trusted_its_confirmed_address_opens_the_account(client, olena, provider, settings):
    settings.SOCIALACCOUNT_EMAIL_AUTHENTICATION = settings.SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
    confirmed(olena)
    go_there(client)
    assert is_in(client)
    assert other_accounts(olena.pk) == 1


def test_one_connects_the_account_and_enters_with_it_afterwards(client, olena, provider):
    enter(client, olena)
    left = client.post(f"{reverse('openid_connect_login', args=['oidc'])}?process=connect")
    state = parse_qs(urlsplit(left.url).query)["state"][0]
    client.get("/account/3rdparty/oidc/callback/", {"code": "c", "state": state})
    assert other_accounts(olena.pk) == 1
    client.post(reverse("account_logout"))
    go_there(client)
    assert is_in(client)


def test_an_answer_nobody_asked_for_is_refused(client, db, provider):
    answer = client.get("/account/3rdparty/oidc/callback/", {"code": "c", "state": "made-up"})
    assert "Nie udało się zalogować" in answer.content.decode()
    assert not is_in(client)


def test_giving_up_there_leads_to_a_page_that_says_so(client, db, provider):
    left = client.post(reverse("openid_connect_login", args=["oidc"]))
    state = parse_qs(urlsplit(left.url).query)["state"][0]
    answer = client.get("/account/3rdparty/oidc/callback/", {"error": "access_denied", "state": state}, follow=True)
    assert "Logowanie przerwane" in answer.content.decode()


def test_the_address_registered_there_is_the_same_in_every_language(db):
    for language in ("pl", "en", "uk"):
        with translation.override(language):
            assert reverse("openid_connect_callback", args=["oidc"]) == "/account/3rdparty/oidc/callback/"
