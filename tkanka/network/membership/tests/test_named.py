"""Those whom the texts of a network name: written down, confirmed by their own act, struck off."""

import pytest

from tests import cast as made_by
from tests.queries import assert_page_queries
from tkanka.network.membership import actions
from tkanka.network.membership.models import Application, NamedParty
from tkanka.network.networks.models import Membership, Organisation
from tkanka.network.networks.queries import active_membership, charter_on
from tkanka.rules.membership import declarations
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Office

from . import made
from .made import NOW, by

pytestmark = pytest.mark.django_db
NAMED, WRITE = "/n/warmia/named/", "/n/warmia/secretariat/named/"


def text(answer):
    return answer.content.decode().replace("\u00a0", " ")


@pytest.fixture
def jadwiga(warmia):
    return made_by.keeps(made_by.person("jadwiga"), warmia, Office.SECRETARIAT)


def write_down(client, keeper, names, kind="network", cite="Kim jesteśmy"):
    client.force_login(keeper)
    return client.post(WRITE, {"names": names, "kind": kind, "cite": cite})


@pytest.mark.norm("W-KJ-02")
def test_the_named_circle_is_written_down_and_takes_part_only_by_its_own_act(client, warmia, jadwiga):
    assert write_down(client, jadwiga, "Sieć Wsi Północnej\r\n  Sieć   Wolontariatu \r\n\r\n").status_code == 302
    write_down(client, jadwiga, "LGR Zalew i Wyspy", "lag")
    assert not Membership.objects.filter(network=warmia).exists()
    page = text(client.get(NAMED))
    assert page.count("jeszcze nie potwierdzono") == 3
    assert "Kim jesteśmy" in page

    wanda = made_by.person("wanda")
    client.force_login(wanda)
    entry = NamedParty.objects.get(name="LGR Zalew i Wyspy")
    address = f"/n/warmia/join/take-part/?kind=lag&named={entry.pk}"
    assert client.get(address).context["form"]["name"].value() == "LGR Zalew i Wyspy"
    sent = {
        "name": "Lokalna Grupa Rybacka Zalew", "email": "lgr@example.org", "stated": "supports_other_ngos",
        "karta_zasad": "on", "version": charter_on(warmia, made.DAY).number,
    }  # fmt: skip
    assert client.post(address, sent).status_code == 302
    party = Organisation.objects.get(name="Lokalna Grupa Rybacka Zalew")
    assert NamedParty.objects.get(pk=entry.pk).organisation == party
    page = text(client.get(NAMED))
    assert page.count("jeszcze nie potwierdzono") == 2
    assert f"/n/warmia/organisations/{party.pk}/" in page


@pytest.mark.norm("W-KJ-02")
def test_an_entry_is_confirmed_by_the_same_name_under_another_spelling_too(warmia, jadwiga):
    acts = by(jadwiga, warmia)
    actions.name_parties(by=acts, at=NOW, network=warmia, names=["Federacja „Jeziorna Sieć”"], kind="federation")
    party = made_by.organisation("JEZIORNA SIEĆ – federacja", "federation")
    ada = made_by.person("ada")
    made_by.actions.give_mandate(by=made_by.SYSTEM, at=NOW, person=ada, organisation=party, capacity="main")
    joined = actions.take_part(
        by=by(ada, warmia), at=NOW, network=warmia, person=ada, organisation=party,
        charter=charter_on(warmia, made.DAY),
        profile=made.profile(name=party.name, kind="federation", stated=("supports_other_ngos",)),
        made=declarations(made.rulebook_of(warmia, made.DAY)),
    )  # fmt: skip
    assert NamedParty.objects.get().organisation == joined.organisation


@pytest.mark.norm("W-ZA-01", "W-KJ-02")
def test_who_leaves_is_named_but_takes_part_no_more(client, warmia, jadwiga):
    write_down(client, jadwiga, "Sieć Jedna")
    party = made_by.belongs(made_by.organisation("Sieć Jedna", "network"), warmia)
    assert "bierze udział od" in text(client.get(NAMED))
    tie = active_membership(warmia, party, made.DAY)
    made_by.actions.end_membership(by=made_by.SYSTEM, at=NOW, membership=tie, state="resigned")
    assert "jeszcze nie potwierdzono" in text(client.get(NAMED))


def test_named_twice_one_is_on_the_list_once(client, warmia, jadwiga):
    write_down(client, jadwiga, "Sieć Jedna\nSIEĆ „JEDNA”\nSieć Druga")
    write_down(client, jadwiga, "sieć jedna")
    assert list(NamedParty.objects.values_list("name", flat=True)) == ["Sieć Druga", "Sieć Jedna"]


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"names": ""}, "names"),
        ({"names": "\n \n"}, "names"),
        ({"names": "!!!"}, "names"),
        ({"names": "x" * 300}, "names"),
        ({"names": "\n".join(f"Sieć {n}" for n in range(201))}, "names"),
        ({"names": "Sieć\x00"}, "names"),
        ({"kind": "individual"}, "kind"),
        ({"kind": "guild"}, "kind"),
        ({"cite": "x" * 61}, "cite"),
    ],
)
def test_what_cannot_be_named_is_said_beside_its_field(client, warmia, jadwiga, sent, field):
    client.force_login(jadwiga)
    answer = client.post(WRITE, {"names": "Sieć", "kind": "network", "cite": ""} | sent)
    assert list(answer.context["form"].errors) == [field]
    assert not NamedParty.objects.exists()


def test_a_mistake_is_struck_off_and_only_by_the_secretariat(client, warmia, jadwiga):
    write_down(client, jadwiga, "Sieć Jedna")
    [entry] = NamedParty.objects.all()
    client.force_login(made_by.person("wanda"))
    assert client.post(f"{WRITE}{entry.pk}/drop/").status_code == 404
    with pytest.raises(Refused):
        actions.drop_named(by=by(made_by.person("wanda"), warmia), at=NOW, named=entry)
    client.force_login(jadwiga)
    assert client.post(f"{WRITE}{entry.pk}/drop/").status_code == 302
    assert "nikogo nie wymieniają" in text(client.get(NAMED))


@pytest.mark.parametrize("key", ["x", "%00", "00000000-0000-0000-0000-000000000000", "1" * 500])
def test_an_entry_that_is_none_names_nobody(client, warmia, jadwiga, key):
    client.force_login(made_by.person("wanda"))
    page = client.get(f"/n/warmia/join/take-part/?kind=network&named={key}")
    assert page.status_code == 200
    assert page.context["form"]["name"].value() == ""


def test_the_entry_of_another_network_is_not_followed(client, warmia, siec):
    [entry] = actions.name_parties(by=made_by.SYSTEM, at=NOW, network=siec, names=["Grupa Obca"], kind="informal_group")
    client.force_login(made_by.person("wanda"))
    page = client.get(f"/n/warmia/join/take-part/?kind=network&named={entry.pk}")
    assert page.context["form"]["name"].value() == ""


def test_thirty_names_ask_the_database_no_more_than_one(client, warmia, jadwiga):
    write_down(client, jadwiga, "Sieć Zero")

    def more():
        write_down(client, jadwiga, "\n".join(f"Sieć {n}" for n in range(30)))

    assert_page_queries(client, NAMED, grow=more, limit=20)


def test_an_application_is_not_touched_by_a_list_of_names(razem, cast):
    actions.name_parties(by=by(cast.igor, razem), at=NOW, network=razem, names=["Fundacja Otwarty Brzeg"],
                         kind="foundation")  # fmt: skip
    assert not Application.objects.exists()
    assert not Membership.objects.filter(organisation__name="Fundacja Otwarty Brzeg").exists()
