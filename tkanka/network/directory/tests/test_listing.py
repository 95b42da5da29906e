import csv
import io

import pytest
import time_machine

from tests.cast import NOW, SYSTEM, belongs, network, organisation, person
from tests.queries import forget
from tkanka.network.networks import actions
from tkanka.network.networks.models import Status
from tkanka.network.places.queries import units_coded
from tkanka.network.vocabulary.queries import concepts_coded

pytestmark = pytest.mark.django_db
LIST = "/n/razem/organisations/"


def names(client, question=""):
    forget()  # a kept page says nothing of what it was made from
    page = client.get(LIST + question)
    assert page.status_code == 200
    return [line.name for line in page.context["lines"]]


@pytest.fixture(autouse=True)
def today():
    """The day the cast knows."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def field(cast):
    """Four members of Razem, each different from the others in something."""
    for name, kind, seat, areas, concepts, more in (
        (
            "Fundacja Prawo",
            "foundation",
            "1862",
            ["1862"],
            ["services:legal_advice", "languages:uk"],
            {"reach": "local", "size": "volunteers_only", "founded": 2024},
        ),
        (
            "Stowarzyszenie Dom",
            "association",
            "0264",
            ["02"],
            ["services:housing_search", "languages:uk"],
            {"reach": "international", "size": "over_250", "founded": 1998},
        ),
        ("Grupa Sieć", "informal_group", "1465", [], ["services:legal_advice", "languages:en"], {"nationwide": True}),
        ("Federacja Pomoc", "federation", "2862", ["28"], ["support_services:accounting"], {"migrant_led": True}),
    ):
        party = organisation(
            name, kind, seat=units_coded([seat])[0], areas=units_coded(areas), concepts=concepts_coded(concepts), **more
        )
        belongs(party, cast.razem)
    return cast


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("?service=legal_advice", ["Fundacja Prawo", "Grupa Sieć"]),
        ("?sector=legal_status", ["Fundacja Prawo", "Grupa Sieć"]),
        ("?service=accounting", ["Federacja Pomoc"]),
        ("?service=advice", ["Federacja Pomoc"]),
        ("?service=legal_advice&language=en", ["Grupa Sieć"]),
        ("?area=18", ["Fundacja Prawo", "Grupa Sieć"]),
        ("?area=0264", ["Grupa Sieć", "Stowarzyszenie Dom"]),
        ("?kind=federation", ["Federacja Pomoc"]),
        ("?led=1", ["Federacja Pomoc"]),
        ("?status=observer", ["Agencja Pomocy"]),
        ("?reach=international", ["Stowarzyszenie Dom"]),
        ("?reach=local", ["Fundacja Prawo"]),
        ("?size=over_250", ["Stowarzyszenie Dom"]),
        ("?years=under_3", ["Fundacja Prawo"]),
        ("?years=from_20", ["Stowarzyszenie Dom"]),
        ("?years=from_20&size=volunteers_only", []),
        ("?years=forever", []),
        ("?service=no_such_thing", []),
        ("?area=9999", []),
        ("?subregion=not-a-key", []),
        ("?q=porada prawna", ["Fundacja Prawo", "Grupa Sieć"]),
    ],
)
@pytest.mark.norm("R-02-04", "B-04-01", "B-04-02")
def test_facets_narrow_the_list(field, client, question, found):
    assert sorted(names(client, question)) == found


@pytest.mark.norm("R-01-06", "R-02-02", "W-05-01")
def test_everybody_may_look_at_the_directory(field, client):
    assert len(names(client)) == 7


def test_a_place_in_words_becomes_a_unit(field, client):
    answer = client.get(LIST + "?place=Wrocław&language=uk")
    assert answer["Location"] == LIST + "?language=uk&area=0264"


def test_a_place_that_two_powiats_share_is_asked_back(field, client):
    page = client.get(LIST + "?place=świdnicki", follow=True)
    assert page.redirect_chain[-1][0] == LIST + "?"
    assert "świdnicki" in str(next(iter(page.context["messages"])))


def test_each_choice_says_how_many_it_would_leave(field, client):
    form = client.get(LIST).context["form"]
    kinds = dict(form.fields["kind"].choices)
    assert kinds["federation"] == "federacja (1)"
    assert dict(form.fields["area"].choices)["18"].endswith("(1)")


@pytest.mark.norm("A-05-01")
def test_local_and_international_organisations_are_told_apart_in_the_directory(field, client):
    form = client.get(LIST).context["form"]
    assert dict(form.fields["reach"].choices) == {
        "": "każdy", "local": "lokalny (1)", "international": "międzynarodowy (1)"
    }  # fmt: skip
    page = client.get(LIST + "?reach=international")
    assert [line.name for line in page.context["lines"]] == ["Stowarzyszenie Dom"]
    assert page.context["chosen"] == [("międzynarodowy", "?")]


@pytest.mark.norm("B-04-03")
def test_years_at_work_and_size_are_facets_and_nobody_has_to_tell_them(field, client):
    fields = client.get(LIST).context["form"].fields
    assert dict(fields["years"].choices) == {
        "": "każde", "under_3": "działa krócej niż 3 lata (1)", "from_20": "działa co najmniej 20 lat (1)"
    }  # fmt: skip
    assert dict(fields["size"].choices) == {"": "każda", "volunteers_only": "tylko wolontariusze (1)",
                                            "over_250": "ponad 250 osób (1)"}  # fmt: skip
    assert "Federacja Pomoc" in names(client)  # told neither
    assert names(client, "?years=from_20&size=over_250") == ["Stowarzyszenie Dom"]


@pytest.mark.parametrize(
    ("founded", "span"),
    [(2026, "under_3"), (2024, "under_3"), (2023, "from_3_to_9"), (2017, "from_3_to_9"), (2016, "from_10_to_19"),
     (2007, "from_10_to_19"), (2006, "from_20"), (1918, "from_20"), (2027, ""), (None, "")],
)  # fmt: skip
def test_every_year_of_founding_is_in_one_span_and_is_found_by_it(cast, client, founded, span):
    from tkanka.network.directory.facets import YEARS, years_at_work

    belongs(organisation("Fundacja Rok", founded=founded), cast.razem)
    assert years_at_work(founded, 2026) == span
    with time_machine.travel(NOW, tick=False):
        assert [years for years in YEARS if "Fundacja Rok" in names(client, f"?years={years}")] == (
            [span] if span else []
        )


@pytest.mark.norm("K-07-04")
def test_a_small_community_is_found_and_counted_though_only_one_serves_it(field, client):
    belongs(organisation("Fundacja Kaukaz", concepts=concepts_coded(["communities:georgian"])), field.razem)
    belongs(organisation("Fundacja Inna", concepts=concepts_coded(["communities:ukrainian"])), field.razem)
    offered = dict(client.get(LIST).context["form"].fields["community"].choices)
    assert "(1)" in str(offered["georgian"])
    assert names(client, "?community=georgian") == ["Fundacja Kaukaz"]


def test_counts_follow_a_change_at_once(field, client):
    client.get(LIST)
    belongs(organisation("Federacja Druga", "federation"), field.razem)
    assert dict(client.get(LIST).context["form"].fields["kind"].choices)["federation"] == "federacja (2)"


def test_organisations_of_other_networks_are_not_listed(field, client):
    belongs(organisation("Obca"), network("warmia"))
    assert "Obca" not in names(client)


def test_who_left_is_listed_no_more(field, client):
    from tkanka.network.networks.queries import active_membership
    from tkanka.rules.membership import MembershipState

    membership = active_membership(field.razem, field.dach, NOW.date())
    actions.end_membership(by=SYSTEM, at=NOW, membership=membership, state=MembershipState.RESIGNED)
    assert "Fundacja Jeden Dach" not in names(client)
    assert client.get(f"{LIST}{field.dach.pk}/").status_code == 404


def test_the_file_holds_what_the_list_holds(field, client):
    answer = client.get(LIST + "?service=legal_advice&as=csv")
    rows = list(csv.reader(io.StringIO(b"".join(answer).decode("utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == ["Fundacja Prawo", "Grupa Sieć"]
    assert client.get(LIST + "?as=xlsx").content[:2] == b"PK"


def test_observers_stand_beside_members(field, client):
    belongs(organisation("Firma Drukarska", "business"), field.razem, Status.PARTNER, main=person("kuba"))
    lines = {line.name: line.status_label for line in client.get(LIST).context["lines"]}
    assert lines["Firma Drukarska"] == "partner"
    assert lines["Fundacja Jeden Dach"] == ""


@pytest.mark.parametrize(
    "question",
    [
        "?years=%00&reach=" + "x" * 900,
        "?page=-1",
        "?page=²",
        "?sort=nonsense",
        "?q=%00",
        "?q=" + "ą" * 5000,
        "?kind=%ff",
    ],
)
def test_nonsense_in_the_address_does_no_harm(field, client, question):
    names(client, question)


def test_a_subregion_is_named_where_it_is_asked_for(field, client):
    units = units_coded(["2862"])
    labels = {"pl": "subregion olsztyński", "en": "Olsztyn subregion", "uk": "Ольштинський субрегіон"}
    subregion = actions.define_subregion(by=SYSTEM, at=NOW, network=field.razem, labels=labels, units=units)
    page = client.get(f"{LIST}?subregion={subregion.pk}")
    assert [words for words, _ in page.context["chosen"]] == ["subregion olsztyński"]
    assert "Federacja Pomoc" in [line.name for line in page.context["lines"]]
