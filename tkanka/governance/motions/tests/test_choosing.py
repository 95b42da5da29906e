"""The participants of an agreement choose who keeps the secretariat, and the council watches."""

from datetime import timedelta

import pytest

from tests.cast import DAY, LONG_AGO, NOW, belongs, keeps, network, organisation, person
from tkanka.governance.bodies.models import Body, Seat
from tkanka.governance.motions import actions
from tkanka.governance.motions.models import Choice, Round, Stance
from tkanka.governance.motions.personal import export_of
from tkanka.governance.motions.queries.choosing import last_round, tally
from tkanka.ground.ledger.models import Record
from tkanka.ground.notices.models import Message
from tkanka.network.networks.actions import end_membership
from tkanka.network.networks.queries import active_membership, standing_of
from tkanka.rules.bodies import Basis, BodyKind
from tkanka.rules.membership import MembershipState
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Office

pytestmark = pytest.mark.django_db
UNTIL = DAY + timedelta(days=14)
LATER = NOW + timedelta(days=15)
PAGE = "/n/warmia/motions/secretariat/"


class Agreement:
    """Three participants, a secretary, and a councillor who speaks for nobody."""

    def __init__(self):
        self.network = network("warmia")
        self.zofia, self.jan, self.marta = person("zofia"), person("jan"), person("marta")
        self.secretary, self.councillor = keeps(person("sekretarz"), self.network, Office.SECRETARIAT), person("radna")
        self.lyna = belongs(organisation("Nad Łyną", "association"), self.network, main=self.zofia)
        self.mazury = belongs(organisation("Mazury"), self.network, main=self.jan)
        self.warta = belongs(organisation("Warta"), self.network, main=self.marta)
        self.outside = organisation("Obca")
        council = Body.objects.create(network=self.network, kind=BodyKind.COUNCIL, name="Rada", opened_on=LONG_AGO)
        Seat.objects.create(body=council, person=self.councillor, outside="Rada", basis=Basis.EX_OFFICIO,
                            since=LONG_AGO)  # fmt: skip
        self.office = Body.objects.create(
            network=self.network, kind=BodyKind.SECRETARIAT, name="Sekretariat", opened_on=LONG_AGO, held_by=self.warta
        )

    def by(self, somebody):
        return standing_of(somebody, self.network, DAY)

    def ask(self, candidate=None, at=NOW, **more):
        told = {"until": UNTIL, "text": "Ma biuro i ludzi."} | more
        return actions.ask_round(by=self.by(self.secretary), at=at, network=self.network,
                                 candidate=candidate or self.lyna, **told)  # fmt: skip

    def says(self, somebody, party, agrees=True, reason="", at=NOW):
        asked = last_round(Choice.objects.get(network=self.network, state="open"))
        return actions.take_stance(
            by=self.by(somebody), at=at, asked=asked, organisation=party, agrees=agrees, reason=reason
        )

    def close(self, at=LATER):
        return actions.close_round(by=self.by(self.secretary), at=at, asked=last_round(Choice.objects.get()))


@pytest.fixture
def agreement(db):
    return Agreement()


def codes(refused):
    return {ground.code for ground in refused.value.ruling.failed}


def told(cause):
    return set(Message.objects.filter(cause__startswith=cause).values_list("email", flat=True))


@pytest.mark.norm("W-KO-03")
def test_every_participant_is_asked_and_on_the_list(agreement):
    choice = agreement.ask()
    asked = last_round(choice)
    assert {one.organisation for one in asked.stances.all()} == {agreement.lyna, agreement.mazury, agreement.warta}
    everybody = {f"{name}@example.org" for name in ("zofia", "jan", "marta", "radna")}
    assert told("choice.asked") == everybody
    record = Record.objects.get(verb="choice.asked")
    assert (record.cites, record.facts["asked"]) == (["Koordynacja"], 3)


@pytest.mark.norm("W-KO-02")
def test_only_a_participant_is_a_candidate_and_no_outsider_or_former_one(agreement):
    with pytest.raises(Refused) as refused:
        agreement.ask(agreement.outside)
    assert codes(refused) == {"candidate_participates"}
    membership = active_membership(agreement.network, agreement.mazury, DAY)
    end_membership(by=agreement.by(agreement.secretary), at=NOW, membership=membership,
                   state=MembershipState.RESIGNED, on=DAY)  # fmt: skip
    with pytest.raises(Refused) as refused:
        agreement.ask(agreement.mazury)
    assert codes(refused) == {"candidate_participates"}
    assert not Choice.objects.exists()


@pytest.mark.norm("W-KO-03")
def test_no_objection_is_consensus_and_hands_the_secretariat_over(agreement):
    agreement.ask()
    agreement.says(agreement.zofia, agreement.lyna)
    agreement.says(agreement.jan, agreement.mazury)
    with pytest.raises(Refused) as refused:
        agreement.close(NOW)
    assert codes(refused) == {"round_over"}
    choice = agreement.close()
    assert (choice.state, choice.chosen, choice.decided_at) == ("chosen", agreement.lyna, LATER)
    assert Body.objects.get(pk=agreement.office.pk).held_by == agreement.lyna
    assert "radna@example.org" in told("choice.closed") and "marta@example.org" in told("choice.closed")
    letter = Message.objects.filter(cause__startswith="choice.closed").first()
    assert "Zapytano: 3. Zgadza się: 2. Sprzeciwia się: 0. Bez odpowiedzi: 1." in letter.text
    with pytest.raises(Refused):
        agreement.close()


@pytest.mark.norm("W-KO-03")
def test_a_reasoned_objection_leads_to_another_round_until_the_third(agreement):
    agreement.ask()
    with pytest.raises(Refused) as refused:
        agreement.says(agreement.jan, agreement.mazury, agrees=False, reason="  ")
    assert codes(refused) == {"objection_says_why"}
    for number in (1, 2, 3):
        agreement.says(agreement.jan, agreement.mazury, agrees=False, reason="Za daleko")
        with pytest.raises(Refused):
            agreement.ask(agreement.warta)
        choice = agreement.close()
        assert choice.state == ("open" if number < 3 else "undecided")
        if number < 3:
            agreement.ask(agreement.warta)
    assert (choice.chosen, Body.objects.get(pk=agreement.office.pk).held_by) == (None, agreement.warta)
    assert list(Round.objects.order_by("number").values_list("candidate__name", flat=True)) == [
        "Nad Łyną", "Warta", "Warta",
    ]  # fmt: skip


@pytest.mark.norm("W-KO-03")
def test_a_word_may_be_changed_while_the_round_lasts_and_is_said_by_who_speaks_for_the_party(agreement):
    agreement.ask()
    agreement.says(agreement.jan, agreement.mazury, agrees=False, reason="Za daleko")
    agreement.says(agreement.jan, agreement.mazury)
    said = Stance.objects.get(organisation=agreement.mazury)
    assert (said.agrees, said.reason) == (True, "")
    with pytest.raises(Refused) as refused:
        agreement.says(agreement.zofia, agreement.mazury)
    assert codes(refused) == {"participant_is_asked"}
    with pytest.raises(Refused) as refused:
        agreement.says(agreement.jan, agreement.mazury, at=LATER)
    assert codes(refused) == {"round_open"}
    assert export_of(agreement.jan.pk)["stances"][0]["agrees"] is True


def test_when_all_have_answered_the_round_may_end_at_once(agreement):
    agreement.ask()
    for who, party in ((agreement.zofia, agreement.lyna), (agreement.jan, agreement.mazury)):
        agreement.says(who, party)
    agreement.says(agreement.marta, agreement.warta)
    assert tally(last_round(Choice.objects.get())).silent == 0
    assert agreement.close(NOW).state == "chosen"


@pytest.mark.norm("W-KO-04")
def test_the_council_sees_everything_remarks_and_has_no_voice(agreement, client, time_machine_at_now):
    choice = agreement.ask()
    agreement.says(agreement.jan, agreement.mazury, agrees=False, reason="Za daleko")
    with pytest.raises(Refused):
        agreement.says(agreement.councillor, agreement.mazury)
    with pytest.raises(Refused):
        actions.remark_on_choice(by=agreement.by(agreement.jan), at=NOW, choice=choice, text="x", all_asked=True)
    client.force_login(agreement.councillor)
    page = client.get(f"{PAGE}{choice.pk}/").content.decode()
    assert "Za daleko" in page and "Warta" in page and "Wasza odpowiedź" not in page
    sent = {"text": "Wszystko jawnie.", "all_asked": "on"}
    assert client.post(f"{PAGE}{choice.pk}/remark/", sent).status_code == 302
    client.force_login(agreement.jan)
    assert "Wszystko jawnie." in client.get(f"{PAGE}{choice.pk}/").content.decode()
    assert Choice.objects.get().state == "open"


def test_it_is_called_off_with_a_reason_and_another_may_begin(agreement):
    choice = agreement.ask()
    with pytest.raises(Refused):
        actions.call_off_choice(by=agreement.by(agreement.secretary), at=NOW, choice=choice, reason=" ")
    actions.call_off_choice(by=agreement.by(agreement.secretary), at=NOW, choice=choice, reason="Kandydatka odeszła")
    letter = Message.objects.filter(cause__startswith="choice.closed").first()
    assert "Kandydatka odeszła" in letter.text
    with pytest.raises(Refused) as refused:
        actions.close_round(by=agreement.by(agreement.secretary), at=LATER, asked=last_round(choice))
    assert codes(refused) == {"round_open"}
    assert Message.objects.filter(cause__startswith="choice.closed").count() == len(told("choice.closed"))
    assert agreement.ask(agreement.mazury).pk != choice.pk


@pytest.mark.norm("W-KO-02", "W-KO-03")
def test_the_pages_lead_from_the_question_to_the_outcome(agreement, client, time_machine_at_now):
    client.force_login(agreement.secretary)
    assert PAGE in client.get("/n/warmia/motions/").content.decode()
    asked = {"candidate": str(agreement.lyna.pk), "until": f"{UNTIL}", "text": "Ma biuro."}
    assert client.post(PAGE, asked | {"candidate": str(agreement.outside.pk)}).status_code == 422
    assert client.post(PAGE, asked | {"until": f"{DAY}"}).status_code == 422
    page = client.post(PAGE, asked).headers["Location"]
    client.force_login(agreement.jan)
    assert "Czy Nad Łyną ma prowadzić sekretariat?" in client.get("/n/warmia/desk/").content.decode()
    said = {"organisation": str(agreement.mazury.pk), "agrees": "no", "reason": ""}
    assert client.post(f"{page}answer/", said).status_code == 422
    assert client.post(f"{page}answer/", said | {"reason": "Za daleko"}).status_code == 302
    assert "ma prowadzić sekretariat?" not in client.get("/n/warmia/desk/").content.decode()
    assert client.post(f"{page}close/").status_code == 403
    time_machine_at_now.move_to(LATER)
    client.force_login(agreement.secretary)
    assert "Zamknij rundę" in client.get("/n/warmia/desk/").content.decode()
    assert client.post(f"{page}close/").status_code == 302
    again = asked | {"until": f"{LATER.date() + timedelta(days=3)}", "candidate": str(agreement.warta.pk)}
    assert client.post(f"{page}again/", again).status_code == 302
    text = client.get(page).content.decode().replace("\xa0", " ")
    assert "Runda 2 z 3" in text and "Za daleko" in text
    assert client.post(f"{page}call-off/", {"reason": ""}).status_code == 422
    assert client.post(f"{page}nonsense/").status_code == 404


def test_a_network_without_such_a_choice_has_an_empty_page(cast, client, time_machine_at_now):
    client.force_login(cast.igor)
    page = "/n/razem/motions/secretariat/"
    assert "nie przewidują" in client.get(page).content.decode()
    assert client.post(page, {"text": "x"}).status_code == 403
