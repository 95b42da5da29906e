"""The page around every matter: with a network, without one, and without a request."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Context, engines
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from tkanka.ground.kit.links import in_language, network_route, route_of
from tkanka.ground.kit.templatetags.frame import place_of

RAZEM = SimpleNamespace(
    slug="razem", name="Forum Razem", short_name="Razem", tagline="Razem idzie lepiej", email="a@b.example", phone="",
    address="", funder="", funder_note="",
)  # fmt: skip


def organisation(key, name, short=""):
    return SimpleNamespace(pk=key, name=name, short_name=short)


def frame(**given):
    return SimpleNamespace(
        **{"network": RAZEM, "person": None, "acting": None, "can_act_for": [], "keeps": False, **given}
    )


def page(path="/n/razem/", given=None, cookies=None, **context):
    request = RequestFactory().get(path)
    request.user = AnonymousUser()
    request.COOKIES.update(cookies or {})
    if given:
        request.frame = given
    with translation.override("pl"):
        return render_to_string("kit/page.html", {"title": "Próba", **context}, request=request)


def test_without_request_or_network_the_page_still_stands():
    html = render_to_string("kit/page.html", {"title": "Próba"})
    assert "<title>Próba</title>" in html
    assert 'id="tresc"' in html


def test_the_network_gives_its_name_and_its_address():
    html = page(given=frame())
    assert "<title>Próba · Razem</title>" in html
    assert "mailto:a@b.example" in html
    assert "Razem idzie lepiej" in html


def test_who_speaks_for_more_than_one_always_sees_for_whom():
    both = [organisation(1, "Stowarzyszenie Trzy Mosty", "Trzy Mosty"), organisation(2, "Kolektyw Barwinok")]
    html = page(given=frame(person="Olena", acting=both[0], can_act_for=both))
    assert '<b class="wide">Stowarzyszenie Trzy Mosty</b><b class="slim">Trzy Mosty</b>' in html


@pytest.mark.parametrize(("cookie", "theme"), [("dark", ' data-theme="dark"'), ("light", ' data-theme="light"')])
def test_the_look_of_the_cookie_is_kept(cookie, theme):
    assert f'<html lang="pl"{theme}>' in page(cookies={"look": cookie})


@pytest.mark.parametrize("cookie", ["", "auto", '"><script>', "x" * 5000])
def test_any_other_look_is_the_one_of_the_system(cookie):
    assert '<html lang="pl">' in page(cookies={"look": cookie})


@pytest.mark.parametrize(
    ("path", "pl", "en"),
    [
        ("/n/razem/a/?q=1&page=2", "/n/razem/a/?q=1&page=2", "/en/n/razem/a/?q=1&page=2"),
        ("/uk/n/razem/", "/n/razem/", "/en/n/razem/"),
        ("/en/", "/", "/en/"),
        ("/ukraina/", "/ukraina/", "/en/ukraina/"),
    ],
)
def test_the_language_switch_keeps_the_page_and_its_question(path, pl, en):
    request = RequestFactory().get(path)
    assert (in_language(request, "pl"), in_language(request, "en")) == (pl, en)


@pytest.mark.parametrize(
    ("path", "said", "place"),
    [
        ("/n/razem/secretariat/outbox/", "", "secretariat"),
        ("/en/n/razem/desk/", "", "desk"),
        ("/n/razem/desktop/", "", "network"),
        ("/n/razem/applications/", "secretariat", "secretariat"),
    ],
)
def test_a_page_knows_which_of_the_three_places_it_stands_in(path, said, place):
    assert place_of(Context({"request": RequestFactory().get(path), "place": said})) == place


def test_what_is_kept_changes_with_what_it_depends_on():
    changed = SimpleNamespace(**{**vars(RAZEM), "email": "nowy@b.example"})
    assert "mailto:a@b.example" in page(given=frame())
    assert "mailto:nowy@b.example" in page(given=frame(network=changed))
    assert "mailto:a@b.example" in page(given=frame())


def test_what_is_kept_is_kept_for_each_language():
    source = engines["django"].from_string('{% kept "x" %}{% translate "Zapisz" %}{% endkept %}')
    with translation.override("pl"):
        assert source.render() == "Zapisz"
    with translation.override("en"):
        assert source.render() == "Save"


def test_a_route_nobody_has_built_is_no_fault():
    assert route_of("nowhere:at-all", network="razem") == ""
    assert network_route("nowhere:at-all", "razem") == ""


def test_every_page_is_light_enough():
    import gzip

    assert len(gzip.compress(page(given=frame(person="Olena", keeps=True)).encode(), 6)) < 4_000


def test_nothing_on_the_page_comes_from_elsewhere_or_runs_inline():
    html = page(given=frame(person="Olena"))
    for sign in ("http://", "https://", "<style", " style=", "onclick", "<script>"):
        assert sign not in html
