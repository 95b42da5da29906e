"""The charter on its pages: paragraphs, terms beside them, versions."""

import json
import re
from datetime import date, timedelta

import pytest
from django.core.cache import caches

from tests.cast import DAY, NOW, SYSTEM
from tests.queries import assert_page_queries
from tkanka.ground.ledger.queries import records_of
from tkanka.network.networks import actions
from tkanka.network.networks.models import CharterVersion
from tkanka.rules import books
from tkanka.rules.rulebook import read_rulebook, terms_of
from tkanka.rules.texts import charter_texts

pytestmark = pytest.mark.django_db
PAGE = "/n/razem/charter/"


def read(client, address=PAGE, **question):
    """The page as it is now: these tests write tables past the actions, which a kept page would not notice."""
    caches["process"].clear()
    answer = client.get(address, question)
    assert answer.status_code == 200
    return answer.content.decode().replace("\u00a0", " ")


def article(page, anchor):
    return re.search(rf'<article class="sec" id="{anchor}".*?</article>', page, re.S)[0]


def next_version(network, day, changed=("value = 8", "value = 9")):
    """A version with nine seats instead of eight, as if it had passed the gates."""
    first = CharterVersion.objects.get(network=network, number=1)
    return CharterVersion.objects.create(
        network=network, number=2, in_force_from=day, rulebook=first.rulebook.replace(*changed, 1)
    )


def test_every_paragraph_has_its_address(client, razem):
    page = read(client)
    for paragraph in charter_texts("razem_2023"):
        for anchor in paragraph.anchors:
            assert page.count(f'id="{anchor}"') == 1
            assert f'href="#{anchor}"' in page


@pytest.mark.parametrize("book", ["razem", "warmia", "siec", "forum"])
def test_every_term_stands_beside_a_paragraph(client, book, request):
    network = request.getfixturevalue(book)
    page = read(client, f"/n/{network.slug}/charter/")
    known = dict(terms_of(read_rulebook(books.rulebook_text(network.book))))
    assert page.count("<dt>") == len(known)
    assert "Ustalenia bez paragrafu" not in page


def test_a_term_is_shown_with_the_paragraph_it_cites(client, razem):
    page = read(client)
    assert "Grupy Robocze" in article(page, "p9")
    assert article(page, "p9").count("<dt>") == sum(
        t.cite == "§9" for _, t in terms_of(read_rulebook(books.rulebook_text("razem_2023")))
    )


def test_the_polish_text_is_the_one_in_force(client, razem):
    assert "W mocy jest tekst polski" not in read(client)
    page = read(client, "/en/n/razem/charter/")
    assert "The Polish text is the one in force" in page
    assert '<div class="flow" lang="pl">' in article(page, "p9")
    assert ">Working groups</h2>" in article(page, "p9")


def test_a_day_the_text_does_not_name_is_said_to_be_the_networks(client, razem):
    assert "Dzień wyznaczyła sieć" not in read(client)
    CharterVersion.objects.update(day_is_inferred=True)
    assert "Dzień wyznaczyła sieć, nie tekst." in read(client)


def test_the_charter_of_a_day(client, razem):
    next_version(razem, DAY - timedelta(days=10))
    assert "Wersja 2, w mocy od 10 listopada 2026." in read(client)
    earlier = read(client, on="2026-11-09")
    assert "Wersja 1, w mocy od 1 stycznia 2023, zastąpiona 10 listopada 2026." in earlier
    assert "To nie są zasady, które dziś obowiązują." in earlier


def test_a_version_that_waits_is_not_in_force(client, razem):
    next_version(razem, date(2999, 1, 1))
    assert "Wersja 1, w mocy od" in read(client)
    ahead = read(client, version=2)
    assert "Wersja 2, w mocy dopiero od 1 stycznia 2999." in ahead


def test_a_version_that_is_not_there_is_not_found(client, razem):
    assert client.get(PAGE, {"version": 2}).status_code == 404


def test_before_the_first_charter_the_page_says_so(client, razem):
    page = read(client, on="1999-01-01")
    assert "Tego dnia sieć nie miała jeszcze zasad." in page


@pytest.mark.parametrize("on", ["31.02.2026", "2026-13-01", "²", "x" * 5000, "0000-00-00", "\x00"])
def test_what_is_no_day_is_said_at_the_field(client, razem, on):
    page = read(client, on=on)
    assert 'class="err"' in page
    assert "Wersja 1" in page


@pytest.mark.parametrize("version", ["0", "-1", "²", "x", "99999999999999999999", "\x00"])
def test_what_is_no_version_shows_the_one_in_force(client, razem, version):
    assert "Wersja 1, w mocy od" in read(client, version=version)


def test_a_network_without_a_charter_says_what_then_holds(client, db):
    actions.found_network(by=SYSTEM, at=NOW, slug="nowa", name="Nowa", short_name="Nowa", book="")
    assert "Sieć nie zapisała jeszcze swoich zasad" in read(client, "/n/nowa/charter/")
    assert client.get("/n/nowa/charter/terms/").status_code == 404
    assert client.get("/n/nowa/charter/rulebook.toml").status_code == 404


def test_a_text_that_only_informs_says_so(client, forum):
    assert "Ten tekst opisuje, a nie wiąże." in read(client, "/n/forum/charter/")


def test_the_terms_are_found_by_words_and_chapter(client, razem):
    page = read(client, f"{PAGE}terms/", q="§9 working_groups.min")
    assert "1 ustalenie z 185" in page
    assert read(client, f"{PAGE}terms/", chapter="host").count('scope="row"') == 8
    assert "Żadne ustalenie nie pasuje" in read(client, f"{PAGE}terms/", q="hipopotam")
    assert "185 ustaleń z 185" in read(client, f"{PAGE}terms/", chapter="nonsense")


def test_the_terms_as_files_say_what_the_page_says(client, razem):
    told = json.loads(client.get(f"{PAGE}terms.json").content)
    assert told["version"] == 1
    assert len(told["terms"]) == 185
    by_path = {term["path"]: term for term in told["terms"]}
    assert by_path["working_groups.min_proposers"]["value"] == 2
    assert by_path["decisions.separation.exclusions"]["value"] == [{"who": "seat_of_host", "kind": "no_vote"}]
    lines = b"".join(client.get(f"{PAGE}terms.csv?chapter=host").streaming_content).decode().splitlines()
    assert len(lines) == 9
    toml = client.get(f"{PAGE}rulebook.toml")
    assert read_rulebook(toml.content.decode()).title
    assert toml["Content-Disposition"].startswith("attachment")


def test_an_earlier_version_keeps_its_files(client, razem):
    next_version(razem, DAY - timedelta(days=10))
    seats = {
        version: next(
            t["value"]
            for t in json.loads(client.get(f"{PAGE}terms.json", {"version": version}).content)["terms"]
            if t["path"] == "advisory_group.seats"
        )
        for version in (1, 2)
    }
    assert seats == {1: 8, 2: 9}


def test_the_table_of_an_earlier_version_leads_to_its_paragraphs(client, razem):
    next_version(razem, DAY - timedelta(days=10))
    assert 'href="/n/razem/charter/?version=1#p9"' in read(client, f"{PAGE}terms/", version=1)
    assert 'href="/n/razem/charter/#p9"' in read(client, f"{PAGE}terms/")


def test_a_term_without_a_paragraph_in_the_text_is_not_lost(client, razem):
    version = CharterVersion.objects.get()
    version.rulebook = version.rulebook.replace('cite = "§9"', 'cite = "§99"', 1)
    version.save()
    page = read(client)
    assert "Ustalenia bez paragrafu w tekście" in page
    assert '<span class="cite">§ 99</span>' in page


def test_the_page_asks_the_database_little(client, razem):
    def grow():
        for number in range(2, 32):
            CharterVersion.objects.create(
                network=razem,
                number=number,
                in_force_from=DAY,
                rulebook=books.rulebook_text("razem_2023"),
            )

    assert_page_queries(client, PAGE, grow=grow)


def test_where_the_charter_is_silent_the_platform_says_what_it_does_and_why(client, razem):
    page = read(client, f"{PAGE}defaults/")
    assert "Czas na odpowiedź przed wykluczeniem</dt><dd>14 dni</dd>" in page
    assert "Dlaczego: tekst nie przewiduje zawiadomienia" in page
    main = page.split("<main", 1)[1].split("</main>")[0]
    assert 'class="cite"' not in main
    assert "Od kiedy obowiązuje" not in main
    CharterVersion.objects.update(day_is_inferred=True)
    assert "Od kiedy obowiązuje" in read(client, f"{PAGE}defaults/")


def test_a_term_the_charter_fixes_is_no_default_any_more(client, razem):
    version = CharterVersion.objects.get()
    version.rulebook = version.rulebook.replace(
        "[membership]\n", '[membership]\nremoval_notice_days = { value = 30, cite = "§3" }\n', 1
    )
    version.save()
    assert "Czas na odpowiedź przed wykluczeniem" not in read(client, f"{PAGE}defaults/")
    assert "Czas na odpowiedź przed wykluczeniem</dt><dd>30 dni</dd>" in article(read(client), "p3")


def test_a_charter_of_the_networks_own_has_defaults_too(client, razem):
    version = CharterVersion.objects.get()
    version.rulebook = '[book]\ntitle = "Nasza"\nin_force_from = 2026-01-01\n'
    version.save()
    assert "Kiedy można odejść" not in read(client, f"{PAGE}defaults/")
    assert "Jest zawieszenie w prawach</dt><dd>nie istnieje</dd>" in read(client, f"{PAGE}defaults/")


@pytest.mark.parametrize("language", ["en", "uk"])
@pytest.mark.parametrize("book", ["razem", "warmia", "siec", "forum"])
def test_defaults_are_told_in_every_language(client, language, book, request):
    network = request.getfixturevalue(book)
    page = read(client, f"/{language}/n/{network.slug}/charter/defaults/")
    assert "tekst milczy" not in page


@pytest.mark.norm("R-00-01", "W-00-01", "B-00-01")
@pytest.mark.parametrize("book", ["razem", "warmia", "siec"])
def test_a_version_carries_its_day_and_who_entered_it_and_says_who_set_the_day(client, book, request):
    network = request.getfixturevalue(book)
    later = actions.found_network(by=SYSTEM, at=NOW, slug="druga", name="Druga", short_name="D", book=network.book)
    version = actions.adopt_charter(
        by=SYSTEM,
        at=NOW,
        network=later,
        rulebook=books.rulebook_text(network.book),
        paragraphs=list(charter_texts(network.book)),
        day_is_inferred=True,
    )
    assert version.in_force_from == read_rulebook(version.rulebook).in_force_from
    assert [line.system for line in records_of(version)] == ["tests"]
    assert "Dzień wyznaczyła sieć, nie tekst." in read(client, "/n/druga/charter/")
