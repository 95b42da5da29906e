"""The rota of hosts of the yearly meeting."""

from datetime import timedelta

import pytest

from tests.cast import NOW, belongs, keeps, network, organisation, person
from tkanka.governance.meetings import actions
from tkanka.governance.meetings.models import Meeting
from tkanka.network.networks.queries import standing_of
from tkanka.rules.meetings import MeetingKind
from tkanka.rules.standing import Office

from .makers import fields

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
AT = "/n/warmia/meetings/"
AGAIN = "Ta sama organizacja gościła poprzednie spotkanie."


def plenary(warmia, host, years_ago):
    """A yearly meeting that was held."""
    at = NOW - years_ago * timedelta(days=365)
    told = fields(kind=MeetingKind.PLENARY, title=f"Rok {years_ago}", starts_at=at, ends_at=at + timedelta(hours=2))
    told |= {"state": "held", "created_at": at, "called_at": at, "held_at": at}
    return Meeting.objects.create(network=warmia, host=host, **told)


def shown(client, page):
    return client.get(page).content.decode().replace("\xa0", " ")


@pytest.mark.norm("W-01-03")
def test_who_waited_longest_is_named_first_and_the_same_host_again_is_pointed_out_and_never_refused(sign_in):
    warmia = network("warmia")
    igor = keeps(person("igor"), warmia, Office.SECRETARIAT)
    lyna, pasleka, _never = (belongs(organisation(name), warmia) for name in ("Łyna", "Pasłęka", "Drwęca"))
    plenary(warmia, lyna, 1)
    plenary(warmia, pasleka, 2)
    client = sign_in(igor)
    page = shown(client, f"{AT}hosts/")
    assert AGAIN not in page
    waiting = page[page.index('id="waiting"') :]
    assert waiting.index("Drwęca") < waiting.index("Pasłęka") < waiting.index("Łyna")
    assert "jeszcze nie" in waiting and "ostatnio w 2025" in waiting
    told = fields(kind=MeetingKind.PLENARY, host=lyna)
    draft = actions.draft_meeting(by=standing_of(igor, warmia, NOW.date()), at=NOW, network=warmia, **told)
    assert AGAIN in shown(client, f"{AT}{draft.pk}/")
    client.post(f"{AT}{draft.pk}/call/")
    draft.refresh_from_db()
    assert draft.state == "called"
    assert AGAIN in shown(client, f"{AT}hosts/")
    client.logout()
    assert AGAIN in shown(client, f"{AT}hosts/")
    network("razem")
    assert client.get("/n/razem/meetings/hosts/").status_code == 404
