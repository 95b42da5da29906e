"""From the reason to the hand-over."""

from datetime import timedelta

import pytest

from tests.cast import DAY, NOW, belongs, organisation, person
from tkanka.governance.separation import actions, jobs
from tkanka.governance.separation.models import Case, Matter
from tkanka.governance.separation.queries import running_case, successor_of
from tkanka.governance.voting import actions as voting
from tkanka.governance.voting import jobs as voting_jobs
from tkanka.governance.voting.models import Voter
from tkanka.governance.voting.tests.makers import advisory, by
from tkanka.ground.notices.models import Message
from tkanka.network.networks.models import Hosting
from tkanka.network.networks.queries import host_of
from tkanka.network.tenure.actions import resign
from tkanka.rules.ruling import Refused
from tkanka.rules.separation import Interest
from tkanka.rules.voting import Choice

pytestmark = pytest.mark.django_db
QUALITIES = ["humanitarian_or_development_experience", "knows_local_context"]
FIRST, SECOND = NOW + timedelta(days=3), NOW + timedelta(days=9)
AFTER = SECOND + timedelta(minutes=1)


def codes(refused):
    return {ground.code for ground in refused.value.ruling.failed}


def told(letter):
    return set(Message.objects.filter(cause__startswith=f"separation.{letter}").values_list("email", flat=True))


class Story:
    """An advisory group of seven, one of them the host's, and a successor outside it."""

    def __init__(self, cast):
        self.cast, self.network = cast, cast.razem
        self.group = advisory(self.network, 7)
        self.seats = list(self.group.seats.select_related("person", "organisation").order_by("person__name"))
        self.host = self.seats[0].organisation
        Hosting.objects.create(network=self.network, organisation=self.host, since=DAY - timedelta(days=400))
        self.next_one = person("nastepczyni")
        self.successor = belongs(organisation("Dom pod Lipą"), self.network, main=self.next_one)

    def by(self, number):
        seat = self.seats[number]
        return by(seat.person, self.network, seat.organisation)

    def opens(self):
        self.case = actions.open_case(
            by=self.by(1), at=NOW, network=self.network, interest=Interest.BOTH, reason="Gwarancja się kończy"
        )
        return self.case

    def names(self, party=None, stated=QUALITIES):
        return actions.propose_successor(
            by=self.by(1), at=NOW, case=self.case, organisation=party or self.successor, stated=stated, text="",
            title="Czy wskazujemy?", closes_at=FIRST,
        )  # fmt: skip

    def votes(self, poll, said, at=NOW):
        for seat, choice in zip(self.seats[1:], said, strict=False):
            line = Voter.objects.get(poll=poll, person=seat.person)
            voting.cast(by=by(seat.person, self.network), at=at, voter=line, choice=choice)

    def named(self):
        one = self.names()
        self.votes(one.naming, [Choice.FOR] * 4)
        voting_jobs.close_due(FIRST)
        jobs.follow_votes(FIRST)
        return successor_of(self.case)

    def accepts(self, accepted=True):
        return actions.answer_naming(
            by=by(self.next_one, self.network, self.successor), at=FIRST, successor=self.named(), accepted=accepted,
            text="Od lipca",
        )  # fmt: skip

    def calls(self):
        return actions.call_vote(by=self.by(1), at=FIRST, case=self.case, title="Czy się rozstajemy?", text="",
                                 closes_at=SECOND)  # fmt: skip

    def decides(self, said):
        poll = self.calls()
        self.votes(poll, said, FIRST)
        voting_jobs.close_due(AFTER)
        jobs.follow_votes(AFTER)
        self.case = Case.objects.get()
        return self.case


@pytest.fixture
def story(cast):
    return Story(cast)


@pytest.mark.norm("R-06-24", "R-06-25", "R-06-27", "R-06-28", "R-06-29")
def test_without_a_successor_who_accepted_the_vote_does_not_open(story):
    story.opens()
    for lacking in ({"successor_named", "successor_accepted", "successor_is_not_host"}, {"successor_accepted"}):
        with pytest.raises(Refused) as refused:
            story.calls()
        assert codes(refused) == {"done_before_the_vote"}
        assert {n for g in refused.value.ruling.failed for n in g.facts["missing"]} == lacking
        if "successor_named" in lacking:
            story.named()
    assert "nastepczyni@example.org" in told("named")


@pytest.mark.norm("R-06-26", "R-06-27")
def test_one_abstention_fails_it(story):
    story.opens()
    story.accepts()
    assert story.decides([Choice.FOR] * 5 + [Choice.ABSTAIN]).state == "rejected"
    letter = Message.objects.filter(cause__startswith="separation.settled").first()
    assert "Organizacja goszcząca zostaje" in letter.subject and "Odrzucono" in letter.text
    assert running_case(story.network) is None


@pytest.mark.norm("R-06-26", "R-06-27", "R-06-28", "R-06-29")
def test_all_but_the_host_part_from_it_and_hand_over(story):
    story.opens()
    story.accepts()
    case = story.decides([Choice.FOR] * 6)
    assert (case.state, Voter.objects.get(poll=case.poll, entitled=False).organisation) == ("decided", story.host)
    assert Matter.objects.filter(case=case).count() == 6
    office = story.cast.by(story.cast.igor)
    with pytest.raises(Refused) as refused:
        actions.hand_over(by=office, at=AFTER, case=case, on=AFTER.date())
    assert codes(refused) == {"everything_handed_over"}
    actions.add_matter(by=by(story.next_one, story.network, story.successor), at=AFTER, case=case, title="Drukarka")
    for matter in Matter.objects.filter(case=case):
        actions.keep_matter(by=story.by(0), at=AFTER, matter=matter, owner="Biuro", due=None, done=True)
    actions.hand_over(by=office, at=AFTER, case=case, on=AFTER.date())
    assert host_of(story.network, AFTER.date()).organisation == story.successor
    assert Case.objects.get().state == "handed_over"


def test_a_successor_that_refuses_makes_room_for_another(story):
    story.opens()
    story.accepts(accepted=False)
    other = belongs(organisation("Szeroka Droga"), story.network, main=person("inna"))
    one = actions.propose_successor(
        by=story.by(1), at=FIRST, case=story.case, organisation=other, stated=QUALITIES, text="", title="A ona?",
        closes_at=SECOND,
    )  # fmt: skip
    assert successor_of(story.case) == one
    with pytest.raises(Refused) as refused:
        story.names()
    assert codes(refused) == {"one_successor_at_a_time"}


@pytest.mark.norm("R-04-02", "R-04-03")
@pytest.mark.parametrize(
    ("stated", "own", "code"), [(QUALITIES[:1], False, "qualities_stated"), (QUALITIES, True, "another_organisation")]
)
def test_what_is_stated_of_a_successor(story, stated, own, code):
    story.opens()
    with pytest.raises(Refused) as refused:
        story.names(story.host if own else None, stated)
    assert codes(refused) == {code}


@pytest.mark.norm("R-06-25")
def test_a_host_that_leaves_opens_the_case_itself(story):
    speaker = story.seats[0].person
    resign(
        by=by(speaker, story.network, story.host), at=NOW,
        membership=story.host.memberships.get(network=story.network), on=DAY + timedelta(days=60),
        message="Kończy się grant",
    )  # fmt: skip
    for _ in range(2):
        jobs.open_for_leaving_hosts(NOW)
    case = Case.objects.get()
    assert (case.on_resignation, case.interest, case.reason) == (True, "interest_of_host", "Kończy się grant")
    with pytest.raises(Refused) as refused:
        actions.withdraw(by=story.cast.by(story.cast.igor), at=NOW, case=case, reason="Nie trzeba")
    assert codes(refused) == {"host_does_not_leave"}


def test_a_case_is_taken_back_and_its_naming_called_off(story):
    story.opens()
    naming = story.names().naming
    actions.withdraw(by=story.by(1), at=NOW, case=story.case, reason="Porozumieliśmy się")
    naming.refresh_from_db()
    assert (Case.objects.get().state, naming.state) == ("withdrawn", "called_off")
    assert story.opens().pk


def test_one_case_at_a_time(story):
    story.opens()
    with pytest.raises(Refused) as refused:
        story.opens()
    assert codes(refused) == {"one_separation_at_a_time"}


PAGE = "/n/razem/separation/"


def text_of(answer):
    return answer.content.decode().replace("\xa0", " ")


def test_the_pages_lead_from_the_reason_to_the_vote(story, client, time_machine_at_now):
    client.force_login(story.seats[1].person)
    assert client.post(PAGE, {"interest": "interest_of_both", "reason": ""}).status_code == 422
    page = client.post(PAGE, {"interest": "interest_of_both", "reason": "Gwarancja się kończy"}).headers["Location"]
    assert "Bez następcy, który się zgodził" in text_of(client.get(page))
    sent = {"organisation": str(story.successor.pk), "closes_at": f"{FIRST:%Y-%m-%dT%H:%M}", "text": "Mają biuro"}
    wrong = client.post(f"{page}successor/", sent | {"stated": QUALITIES[:1]})
    assert wrong.status_code == 422 and "Mają biuro" in text_of(wrong)
    assert client.post(f"{page}successor/", sent | {"stated": QUALITIES}).status_code == 302
    one = successor_of(Case.objects.get())
    story.votes(one.naming, [Choice.FOR] * 4)
    late = FIRST + timedelta(hours=2)
    voting_jobs.close_due(late)
    time_machine_at_now.move_to(late)
    client.force_login(story.next_one)
    assert "Dom pod Lipą" in text_of(client.get("/n/razem/desk/"))
    assert "Czy przejmiecie rolę organizacji goszczącej?" in text_of(client.get(page))
    assert client.post(f"{page}answer/{one.pk}/", {"accepted": ""}).status_code == 422
    assert client.post(f"{page}answer/{one.pk}/", {"accepted": "yes", "text": "Od lipca"}).status_code == 302
    client.force_login(story.seats[1].person)
    assert "Zarządź głosowanie" in text_of(client.get(page))
    assert client.post(f"{page}vote/", {"closes_at": "2020-01-01T10:00"}).status_code == 422
    poll = client.post(f"{page}vote/", {"closes_at": f"{SECOND:%Y-%m-%dT%H:%M}"}).headers["Location"]
    shown = text_of(client.get(poll))
    assert "jednomyślnie, wszystkich uprawnionych" in shown and "miejsce Organizacji Goszczącej" in shown
    assert "§ 6" in shown
    assert client.post(f"{page}withdraw/", {"reason": "x"}).status_code == 403


def test_the_list_on_its_pages(story, client, time_machine_at_now):
    story.opens()
    story.accepts()
    case = story.decides([Choice.FOR] * 6)
    time_machine_at_now.move_to(AFTER)
    client.force_login(story.cast.igor)
    page = f"{PAGE}{case.pk}/"
    assert client.post(f"{page}add/", {"new-title": ""}).status_code == 422
    assert client.post(f"{page}add/", {"new-title": "Drukarka"}).status_code == 302
    for matter in Matter.objects.all():
        assert client.post(f"{page}matters/{matter.pk}/", {"owner": "Biuro", "due": "32"}).status_code == 422
        assert client.post(f"{page}matters/{matter.pk}/", {"owner": "Biuro", "done": "on"}).status_code == 302
    assert client.post(f"{page}hand-over/", {"on": "2030-01-01"}).status_code == 422
    assert client.post(f"{page}hand-over/", {"on": f"{AFTER.date()}"}).status_code == 302
    assert "przekazane" in text_of(client.get(PAGE))
