"""Minutes for tests, in few words."""

from datetime import timedelta

from tests.cast import NOW
from tkanka.governance.meetings.models import Attendance, Item, Meeting
from tkanka.governance.meetings.models.presence import Capacity, Way
from tkanka.governance.meetings.tests.makers import fields
from tkanka.governance.minutes import actions
from tkanka.governance.minutes.actions.tasks import Given

WEEK_AGO = NOW - timedelta(days=7)


def met(network, ago=7, title="Spotkanie członków", **told):
    """A meeting that was held so many days ago."""
    at = NOW - timedelta(days=ago)
    kept = fields(title=title, starts_at=at, ends_at=at + timedelta(hours=2)) | told
    state = {"state": "held", "called_at": at, "held_at": at, "check_in_code": "000000"}
    return Meeting.objects.create(network=network, created_at=at, **state | kept)


def on_agenda(meeting, title, **more):
    return Item.objects.create(meeting=meeting, title=title, state="accepted", proposed_at=NOW, **more)


def was_there(meeting, person, organisation=None):
    return Attendance.objects.create(
        meeting=meeting, person=person, organisation=organisation, capacity=Capacity.MEMBER, way=Way.LIST, came_at=NOW
    )


def opened(cast, by=None, at=NOW, **told):
    """Minutes of a meeting of the members, with one item."""
    meeting = met(cast.razem, **told)
    on_agenda(meeting, "Plan roku", order=1)
    was_there(meeting, cast.ada, cast.dach)
    return actions.open_minutes(by=by or cast.by(cast.igor), at=at, meeting=meeting)


def part(minutes, kind="item"):
    return minutes.sections.get(kind=kind)


def written(cast, minutes, text="Omówiono plan.", at=NOW):
    section = part(minutes)
    return actions.write_section(by=cast.by(cast.igor), at=at, section=section, revision=section.revision, text=text)


def sent_out(cast, at=WEEK_AGO - timedelta(days=10), **told):
    """Minutes on which remarks are taken, since so long that the time for them is over."""
    minutes = opened(cast, at=at, **{"ago": 30} | told)
    written(cast, minutes, at=at)
    return actions.send_out(by=cast.by(cast.igor), at=at, minutes=minutes)


def task_for(cast, minutes, at=NOW, title="Zebrać uwagi", due=None, **owner):
    return actions.give_task(by=cast.by(cast.igor), at=at, minutes=minutes, title=title, to=Given(**owner), due=due)
