import pytest

from tests.cast import NOW, belongs, organisation
from tkanka.network.people.actions import register_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(cast, settings):
    settings.DEMO = True
    cast.razem.is_demo = True
    cast.razem.save()
    return cast


def invented(cast):
    somebody = register_person(email="ewa.kot@przyklad.example", name="Ewa Kot", by=cast.by(cast.igor), at=NOW)
    belongs(organisation("Fundacja Pokaz"), cast.razem, main=somebody)
    return somebody


def test_in_the_demonstration_one_enters_as_anybody_of_its_cast(shown, client):
    ewa = invented(shown)
    assert "Ewa Kot" in client.get("/demo/").content.decode()
    answer = client.post(f"/demo/{ewa.pk}/", {"network": "razem"})
    assert answer["Location"] == "/n/razem/"
    assert client.session["_auth_user_id"] == str(ewa.pk)


def test_nobody_enters_as_a_person_of_another_address(shown, client):
    assert client.post(f"/demo/{shown.ada.pk}/", {"network": "razem"}).status_code == 404


@pytest.mark.parametrize(("demo", "production"), [(False, False), (True, True)])
def test_elsewhere_there_is_no_such_page(cast, client, settings, demo, production):
    ewa = invented(cast)
    settings.DEMO, settings.PRODUCTION = demo, production
    assert client.get("/demo/").status_code == 404
    assert client.post(f"/demo/{ewa.pk}/", {"network": "razem"}).status_code == 404


def test_the_demonstration_is_built_once_and_its_ledger_holds(db, capsys):
    from django.core.management import call_command

    from tkanka.coordination.activities.queries import published
    from tkanka.network.networks.queries import listed_networks

    call_command("demo")
    counts = {n.slug: published(n).count() for n in listed_networks()}
    assert set(counts) == {"razem", "warmia", "siec", "forum"}
    assert counts["razem"] >= 25
    call_command("demo")
    assert {n.slug: published(n).count() for n in listed_networks()} == counts
    call_command("verify_ledger")
    assert "holds" in capsys.readouterr().out
