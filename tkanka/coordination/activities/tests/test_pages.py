"""The pages of the register: entering with one form, the list and its filters, what is one's own."""

from datetime import date

import pytest
from django.urls import reverse

from tests.cast import NOW, SYSTEM
from tkanka.coordination.activities import actions
from tkanka.coordination.activities.models import Activity, Row
from tkanka.rules.activities import ActivityState, Precision

from .makers import concept, facts, spot

pytestmark = pytest.mark.django_db


def address(page, **keys):
    return reverse(f"activities:{page}", kwargs={"network": "razem", **keys})


def typed(cast, **more):
    told = {
        "organisation": str(cast.dach.pk),
        "title": "Poradnia prawna",
        "service": "legal_advice",
        "areas": ["powiat trzebnicki", "Wrocław (miasto na prawach powiatu, dolnośląskie)"],
        "groups": [str(concept("target_groups", "children")), str(concept("target_groups", "women"))],
        "starts": "2026-10-01",
        "status": "ongoing",
        "intake": "accepting",
        "capacity": "30",
        "capacity_unit": "people",
        "language": "pl",
        "recipient_kind": "people",
        "channel": "in_person",
        "cost": "free",
        "precision": "gmina",
    }
    return told | more


def entered(cast, organisation=None, **told):
    return actions.enter_activity(
        by=SYSTEM, at=NOW, network=cast.razem, organisation=organisation or cast.dach, facts=facts(**told)
    )


@pytest.mark.norm("A-D1-01", "R-02-03")
def test_one_form_enters_areas_times_groups(cast, sign_in):
    client = sign_in(cast.ada)
    response = client.post(address("enter"), typed(cast))
    activity = Activity.objects.get()
    assert response.url == address("activity", activity=activity.pk)
    assert Row.objects.filter(activity=activity, shown=True).count() == 4
    shown = client.get(response.url).content.decode()
    assert "Poradnia prawna" in shown
    assert "powiat trzebnicki" in shown


def test_the_next_entry_begins_like_the_last(cast, sign_in):
    entered(cast, channel="mobile", email="biuro@example.org", spots=(spot("0220"),))
    form = sign_in(cast.ada).get(address("enter")).context["form"]
    assert (form["channel"].value(), form["email"].value()) == ("mobile", "biuro@example.org")
    assert [line.text for line in form.lines] == ["trzebnicki (dolnośląskie)"]


def test_an_ambiguous_powiat_is_asked_and_a_choice_settles_it(cast, sign_in):
    client = sign_in(cast.ada)
    told = typed(cast, areas=["świdnicki"])
    asked = client.post(address("enter"), told)
    (line,) = asked.context["form"].lines
    assert {code for code, _label in line.choices} == {"0219", "0617"}
    assert not Activity.objects.exists()
    client.post(address("enter"), told | {"meant-0": "0617"})
    assert Row.objects.values_list("unit__code", flat=True).distinct().get() == "0617"


def test_more_inputs_are_given_without_a_word_of_error(cast, sign_in):
    shown = sign_in(cast.ada).post(address("enter"), typed(cast, title="", more="1"))
    assert 'role="alert"' not in shown.content.decode()
    assert len(shown.context["form"].area_lines) == 6
    assert not Activity.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"),
        ({"service": "magia"}, "service"),
        ({"areas": ["Atlantyda"]}, "areas"),
        ({"areas": [""]}, "areas"),
        ({"areas": ["x" * 5000]}, "areas"),
        ({"starts": "31.02.2026"}, "starts"),
        ({"starts": "2026-13-01"}, "starts"),
        ({"ends": "2026-09-30"}, "ends"),
        ({"funding_ends": "2020-01-01"}, "funding_ends"),
        ({"capacity": "-3"}, "capacity"),
        ({"capacity": "99999999999"}, "capacity"),
        ({"groups": ["kosmici"]}, "groups"),
        ({"status": "zombie"}, "status"),
        ({"email": "a@b"}, "email"),
        ({"organisation": "00000000-0000-0000-0000-000000000000"}, "organisation"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_what_was_typed_stays(cast, sign_in, wrong, field):
    response = sign_in(cast.ada).post(address("enter"), typed(cast, description="Zostaje") | wrong)
    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert "Zostaje" in response.content.decode()
    assert not Activity.objects.exists()


def test_the_same_entry_twice_is_refused_in_words(cast, sign_in):
    client = sign_in(cast.ada)
    client.post(address("enter"), typed(cast))
    again = client.post(address("enter"), typed(cast))
    assert "Poradnia prawna" in str(again.context["form"].non_field_errors())
    assert Activity.objects.count() == 1


def test_numbers_stay_with_their_area_and_group_when_the_entry_is_changed(cast, sign_in):
    client = sign_in(cast.ada)
    client.post(address("enter"), typed(cast))
    activity = Activity.objects.get()
    numbers = {f"r{n}-targeted": 10 + n for n in range(4)}
    client.post(address("numbers", activity=activity.pk), numbers)
    client.post(address("edit", activity=activity.pk), typed(cast, title="Poradnia i tłumacz"))
    activity.refresh_from_db()
    assert activity.title == "Poradnia i tłumacz"
    assert sorted(Row.objects.values_list("targeted", flat=True)) == [10, 11, 12, 13]


@pytest.mark.parametrize("wrong", [{"r0-reached": "-1"}, {"r0-lat": "91"}, {"r0-lat": "51"}, {"r0-targeted": "³"}])
def test_numbers_that_cannot_be_right_are_not_kept(cast, sign_in, wrong):
    activity = entered(cast)
    response = sign_in(cast.ada).post(address("numbers", activity=activity.pk), wrong)
    assert response.status_code == 200
    assert 'class="err"' in response.content.decode()


def test_small_numbers_of_people_are_not_told(cast, client):
    activity = entered(cast, spots=(spot("0264", targeted=4, reached=5),))
    shown = client.get(address("activity", activity=activity.pk)).content.decode()
    assert "&lt;5" in shown
    assert ">4<" not in shown


@pytest.mark.parametrize("precision", list(Precision))
def test_no_page_tells_more_of_a_place_than_was_chosen(cast, client, precision):
    activity = entered(
        cast, spots=(spot("0220023", place="ulica Tajemnicza 7", lat=51.3, lon=17.1),), precision=precision
    )
    pages = [address("activity", activity=activity.pk), address("activities"), address("activities") + "?q=kurs"]
    text = "".join(client.get(page).content.decode() for page in pages)
    said = {
        "Tajemnicza": precision is Precision.EXACT,
        "Prusice": precision in (Precision.EXACT, Precision.GMINA),
        "trzebnicki": precision in (Precision.EXACT, Precision.GMINA, Precision.POWIAT),
        "województwo dolnośląskie": precision is Precision.VOIVODESHIP,
        "miejsce niepublikowane": precision is Precision.HIDDEN,
    }
    body = text.replace(area_options(text), "")
    assert {word: word in body for word in said} == said


def area_options(text):
    """The select of the filters names every powiat; it is no statement about an activity."""
    start = text.index('id="f_area"')
    return text[start : text.index("</select>", start)]


def test_a_hidden_place_is_not_found_by_its_area(cast, client):
    entered(cast, spots=(spot("0220023"),), precision=Precision.HIDDEN)
    entered(cast, cast.mosty, title="Widoczne", spots=(spot("0220023"),), precision=Precision.POWIAT)
    for area, found in (("0220023", ["Widoczne"]), ("0220", ["Widoczne"]), ("02", ["Widoczne"]), ("0264", [])):
        page = client.get(address("activities"), {"area": area}).context["page"]
        assert [one.title for one in page.items] == found, area


def test_search_does_not_know_a_hidden_place(cast, client):
    entered(cast, spots=(spot("0220023", place="Tajemnicza"),), precision=Precision.VOIVODESHIP)
    for words, found in (("Prusice", 0), ("trzebnicki", 0), ("Tajemnicza", 0), ("dolnośląskie", 1)):
        assert client.get(address("activities"), {"q": words}).context["page"].total == found, words


@pytest.mark.norm("A-SA-01")
def test_plans_stand_in_the_list_and_what_has_ended_does_not(cast, client):
    entered(cast, title="Plan", starts=date(2027, 1, 1), status=ActivityState.PLANNED)
    entered(cast, title="Koniec", ends=date(2026, 10, 31), status=ActivityState.ENDED)
    assert [a.title for a in client.get(address("activities")).context["page"].items] == ["Plan"]
    everything = client.get(address("activities"), {"status": "all"}).context["page"]
    assert {a.title for a in everything.items} == {"Plan", "Koniec"}


def test_filters_narrow_and_stand_in_the_address(cast, client):
    entered(cast, title="Kurs", spots=(spot("0264", concept("target_groups", "children")),))
    entered(cast, cast.mosty, title="Prawo", service=concept("services", "legal_advice"), spots=(spot("1465"),),
            languages=frozenset({concept("languages", "uk")}), intake="full", ends=date(2026, 12, 31))  # fmt: skip
    for asked, found in (
        ({"service": "education"}, ["Kurs"]),
        ({"service": "legal_advice"}, ["Prawo"]),
        ({"group": "children"}, ["Kurs"]),
        ({"area": "14"}, ["Prawo"]),
        ({"area": "PL"}, ["Kurs", "Prawo"]),
        ({"language": "uk"}, ["Prawo"]),
        ({"intake": "full"}, ["Prawo"]),
        ({"on": "2027-02-01"}, ["Kurs"]),
        ({"organisation": str(cast.mosty.pk)}, ["Prawo"]),
        ({"q": "kursy"}, ["Kurs"]),
        ({"service": "education", "area": "14"}, []),
    ):
        page = client.get(address("activities"), asked | {"sort": "title"}).context["page"]
        assert [one.title for one in page.items] == found, asked


@pytest.mark.parametrize(
    "asked",
    [
        "service=%00",
        "area=s-x",
        "area=zz:1",
        "on=2026-02-31",
        "organisation=1",
        "page=-1",
        "status=%ff",
        "q=%C2%B2",
        "sort=;",
    ],
)
def test_nonsense_in_the_address_is_passed_over(cast, client, asked):
    entered(cast)
    response = client.get(f"{address('activities')}?{asked}")
    assert response.status_code == 200


def test_drafts_are_seen_by_their_own_and_by_nobody_else(cast, client, sign_in):
    draft = actions.enter_activity(
        by=cast.by(cast.ada), at=NOW, network=cast.razem, organisation=cast.dach, facts=facts(title="Szkic"), draft=True
    )
    page = address("activity", activity=draft.pk)
    assert client.get(page).status_code == 404
    assert sign_in(cast.bea).get(page).status_code == 404
    assert sign_in(cast.ada).get(page).status_code == 200
    assert "Szkic" in sign_in(cast.ada).get(address("mine")).content.decode()
    assert "Szkic" not in client.get(address("activities")).content.decode()


def test_one_click_copies_the_chosen_into_the_next_quarter(cast, sign_in):
    old = entered(cast)
    entered(cast, cast.mosty)
    client = sign_in(cast.ada)
    told = {"organisation": cast.dach.pk, "activity": [old.pk, "x"], "starts": "2027-01-01", "ends": "2027-03-31"}
    client.post(address("copy"), told)
    client.post(address("copy"), told)
    copy = Activity.objects.get(copied_from=old)
    assert (copy.status, copy.organisation) == ("planned", cast.dach)
    assert Activity.objects.count() == 3


def test_another_organisations_activities_are_not_copied(cast, sign_in):
    other = entered(cast, cast.mosty)
    told = {"organisation": cast.mosty.pk, "activity": [other.pk], "starts": "2027-01-01", "ends": "2027-03-31"}
    sign_in(cast.ada).post(address("copy"), told)
    assert Activity.objects.count() == 1


def test_everything_that_is_due_is_confirmed_at_once(cast, sign_in):
    activity = entered(cast)
    Activity.objects.filter(pk=activity.pk).update(confirmed_at="2026-01-01T00:00:00Z")
    client = sign_in(cast.ada)
    assert client.get(address("mine")).context["stale"] == 1
    client.post(address("confirm"), {"organisation": cast.dach.pk, "all": "1"})
    assert client.get(address("mine")).context["stale"] == 0


def test_the_secretariat_enters_for_whom_it_chooses(cast, sign_in):
    sign_in(cast.igor).post(address("enter"), typed(cast, organisation=str(cast.mosty.pk)))
    assert Activity.objects.get().organisation == cast.mosty
