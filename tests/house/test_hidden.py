"""Of a hidden body nobody outside it learns anything: on no page, in no list, file, feed or search."""

from datetime import timedelta
from http.cookies import SimpleCookie
from io import BytesIO
from zipfile import ZipFile, is_zipfile

import pytest
from django.db import transaction
from django.test import Client

from tests.cast import NOW
from tkanka.governance.bodies.actions import describe_body
from tkanka.governance.bodies.index import index_body
from tkanka.governance.consultations import actions as consultations
from tkanka.governance.consultations.splitting import split
from tkanka.governance.discussions.actions import open_thread, write_post
from tkanka.governance.discussions.actions.writing import Words
from tkanka.governance.meetings import actions as meetings
from tkanka.governance.meetings.tests.makers import START, body, seat
from tkanka.governance.minutes import actions as minutes
from tkanka.governance.minutes.actions.tasks import Given
from tkanka.governance.minutes.tests.makers import met, part
from tkanka.governance.voting import actions as voting
from tkanka.rules.bodies import BodyKind, Role
from tkanka.rules.consultations import DocumentKind
from tkanka.rules.meetings import MeetingAudience, MeetingForm, MeetingKind
from tkanka.rules.minutes import ApprovalBasis, DecisionKind
from tkanka.rules.voting import Choice, PollKind

from .objects import Things
from .routes import routes
from .visitors import Visitors, answer, asking

SECRET, WORD = "Xylofon", "tajemnica"
SAID = f"{SECRET}: {WORD}"
OUTSIDERS = ("visitor", "observer", "main", "secretariat", "coordinator")
ROOMS = ("bodies", "consultations", "discussions", "groups", "meetings", "minutes", "voting")
ASKED = {
    "bodies:bodies": ["?page=2"],
    "consultations:consultations": ["?state=closed", f"?q={WORD}"],
    "front:search": [f"?q={WORD}", f"?q={WORD}&kind=minutes", f"?q={WORD}&kind=poll"],
    "meetings:meetings": ["?when=past", "?body={body}"],
    "minutes:all": ["?body={body}"],
    "minutes:tasks": ["?state=all", "?state=all&body={body}"],
    "minutes:tasks-csv": ["?state=all", "?state=all&body={body}"],
    "voting:polls": ["?state=decided", "?state=draft", f"?q={WORD}"],
}  # fmt: skip


class Circle:
    """A hidden body of Bea's that did everything a body does, each time with the secret word; `keys` are its things."""

    def __init__(self, cast):
        self.cast, self.by, self.keys = cast, cast.by(cast.bea), {}
        self.body = body(cast.razem, BodyKind.CLOSED, SAID, hidden=True)
        self.keys |= {"body": self.body.pk, "key": self.body.pk, "group": self.body.pk}
        self.keys["seat"] = seat(self.body, cast.bea, cast.mosty, Role.LEAD).pk
        describe_body(by=self.by, at=NOW, body=self.body, name=SAID, purpose=SAID)
        index_body(self.body, NOW)
        self.own = {"kind": MeetingKind.BODY, "audience": MeetingAudience.BODY, "body": self.body}
        self.talk()
        self.meet()
        self.write()
        self.consult()
        self.vote()

    def talk(self):
        words = Words(text=SAID)
        post = open_thread(
            by=self.by, at=NOW, network=self.cast.razem, body=self.body, title=SAID, words=words
        )  # fmt: skip
        write_post(by=self.by, at=NOW, thread=post.thread, words=words)
        self.keys |= {"thread": post.thread_id, "post": post.pk}

    def meet(self):
        """One called, with places, and a draft; what a hidden body opens to the members stays its own."""
        told = self.own | {
            "title": SAID, "about": SAID, "form": MeetingForm.HYBRID, "place": SAID, "open_to_members": True,
            "starts_at": START, "ends_at": START + timedelta(hours=1),
        }  # fmt: skip
        by = {"by": self.by, "at": NOW}
        meeting = meetings.draft_meeting(**by, network=self.cast.razem, **told)
        meetings.draft_meeting(**by, network=self.cast.razem, **told)
        item = meetings.propose_item(**by, meeting=meeting, title=SAID)
        material = meetings.add_material(**by, meeting=meeting, title=SAID, url="https://example.org/")
        guest = meetings.invite(**by, meeting=meeting, email="gosc@example.org", name="Gość", party=SECRET)
        meetings.call_meeting(**by, meeting=meeting)
        place = meetings.register(**by, meeting=meeting, organisation=self.cast.mosty)
        self.keys |= {"meeting": meeting.pk, "item": item.pk, "material": material.pk, "registration": place.pk,
                      "invitee": guest.pk}  # fmt: skip

    def write(self):
        """Minutes that are approved, with a remark, a decision and tasks; and others just begun."""
        then = NOW - timedelta(days=25)
        by = {"by": self.by, "at": then}
        made = minutes.open_minutes(**by, meeting=met(self.cast.razem, ago=30, title=SAID, **self.own))
        minutes.open_minutes(**by, meeting=met(self.cast.razem, ago=29, title=SAID, **self.own))
        section = minutes.write_section(**by, section=part(made, "other"), revision=0, text=SAID)
        one = minutes.note_decision(**by, minutes=made, kind=DecisionKind.DECISION, text=SAID, item=None)
        task = minutes.give_task(**by, minutes=made, title=SAID, to=Given(organisation=self.cast.mosty))
        minutes.send_out(**by, minutes=made)
        remark = minutes.remark(**by, section=section, text=SAID, organisation=self.cast.mosty)
        minutes.answer_remark(**by, remark=remark, text=SAID, taken=True)
        minutes.approve(by=self.by, at=NOW, minutes=made, basis=ApprovalBasis.OWN_RULE, where=SAID)
        self.keys |= {"minutes": made.pk, "section": section.pk, "decision": one.pk, "task": task.pk,
                      "remark": remark.pk}  # fmt: skip

    def consult(self):
        """One that is closed, with an answer and a next version in writing; and another one that is open."""
        by = {"by": self.by, "at": NOW}
        told = {"kind": DocumentKind.STRATEGY, "title": SAID, "author": SAID, "body": self.body, "pieces": split(SAID)}
        documents = [consultations.add_document(**by, network=self.cast.razem, **told) for _ in range(2)]
        asked = {"plan": SAID, "opens_on": NOW.date(), "closes_on": NOW.date(), "public": True}
        for document in documents:
            made = consultations.prepare_consultation(**by, version=document.versions.get(), **asked)
            made = consultations.announce_consultation(**by, consultation=made)
            remark = consultations.remark(
                **by, consultation=made, stance="for", text=SAID, proposal=SAID, organisation=self.cast.mosty
            )
        then = {"by": self.by, "at": NOW + timedelta(days=1)}
        made = consultations.end_remarks(**then, consultation=made)
        consultations.answer(**then, remark=remark, outcome="accepted", reason=SAID)
        consultations.close_consultation(**then, consultation=made)
        draft = consultations.begin_version(**then, document=document)
        self.keys |= {"document": document.pk, "consultation": made.pk,
                      "paragraph": draft.paragraphs.get().pk}  # fmt: skip

    def vote(self):
        """A vote that is decided, one that is open, and one that is being prepared."""
        told = {"network": self.cast.razem, "kind": PollKind.ORDINARY, "title": SAID, "text": SAID, "body": self.body}
        over, running, _draft = (
            voting.draft_poll(by=self.by, at=NOW, closes_at=NOW + timedelta(days=days), **told) for days in (1, 2, 3)
        )
        for poll in (over, running):
            voting.open_poll(by=self.by, at=NOW, poll=poll)
        voting.cast(by=self.by, at=NOW, voter=over.voters.get(), choice=Choice.FOR)
        voting.close_poll(by=self.by, at=NOW + timedelta(days=1), poll=over)
        self.keys |= {"poll": over.pk, "vote_step": "cast"}


def outsiders():
    return [role for role in OUTSIDERS if role in asking()]


@pytest.fixture
def circle(world):
    return Circle(world.cast)


@pytest.fixture
def visitors(world):
    """The visitors, and Bea, who sits in the circle."""
    found = Visitors(world)
    found.clients["insider"] = Client(raise_request_exception=False)
    found.clients["insider"].force_login(world.cast.bea)
    found.cookies["insider"] = found.clients["insider"].cookies.output(header="")
    return found


def words_of(response):
    """Everything an answer says; of a packed file what is in it."""
    said = b"".join(response.streaming_content) if response.streaming else response.content
    if is_zipfile(BytesIO(said)):
        with ZipFile(BytesIO(said)) as packed:
            said = b"\n".join(packed.read(name) for name in packed.namelist())
    return said.decode("utf8", "replace")


def ask(visitors, role, address, method="get"):
    """What somebody is told; what it wrote is taken back, what it left in the caches stays for whoever comes next."""
    client = visitors.clients[role]
    client.cookies = SimpleCookie(visitors.cookies[role])
    with transaction.atomic():
        response = getattr(client, method)(address)
        said = words_of(response)
        transaction.set_rollback(True)
    return response, said


def addresses(things, circle):
    """Every page with what is nobody's secret, and what may be asked of it."""
    for route in routes():
        values = things.values(route, "own")
        if values is not None:
            address = route.address(**values)
            yield route.name, address
            yield from ((route.name, address + more.format(**circle.keys)) for more in ASKED.get(route.name, ()))


def test_no_page_file_or_search_tells_an_outsider_of_a_hidden_body(world, circle, visitors):
    every = list(addresses(Things(world), circle))
    told = {name for name, address in every if SECRET in ask(visitors, "insider", address)[1]}
    assert told >= {"bodies:bodies", "calendar:calendar", "consultations:consultations", "consultations:documents",
                    "front:search", "meetings:meetings", "minutes:all",
                    "minutes:tasks", "minutes:tasks-csv", "voting:polls"}  # fmt: skip
    leaks = [f"{role} {page}" for _, page in every for role in outsiders() if SECRET in ask(visitors, role, page)[1]]
    assert not leaks, "\n".join(leaks)


def test_everything_of_a_hidden_body_is_nowhere_for_an_outsider(world, circle, visitors):
    found, wrong = 0, []
    for route in routes():
        if route.room not in ROOMS or not route.own_keys or not set(route.own_keys) <= set(circle.keys):
            continue
        address = route.address(**circle.keys, network="razem")
        for role in outsiders():
            for method in ("get", "post"):
                response, said = ask(visitors, role, address, method)
                found += 1
                if answer(response) not in ("404", "405", "login") or SECRET in said:
                    wrong.append(f"{route.name} {method} by {role}: {answer(response)}")
    assert found > 100 * len(outsiders())
    assert not wrong, "\n".join(wrong)
