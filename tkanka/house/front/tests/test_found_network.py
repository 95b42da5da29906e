import pytest
from django.core.management import CommandError, call_command

from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import office_holders, rulebook_of
from tkanka.network.people.queries import person_by_email

pytestmark = pytest.mark.django_db
GIVEN = ("nowa", "Nowa Sieć", "Ola@example.org")


def test_a_network_is_founded_with_its_charter_and_first_office(capsys):
    call_command("found_network", *GIVEN)
    network = Network.objects.get(slug="nowa")
    [holder] = office_holders(network, network.charter_versions.get().in_force_from.replace(year=2100))
    assert holder.person == person_by_email("ola@example.org")
    assert rulebook_of(network, holder.since).membership.mode.value == "verified"


def test_founding_it_again_changes_nothing(capsys):
    call_command("found_network", *GIVEN)
    call_command("found_network", *GIVEN)
    assert "already" in capsys.readouterr().out
    assert Network.objects.filter(slug="nowa").count() == 1


@pytest.mark.parametrize("wrong", [("no wa", "x", "a@example.org"), ("nowa", "x", "no address")])
def test_what_cannot_be_is_refused_and_nothing_is_left_behind(wrong):
    with pytest.raises(CommandError):
        call_command("found_network", *wrong)
    assert not Network.objects.exists()


def test_a_rulebook_that_cannot_be_read_founds_nothing(tmp_path):
    bad = tmp_path / "bad.toml"
    bad.write_text("[book]\ntitle='x'\nin_force_from=2024-01-01\n[nonsense]\n")
    with pytest.raises(CommandError, match="nonsense"):
        call_command("found_network", *GIVEN, rulebook=bad)
    assert not Network.objects.exists()
