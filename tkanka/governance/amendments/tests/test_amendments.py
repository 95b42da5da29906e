"""From the wish to the day from which the change holds."""

from datetime import timedelta

import pytest

from tests.cast import DAY, NOW
from tkanka.governance.amendments import actions
from tkanka.governance.amendments.models import Amendment, TermChange
from tkanka.governance.amendments.queries import amendment_in, points_to_present
from tkanka.governance.amendments.weighing import Weighed
from tkanka.governance.consultations import actions as consulting
from tkanka.governance.consultations.charter import text_of_charter
from tkanka.governance.consultations.models import Document
from tkanka.governance.consultations.queries import bodies_for_charter
from tkanka.governance.consultations.tests.made import LATER, document, ended, prepared
from tkanka.governance.meetings.models import Item, Meeting
from tkanka.governance.meetings.tests.makers import called
from tkanka.ground.ledger.models import Record
from tkanka.ground.notices.models import Message
from tkanka.network.networks.models import CharterVersion
from tkanka.network.networks.queries import charter_on, paragraphs_of, rulebook_of
from tkanka.rules.amendments import NewTerm
from tkanka.rules.consultations import DocumentKind
from tkanka.rules.rulebook import BadRulebook
from tkanka.rules.ruling import Refused

pytestmark = pytest.mark.django_db
THREE = NewTerm("working_groups.min_proposers", "3", "§9")
PRESENTED = LATER + timedelta(days=5)
AFTER = PRESENTED + timedelta(days=1)


def codes(refused):
    return {ground.code for ground in refused.value.ruling.failed}


class Change:
    """The secretariat's change of the charter, as far as a test takes it."""

    def __init__(self, cast):
        self.cast, self.network, self.office = cast, cast.razem, cast.by(cast.igor)
        self.made = actions.start(
            by=self.office, at=NOW, network=self.network, title="Trzy organizacje", reason="Dwie to mało"
        )

    def now(self):
        return amendment_in(self.network, self.made.pk)

    def terms(self, *new):
        for one in new or (THREE,):
            actions.set_term(by=self.office, at=NOW, amendment=self.now(), new=one)

    def text(self, change=("co najmniej dwie organizacje", "co najmniej trzy organizacje")):
        told = text_of_charter(charter_on(self.network, DAY))
        self.document = document(
            self.cast, kind=DocumentKind.CHARTER, text=told["text"].replace(*change), title="Projekt"
        )
        return self.document

    def consults(self):
        found = prepared(
            self.cast, of=self.document, bodies=bodies_for_charter(self.network, rulebook_of(self.network, DAY))
        )
        consulting.announce_consultation(by=self.office, at=NOW, consultation=found)
        closing = ended(self.cast, found)
        consulting.close_consultation(by=self.office, at=LATER, consultation=closing)
        actions.base_on(
            by=self.office, at=LATER, amendment=self.now(), document=Document.objects.get(pk=self.document.pk)
        )

    def meeting(self, held=True):
        meeting = called(self.cast, starts_at=PRESENTED, ends_at=PRESENTED + timedelta(hours=2))
        if held:
            Meeting.objects.filter(pk=meeting.pk).update(state="held", held_at=PRESENTED)
        told = {"title": "Zmiana zasad", "state": "accepted", "proposed_at": NOW}
        return Item.objects.select_related("meeting").get(pk=Item.objects.create(meeting=meeting, **told).pk)

    def presents(self):
        actions.present(by=self.office, at=PRESENTED, amendment=self.now(), item=self.meeting())

    def enacts(self, at=PRESENTED, day=None):
        return actions.enact(by=self.office, at=at, amendment=self.now(), from_day=day or AFTER.date())


@pytest.fixture
def change(cast):
    return Change(cast)


@pytest.mark.norm("R-11-01", "R-11-02", "R-11-03", "R-11-05", "R-06-44")
def test_through_its_gates_into_force(change):
    change.terms()
    change.text()
    change.consults()
    change.presents()
    assert change.enacts().version.number == 2
    network = change.network
    assert rulebook_of(network, PRESENTED.date()).working_groups.min_proposers.value == 2
    assert rulebook_of(network, AFTER.date()).working_groups.min_proposers.value == 3
    old, new = (paragraphs_of(charter_on(network, day)) for day in (DAY, AFTER.date()))
    assert [one.anchor for one in old] == [one.anchor for one in new]
    same = [(a, b) for a, b in zip(old, new, strict=True) if a.text_pl == b.text_pl]
    assert len(same) > len(old) / 2 and all(a.text_en == b.text_en and a.cites == b.cites for a, b in same)
    assert "§11" in Record.objects.get(verb="amendment.enacted").cites
    assert Message.objects.filter(cause__startswith="amendment.enacted", email="ada@example.org").count() == 1


@pytest.mark.norm("R-11-02", "R-11-03", "R-11-05")
def test_without_its_gates_it_is_refused_with_the_reason(change):
    change.terms()
    with pytest.raises(Refused) as refused:
        change.enacts()
    gates = {"members_asked_on_charter", "consultation_is_closed", "presented_at_a_meeting"}
    assert gates <= codes(refused) <= {*gates, "bodies_asked_on_charter"}
    change.text()
    change.consults()
    with pytest.raises(Refused) as refused:
        change.enacts()
    assert codes(refused) == {"presented_at_a_meeting"}
    change.presents()
    with pytest.raises(Refused) as refused:
        change.enacts(day=PRESENTED.date())
    assert codes(refused) == {"in_force_later"}
    assert CharterVersion.objects.filter(network=change.network).count() == 1


@pytest.mark.norm("R-11-05")
def test_it_is_presented_at_a_meeting_that_was_held_after_the_consultation(change):
    change.text()
    item = change.meeting()
    with pytest.raises(Refused) as refused:
        actions.present(by=change.office, at=PRESENTED, amendment=change.now(), item=item)
    assert codes(refused) == {"presented_after_consultation"}
    change.consults()
    Meeting.objects.update(state="called")
    item.meeting.refresh_from_db()
    with pytest.raises(Refused) as refused:
        actions.present(by=change.office, at=PRESENTED, amendment=change.now(), item=item)
    assert codes(refused) == {"meeting_was_held"} and points_to_present(change.network) == []


def test_a_draft_that_cites_a_paragraph_that_is_not_there(change):
    change.terms(NewTerm("working_groups.min_proposers", "3", "§99"))
    change.text()
    change.consults()
    change.presents()
    with pytest.raises(Refused) as refused:
        change.enacts()
    assert codes(refused) == {"cites_stand_in_the_text"}
    assert refused.value.ruling.failed[0].facts["cites"] == ("§99",)


def test_a_term_that_cannot_be_is_not_kept(change):
    for wrong in (NewTerm("working_groups.min_proposers", "three", "§9"), NewTerm("nothing.at_all", "3", "§9")):
        with pytest.raises(BadRulebook):
            change.terms(wrong)
    assert not TermChange.objects.exists()
    change.terms()
    actions.drop_term(by=change.office, at=NOW, term=TermChange.objects.get())
    assert Weighed(change.now(), change.office, DAY).differs is False


def test_of_members_it_takes_two(cast):
    wish = actions.start(
        by=cast.by(cast.ada), at=NOW, network=cast.razem, title="Inaczej", reason="Bo tak", organisation=cast.dach
    )
    assert wish.state == "proposed"
    with pytest.raises(Refused):
        actions.second(by=cast.by(cast.ada), at=NOW, amendment=wish, organisation=cast.dach)
    with pytest.raises(Refused):
        actions.set_term(by=cast.by(cast.igor), at=NOW, amendment=wish, new=THREE)
    actions.second(by=cast.by(cast.bea), at=NOW, amendment=wish, organisation=cast.mosty)
    assert Amendment.objects.get().state == "open"


def test_two_changes_of_one_charter_do_not_overwrite_each_other(change, cast):
    change.terms()
    change.text()
    change.consults()
    change.presents()
    CharterVersion.objects.create(
        network=change.network, number=2, rulebook=change.now().base.rulebook, in_force_from=DAY + timedelta(days=90)
    )
    with pytest.raises(Refused) as refused:
        change.enacts()
    assert codes(refused) == {"charter_not_changed_since"}


PAGE = "/n/razem/amendments/"


def text_of(answer):
    return answer.content.decode().replace("\xa0", " ")


def test_from_the_wish_to_the_new_version_on_its_pages(change, client, time_machine_at_now):
    client.force_login(change.cast.igor)
    assert client.post(f"{PAGE}new/", {"title": "", "reason": "Dwie to mało"}).status_code == 422
    page = client.post(f"{PAGE}new/", {"title": "Trzy", "reason": "Dwie to mało"}).headers["Location"]
    wrong = client.post(f"{page}term/", {"path": THREE.path, "value": "three", "cite": "§9"})
    assert wrong.status_code == 422 and "Tego nie da się tak zapisać" in text_of(wrong)
    assert client.post(f"{page}term/", {"path": THREE.path, "value": "3", "cite": ""}).status_code == 422
    assert client.post(f"{page}term/", {"path": THREE.path, "value": "3", "cite": "§9"}).status_code == 302
    shown = text_of(client.get(page))
    assert "Zmiany nie przedstawiono jeszcze na spotkaniu Forum." in shown
    assert "Przygotuj dokument z tekstem Karty" in shown
    change.made = Amendment.objects.get(title="Trzy")
    change.text()
    change.consults()
    item = change.meeting()
    time_machine_at_now.move_to(PRESENTED + timedelta(hours=3))
    assert "<ins>" in text_of(client.get(page))
    assert client.post(f"{page}enact/", {"from_day": f"{AFTER.date()}"}).status_code == 403
    assert client.post(f"{page}present/", {"item": ""}).status_code == 422
    assert client.post(f"{page}present/", {"item": str(item.pk)}).status_code == 302
    assert client.post(f"{page}enact/", {"from_day": f"{PRESENTED.date()}"}).status_code == 422
    assert client.post(f"{page}enact/", {"from_day": f"{AFTER.date()}"}).status_code == 302
    assert "wersja 2" in text_of(client.get(page))
    client.force_login(change.cast.ada)
    assert "Trzy" in text_of(client.get(f"{PAGE}?state=over"))
    assert "3" in text_of(client.get("/n/razem/charter/?version=2"))


def test_a_member_starts_and_another_seconds(cast, client, time_machine_at_now):
    client.force_login(cast.ada)
    sent = {"title": "Inaczej", "reason": "Bo tak", "organisation": str(cast.dach.pk)}
    page = client.post(f"{PAGE}new/", sent).headers["Location"]
    assert "Popieracie tę zmianę?" not in text_of(client.get(page))
    client.force_login(cast.bea)
    assert "Popieracie tę zmianę?" in text_of(client.get(page))
    assert client.post(f"{page}second/", {"organisation": ""}).status_code == 422
    assert client.post(f"{page}second/", {"organisation": str(cast.mosty.pk)}).status_code == 302
    client.force_login(cast.ada)
    assert client.post(f"{page}withdraw/", {"off-reason": ""}).status_code == 422
    assert client.post(f"{page}withdraw/", {"off-reason": "Nie trzeba"}).status_code == 302
    assert "Nie trzeba" in text_of(client.get(page))
