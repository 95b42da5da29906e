import pytest

from tests.cast import belongs, organisation

pytestmark = pytest.mark.django_db


def test_the_switch_keeps_whom_one_acts_for(cast, sign_in):
    barwinok = belongs(organisation("Kolektyw Barwinok", "informal_group"), cast.razem, main=cast.ada)
    client = sign_in(cast.ada)
    answer = client.post("/n/razem/acting/", {"organisation": str(barwinok.pk), "next": "/n/razem/charter/"})
    assert answer["Location"] == "/n/razem/charter/"
    assert client.session[f"acting:{cast.razem.pk}"] == str(barwinok.pk)


@pytest.mark.parametrize("value", ["not-a-key", "00000000-0000-4000-8000-000000000000", "²", "\x00"])
def test_the_switch_takes_only_organisations_one_represents(cast, sign_in, value):
    assert sign_in(cast.ada).post("/n/razem/acting/", {"organisation": value}).status_code == 404


def test_the_switch_does_not_lead_away(cast, sign_in):
    answer = sign_in(cast.ada).post("/n/razem/acting/", {"next": "https://elsewhere.example/"})
    assert answer["Location"] == "/n/razem/"


def test_an_unknown_network_is_not_found(client, db):
    assert client.post("/n/nowhere/acting/").status_code == 404
