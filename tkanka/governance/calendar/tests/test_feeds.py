"""Feeds: what they tell, to whom, and until when; two readers of different make understand the same."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from tests.cast import DAY, NOW, SYSTEM, person
from tkanka.governance.bodies.models import Body, Seat
from tkanka.governance.calendar.actions import cancel_event, make_feed, put_event, revoke_feed
from tkanka.governance.calendar.clocks import changes
from tkanka.governance.calendar.ics import Told, calendar_of
from tkanka.governance.calendar.models import Feed
from tkanka.governance.calendar.queries import public_events
from tkanka.governance.calendar.tokens import token_of
from tkanka.network.networks.actions import end_mandates
from tkanka.network.networks.models import Membership
from tkanka.rules.bodies import Basis
from tkanka.rules.calendar import EventAudience, EventSource, FeedScope
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Standing

from .elsewhere import events_of, is_day

WARSAW = ZoneInfo("Europe/Warsaw")


def told(n, starts, hours, zone="Europe/Warsaw", **more):
    return Told(
        uid=f"{n}@t", sequence=n, title="Zażółć, gęślą; jaźń\\" * 5, starts_at=starts,
        ends_at=starts + timedelta(hours=hours), timezone=zone, stamped_at=NOW, text="Linia\nDruga, linia", **more,
    )  # fmt: skip


def two_years():
    """A weekly and a daily series on the wall over two years, events at every change of the clock, and whole days."""
    found = []
    for n in range(104):
        found.append(told(len(found), datetime(2026, 1, 5, 18, tzinfo=WARSAW) + timedelta(weeks=n), 2))
    for n in range(730):
        zone = ("Europe/Warsaw", "Europe/Kyiv", "Europe/London", "UTC")[n % 4]
        found.append(told(len(found), datetime(2026, 1, 1, 9, 30, tzinfo=ZoneInfo(zone)) + timedelta(days=n), 1, zone))
    for at in changes(WARSAW, datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)):
        for half in range(-6, 6):
            found.append(told(len(found), at + timedelta(minutes=30 * half), 0.25))
    for n, day in enumerate((date(2027, 3, 28), date(2027, 10, 31), date(2027, 12, 31))):
        begins = datetime.combine(day, datetime.min.time(), WARSAW)
        ends = datetime.combine(day + timedelta(days=1), datetime.min.time(), WARSAW)
        found.append(Told(f"day{n}@t", 0, "Dzień", begins, ends, "Europe/Warsaw", NOW, whole_days=True))
    return found


def test_two_readers_understand_the_same_instants_over_two_years():
    events = two_years()
    assert len(events) > 840
    text = calendar_of(events, name="Próba")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    strict, known = events_of(text), {str(e["UID"]): e for e in Calendar.from_ical(text).walk("VEVENT")}
    assert set(strict) == set(known) == {one.uid for one in events}
    for one in events:
        mine, theirs = strict[one.uid], known[one.uid]
        if one.whole_days:
            first = one.starts_at.astimezone(WARSAW).date()
            assert is_day(mine["DTSTART"])
            assert (mine["DTSTART"], mine["DTEND"]) == (first, first + timedelta(days=1))
            assert (theirs["DTSTART"].dt, theirs["DTEND"].dt) == (mine["DTSTART"], mine["DTEND"])
            continue
        begins, ends = one.starts_at.astimezone(UTC), one.ends_at.astimezone(UTC)
        assert (mine["DTSTART"], mine["DTEND"]) == (begins, ends)
        assert (theirs["DTSTART"].dt.astimezone(UTC), theirs["DTEND"].dt.astimezone(UTC)) == (begins, ends)
        assert mine["SUMMARY"] == str(theirs["SUMMARY"]) == one.title
        assert mine["DESCRIPTION"] == str(theirs["DESCRIPTION"]) == one.text
        assert mine["SEQUENCE"] == str(one.sequence)


def test_the_clock_is_told_with_each_of_its_changes():
    text = calendar_of([told(1, datetime(2027, 7, 1, 9, tzinfo=WARSAW), 1)])
    (zone,) = Calendar.from_ical(text).walk("VTIMEZONE")
    rules = {
        (part.name, part["DTSTART"].dt.replace(tzinfo=None), part["TZOFFSETTO"].to_ical())
        for part in zone.subcomponents
    }
    assert ("DAYLIGHT", datetime(2027, 3, 28, 2), "+0200") in rules
    assert ("STANDARD", datetime(2027, 10, 31, 3), "+0100") in rules
    assert {at.year for _, at, _ in rules} == {2026, 2027, 2028}


def test_nothing_somebody_types_breaks_out_of_its_line():
    nasty = 'A\r\nEND:VEVENT\rB\x00\x1b "c"; d, e\\n ' + "żó" * 60
    one = Told(
        uid="x\r\nUID:y", sequence=0, title=nasty, starts_at=NOW, ends_at=NOW, timezone="UTC", stamped_at=NOW,
        text=nasty, place=nasty, url="https://x.example/\r\nURL:y", organiser=(nasty, "o@example.org"),
        attendee=('Ada "Dach"', "a@example.org\r\nX:y"),
    )  # fmt: skip
    text = calendar_of([one], method="REQUEST", name=nasty)
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    told = nasty.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").replace("\x1b", "")
    (known,) = Calendar.from_ical(text).walk("VEVENT")
    (mine,) = events_of(text).values()
    for found in (known, mine):
        assert {str(found[name]) for name in ("SUMMARY", "DESCRIPTION", "LOCATION")} == {told}
        assert str(found["URL"]) == "https://x.example/URL:y"
    assert known["ATTENDEE"] == "mailto:a@example.orgX:y"
    assert known["ATTENDEE"].params["CN"] == 'Ada "Dach"'


def put(cast, name, **more):
    starts = more.pop("starts_at", NOW + timedelta(days=3))
    fields = {"title": name, "starts_at": starts, "ends_at": starts + timedelta(hours=2), "published_at": NOW,
              "audience": EventAudience.PUBLIC}  # fmt: skip
    return put_event(
        by=SYSTEM, at=NOW, network=cast.razem, source=EventSource.OWN, source_key=name, uid=f"{name}@t",
        **fields | more,
    )  # fmt: skip


def hidden_body(cast):
    made = Body.objects.create(
        network=cast.razem, kind="working_group", name="Ukryta", hidden=True, opened_on=DAY, announced_at=NOW
    )
    seat = Seat.objects.create(body=made, person=cast.ada, organisation=cast.dach, basis=Basis.JOINED, since=DAY)
    return made, seat


def address(feed):
    return f"/n/razem/calendar/feed/{token_of(feed.pk)}.ics"


def titles(answer):
    assert answer.status_code == 200, answer.content
    return {said["SUMMARY"] for said in events_of(answer.content.decode()).values()}


def made(cast, who, scope=FeedScope.PERSONAL, **more):
    return make_feed(by=cast.by(who), at=NOW, network=cast.razem, scope=scope, **more)


@pytest.fixture
def shown(cast, time_machine):
    time_machine.move_to(NOW, tick=False)
    body, seat = hidden_body(cast)
    put(cast, "publiczne")
    put(cast, "członkowskie", audience=EventAudience.MEMBERS)
    put(cast, "ukryte", audience=EventAudience.BODY, body=body)
    put(cast, "własne", audience=EventAudience.ORGANISATION, organisation=cast.dach)
    put(cast, "Mostów", audience=EventAudience.MEMBERS, organisation=cast.mosty)
    cast.body, cast.seat = body, seat
    return cast


@pytest.mark.django_db
@pytest.mark.norm("W-06-02")
@pytest.mark.norm("R-02-08")
def test_everybody_subscribes_what_is_theirs(shown, client):
    assert titles(client.get("/n/razem/calendar/public.ics")) == {"publiczne"}
    ada, bea = shown.ada, shown.bea
    everything = {"publiczne", "członkowskie", "ukryte", "własne", "Mostów"}
    assert titles(client.get(address(made(shown, ada, FeedScope.NETWORK)))) == everything
    assert titles(client.get(address(made(shown, ada)))) == everything - {"Mostów"}
    assert titles(client.get(address(made(shown, bea)))) == {"publiczne", "członkowskie", "Mostów"}
    assert titles(client.get(address(made(shown, ada, FeedScope.BODY, body=shown.body)))) == {"ukryte"}
    own = made(shown, ada, FeedScope.ORGANISATION, organisation=shown.dach)
    assert titles(client.get(address(own))) == {"własne"}


@pytest.mark.django_db
def test_an_address_is_void_the_moment_the_right_ends(shown, client):
    body = made(shown, shown.ada, FeedScope.BODY, body=shown.body)
    network = made(shown, shown.ada, FeedScope.NETWORK)
    own = made(shown, shown.ada, FeedScope.ORGANISATION, organisation=shown.dach)
    Seat.objects.filter(pk=shown.seat.pk).update(until=DAY)
    assert client.get(address(body)).status_code == 404
    assert "ukryte" not in titles(client.get(address(network)))
    end_mandates(by=SYSTEM, at=NOW, organisation=shown.dach, person=shown.ada)
    assert client.get(address(network)).status_code == 404
    assert client.get(address(own)).status_code == 404


@pytest.mark.django_db
def test_an_address_is_void_when_the_membership_ends_or_the_owner_revokes_it(shown, client):
    first, second = made(shown, shown.bea), made(shown, shown.bea)
    with pytest.raises(Refused):
        revoke_feed(by=shown.by(shown.ada), at=NOW, feed=first)
    revoke_feed(by=shown.by(shown.bea), at=NOW, feed=first)
    assert client.get(address(first)).status_code == 404
    assert client.get(address(second)).status_code == 200
    Membership.objects.filter(organisation=shown.mosty).update(state="ended", until=DAY)
    assert client.get(address(second)).status_code == 404
    assert client.get("/n/razem/calendar/feed/nonsense.ics").status_code == 404


@pytest.mark.django_db
def test_nobody_makes_an_address_of_a_circle_they_are_not_in(shown):
    for who, scope, more in (
        (shown.bea, FeedScope.BODY, {"body": shown.body}),
        (shown.halina, FeedScope.BODY, {"body": shown.body}),
        (shown.bea, FeedScope.ORGANISATION, {"organisation": shown.dach}),
        (shown.stranger, FeedScope.PERSONAL, {}),
    ):
        with pytest.raises(Refused):
            made(shown, who, scope, **more)
    with pytest.raises(Refused):
        make_feed(by=Standing(), at=NOW, network=shown.razem, scope=FeedScope.NETWORK)


@pytest.mark.django_db
def test_what_has_not_changed_is_not_sent_again(shown, client, time_machine):
    feed = made(shown, shown.bea)
    first = client.get(address(feed))
    assert client.get(address(feed), headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert client.get(address(feed), headers={"If-Modified-Since": first["Last-Modified"]}).status_code == 304
    assert Feed.objects.get(pk=feed.pk).used_at == NOW
    time_machine.move_to(NOW + timedelta(minutes=5), tick=False)
    put(shown, "publiczne", title="Publiczne, inaczej")
    again = client.get(address(feed), headers={"If-Modified-Since": first["Last-Modified"]})
    assert "Publiczne, inaczej" in titles(again)
    assert again["ETag"] != first["ETag"]
    assert "private" in first["Cache-Control"]
    assert first["X-Robots-Tag"] == "noindex"
    assert first["Content-Type"].startswith("text/calendar")


@pytest.mark.django_db
def test_a_right_that_ends_changes_what_a_reader_who_asks_by_time_gets(shown, client, time_machine):
    feed = made(shown, shown.ada, FeedScope.NETWORK)
    first = client.get(address(feed))
    time_machine.move_to(NOW + timedelta(minutes=5), tick=False)
    Seat.objects.filter(pk=shown.seat.pk).update(until=DAY)
    again = client.get(address(feed), headers={"If-Modified-Since": first["Last-Modified"]})
    assert "ukryte" not in titles(again)


@pytest.mark.django_db
def test_what_is_cancelled_stays_crossed_out_for_a_while(shown, client):
    event = put(shown, "odwołane")
    cancel_event(by=SYSTEM, at=NOW, event=event)
    said = events_of(client.get("/n/razem/calendar/public.ics").content.decode())["odwołane@t"]
    assert (said["STATUS"], said["SEQUENCE"]) == ("CANCELLED", "1")
    later = NOW + timedelta(days=91)
    assert "odwołane" not in {one.title for one in public_events(shown.razem, later, later.date())}


@pytest.mark.django_db
def test_who_asks_all_the_time_has_to_wait(shown, client):
    at = address(made(shown, shown.bea))
    codes = [client.get(at).status_code for _ in range(62)]
    assert codes[:60] == [200] * 60
    assert codes[-1] == 429
    assert client.get(at)["Retry-After"]


@pytest.mark.django_db
def test_the_page_shows_makes_and_voids_addresses(shown, sign_in):
    client = sign_in(shown.ada)
    page = "/n/razem/calendar/subscribe/"
    assert "Ukryta" in client.get(page).content.decode()
    client.post(f"{page}new/", {"scope": "body", "body": str(shown.body.pk)})
    feed = Feed.objects.get(person=shown.ada)
    assert token_of(feed.pk) in client.get(page).content.decode()
    other = sign_in(shown.bea)
    assert token_of(feed.pk) not in other.get(page).content.decode()
    assert other.post(f"{page}new/", {"scope": "body", "body": str(shown.body.pk)}).status_code == 404
    assert other.post(f"{page}{feed.pk}/revoke/").status_code == 404
    sign_in(shown.ada).post(f"{page}{feed.pk}/revoke/")
    assert Feed.objects.get(pk=feed.pk).revoked_at
    assert person("ada").pk == shown.ada.pk
