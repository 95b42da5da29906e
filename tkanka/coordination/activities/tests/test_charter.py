"""Norms of the charters about activities, through the form and the register everybody uses."""

import pytest

from tkanka.coordination.activities.models import Activity
from tkanka.rules.activities import Horizon

from .makers import concept
from .test_pages import address, typed

pytestmark = pytest.mark.django_db
HOSTS = "host_community"


@pytest.mark.norm("A-42-01")
@pytest.mark.parametrize(
    ("horizon", "said"),
    [("", None), (Horizon.SHORT, "doraźne"), (Horizon.MEDIUM, "średnioterminowe"), (Horizon.LONG, "długoterminowe")],
)
def test_the_horizon_of_an_activity_is_told_and_turns_nothing_away(cast, sign_in, horizon, said):
    client = sign_in(cast.ada)
    answer = client.post(address("enter"), typed(cast, horizon=str(horizon)))
    activity = Activity.objects.get()
    assert (activity.horizon, activity.visibility) == (horizon, "published")
    client.logout()
    page = client.get(answer.url).content.decode()
    assert ("Perspektywa" in page) is bool(horizon)
    assert said is None or said in page
    assert activity.title in client.get(address("activities")).content.decode()


@pytest.mark.norm("A-CD-02", "R-01-03")
def test_what_is_done_for_the_receiving_community_is_entered_and_found_as_such(cast, sign_in):
    client = sign_in(cast.ada)
    offered = dict(client.get(address("enter")).context["form"].fields["groups"].choices)
    hosts = concept("target_groups", HOSTS)
    assert hosts in offered or str(hosts) in offered
    client.post(address("enter"), typed(cast, title="Wieczór sąsiedzki", groups=[str(hosts)]))
    client.post(address("enter"), typed(cast, title="Półkolonie", groups=[str(concept("target_groups", "children"))]))
    client.logout()
    page = client.get(address("activities") + f"?group={HOSTS}").content.decode()
    assert "Wieczór sąsiedzki" in page
    assert "Półkolonie" not in page


@pytest.mark.norm("W-CR-03")
@pytest.mark.parametrize("kind", ["information", "advice", "community_work", "training", "technical", "financial",
                                  "advocacy", "other"])  # fmt: skip
def test_an_infrastructure_organisation_registers_each_kind_of_service(cast, sign_in, kind):
    sign_in(cast.ada).post(address("enter"), typed(cast, service=kind, recipient_kind="organisations"))
    activity = Activity.objects.get()
    assert concept("support_services", kind) in (activity.sector_id, activity.service_id)
