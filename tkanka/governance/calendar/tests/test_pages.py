"""The pages of the calendar: entering with a look at what lies close, copying, cancelling, taking files in, showing."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from tests.cast import NOW, SYSTEM, belongs, network, organisation, person
from tkanka.governance.calendar.actions import enter_event, put_event
from tkanka.governance.calendar.models import Event
from tkanka.governance.calendar.months import month_of, year_asked
from tkanka.network.networks.queries import standing_of
from tkanka.network.vocabulary.models import Concept
from tkanka.rules.calendar import EventAudience, EventSource
from tkanka.rules.ruling import Refused

from .test_incoming import calendar as file_with
from .test_incoming import event as written

pytestmark = pytest.mark.django_db
NEW, TABLE, IMPORT = "/n/razem/calendar/new/", "/n/razem/calendar/", "/n/razem/calendar/import/"


@pytest.fixture(autouse=True)
def at_now():
    with time_machine.travel(NOW, tick=False):
        yield


def filled(cast, **more):
    return {
        "owner": str(cast.dach.pk), "title": "Piknik", "kind": "open_day", "starts_on": "2026-12-05",
        "starts_at": "11:00", "ends_at": "14:00", "timezone": "Europe/Warsaw", "audience": "public", "area": "2862",
    } | more  # fmt: skip


def put(cast, name, **more):
    fields = {"starts_at": datetime(2026, 12, 5, 9, tzinfo=UTC), "ends_at": datetime(2026, 12, 5, 11, tzinfo=UTC)}
    return put_event(
        by=SYSTEM, at=NOW, network=cast.razem, source=EventSource.OWN, source_key=name, uid=f"{name}@t", title=name,
        published_at=NOW, **fields | {"audience": EventAudience.PUBLIC} | more,
    )  # fmt: skip


def text_of(answer, code=200):
    assert answer.status_code == code, answer.content.decode()[:500]
    return answer.content.decode()


@pytest.mark.norm("W-20-01", "W-CS-01")
def test_several_organisations_hold_an_event_together(cast, sign_in):
    theme = Concept.objects.filter(codelist__code="sectors").first()
    client = sign_in(cast.ada)
    sent = filled(cast, hosts=[str(cast.mosty.pk)], themes=[str(theme.pk)], url="piknik.example")
    page = client.post(NEW, sent, follow=True)
    event = Event.objects.get()
    assert (event.organisation, list(event.hosts.all()), list(event.themes.all())) == (cast.dach, [cast.mosty], [theme])
    assert (event.starts_at, event.ends_at) == (
        datetime(2026, 12, 5, 10, tzinfo=UTC),
        datetime(2026, 12, 5, 13, tzinfo=UTC),
    )
    assert event.url == "https://piknik.example"
    assert "Stowarzyszenie Trzy Mosty" in text_of(page)
    of_mosty = text_of(client.get(TABLE, {"organisation": str(cast.mosty.pk), "view": "list"}))
    assert "Piknik" in of_mosty
    assert "Piknik" in text_of(client.get(TABLE, {"view": "list", "theme": str(theme.pk), "area": "28"}))
    assert "Piknik" not in text_of(client.get(TABLE, {"view": "list", "area": "14"}))


@pytest.mark.norm("W-20-02")
def test_what_lies_close_is_shown_before_publishing_and_stops_nobody(cast, sign_in):
    client = sign_in(cast.ada)
    put(cast, "Kiermasz", organisation=cast.mosty)
    Event.objects.update(area=None)
    client.post(NEW, filled(cast, title="Pierwszy"))
    first = Event.objects.get(title="Pierwszy")
    page = client.post(NEW, filled(cast, title="Drugi", starts_on="2026-12-06"))
    assert "Pierwszy" in text_of(page)
    assert "Kiermasz" not in text_of(page)
    assert not Event.objects.filter(title="Drugi").exists()
    seen = page.context["form"]["seen"].value()
    assert client.post(NEW, filled(cast, title="Drugi", starts_on="2026-12-06", seen=seen)).status_code == 302
    third = client.post(NEW, filled(cast, title="Trzeci", starts_on="2026-12-06", seen=seen))
    assert {"Pierwszy", "Drugi"} <= {one.event.title for one in third.context["near"]}
    assert client.post(f"/n/razem/calendar/{first.pk}/edit/", filled(cast, title="Pierwszy!")).status_code == 200


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"starts_at": ""}, "starts_at"),
        ({"ends_at": "10:00"}, "ends_at"),
        ({"ends_on": "2026-12-01"}, "ends_on"),
        ({"ends_on": "2026-12-01", "ends_at": ""}, "ends_on"),
        ({"ends_on": "2027-12-01"}, "ends_on"),
        ({"starts_on": "2027-03-28", "starts_at": "02:30", "ends_at": "05:00"}, "starts_at"),
        ({"title": ""}, "title"),
        ({"owner": "00000000-0000-0000-0000-000000000000"}, "owner"),
        ({"starts_on": "9999-12-31", "all_day": "on"}, "starts_on"),
    ],
)
def test_what_is_typed_wrongly_is_said_beside_its_field_and_kept(cast, sign_in, more, field):
    page = sign_in(cast.ada).post(NEW, filled(cast, text="Zostaje", **more))
    assert field in page.context["form"].errors
    assert "Zostaje" in text_of(page, 422)
    assert not Event.objects.exists()


def test_only_its_own_people_and_those_in_office_enter_for_an_organisation(cast, sign_in):
    with pytest.raises(Refused):
        enter_event(
            by=cast.by(cast.bea), at=NOW, network=cast.razem, organisation=cast.dach, title="Cudze", starts_at=NOW,
            ends_at=NOW, audience=EventAudience.PUBLIC,
        )  # fmt: skip
    client = sign_in(cast.igor)
    client.post(NEW, filled(cast, owner="", title="Dzień sieci"))
    assert Event.objects.get(title="Dzień sieci").organisation is None
    observer = sign_in(cast.olga)
    answer = observer.post(
        NEW, filled(cast, owner=str(cast.observer.pk), title="Obserwatorzy", audience="members", area="")
    )
    assert "Obserwatorzy" in text_of(observer.get(answer.url))


def test_an_event_is_changed_copied_and_cancelled(cast, sign_in):
    client = sign_in(cast.ada)
    at = client.post(NEW, filled(cast)).url
    client.post(f"{at}edit/", filled(cast, title="Piknik, inaczej", all_day="on", ends_on="2026-12-06"))
    event = Event.objects.get()
    assert (event.title, event.sequence, event.all_day) == ("Piknik, inaczej", 1, True)
    assert event.days == (date(2026, 12, 5), date(2026, 12, 6))
    copy = text_of(client.get(NEW, {"copy": str(event.pk)}))
    assert "Piknik, inaczej" in copy
    assert "2026-12-05" not in copy
    client.post(f"{at}cancel/")
    assert Event.objects.get().cancelled_at == NOW
    assert "<s>Piknik, inaczej</s>" in text_of(client.get(TABLE, {"month": "2026-12"}))
    assert client.get(f"{at}edit/").status_code == 403
    file = client.get(f"{at}event.ics")
    assert "STATUS:CANCELLED" in text_of(file)
    assert "attachment" in file["Content-Disposition"]


def test_a_meeting_is_changed_where_it_is_called(cast, sign_in):
    meeting = put_event(
        by=SYSTEM, at=NOW, network=cast.razem, source=EventSource.MEETING, source_key="m", uid="m@t", title="Zebranie",
        starts_at=NOW, ends_at=NOW, audience=EventAudience.MEMBERS, published_at=NOW, url="/en/n/razem/meetings/x/",
    )  # fmt: skip
    client = sign_in(cast.igor)
    assert 'href="/n/razem/meetings/x/"' in text_of(client.get(TABLE))
    assert 'href="/uk/n/razem/meetings/x/"' in text_of(client.get(f"/uk{TABLE}"))
    assert client.post(f"{TABLE}{meeting.pk}/cancel/").status_code == 404
    assert client.get(f"{TABLE}{meeting.pk}/edit/").status_code == 404
    assert "edit/" not in text_of(client.get(f"{TABLE}{meeting.pk}/"))


def test_a_month_a_day_a_year_and_a_list(cast, client):
    put(
        cast,
        "Sylwester",
        starts_at=datetime(2026, 12, 31, 22, 30, tzinfo=UTC),
        ends_at=datetime(2027, 1, 1, 2, tzinfo=UTC),
    )
    put(cast, "Tylko online", online=True)
    for n in range(6):
        put(
            cast,
            f"Tłok {n}",
            starts_at=datetime(2026, 12, 10, n, tzinfo=UTC),
            ends_at=datetime(2026, 12, 10, 8, tzinfo=UTC),
        )
    month = text_of(client.get(TABLE, {"month": "2026-12"}))
    assert month.count("Sylwester") == 2
    assert "Tłok 3" in month
    assert "Tłok 4" not in month
    assert "i jeszcze 2" in month
    assert "Tłok 5" in text_of(client.get(TABLE, {"view": "list", "day": "2026-12-10"}))
    assert "Sylwester" in text_of(client.get(TABLE, {"view": "list", "day": "2027-01-01"}))
    year = client.get(TABLE, {"view": "year", "year": "2027"})
    assert "day=2027-01-01" in text_of(year)
    assert year.context["told"]["total"] == 1
    online = text_of(client.get(TABLE, {"month": "2026-12", "online": "on"}))
    assert "Tłok" not in online
    assert "Tylko online" in online
    assert "Sylwester" not in text_of(client.get(TABLE, {"view": "list", "when": "past"}))


@pytest.mark.parametrize("asked", ["?month=0000-00", "?month=²", "?view=year&year=99999", "?view=list&day=x",
                                   "?body=x", "?organisation=%00", "?theme=1&area=zz&kind=no", "?view=nonsense",
                                   "?month=2100-12", "?view=year&year=2100", "?month=1990-01"])  # fmt: skip
def test_nonsense_in_the_address_is_no_trouble(cast, client, asked):
    assert client.get(f"{TABLE}{asked}").status_code == 200


def test_days_are_those_of_the_place():
    kyiv = Event(
        title="x", timezone="Europe/Kyiv", starts_at=datetime(2026, 11, 30, 22, 30, tzinfo=UTC),
        ends_at=datetime(2026, 11, 30, 23, 30, tzinfo=UTC),
    )  # fmt: skip
    month = month_of(date(2026, 12, 1), [kyiv], date(2026, 12, 1))
    assert [day.on for week in month.weeks for day in week if day.events] == [date(2026, 12, 1)]
    assert month.weeks[0][0].on == date(2026, 11, 30)
    assert {len(week) for week in month.weeks} == {7}
    assert year_asked("٢٠٢٧", date(2026, 1, 1)) == 2026


def test_ones_own_calendar_holds_the_networks_and_ones_own(cast, sign_in):
    put(cast, "Sieci")
    put(cast, "Dachu", organisation=cast.dach)
    put(cast, "Mostów", organisation=cast.mosty)
    mine = text_of(sign_in(cast.ada).get("/n/razem/desk/calendar/", {"view": "list"}))
    assert "Dachu" in mine
    assert "Sieci" in mine
    assert "Mostów" not in mine
    assert "Dachu" in text_of(sign_in(cast.ada).get("/n/razem/desk/"))


def uploaded(cast, text, **more):
    return {"owner": str(cast.dach.pk), "kind": "training", "audience": "public", "pasted": text} | more


def taken(client, cast, text, keys=None):
    page = client.post(IMPORT, uploaded(cast, text))
    rows = page.context["rows"]
    chosen = keys or [row["one"].key for row in rows if row["takes"]]
    client.post(IMPORT, uploaded(cast, text, step="apply", event=chosen))
    return [str(row["outcome"]) for row in rows]


SERIES = written("DTSTART;TZID=Europe/Warsaw:20261201T180000", "RRULE:FREQ=WEEKLY;COUNT=3", uid="s", title="Kurs")
SINGLE = written("DTSTART:20261205T090000Z", "LOCATION:Olsztyn", uid="p", title="Pokaz")
BROKEN = written("DTSTART;TZID=Nowhere/Land:20261201T100000", uid="b", title="Zepsute")


def test_a_file_taken_in_twice_changes_nothing_the_second_time(cast, sign_in):
    client = sign_in(cast.ada)
    assert taken(client, cast, file_with(SERIES, SINGLE, BROKEN)) == ["pominięte", "nowe", "nowe", "nowe", "nowe"]
    before = list(Event.objects.order_by("pk").values())
    assert len(before) == 4
    assert {event["organisation_id"] for event in before} == {cast.dach.pk}
    assert taken(client, cast, file_with(SINGLE, SERIES, BROKEN)) == ["pominięte", *["bez zmian"] * 4]
    assert list(Event.objects.order_by("pk").values()) == before
    moved = file_with(SERIES, SINGLE.replace("T090000Z", "T100000Z"))
    assert taken(client, cast, moved).count("zmienione") == 1
    assert Event.objects.get(title="Pokaz").sequence == 1
    off = file_with(SINGLE.replace("LOCATION", "STATUS:CANCELLED\nLOCATION"))
    assert taken(client, cast, off) == ["odwołane"]
    assert Event.objects.get(title="Pokaz").cancelled_at == NOW


def test_only_what_is_chosen_is_taken_and_the_reason_names_the_event(cast, sign_in):
    client = sign_in(cast.ada)
    text = file_with(SERIES, SINGLE, BROKEN)
    page = client.post(IMPORT, uploaded(cast, text))
    shown = text_of(page)
    assert "Zepsute" in shown
    assert "Nowhere/Land" in shown
    assert not Event.objects.exists()
    key = next(row["one"].key for row in page.context["rows"] if row["one"].title == "Pokaz")
    taken(client, cast, text, [key])
    assert [event.title for event in Event.objects.all()] == ["Pokaz"]


@pytest.mark.parametrize("sent", ["", "zwykły tekst", "<html></html>", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"])
def test_what_is_no_calendar_is_said_beside_the_field(cast, sign_in, sent):
    text_of(sign_in(cast.ada).post(IMPORT, uploaded(cast, sent)), 422)


def test_a_file_is_brought_by_upload_too_and_two_organisations_may_have_the_same(cast, sign_in):
    from django.core.files.uploadedfile import SimpleUploadedFile

    data = uploaded(cast, "", file=SimpleUploadedFile("k.ics", file_with(SINGLE).encode()))
    assert "Pokaz" in text_of(sign_in(cast.ada).post(IMPORT, data))
    binary = uploaded(cast, "", file=SimpleUploadedFile("k.ics", b"\x00\x01"))
    text_of(sign_in(cast.ada).post(IMPORT, binary), 422)
    taken(sign_in(cast.ada), cast, file_with(SINGLE))
    client = sign_in(cast.bea)
    client.post(IMPORT, uploaded(cast, file_with(SINGLE), owner=str(cast.mosty.pk)))
    answer = client.post(IMPORT, uploaded(cast, file_with(SINGLE), owner=str(cast.dach.pk)))
    assert answer.status_code == 422


def test_nothing_leads_from_one_network_into_another(cast, sign_in):
    event = put(cast, "Tutejsze")
    zofia = person("zofia")
    warmia = network("warmia")
    belongs(organisation("Stowarzyszenie Nad Łyną", "association"), warmia, main=zofia)
    client = sign_in(zofia)
    assert client.get(f"/n/warmia/calendar/{event.pk}/").status_code == 404
    assert "Tutejsze" not in text_of(client.get("/n/warmia/calendar/", {"month": "2026-12"}))
    assert standing_of(zofia, warmia, NOW.date() + timedelta(days=1)).represents
