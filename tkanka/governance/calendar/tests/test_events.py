"""Events: who knows of them, how they change, and which lie too close together."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.cast import DAY, NOW, SYSTEM
from tkanka.governance.bodies.models import Body, Seat
from tkanka.governance.calendar.actions import cancel_event, put_event
from tkanka.governance.calendar.models import Event
from tkanka.governance.calendar.queries import clashes, event_in, visible_events
from tkanka.network.places.queries import unit_at
from tkanka.network.vocabulary.models import Concept
from tkanka.rules.bodies import Basis
from tkanka.rules.calendar import ClashKind, EventAudience, EventSource
from tkanka.rules.standing import Standing

pytestmark = pytest.mark.django_db
START = datetime(2026, 12, 4, 9, tzinfo=UTC)


def put(cast, name, **more):
    fields = {
        "title": name, "starts_at": START, "ends_at": START + timedelta(hours=2), "audience": EventAudience.MEMBERS,
        "published_at": NOW,
    } | more  # fmt: skip
    return put_event(
        by=SYSTEM, at=NOW, network=cast.razem, source=EventSource.OWN, source_key=name, uid=f"{name}@t", **fields
    )


def body(cast, hidden=False):
    made = Body.objects.create(
        network=cast.razem, kind="working_group", name="Grupa", hidden=hidden, opened_on=DAY, announced_at=NOW
    )
    Seat.objects.create(body=made, person=cast.ada, organisation=cast.dach, basis=Basis.JOINED, since=DAY)
    return made


def seen(cast, by):
    return set(visible_events(cast.razem, by, DAY).values_list("title", flat=True))


def test_everybody_sees_what_is_theirs_and_no_more(cast):
    open_group, hidden = body(cast), body(cast, hidden=True)
    put(cast, "public", audience=EventAudience.PUBLIC)
    put(cast, "members")
    put(cast, "body", audience=EventAudience.BODY, body=open_group)
    put(cast, "hidden", audience=EventAudience.BODY, body=hidden)
    put(cast, "hidden for members", body=hidden)
    put(cast, "own", audience=EventAudience.ORGANISATION, organisation=cast.dach)
    put(cast, "offices", audience=EventAudience.OFFICES)
    put(cast, "draft", audience=EventAudience.PUBLIC, published_at=None)
    assert seen(cast, Standing()) == {"public"}
    assert seen(cast, cast.by(cast.olga)) == {"public"}
    assert seen(cast, cast.by(cast.bea)) == {"public", "members"}
    assert seen(cast, cast.by(cast.ada)) == {"public", "members", "body", "hidden", "hidden for members", "own"}
    assert seen(cast, cast.by(cast.halina)) == {"public", "members", "body", "offices"}


def test_the_same_source_writes_the_same_event_and_counts_real_changes(cast):
    first = put(cast, "spotkanie")
    again = put(cast, "spotkanie")
    assert (again.pk, again.sequence) == (first.pk, 0)
    moved = put(cast, "spotkanie", starts_at=START + timedelta(minutes=30))
    assert (moved.pk, moved.sequence) == (first.pk, 1)
    cancelled = cancel_event(by=SYSTEM, at=NOW, event=moved)
    assert (cancelled.cancelled_at, cancelled.sequence) == (NOW, 2)
    assert event_in(cast.razem, first.pk, cast.by(cast.bea), DAY).cancelled_at
    assert Event.objects.count() == 1


def test_events_in_one_powiat_or_on_one_theme_are_pointed_out(cast):
    olsztyn, lublin = unit_at("teryt", "2862"), unit_at("teryt", "0663")
    theme = Concept.objects.first()
    put(cast, "same powiat", area=olsztyn)
    put(cast, "same theme", themes=[theme.pk], starts_at=START + timedelta(days=2), ends_at=START + timedelta(days=2))
    put(cast, "elsewhere", area=lublin)
    put(cast, "a week later", area=olsztyn, starts_at=START + timedelta(days=7), ends_at=START + timedelta(days=7))
    put(cast, "of the offices", area=olsztyn, audience=EventAudience.OFFICES)
    found = clashes(
        cast.razem, START, START + timedelta(hours=1), olsztyn, [theme.pk], EventAudience.MEMBERS,
        by=cast.by(cast.bea), day=DAY,
    )  # fmt: skip
    assert [(one.event.title, one.kind) for one in found] == [
        ("same powiat", ClashKind.SAME_DAY_AND_PLACE),
        ("same theme", ClashKind.NEAR_IN_THEME),
    ]
    closed = (START, START + timedelta(hours=1), olsztyn, [], EventAudience.OFFICES)
    assert clashes(cast.razem, *closed, by=cast.by(cast.halina), day=DAY) == []


@pytest.mark.parametrize(
    ("starts", "ends", "found"),
    [
        ((10, 28, 20), (10, 28, 22), True),  # three days before, across the change of the clock
        ((10, 27, 20), (10, 27, 22), False),
        ((10, 20, 8), (10, 28, 0), False),  # ends at the midnight with which the third day begins
        ((10, 20, 8), (10, 28, 1), True),
        ((11, 3, 23), (11, 4, 1), True),
        ((11, 4, 0), (11, 4, 1), False),
    ],
)
def test_near_is_three_days_of_the_calendar_on_either_side(cast, starts, ends, found):
    def at(month, day, hour):
        return datetime(2027, month, day, hour, tzinfo=ZoneInfo("Europe/Warsaw"))

    olsztyn = unit_at("teryt", "2862")
    put(cast, "other", area=olsztyn, starts_at=at(*starts), ends_at=at(*ends))
    near = clashes(
        cast.razem, at(10, 31, 0), at(11, 1, 0), olsztyn, [], EventAudience.MEMBERS, by=cast.by(cast.bea), day=DAY
    )
    assert bool(near) is found
