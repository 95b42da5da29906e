import csv
import io

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from tests import cast as made_by
from tkanka.ground.ledger.models import Record
from tkanka.network.vocabulary.models import Codelist, Concept, Synonym, Version
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.standing import Office

pytestmark = pytest.mark.django_db


def url(name, **kwargs):
    return reverse(f"network_settings:{name}", kwargs={"network": "razem", **kwargs})


def concept(codelist, code):
    return Concept.objects.get(codelist__code=codelist, code=code)


def at(name, row, **more):
    return url(name, codelist=row.codelist.code, key=row.pk, **more)


@pytest.fixture
def office(cast, sign_in):
    return sign_in(cast.igor)


@pytest.fixture
def member(cast, sign_in):
    return sign_in(cast.ada)


LABELS = {"label_pl": "Zajęcia z szycia", "label_en": "Sewing classes", "label_uk": "Заняття з шиття"}


def new_service(**more):
    return LABELS | {"parent": str(concept("sectors", "livelihoods").pk)} | more


def test_every_list_is_shown_with_its_size_and_version(member):
    page = member.get(url("codelists")).content.decode()
    assert "Obszary pomocy" in page
    assert "Usługi dla ludzi" in page
    assert page.count("<tr") == Codelist.objects.filter(below=None).count() + 1


@pytest.mark.parametrize("code", ["sectors", "support_services", "target_groups", "languages", "party_kinds", "costs"])
def test_a_list_shows_its_concepts_in_three_languages(member, code):
    page = member.get(url("codelist", codelist=code)).content.decode()
    first = Concept.objects.filter(codelist__code=code).first()
    for label in (first.label_pl, first.label_en, first.label_uk):
        assert label.replace("'", "&#x27;") in page.replace("\u00a0", " ")


def test_a_list_that_stands_below_another_is_shown_there(member):
    answer = member.get(url("codelist", codelist="services"))
    assert (answer.status_code, answer.url) == (302, url("codelist", codelist="sectors"))


@pytest.mark.parametrize(("asked", "found", "not_found"), [
    ("psycholog", "Pomoc psychologiczna", "Kursy języka polskiego"),
    ("kindergarten", "Edukacja przedszkolna", "Nocleg w kryzysie"),
    ("БІЖЕНЦІВ", "Ochrona", "Nocleg w kryzysie"),
])  # fmt: skip
def test_a_list_is_searched_by_any_of_its_words(member, asked, found, not_found):
    page = member.get(url("codelist", codelist="sectors"), {"q": asked}).content.decode().replace("\u00a0", " ")
    assert found in page
    assert not_found not in page


def test_a_search_for_nothing_known_says_so(member):
    page = member.get(url("codelist", codelist="sectors"), {"q": "xqzw"}).content.decode()
    assert "Żadne pojęcie nie zawiera tego słowa" in page.replace("\u00a0", " ")


def test_strangers_and_visitors_are_told_why_not(cast, client, sign_in):
    assert client.get(url("codelists")).status_code == 403
    assert sign_in(cast.stranger).get(url("codelists")).status_code == 403


def test_observers_may_look(cast, sign_in):
    assert sign_in(cast.olga).get(url("codelist", codelist="costs")).status_code == 200


def test_members_look_and_are_told_who_changes(member):
    row = concept("sectors", "gbv")
    for address in (url("codelist", codelist="sectors"), at("concept", row)):
        page = member.get(address).content.decode().replace("\u00a0", " ")
        assert "Słowniki zmieniają tylko koordynacja i sekretariat sieci." in page
    before = Version.objects.count()
    for name in ("rename-concept", "retire-concept"):
        assert member.get(at(name, row)).status_code == 403
        assert member.post(at(name, row), LABELS).status_code == 403
    member.post(at("add-synonym", row), {"language": "pl", "text": "coś"})
    member.post(at("restore-concept", row))
    member.post(at("remove-synonym", row, synonym=row.synonyms.first().pk))
    assert member.post(url("add-concept", codelist="services"), new_service()).status_code == 403
    assert Version.objects.count() == before


def test_a_concept_is_added_with_a_code_made_of_its_english_name(office, cast):
    answer = office.post(url("add-concept", codelist="services"), new_service())
    assert answer.url == url("codelist", codelist="services")
    made = concept("services", "sewing_classes")
    assert made.parent.code == "livelihoods"
    record = Record.objects.get(verb="vocabulary.concept_added")
    assert (record.person, record.network) == (cast.igor.pk, cast.razem.pk)


def test_a_form_opens_below_the_concept_it_was_called_from(office):
    parent = concept("sectors", "livelihoods").pk
    page = office.get(url("add-concept", codelist="services"), {"parent": parent}).content.decode()
    assert f'<option value="{parent}" selected>' in page


@pytest.mark.parametrize(("given", "field"), [
    ({"label_uk": ""}, "label_uk"),
    ({"label_pl": "x" * 201}, "label_pl"),
    ({"label_en": "   "}, "label_en"),
    ({"label_en": "\0"}, "label_en"),
    ({"code": "Zła nazwa!"}, "code"),
    ({"code": "legal_advice"}, "code"),
    ({"label_en": "Швейна майстерня"}, "code"),
    ({"parent": ""}, "parent"),
    ({"parent": "nonsense"}, "parent"),
    ({"definition_pl": "x" * 1001}, "definition_pl"),
])  # fmt: skip
def test_what_is_wrong_in_a_new_concept_stands_beside_its_field(office, given, field):
    before = Concept.objects.count()
    answer = office.post(url("add-concept", codelist="services"), new_service(**given))
    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert Concept.objects.count() == before


def test_a_fixed_list_takes_no_concepts(office):
    assert office.get(url("add-concept", codelist="party_kinds")).status_code == 403
    page = office.get(url("codelist", codelist="party_kinds")).content.decode().replace("\u00a0", " ")
    assert "Na pojęciach tego słownika opierają się zasady" in page


def test_a_concept_is_reworded_for_everybody(office):
    row = concept("costs", "free")
    given = {"label_pl": "za darmo", "label_en": "gratis", "label_uk": "задарма", "definition_pl": "Nic się nie płaci."}
    assert office.post(at("rename-concept", row), given).url == at("concept", row)
    assert vocabulary().get("costs", "free").labels == ("za darmo", "gratis", "задарма")
    page = office.get(at("concept", row)).content.decode()
    assert "bezpłatnie → za darmo" in page
    assert "Igor" in page


def test_an_unchanged_wording_makes_no_version(office):
    row = concept("reach", "local")
    given = {name: getattr(row, name) for name in LABELS} | {
        name: getattr(row, name) for name in ("definition_pl", "definition_en", "definition_uk")
    }
    before = Version.objects.count()
    assert office.post(at("rename-concept", row), given).status_code == 302
    assert Version.objects.count() == before


def test_synonyms_come_and_go(office):
    row = concept("services", "repairs")
    assert office.post(at("add-synonym", row), {"language": "pl", "text": "malowanie ścian"}).url == at("concept", row)
    word = row.synonyms.get(text="malowanie ścian")
    assert "malowanie ścian" in office.get(at("concept", row)).content.decode()
    office.post(at("remove-synonym", row, synonym=word.pk))
    assert not Synonym.objects.filter(pk=word.pk).exists()


@pytest.mark.parametrize("given", [
    {"language": "pl", "text": "remont"},
    {"language": "pl", "text": "…"},
    {"language": "pl", "text": ""},
    {"language": "pl", "text": "x" * 201},
])  # fmt: skip
def test_a_synonym_that_cannot_be_added_says_why(office, given):
    row, before = concept("services", "repairs"), Version.objects.count()
    answer = office.post(at("add-synonym", row), given)
    assert 'id="id_text_error"' in answer.content.decode()
    assert Version.objects.count() == before


def test_a_word_in_a_language_nobody_offers_is_refused(office):
    answer = office.post(at("add-synonym", concept("services", "repairs")), {"language": "de", "text": "Umbau"})
    assert 'id="id_language_error"' in answer.content.decode()


def test_a_concept_is_retired_for_a_successor_and_restored(office):
    row, heir = concept("services", "repairs"), concept("services", "housing_search")
    office.post(at("retire-concept", row), {"successor": str(heir.pk)})
    page = office.get(at("concept", row)).content.decode().replace("\u00a0", " ")
    assert "To pojęcie jest wycofane" in page
    assert heir.label_pl in page
    assert "Remonty" not in office.get(url("codelist", codelist="sectors")).content.decode()
    assert "Remonty" in office.get(url("codelist", codelist="sectors"), {"retired": "1"}).content.decode()
    office.post(at("restore-concept", row))
    assert concept("services", "repairs").is_active


def codes_of(codelist):
    rows = Concept.objects.filter(codelist__code=codelist, parent=None, retired_in=None)
    return list(rows.order_by("order", "code").values_list("code", flat=True))


def test_a_concept_changes_places_with_its_neighbour_and_the_history_says_so(office):
    before = codes_of("sectors")
    office.post(at("place-concept", concept("sectors", before[2])), {"up": "1"})
    assert codes_of("sectors") == [before[0], before[2], before[1], *before[3:]]
    page = office.get(at("concept", concept("sectors", before[2]))).content.decode()
    assert "miejsce na liście: 2" in page
    office.post(at("place-concept", concept("sectors", before[2])), {"down": "1"})
    assert codes_of("sectors") == before


def test_the_first_goes_no_higher_and_nothing_is_written(office):
    first, versions = codes_of("sectors")[0], Version.objects.count()
    answer = office.post(at("place-concept", concept("sectors", first)), {"up": "1"}, follow=True)
    assert "to koniec listy" in answer.content.decode()
    assert Version.objects.count() == versions


def test_a_sector_with_services_is_not_retired(office):
    row = concept("sectors", "health")
    page = office.get(at("concept", row)).content.decode().replace("\u00a0", " ")
    assert "Pod tym pojęciem są inne, które są w użyciu." in page
    answer = office.post(at("retire-concept", row), {"successor": ""})
    assert "Pod tym pojęciem są inne" in answer.content.decode().replace("\u00a0", " ")
    assert concept("sectors", "health").is_active


def test_history_names_the_person_to_their_own_network_and_the_network_to_others(office, cast, warmia):
    office.post(url("add-concept", codelist="services"), new_service())
    page = office.get(url("codelist-history", codelist="sectors")).content.decode()
    assert "sewing_classes" in page
    assert "Igor, " in page
    made_by.keeps(cast.stranger, warmia, Office.SECRETARIAT)
    office.force_login(cast.stranger)
    elsewhere = office.get("/n/warmia/settings/vocabulary/sectors/history/").content.decode()
    assert "sewing_classes" in elsewhere
    assert "Forum Razem, " in elsewhere
    assert "Igor" not in elsewhere


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_list_is_given_out_whole(member, kind):
    answer = member.get(url("export-codelist", codelist="sectors", kind=kind))
    assert f'filename="sectors-v1.{kind}"' in answer["Content-Disposition"]
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if kind == "csv":
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    else:
        rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    by_code = {row[1]: dict(zip(rows[0], row, strict=True)) for row in rows[1:]}
    assert len(by_code) == Concept.objects.filter(codelist__code__in=["sectors", "services"]).count()
    assert by_code["preschool"]["parent"] == "education"
    assert by_code["preschool"]["label_uk"] == "Дошкільна освіта"
    assert "przedszkole" in by_code["preschool"]["synonyms_pl"]
    assert "ocha=EDU" in by_code["education"]["external_codes"]


@pytest.mark.parametrize(
    ("name", "kwargs"),
    [
        ("codelist", {"codelist": "nothing"}),
        ("codelist-history", {"codelist": "nothing"}),
        ("export-codelist", {"codelist": "nothing", "kind": "csv"}),
        ("export-codelist", {"codelist": "sectors", "kind": "exe"}),
        ("add-concept", {"codelist": "nothing"}),
    ],
)
def test_what_does_not_exist_is_not_found(office, name, kwargs):
    assert office.get(url(name, **kwargs)).status_code == 404


def test_a_concept_of_another_list_is_not_found_in_this_one(office):
    row = concept("costs", "free")
    for name in ("concept", "rename-concept", "retire-concept"):
        assert office.get(url(name, codelist="sectors", key=row.pk)).status_code == 404
    word = concept("services", "repairs").synonyms.first()
    assert office.post(at("remove-synonym", row, synonym=word.pk)).status_code == 404


def queries_of(client, address, capture):
    client.get(address)
    with capture() as taken:
        assert client.get(address).status_code == 200
    return len(taken)


@pytest.mark.parametrize("code", ["costs", "languages", "sectors"])
def test_a_list_costs_the_same_queries_whatever_its_length(member, django_capture_on_commit_callbacks, code):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    few = queries_of(member, url("codelist", codelist="costs"), lambda: CaptureQueriesContext(connection))
    assert queries_of(member, url("codelist", codelist=code), lambda: CaptureQueriesContext(connection)) == few


def test_a_long_history_costs_the_same_queries(office):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    address = url("codelist-history", codelist="sectors")
    row = concept("sectors", "gbv")
    office.post(at("add-synonym", row), {"language": "pl", "text": "słowo 0"})
    few = queries_of(office, address, lambda: CaptureQueriesContext(connection))
    for number in range(1, 24):
        office.post(at("add-synonym", row), {"language": "pl", "text": f"słowo {number}"})
    assert queries_of(office, address, lambda: CaptureQueriesContext(connection)) == few


@pytest.mark.parametrize(("prefix", "word"), [("/en", "Lists of words"), ("/uk", "Словники")])
def test_pages_speak_the_readers_language(member, prefix, word):
    assert word in member.get(f"{prefix}/n/razem/settings/vocabulary/").content.decode()
