"""An organisation keeps its own profile, section by section."""

import pytest

from tests.cast import NOW, SYSTEM, belongs, network, organisation, person
from tkanka.ground.ledger.models import Record
from tkanka.ground.search.queries import search
from tkanka.network.directory.models import Openness
from tkanka.network.networks import actions
from tkanka.network.networks.models import Identifier, Organisation
from tkanka.network.places.queries import units_coded
from tkanka.network.vocabulary.queries import concepts_coded
from tkanka.rules.standing import Capacity
from tkanka.rules.visibility import Audience

pytestmark = pytest.mark.django_db
BASICS = {"name": "Fundacja Jeden Dach", "language": "pl"}
CONTACT = {"email_seen_by": "public", "phone_seen_by": "public", "address_seen_by": "members"}


@pytest.fixture
def ada(cast, sign_in):
    sign_in(cast.ada)
    return cast


def address(cast, section="", party=None):
    tail = f"{section}/" if section else ""
    return f"/n/razem/organisations/{(party or cast.dach).pk}/edit/{tail}"


def send(client, cast, section, **data):
    return client.post(address(cast, section), data)


def fresh(cast):
    return Organisation.objects.get(pk=cast.dach.pk)


def errors(answer):
    assert answer.status_code == 200, answer.status_code
    return {name: " ".join(map(str, said)) for name, said in answer.context["form"].errors.items()}


def concept_keys(*codes):
    return [str(c.pk) for c in concepts_coded(codes)]


@pytest.mark.parametrize("capacity", [Capacity.MAIN, Capacity.ALTERNATE, Capacity.COMMUNICATION])
def test_those_with_a_mandate_for_it_may_edit(cast, sign_in, capacity):
    somebody = person("celina")
    actions.give_mandate(by=SYSTEM, at=NOW, person=somebody, organisation=cast.dach, capacity=capacity)
    assert sign_in(somebody).get(address(cast)).status_code == 200
    assert send(sign_in(somebody), cast, "basics", **BASICS, short_name="Dach").status_code == 302
    assert fresh(cast).short_name == "Dach"


@pytest.mark.parametrize("who", ["halina", "igor", "bea", "olga", "stranger"])
def test_nobody_else_may(cast, sign_in, who):
    client = sign_in(getattr(cast, who))
    assert client.get(address(cast, "basics")).status_code == 403
    assert send(client, cast, "basics", **BASICS, short_name="Obcy").status_code == 403
    assert fresh(cast).short_name == ""


def test_a_director_signs_but_does_not_edit(cast, sign_in):
    somebody = person("dora")
    actions.give_mandate(by=SYSTEM, at=NOW, person=somebody, organisation=cast.dach, capacity=Capacity.DIRECTOR)
    assert sign_in(somebody).get(address(cast)).status_code == 403


@pytest.mark.norm("B-04-03", "A-05-01")
def test_years_size_and_reach_are_optional_and_searched_by(ada, client):
    assert send(client, ada, "basics", **BASICS).status_code == 302
    send(client, ada, "basics", **BASICS, founded="2008", size="from_6_to_20", reach="international")
    assert (fresh(ada).founded, fresh(ada).size, fresh(ada).reach) == (2008, "from_6_to_20", "international")
    for question, found in (("reach=international", 1), ("reach=local", 0), ("size=from_6_to_20", 1)):
        assert len(client.get(f"/n/razem/organisations/?{question}").context["lines"]) == found


def test_numbers_are_cleaned_checked_and_never_demanded(ada, client):
    assert send(client, ada, "basics", **BASICS, krs="0000 123 456", nip="PL 526-000-12-46").status_code == 302
    assert dict(Identifier.objects.filter(organisation=ada.dach).values_list("scheme", "number")) == {
        "krs": "0000123456", "nip": "5260001246",
    }  # fmt: skip
    send(client, ada, "basics", **BASICS, krs="", nip="5260001246")
    assert not Identifier.objects.filter(organisation=ada.dach, scheme="krs").exists()


@pytest.mark.parametrize(
    ("field", "value", "word"),
    [
        ("name", " ", "wymagane"),
        ("name", "a" * 201, "200"),
        ("founded", "-5", "1800"),
        ("founded", "2027", "1800"),
        ("founded", "²", "liczb"),
        ("founded", "9" * 5000, "liczb"),
        ("size", "giant", "giant"),
        ("krs", "12345", "10 cyfr"),
        ("nip", "1234567890", "kontrolna"),
        ("regon", "abc", "cyfr"),
        ("name", "a\0b", "NULL"),
    ],
)
def test_what_cannot_be_right_is_said_beside_the_field_and_kept(ada, client, field, value, word):
    answer = send(client, ada, "basics", **{**BASICS, field: value})
    assert word.lower() in errors(answer)[field].lower()
    assert answer.context["form"][field].value() == value
    assert fresh(ada).name == "Fundacja Jeden Dach"


def test_a_number_that_another_organisation_bears_is_refused(ada, client):
    organisation("Fundacja Druga", numbers={"krs": "0000123456"})
    assert "inna organizacja" in errors(send(client, ada, "basics", **BASICS, krs="0000123456"))["krs"]


def test_a_telephone_is_kept_as_it_is_dialled_from_abroad(ada, client):
    send(client, ada, "contact", **CONTACT, phone="22 123 45 67", email="biuro@dach.example", website="dach.example")
    party = fresh(ada)
    assert (party.phone, party.website) == ("+48 22 123 45 67", "https://dach.example")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("phone", "abc"), ("phone", "12"), ("phone", "+999999999999999999"), ("email", "a@b"), ("email", "@"),
        ("website", "javascript:alert(1)"), ("website", "htp:/x y"), ("seat", "Nigdziebądź"), ("seat", "świdnicki"),
        ("email_seen_by", "everyone"),
    ],
)  # fmt: skip
def test_contact_data_that_lead_nowhere_are_sent_back(ada, client, field, value):
    answer = send(client, ada, "contact", **{**CONTACT, field: value})
    assert field in errors(answer)
    assert answer.context["form"][field].value() == value


def test_a_seat_is_found_by_name_and_stays_when_nothing_is_typed_over_it(ada, client):
    send(client, ada, "contact", **CONTACT, seat="powiat chełmski", town="Chełm")
    assert fresh(ada).seat.code == "0603"
    shown = client.get(address(ada, "contact")).context["form"]["seat"].value()
    send(client, ada, "contact", **CONTACT, seat=shown, town="Sielec")
    assert (fresh(ada).seat.code, fresh(ada).town) == ("0603", "Sielec")
    send(client, ada, "contact", **CONTACT, seat="")
    assert fresh(ada).seat is None


def test_who_sees_the_address_is_the_organisations_own_choice(ada, client):
    send(client, ada, "contact", **CONTACT | {"address_seen_by": "public"}, street="ul. Dachowa 1", postcode="22100")
    assert Openness.objects.get(organisation=ada.dach).address == Audience.PUBLIC
    assert fresh(ada).postcode == "22-100"
    client.logout()
    assert "ul. Dachowa 1" in client.get(f"/n/razem/organisations/{ada.dach.pk}/").content.decode()


def test_what_it_does_is_ticked_and_other_lists_are_left_alone(ada, client):
    actions.describe_organisation(
        by=SYSTEM, at=NOW, organisation=ada.dach, concepts=concepts_coded(["competences:mediation", "services:meals"])
    )
    before = set(ada.dach.concepts.filter(codelist__code="competences"))
    chosen = concept_keys("services:legal_advice", "languages:uk", "support_services:accounting")
    assert send(client, ada, "what", concepts=chosen).status_code == 302
    codes = set(fresh(ada).concepts.exclude(codelist__code="competences").values_list("code", flat=True))
    assert codes == {"legal_advice", "uk", "accounting"}
    assert set(fresh(ada).concepts.filter(codelist__code="competences")) == before


@pytest.mark.parametrize("wrong", ["nonsense", "00000000-0000-0000-0000-000000000000", "²", "a\0"])
def test_a_box_that_was_not_offered_is_refused(ada, client, wrong):
    assert "concepts" in errors(send(client, ada, "what", concepts=[wrong]))


def test_places_are_found_by_name_kept_and_taken_off(ada, client):
    send(client, ada, "where", add="powiat chełmski, Wrocław", online="on")
    assert set(fresh(ada).areas.values_list("code", flat=True)) == {"0603", "0264"}
    assert fresh(ada).online
    send(client, ada, "where", areas=["0264"], add="1862")
    assert set(fresh(ada).areas.values_list("code", flat=True)) == {"0264", "1862"}
    assert not fresh(ada).online
    send(client, ada, "where", nationwide="on")
    assert fresh(ada).nationwide
    assert not fresh(ada).areas.exists()


def test_finding_a_place_saves_nothing_yet_and_keeps_the_chosen(ada, client):
    answer = send(client, ada, "where", areas=["0264"], add="powiat chełmski, świdnicki", more="1")
    form = answer.context["form"]
    assert {code for code, _, ticked in form.boxes if ticked} == {"0264", "0603"}
    assert form["add"].value() == "świdnicki"
    assert {"0219", "0617"} <= {code for code, _, ticked in form.boxes if not ticked}
    assert "kilka jednostek" in errors(answer)["add"]
    assert not fresh(ada).areas.exists()


@pytest.mark.parametrize("add", ["Atlantyda", "x" * 4000, ",,,;", "\0", "١٢", "9" * 30])
def test_places_that_do_not_exist_do_no_harm(ada, client, add):
    answer = send(client, ada, "where", areas=["0264", "zzzz", "999999"], add=add)
    assert answer.status_code in {200, 302}
    assert set(fresh(ada).areas.values_list("code", flat=True)) <= {"0264"}


def test_the_description_in_three_languages_reaches_search_at_once(ada, client):
    send(client, ada, "about", about_pl="Prowadzimy herbaciarnię.", about_en="We run a tearoom.", about_uk="Чайна.")
    who = {"network": ada.razem.pk, "audiences": frozenset({Audience.PUBLIC})}
    for word in ("herbaciarnia", "tearoom"):
        assert [hit.key for hit in search(word, **who).hits] == [ada.dach.pk]
    page = client.get(f"/en/n/razem/organisations/{ada.dach.pk}/").content.decode()
    assert "We run a tearoom." in page.replace("\u00a0", " ")


def test_every_change_is_in_the_ledger_without_what_was_written(ada, client):
    send(client, ada, "contact", **CONTACT, email="tajne@dach.example", phone="22 123 45 67")
    records = Record.objects.filter(subject__contains=str(ada.dach.pk), person=ada.ada.pk)
    assert {"contact.described", "organisation.described"} & set(records.values_list("verb", flat=True))
    assert "tajne" not in str(list(records.values_list("facts", flat=True)))


def test_saving_without_a_change_writes_nothing(ada, client):
    before = Record.objects.count()
    assert send(client, ada, "basics", **BASICS).status_code == 302
    assert Record.objects.count() == before


def test_confirming_makes_the_profile_fresh_and_shows_contacts_again(cast, client, sign_in):
    Organisation.objects.filter(pk=cast.dach.pk).update(confirmed_at=None, email="biuro@dach.example")
    page = f"/n/razem/organisations/{cast.dach.pk}/"
    assert "biuro@dach.example" not in client.get(page).content.decode()
    assert "biuro@dach.example" in sign_in(cast.ada).get(page).content.decode()
    assert client.post(f"{page}confirm/").status_code == 302
    client.logout()
    assert "biuro@dach.example" in client.get(page).content.decode()


def test_its_people_see_what_others_see(ada, client):
    send(client, ada, "contact", **CONTACT | {"email_seen_by": "members", "phone_seen_by": "nobody"},
         email="biuro@dach.example", phone="22 123 45 67")  # fmt: skip
    page = f"/n/razem/organisations/{ada.dach.pk}/"
    for question, email, phone in (("", 1, 1), ("?seen-by=member", 1, 0), ("?seen-by=visitor", 0, 0)):
        shown = client.get(page + question).content.decode()
        assert ("biuro@dach.example" in shown, "+48 22 123 45 67" in shown) == (bool(email), bool(phone)), question


def test_nobody_looks_with_the_eyes_of_members(cast, client):
    actions.describe_organisation(by=SYSTEM, at=NOW, organisation=cast.dach, email="biuro@dach.example")
    Openness.objects.create(organisation=cast.dach, email=Audience.MEMBERS)
    page = f"/n/razem/organisations/{cast.dach.pk}/?seen-by=member"
    assert "biuro@dach.example" not in client.get(page).content.decode()


def test_my_organisation_leads_to_the_one_acted_for_or_asks_which(cast, client, sign_in):
    sign_in(cast.ada)
    assert client.get("/n/razem/my-organisation/")["Location"].endswith(f"{cast.dach.pk}/edit/")
    belongs(organisation("Fundacja Druga"), cast.razem, main=cast.ada)
    assert len(client.get("/n/razem/my-organisation/").context["parties"]) == 2
    sign_in(cast.stranger)
    assert client.get("/n/razem/my-organisation/").context["parties"] == []


def test_an_organisation_is_edited_only_in_networks_it_belongs_to(ada, client):
    network("warmia")
    assert client.get(f"/n/warmia/organisations/{ada.dach.pk}/edit/").status_code == 404
    assert client.post(f"/n/warmia/organisations/{ada.dach.pk}/confirm/").status_code == 404
    assert client.get(address(ada, "nonsense")).status_code == 404


def test_a_section_asks_as_little_for_many_places_as_for_one(ada, client):
    from tests.queries import queries_of_page

    actions.describe_organisation(by=SYSTEM, at=NOW, organisation=ada.dach, areas=units_coded(["0264"]))
    for section in ("", "basics", "contact", "what", "where", "about"):
        client.get(address(ada, section))
        few = len(queries_of_page(client, address(ada, section), cold=True))
        assert few <= 20
    many = units_coded([f"02{n:02}" for n in range(1, 30)])
    few = len(queries_of_page(client, address(ada, "where"), cold=True))
    actions.describe_organisation(by=SYSTEM, at=NOW, organisation=ada.dach, areas=many)
    assert len(queries_of_page(client, address(ada, "where"), cold=True)) == few


def test_what_was_done_is_told_in_words_to_its_own_people(ada, client):
    send(client, ada, "basics", **BASICS, short_name="Dach")
    for page in (address(ada), f"/n/razem/organisations/{ada.dach.pk}/"):
        assert "zmieniono profil" in client.get(page).content.decode()
    client.logout()
    assert "zmieniono profil" not in client.get(f"/n/razem/organisations/{ada.dach.pk}/").content.decode()
