"""What a body that ended its work leaves behind: it is read, and nobody changes it any more."""

from datetime import timedelta

import pytest

from tests.beginnings import kept
from tests.cast import DAY, NOW
from tkanka.governance.bodies.actions import close_body
from tkanka.governance.meetings.tests.makers import body, seat
from tkanka.governance.minutes import actions, queries
from tkanka.governance.minutes.actions.tasks import Given
from tkanka.governance.minutes.models import Decision, Minutes, Section, Task, Version
from tkanka.ground.ledger.models import Record
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.bodies import BodyKind, Role
from tkanka.rules.meetings import MeetingKind
from tkanka.rules.minutes import ApprovalBasis, DecisionKind
from tkanka.rules.ruling import Refused

from .makers import met, on_agenda, part, was_there

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("time_machine_at_now")]
BEFORE = NOW - timedelta(days=20)


def on_file(cast, title, **told):
    """Minutes of a meeting of the group that was open to every member; Bea takes the notes, and has a task."""
    meeting = met(cast.razem, ago=30, title=title, kind=MeetingKind.BODY, **told)
    on_agenda(meeting, "Plan")
    was_there(meeting, cast.bea, cast.mosty)
    by = cast.by(cast.ada)
    minutes = actions.open_minutes(by=by, at=BEFORE, meeting=meeting, note_taker=cast.bea)
    actions.write_section(by=by, at=BEFORE, section=part(minutes), revision=0, text="Omówiono plan.")
    actions.note_decision(by=by, at=BEFORE, minutes=minutes, kind=DecisionKind.DECISION, text="Tak.", item=None)
    actions.give_task(by=by, at=BEFORE, minutes=minutes, title="Spisać", to=Given(organisation=cast.mosty))
    return actions.send_out(by=by, at=NOW - timedelta(days=2), minutes=minutes)


@kept
def left(cast):
    """A closed group's minutes: `open`, on which remarks were taken when it closed, and `done`, which are approved."""
    group = body(cast.razem, BodyKind.WORKING, "Grupa Zimowa")
    seat(group, cast.ada, cast.dach, Role.LEAD)
    seat(group, cast.bea, cast.mosty)
    waiting, done = on_file(cast, "W toku", body=group), on_file(cast, "Skończone", body=group)
    Minutes.objects.filter(pk=done.pk).update(remarks_until=DAY - timedelta(days=1))
    own = {"basis": ApprovalBasis.OWN_RULE, "where": "prowadząca"}
    actions.approve(by=cast.by(cast.ada), at=NOW, minutes=Minutes.objects.get(pk=done.pk), **own)
    close_body(by=cast.by(cast.ada), at=NOW, body=group, summary="Zrobione.")
    return {"open": Minutes.objects.get(pk=waiting.pk), "done": Minutes.objects.get(pk=done.pk)}


def everything():
    rows = Minutes, Section, Decision, Version, Task
    return [list(model.objects.order_by("pk").values()) for model in rows]


def tries(cast, left):
    """Everything that changes minutes, as it was allowed before."""
    minutes, done = left["open"], left["done"]
    section, decision, task = part(minutes), Decision.objects.get(meeting=minutes.meeting), minutes.meeting.tasks.get()
    to, dach = Given(organisation=cast.dach), {"organisation": cast.dach}
    return [
        (actions.write_section, {"section": section, "revision": section.revision, "text": "Inaczej."}),
        (actions.note_decision, {"minutes": minutes, "kind": DecisionKind.NOTED, "text": "Też.", "item": None}),
        (actions.drop_decision, {"minutes": minutes, "decision": decision}),
        (actions.name_note_taker, {"minutes": minutes, "person": cast.bea}),
        (actions.give_task, {"minutes": minutes, "title": "Nowe", "to": to}),
        (actions.hand_on, {"task": task, "to": to, "due": None}),
        (actions.remark, {"section": section, "text": "Brakuje daty."} | dach),
        (actions.approve, {"minutes": minutes, "basis": ApprovalBasis.OWN_RULE, "where": "ja"}),
        (actions.correct, {"section": part(done), "text": "Inaczej.", "reason": "Bo tak"}),
    ]


@pytest.mark.parametrize("who", ["ada", "bea", "halina", "igor"])
def test_nobody_changes_the_minutes_of_a_closed_group(cast, left, who):
    before, records = everything(), Record.objects.count()
    for act, told in tries(cast, left):
        with pytest.raises(Refused):
            act(by=cast.by(getattr(cast, who)), at=NOW, **told)
    assert (everything(), Record.objects.count()) == (before, records)


def test_the_minutes_of_a_closed_group_are_read_and_offer_nothing_to_press(cast, left, sign_in):
    assert {
        one.pk for one in queries.readable(cast.razem, cast.by(cast.halina), DAY, rulebook_of(cast.razem, DAY))
    } == {one.pk for one in left.values()}
    for who in (cast.halina, cast.bea):
        client = sign_in(who)
        for minutes in left.values():
            page = client.get(f"/n/razem/minutes/{minutes.pk}/")
            assert page.status_code == 200
            shown = page.content.decode()
            assert "Omówiono plan." in shown
            for offered in ("/sections/", "/decisions/new/", "/tasks/new/", "/send-out/", "/approve/", "/correct/"):
                assert offered not in shown
            assert client.get(f"/n/razem/minutes/{minutes.pk}/minutes.pdf").status_code == 200


def test_nobody_is_asked_to_go_on_with_the_minutes_of_a_closed_group(cast, left):
    book = rulebook_of(cast.razem, DAY)
    for who in (cast.ada, cast.bea, cast.halina, cast.igor):
        assert not queries.kept_by(cast.razem, cast.by(who), DAY, book)
