"""Moving and answering, in two networks with two charters."""

from datetime import date, timedelta

import pytest

from tests.cast import DAY, LONG_AGO, NOW, belongs, keeps, network, organisation, person
from tkanka.governance.bodies.models import Body, Seat
from tkanka.governance.motions import actions, jobs, queries
from tkanka.governance.motions.models import Motion
from tkanka.ground.notices.models import Message
from tkanka.network.networks.queries import standing_of
from tkanka.rules.bodies import Basis, BodyKind
from tkanka.rules.motions import MotionKind, MotionState
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Office

pytestmark = pytest.mark.django_db


def codes(refused):
    return {ground.code for ground in refused.value.ruling.failed}


def told(cause):
    return set(Message.objects.filter(cause__startswith=cause).values_list("email", flat=True))


@pytest.fixture
def warmia():
    found = network("warmia")
    zofia, secretary, councillor = person("zofia"), person("sekretarz"), person("radna")
    party = belongs(organisation("Stowarzyszenie Nad Łyną", "association"), found, main=zofia)
    other = belongs(organisation("Fundacja Mazury"), found, main=councillor)
    keeps(secretary, found, Office.SECRETARIAT)
    council = Body.objects.create(network=found, kind=BodyKind.COUNCIL, name="Rada", opened_on=LONG_AGO)
    Seat.objects.create(body=council, person=councillor, organisation=other, basis=Basis.EX_OFFICIO, since=LONG_AGO)

    def by(somebody):
        return standing_of(somebody, found, DAY)

    return found, party, by, zofia, secretary, councillor


def moved(warmia):
    found, party, by, zofia, *_ = warmia
    return actions.move(
        by=by(zofia), at=NOW, network=found, organisation=party, kind=MotionKind.ACTION, title="Dyżury w Ełku",
        text="Nikt tam nie dyżuruje.",
    )  # fmt: skip


@pytest.mark.norm("W-KO-05")
def test_one_participant_moves_and_the_secretariat_has_thirty_days(warmia):
    motion = moved(warmia)
    assert motion.due == DAY + timedelta(days=30)
    assert told("motion.moved") == {"sekretarz@example.org"}


@pytest.mark.norm("W-KO-05")
def test_past_the_day_offices_and_overseers_are_told_once_and_nothing_is_answered(warmia):
    motion = moved(warmia)
    jobs.tell_of_overdue(NOW + timedelta(days=30))
    assert not told("motion.overdue")
    for _ in range(2):
        jobs.tell_of_overdue(NOW + timedelta(days=31))
    assert told("motion.overdue") == {"sekretarz@example.org", "radna@example.org"}
    assert Message.objects.filter(cause__startswith="motion.overdue").count() == 2
    assert Motion.objects.get(pk=motion.pk).state == MotionState.MOVED


@pytest.mark.norm("W-KO-04")
def test_the_council_watches_and_others_do_not(warmia):
    found, _party, by, zofia, _secretary, councillor = warmia
    assert queries.oversees(found, by(councillor), DAY)
    assert not queries.oversees(found, by(zofia), DAY)


def test_the_secretariat_answers_in_words_and_the_mover_gets_a_letter(warmia):
    _found, _party, by, zofia, secretary, _ = warmia
    motion = moved(warmia)
    with pytest.raises(Refused) as refused:
        actions.answer(by=by(secretary), at=NOW, motion=motion, outcome=MotionState.PARTLY, text=" ")
    assert codes(refused) == {"reason_explained"}
    actions.answer(by=by(secretary), at=NOW, motion=motion, outcome=MotionState.PARTLY, text="Od stycznia.")
    assert "Od stycznia." in Message.objects.get(cause__startswith="motion.answered", email="zofia@example.org").text
    with pytest.raises(Refused):
        actions.withdraw(by=by(zofia), at=NOW, motion=motion)


@pytest.mark.norm("R-05-20")
def test_a_matter_carried_outside_says_where_and_when(cast):
    motion = actions.move(
        by=cast.by(cast.ada), at=NOW, network=cast.razem, organisation=cast.dach, kind=MotionKind.CARRY,
        title="Tłumacze", text="W urzędach", source="/n/razem/groups/x/results/",
    )  # fmt: skip
    assert motion.due is None and told("motion.moved") == {"halina@example.org"}
    said = {"at": NOW, "motion": motion, "outcome": MotionState.TAKEN_UP, "text": "Przyjęto."}
    with pytest.raises(Refused) as refused:
        actions.answer(by=cast.by(cast.halina), **said)
    assert codes(refused) == {"carried_where_and_when"}
    with pytest.raises(Refused) as refused:
        actions.answer(by=cast.by(cast.igor), carried_to="Ministerstwo", carried_on=date(2026, 11, 19), **said)
    assert codes(refused) == {"coordinator_carries_outside"}
    actions.answer(by=cast.by(cast.halina), carried_to="Ministerstwo", carried_on=date(2026, 11, 19), **said)
    assert Motion.objects.get().state == MotionState.TAKEN_UP


@pytest.mark.norm("R-05-20")
def test_pages_from_a_result_to_an_answer(cast, client, time_machine_at_now):
    client.force_login(cast.ada)
    page = "/n/razem/motions/new/?kind=carry&title=Wzory+pism&source=/n/razem/groups/1/results/"
    assert "Wzory pism" in client.get(page).content.decode()
    sent = {"organisation": str(cast.dach.pk), "kind": "carry", "title": "Wzory pism", "text": "Do ministerstwa",
            "source": "https://obce.example/"}  # fmt: skip
    assert client.post("/n/razem/motions/new/", sent).status_code == 302
    motion = Motion.objects.get()
    assert motion.source == ""
    client.force_login(cast.halina)
    answer = f"/n/razem/motions/{motion.pk}/answer/"
    assert client.post(answer, {"outcome": "not_taken_up", "text": ""}).status_code == 422
    assert client.post(answer, {"outcome": "not_taken_up", "text": "Nie teraz."}).status_code == 302
    assert "Nie teraz." in client.get(f"/n/razem/motions/{motion.pk}/").content.decode()
