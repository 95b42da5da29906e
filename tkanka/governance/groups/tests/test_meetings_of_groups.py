"""Meetings of a group: what its terms say of them, and what becomes of them when its work ends."""

from datetime import timedelta

import pytest

from tests.cast import NOW
from tkanka.governance.calendar.models import Event
from tkanka.governance.groups.actions import close_group
from tkanka.governance.groups.models import Terms
from tkanka.governance.meetings import actions
from tkanka.governance.meetings.models import Meeting, Series
from tkanka.governance.meetings.tests.makers import START, body, called, drafted, seat
from tkanka.governance.meetings.tests.test_pages import AT, REPEATED, text
from tkanka.governance.meetings.tests.test_series import started
from tkanka.ground.notices.models import Message
from tkanka.rules.bodies import BodyKind, Role
from tkanka.rules.meetings import MeetingAudience, MeetingKind
from tkanka.rules.ruling import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(cast):
    found = body(cast.razem, name="Grupa zimowa", announced_at=NOW - timedelta(days=60))
    seat(found, cast.ada, cast.dach, Role.LEAD)
    return found


def told(group):
    return {"kind": MeetingKind.BODY, "audience": MeetingAudience.BODY, "body": group, "open_to_members": True}


def test_meetings_ahead_of_a_group_that_ended_its_work_are_called_off_and_told(cast, group):
    ahead = called(cast, cast.by(cast.ada), **told(group))
    draft = drafted(cast, cast.by(cast.ada), **told(group))
    series = started(cast, cast.by(cast.ada), **told(group))
    actions.register(by=cast.by(cast.bea), at=NOW, meeting=ahead, organisation=cast.mosty)
    close_group(by=cast.by(cast.ada), at=NOW, body=group, summary="Zrobione")
    draft.body.refresh_from_db()
    with pytest.raises(Refused):
        actions.call_meeting(by=cast.by(cast.ada), at=NOW, meeting=draft)
    assert set(Meeting.objects.values_list("state", flat=True)) == {"cancelled"}
    assert Series.objects.get(pk=series.pk).ended_at == NOW
    letters = Message.objects.filter(cause__startswith="meeting.cancelled")
    assert set(letters.values_list("name", flat=True)) >= {"Bea"}
    assert "Grupa zakończyła pracę." in letters.first().text
    assert Event.objects.get().cancelled_at == NOW


def test_what_a_closed_group_has_behind_it_stays(cast, group):
    meeting = called(cast, cast.by(cast.ada), **told(group))
    close_group(by=cast.by(cast.ada), at=START + timedelta(days=1), body=group, summary="Zrobione")
    assert Meeting.objects.get(pk=meeting.pk).state == "called"


@pytest.mark.norm("R-09-25", "R-09-26")
def test_a_series_begins_with_what_the_terms_of_the_group_say(cast, sign_in, today):
    group = body(cast.razem, BodyKind.WORKING, "Zima", announced_at=NOW - timedelta(days=60))
    seat(group, cast.ada, cast.dach, Role.LEAD)
    Terms.objects.create(
        body=group, number=1, written_at=NOW, meetings="co dwa tygodnie, 75 minut, online", languages=["pl", "uk"],
        interpreted=True,
    )  # fmt: skip
    client = sign_in(cast.ada)
    page = client.get(f"/n/razem/groups/{group.pk}/terms/")
    asked = page.context["plan"]
    answer = client.get(f"{AT}series/new/?{asked}")
    assert "co dwa tygodnie, 75 minut, online" in text(answer)
    begun = {name: answer.context["form"][name].value() for name in (
        "body", "kind", "frequency", "interval", "minutes", "form", "languages", "interpretation",
    )}  # fmt: skip
    assert begun == {
        "body": str(group.pk), "kind": "body", "frequency": "weekly", "interval": 2, "minutes": 75, "form": "online",
        "languages": ["pl", "uk"], "interpretation": ["pl", "uk"],
    }  # fmt: skip
    sent = REPEATED | begun | {"audience": "body"}
    assert client.post(f"{AT}series/new/", sent).status_code == 302
    assert {tuple(m.languages) for m in Series.objects.get().meetings.all()} == {("pl", "uk")}
    assert client.get(f"{AT}new/?{asked}").context["form"]["languages"].value() == ["pl", "uk"]
